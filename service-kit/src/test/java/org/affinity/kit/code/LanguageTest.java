package org.affinity.kit.code;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "EN-gb", "zh-Hant-TW", "he", "iw", "br", "gsw", "qaa"})
    void shouldKnowLanguages(String tag) {
        // When
        boolean isKnown = Language.Validator.isKnown(tag);
        // Then
        assertThat(isKnown).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "ZZ", "xx-FR", "jp", "cz"})
    void shouldNotKnowCodesOfNoLanguage(String tag) {
        // When
        boolean isKnown = Language.Validator.isKnown(tag);
        // Then
        assertThat(isKnown).isFalse();
    }
}
