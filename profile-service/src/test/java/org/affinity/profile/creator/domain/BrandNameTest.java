package org.affinity.profile.creator.domain;

import java.util.Random;
import java.util.stream.Collectors;
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
        "資生堂, 資生堂",
        "資生堂 A, 資生堂 a",
        "Ørsted A/S, ørsted a s"
    })
    void shouldTakeSpellingsOfOneNameForOneBrand(String name, String key) {
        // When
        String found = new BrandName(name).key();
        // Then
        assertThat(found).isEqualTo(key);
    }

    @Test
    void shouldKeepKeyOfKey() {
        // Given
        long seed = 4711;
        var random = new Random(seed);
        String alphabet = "aB é'’.&-ßøSA sas9本";
        for (int i = 0; i < 2000; i++) {
            String name = random.ints(1 + random.nextInt(12), 0, alphabet.length())
                    .mapToObj(at -> alphabet.substring(at, at + 1))
                    .collect(Collectors.joining());
            if (name.isBlank()) {
                continue;
            }
            // When
            String key = new BrandName(name).key();
            // Then
            assertThat(key).as("seed %d: %s", seed, name).isNotBlank();
            assertThat(new BrandName(key).key()).as("seed %d: %s", seed, name).isEqualTo(key);
        }
    }

    @Test
    void shouldRefuseNameWithoutCharacters() {
        // Then
        assertThatThrownBy(() -> new BrandName("  ")).isInstanceOf(IllegalArgumentException.class);
    }
}
