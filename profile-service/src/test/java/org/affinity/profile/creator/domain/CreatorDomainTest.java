package org.affinity.profile.creator.domain;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CreatorDomainTest {

    @ParameterizedTest
    @CsvSource({
        "0,PROXIMITY",
        "999,PROXIMITY",
        "1000,NANO",
        "9999,NANO",
        "10000,MICRO",
        "100000,MICRO",
        "100001,MACRO",
        "1000000,MACRO",
        "1000001,MEGA",
        "650000000,MEGA"
    })
    void shouldFindTierByFollowers(long followers, Tier expected) {
        // When
        Tier tier = Tier.of(followers);
        // Then
        assertThat(tier).isEqualTo(expected);
        assertThat(followers).isBetween(tier.fewestFollowers(), tier.mostFollowers());
    }

    @Test
    void shouldKnowNoTierWithoutFollowers() {
        // When
        Tier tier = Tier.of(null);
        // Then
        assertThat(tier).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "@Some.One,Some.One",
        " some_one ,some_one",
        "https://www.instagram.com/some.one/,some.one",
        "https://youtube.com/@someone?x=1,someone"
    })
    void shouldReadHandle(String text, String expected) {
        // When
        var handle = Handle.parse(text);
        // Then
        assertThat(handle).map(Handle::value).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "two words", "a/b", "=====", "a@b"})
    void shouldReadNoHandleFromOtherText(String text) {
        // When
        var handle = Handle.parse(text);
        // Then
        assertThat(handle).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "YOUTUBE,5-Minute  Crafts,5-Minute Crafts",
        "YOUTUBE,✿ Kids Diana Show,✿ Kids Diana Show",
        "YOUTUBE,@MrBeast6000,MrBeast6000",
        "PODCAST,Two words & more,Two words & more"
    })
    void shouldTakeNameOfChannelForHandleWhereChannelsHaveNames(Platform platform, String text, String expected) {
        // Then
        assertThat(Platforms.shipped().handle(platform, text))
                .map(Handle::value)
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"INSTAGRAM,5-Minute Crafts", "TIKTOK,two words", "YOUTUBE,=====", "YOUTUBE,''", "YOUTUBE,@"})
    void shouldNotTakeNameForHandleElsewhere(Platform platform, String text) {
        // Then
        assertThat(Platforms.shipped().handle(platform, text)).isEmpty();
    }

    @Test
    void shouldKnowNoEngagementWithoutFollowers() {
        // When
        var metrics = new AccountMetrics(0L, new BigDecimal("0.5"), null);
        // Then
        assertThat(metrics.engagementRate()).isNull();
    }

    @Test
    void shouldCompareRatesByValue() {
        // Given
        var stored = new AccountMetrics(10L, new BigDecimal("0.0500000000"), null);
        // When
        var given = new AccountMetrics(10L, new BigDecimal("0.05"), null);
        // Then
        assertThat(given).isEqualTo(stored);
    }

    @Test
    void shouldKeepWhatNewerFiguresDoNotSay() {
        // Given
        var known = new AccountMetrics(10L, new BigDecimal("0.05"), 7L);
        // When
        var merged = known.overlaidWith(new AccountMetrics(12L, null, null));
        // Then
        assertThat(merged).isEqualTo(new AccountMetrics(12L, new BigDecimal("0.05"), 7L));
    }

    @Test
    void shouldRefuseFiguresBelowZero() {
        assertThatThrownBy(() -> new AccountMetrics(-1L, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fee(new BigDecimal("-1"), "EUR")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldGiveFeeTheDecimalsOfItsCurrency() {
        // When
        var euros = new Fee(new BigDecimal("180"), "EUR");
        var yen = new Fee(new BigDecimal("9000.00"), "JPY");
        // Then
        assertThat(euros.amount()).isEqualTo(new BigDecimal("180.00"));
        assertThat(yen.amount()).isEqualTo(new BigDecimal("9000"));
    }

    @Test
    void shouldUniteTopicsInOrder() {
        // When
        List<String> topics = Topics.union(List.of("food"), List.of(" Home ", "FOOD"));
        // Then
        assertThat(topics).containsExactly("food", "home");
    }

    @Test
    void shouldRankSources() {
        assertThat(MetricSource.ESTIMATED.isWeakerThan(MetricSource.DECLARED)).isTrue();
        assertThat(MetricSource.DECLARED.isWeakerThan(MetricSource.NETWORK)).isTrue();
        assertThat(MetricSource.NETWORK.isWeakerThan(MetricSource.NETWORK)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "France,FR",
        "fr,FR",
        "FRA,FR",
        "États-Unis,US",
        "USA,US",
        "United Kingdom,GB",
        "South Korea,KR",
        "Turkey,TR",
        "Russia,RU",
        "Czech Republic,CZ",
        "CÃ´te d'Ivoire,CI",
        "Côte d’Ivoire,CI",
        "Allemagne,DE",
        "British Virgin Islands,VG"
    })
    void shouldFindCountryByCommonName(String name, String expected) {
        // When
        var code = Countries.codeOf(name);
        // Then
        assertThat(code).contains(expected);
    }

    @Test
    void shouldAcceptCountryCodesInUseOnly() {
        assertThat(Countries.isCode("FR")).isTrue();
        assertThat(Countries.isCode("fr")).isFalse();
        assertThat(Countries.isCode("ZZ")).isFalse();
        assertThat(Countries.isCode("UK")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"fr,fr", "en-gb,en-GB", "zh-hant-tw,zh-Hant-TW"})
    void shouldWriteLanguageTagsCanonically(String tag, String expected) {
        // When
        var canonical = Languages.canonical(tag);
        // Then
        assertThat(canonical).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "f", "fr_FR", "english", "fr-", "x-private", "zz", "jp-JP"})
    void shouldRefuseOtherLanguageTags(String tag) {
        // When
        var canonical = Languages.canonical(tag);
        // Then
        assertThat(canonical).isEmpty();
    }
}
