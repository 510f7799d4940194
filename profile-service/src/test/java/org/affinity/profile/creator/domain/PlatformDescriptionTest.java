package org.affinity.profile.creator.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.affinity.profile.creator.domain.PlatformDescription.HandleKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlatformDescriptionTest {

    private static final PlatformDescription FEDERATED = new PlatformDescription(
            new Platform("FEDIVERSE"),
            "Fediverse",
            HandleKind.HANDLE,
            "@",
            30,
            List.of("https://www.fedi.example/profile/{handle}", "https://{handle}.fedi.example/"),
            List.of("fedi"),
            Set.of(PlatformMetric.FOLLOWERS, PlatformMetric.LIKES));

    @ParameterizedTest
    @CsvSource({
        "@lea,lea",
        "lea@fedi.example,lea@fedi.example",
        "https://fedi.example/profile/lea,lea",
        "HTTP://WWW.fedi.example/profile/lea/posts?page=2,lea",
        "https://lea.fedi.example,lea",
        "https://lea.fedi.example/about,lea",
        "https://other.example/lea,lea"
    })
    void shouldReadNamesOfAccounts(String text, String expected) {
        // When
        var handle = FEDERATED.handleIn(text);
        // Then
        assertThat(handle).map(Handle::value).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "@@", "two words", "lea!fedi", "abcdefghijabcdefghijabcdefghijk"})
    void shouldReadNoNameFromOtherText(String text) {
        // When
        var handle = FEDERATED.handleIn(text);
        // Then
        assertThat(handle).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INSTAGRAM,https://www.instagram.com/lea.cuisine/,lea.cuisine",
        "SNAPCHAT,https://www.snapchat.com/add/lea,lea",
        "LINKEDIN,https://www.linkedin.com/in/lea?x=1,lea",
        "YOUTUBE,https://youtube.com/channel/UC_1-2,UC_1-2"
    })
    void shouldReadAddressesOfPlatformsThatShip(Platform platform, String text, String expected) {
        // When
        var handle = Platforms.shipped().handle(platform, text);
        // Then
        assertThat(handle).map(Handle::value).contains(expected);
    }

    @Test
    void shouldNameTheFigureThatThePlatformDoesNotTell() {
        // Given
        var told = Observation.of(new AccountMetrics(10L, null, null));
        var untold = Observation.of(new AccountMetrics(10L, null, 7L));
        // Then
        assertThat(FEDERATED.lackingIn(told)).isEmpty();
        assertThat(FEDERATED.lackingIn(untold)).contains(PlatformMetric.VIEWS);
    }

    @ParameterizedTest
    @CsvSource({"instagram,INSTAGRAM", "Insta,INSTAGRAM", "twitter,X", "x,X", "fedi,FEDIVERSE", "FEDIVERSE,FEDIVERSE"})
    void shouldFindPlatformByNameOrWord(String cell, Platform expected) {
        // Given
        Platforms platforms = Platforms.shipped().with(List.of(FEDERATED));
        // When
        var platform = platforms.named(cell);
        // Then
        assertThat(platform).contains(expected);
    }

    @Test
    void shouldTakeOneDescriptionForAnother() {
        // Given
        var described = new PlatformDescription(
                Platform.TIKTOK,
                "TikTok",
                HandleKind.NAME,
                "",
                100,
                List.of(),
                List.of("tiktok"),
                EnumSet.noneOf(PlatformMetric.class));
        // When
        Platforms platforms = Platforms.shipped().with(List.of(described));
        // Then
        assertThat(platforms.all()).hasSameSizeAs(Platforms.shipped().all());
        assertThat(platforms.handle(Platform.TIKTOK, "two words"))
                .map(Handle::value)
                .contains("two words");
    }
}
