package org.affinity.profile.creator.domain;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BrandNameTest {

    @Test
    void shouldKeepNameWithSingleSpaces() {
        // When
        var name = new BrandName("  Maison \t  Pötage SAS ");
        // Then
        assertThat(name.value()).isEqualTo("Maison Pötage SAS");
    }

    @Test
    void shouldRefuseNameWithoutCharacters() {
        // Then
        assertThatThrownBy(() -> new BrandName("  ")).isInstanceOf(IllegalArgumentException.class);
    }
}
