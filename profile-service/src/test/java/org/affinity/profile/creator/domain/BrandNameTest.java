package org.affinity.profile.creator.domain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BrandNameTest {

    @ParameterizedTest
    @CsvSource({
        "L'Oréal, loreal",
        "L’OREAL S.A., loreal",
        "  Maison   Potage SAS , maison potage",
        "Levi's, levis",
        "H&M, h m",
        "Nestlé S.A, nestle",
        "Sas, sas",
        "資生堂, 資生堂"
    })
    void shouldTakeSpellingsOfOneNameForOneBrand(String name, String key) {
        // When
        String found = new BrandName(name).key();
        // Then
        assertThat(found).isEqualTo(key);
    }

    @Test
    void shouldRefuseNameWithoutCharacters() {
        // Then
        assertThatThrownBy(() -> new BrandName("  ")).isInstanceOf(IllegalArgumentException.class);
    }
}
