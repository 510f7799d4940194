package org.affinity.profile.creator.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamesTest {

    /** Codes that ISO 639 has given up, which the platform still lists. */
    private static final List<String> FORMER_LANGUAGES = List.of("iw", "ji", "in", "mo", "bh");

    private static final NameTable COUNTRIES = NameTable.read("/names/countries.tsv");
    private static final NameTable LANGUAGES = NameTable.read("/names/languages.tsv");

    @Test
    void shouldNameEveryCountryInEnglishAndFrench() {
        for (String code : Locale.getISOCountries()) {
            // Given
            NameTable.Entry entry = COUNTRIES.entry(code).orElseThrow();
            // Then
            assertThat(Countries.codeOf(entry.english())).as(code).contains(code);
            assertThat(Countries.codeOf(entry.french())).as(code).contains(code);
            assertThat(Countries.codeOf(entry.longCode())).as(code).contains(code);
            assertThat(Countries.codeOf(code.toLowerCase(Locale.ROOT))).as(code).contains(code);
            assertThat(entry.aliases())
                    .as(code)
                    .allSatisfy(alias -> assertThat(Countries.codeOf(alias)).contains(code));
        }
    }

    @Test
    void shouldNameEveryLanguageInEnglishAndFrench() {
        for (String code : Arrays.stream(Locale.getISOLanguages())
                .filter(code -> !FORMER_LANGUAGES.contains(code))
                .toList()) {
            // Given
            NameTable.Entry entry = LANGUAGES.entry(code).orElseThrow();
            // Then
            assertThat(Languages.tagOf(entry.english())).as(code).contains(code);
            assertThat(Languages.tagOf(entry.french())).as(code).contains(code);
            assertThat(entry.aliases())
                    .as(code)
                    .allSatisfy(alias -> assertThat(Languages.tagOf(alias)).contains(code));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Royaume-Uni|GB",
                "UK|GB",
                "USA|US",
                "Etats Unis|US",
                "États-Unis d’Amérique|US",
                "Corée du Sud|KR",
                "Antigua and Barbuda|AG",
                "Saint Kitts and Nevis|KN",
                "Trinidad & Tobago|TT",
                "Turkey|TR",
                "CÃ´te d'Ivoire|CI",
                "LA|LA",
                "DE|DE",
                "Guinée|GN",
                "republique dominicaine|DO"
            })
    void shouldFindCountryHoweverItIsWritten(String name, String code) {
        // Then
        assertThat(Countries.codeOf(name)).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anglais|en",
                "ENGLISH|en",
                "Français (France)|fr",
                "franÃ§ais|fr",
                "espagnol|es",
                "pt_BR|pt-BR",
                "Mandarin|zh",
                "créole haïtien|ht",
                "fr|fr",
                "eng|en"
            })
    void shouldFindLanguageHoweverItIsWritten(String name, String tag) {
        // Then
        assertThat(Languages.tagOf(name)).contains(tag);
    }

    @ParameterizedTest
    @CsvSource({"Atlantis", "the", "de la", "''"})
    void shouldNotGuessAtOtherWords(String text) {
        // Then
        assertThat(Countries.codeOf(text)).isEmpty();
        assertThat(Languages.isName(text)).isFalse();
    }
}
