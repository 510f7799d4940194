package org.affinity.profile.imports.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.imports.domain.ColumnMapping.PlatformOrigin;
import org.affinity.profile.imports.domain.RowReading.Blank;
import org.affinity.profile.imports.domain.RowReading.Note;
import org.affinity.profile.imports.domain.RowReading.Read;
import org.affinity.profile.imports.domain.RowReading.Rejected;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RowReaderTest {

    private static final Header HEADER =
            Header.of(List.of("Handle", "Followers", "Rate", "Likes", "Country", "Born", "Topics", "Languages"));
    private static final ColumnMapping MAPPING = new ColumnMapping(
            Platform.TIKTOK,
            PlatformOrigin.GIVEN,
            MetricSource.ESTIMATED,
            Map.of(
                    ImportField.HANDLE, List.of("Handle"),
                    ImportField.FOLLOWERS, List.of("Followers"),
                    ImportField.ENGAGEMENT_RATE, List.of("Rate"),
                    ImportField.INTERACTIONS, List.of("Likes"),
                    ImportField.COUNTRY, List.of("Country"),
                    ImportField.BIRTH_YEAR, List.of("Born"),
                    ImportField.TOPICS, List.of("Topics"),
                    ImportField.LANGUAGES, List.of("Languages")));

    private final RowReader reader =
            new RowReader(HEADER, MAPPING, Platforms.shipped(), List.of(), LocalDate.of(2026, 1, 1), null);

    private RowReading read(String... cells) {
        return reader.read(new RawRecord(1, 2, List.of(cells), null));
    }

    private static Read taken(RowReading reading) {
        assertThat(reading).isInstanceOf(Read.class);
        return (Read) reading;
    }

    @Test
    void shouldReadAllFields() {
        // When
        Read read = taken(
                read("@Some.One", "12 345", "1.39%", "", "Côte d’Ivoire", "1990", "Food; HOME|food", "French, pt_BR"));
        // Then
        var account = read.account();
        assertThat(account.account().handle().value()).isEqualTo("Some.One");
        assertThat(account.account().platform()).isEqualTo(Platform.TIKTOK);
        assertThat(account.account().metrics().followers()).isEqualTo(12_345);
        assertThat(account.account().metrics().engagementRate()).isEqualTo(new BigDecimal("0.0139"));
        assertThat(account.country()).isEqualTo("CI");
        assertThat(account.birthYear()).isEqualTo(1990);
        assertThat(account.topics()).containsExactly("food", "home");
        assertThat(account.languages()).containsExactly("fr", "pt-BR");
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void shouldDivideInteractionsByFollowersWhenNoRateIsGiven() {
        // When
        Read read = taken(read("a", "1000", "N/A", "50", "", "", "", ""));
        // Then
        assertThat(read.account().account().metrics().engagementRate()).isEqualByComparingTo("0.05");
    }

    @Test
    void shouldReadRateInColumnOfPercentages() {
        // Given
        var percent = new RowReader(
                Header.of(List.of("Handle", "Rate %")),
                new ColumnMapping(
                        Platform.TIKTOK,
                        PlatformOrigin.GIVEN,
                        MetricSource.ESTIMATED,
                        Map.of(
                                ImportField.HANDLE, List.of("Handle"),
                                ImportField.ENGAGEMENT_RATE, List.of("Rate %"))),
                Platforms.shipped(),
                List.of(),
                LocalDate.of(2026, 1, 1),
                null);
        // When
        Read read = taken(percent.read(new RawRecord(1, 2, List.of("a", "3.5"), null)));
        // Then
        assertThat(read.account().account().metrics().engagementRate()).isEqualByComparingTo("0.035");
    }

    @Test
    void shouldKnowNoRateWithoutFollowers() {
        // When
        Read read = taken(read("a", "0", "0,5", "50", "", "", "", ""));
        // Then
        assertThat(read.account().account().metrics().engagementRate()).isNull();
    }

    @Test
    void shouldNoteWhatItLeavesAside() {
        // When
        Read read = taken(read("a", "5", "", "", "Atlantis", "17", "", "klingonish"));
        // Then
        assertThat(read.notes())
                .containsExactly(
                        new Note("UNKNOWN_COUNTRY", "Country", "Atlantis"),
                        new Note("UNKNOWN_LANGUAGE", "Languages", "klingonish"),
                        new Note("INVALID_BIRTH_YEAR", "Born", "17"));
    }

    @Test
    void shouldRejectWithReasonColumnAndCell() {
        // Then
        assertThat(read("", "5", "", "", "", "", "", ""))
                .isEqualTo(new Rejected(RejectionReason.MISSING_HANDLE, "Handle", ""));
        assertThat(read("not a handle", "5", "", "", "", "", "", ""))
                .isEqualTo(new Rejected(RejectionReason.INVALID_HANDLE, "Handle", "not a handle"));
        assertThat(read("a", "many", "", "", "", "", "", ""))
                .isEqualTo(new Rejected(RejectionReason.INVALID_NUMBER, "Followers", "many"));
        assertThat(read("a", "-5", "", "", "", "", "", ""))
                .isEqualTo(new Rejected(RejectionReason.NEGATIVE_NUMBER, "Followers", "-5"));
        assertThat(read("a", "10,5", "", "", "", "", "", ""))
                .isEqualTo(new Rejected(RejectionReason.NOT_A_WHOLE_NUMBER, "Followers", "10,5"));
        assertThat(read("a", "900b", "", "", "", "", "", ""))
                .isEqualTo(new Rejected(RejectionReason.NUMBER_OUT_OF_RANGE, "Followers", "900b"));
        assertThat(read("a", "5500000001", "", "", "", "", "", ""))
                .isEqualTo(new Rejected(RejectionReason.NUMBER_OUT_OF_RANGE, "Followers", "5500000001"));
        assertThat(read("a", "5500000000", "", "", "", "", "", "")).isInstanceOf(Read.class);
    }

    @Test
    void shouldRejectRecordOfWrongShape() {
        // Then
        assertThat(read("=====")).isEqualTo(new Rejected(RejectionReason.TOO_FEW_CELLS, null, "====="));
        assertThat(read("a", "", "", "", "", "", "", "", "more"))
                .isEqualTo(new Rejected(RejectionReason.TOO_MANY_CELLS, null, "more"));
        assertThat(read("a", "", "", "", "", "", "", "", "")).isInstanceOf(Read.class);
        assertThat(read("a", "", "", "", "\0", "", "", ""))
                .isEqualTo(new Rejected(RejectionReason.INVALID_CHARACTER, "Country", "\ufffd"));
    }

    @Test
    void shouldCallRecordWithoutContentBlank() {
        // When
        RowReading reading = read("", " ", "", "", "", "", "", "");
        // Then
        assertThat(reading).isEqualTo(new Blank());
    }

    @Test
    void shouldRejectInteractionsThatComeToRateOutOfRange() {
        // Then
        assertThat(read("a", "1", "", "10000", "", "", "", "")).isInstanceOf(Read.class);
        assertThat(read("a", "1", "", "5M", "", "", "", ""))
                .isEqualTo(new Rejected(RejectionReason.NUMBER_OUT_OF_RANGE, "Likes", "5M"));
        assertThat(read("a", "1", "10001", "", "", "", "", ""))
                .isEqualTo(new Rejected(RejectionReason.NUMBER_OUT_OF_RANGE, "Rate", "10001"));
    }
}
