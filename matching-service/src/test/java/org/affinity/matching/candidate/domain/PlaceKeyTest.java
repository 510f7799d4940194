package org.affinity.matching.candidate.domain;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceKeyTest {

    @ParameterizedTest
    @CsvSource({
        "FR, Saint-Étienne, Saint Etienne (FR)",
        "PL, Łódź, Łodz (PL)",
        "DK, Ærø, Ærø (DK)",
        "RU, москва, Москва (RU)",
        "FR, '', FR"
    })
    void shouldWriteAPlaceAsPeopleDo(String country, String city, String words) {
        // When
        String key = PlaceKey.of(country, city);

        // Then
        assertThat(PlaceKey.inWords(key)).isEqualTo(words);
    }
}
