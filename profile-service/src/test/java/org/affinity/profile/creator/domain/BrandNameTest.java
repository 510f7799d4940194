package org.affinity.profile.creator.domain;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BrandNameTest {

    @Test
    void shouldTakeSpellingsOfOneNameForOneBrand() {
        // When
        var name = new BrandName("  Maison \t  Pötage SAS ");
        // Then
        assertThat(name.value()).isEqualTo("Maison Pötage SAS");
        assertThat(name.key()).isEqualTo("maison potage");
    }

    @Test
    void shouldRefuseNameWithoutCharacters() {
        // Then
        assertThatThrownBy(() -> new BrandName("  ")).isInstanceOf(IllegalArgumentException.class);
    }
}
