package org.affinity.kit.code;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameKeyTest {

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
    void shouldTakeSpellingsOfOneNameForOneName(String name, String key) {
        // When
        String found = NameKey.of(name);
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
            String key = NameKey.of(name);
            // Then
            assertThat(key).as("seed %d: %s", seed, name).isNotBlank();
            assertThat(NameKey.of(key)).as("seed %d: %s", seed, name).isEqualTo(key);
        }
    }
}
