package org.affinity.profile.imports.domain;

import java.util.List;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.imports.domain.ProposedColumn.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class MappingProposalValuesTest {

    @Test
    void shouldRecogniseColumnsByTheirValuesWhenNamesSayNothing() {
        // Given
        var header = Header.of(List.of("A", "B", "C", "D"));
        var sample = List.of(
                List.of("@someone", "Royaume-Uni", "anglais", "instagram"),
                List.of("@other", "Corée du Sud", "French", "TikTok"),
                List.of("@third", "USA", "espagnol", "Twitter"),
                List.of("@fourth", "Etats Unis", "allemand", "youtube"));
        // When
        var columns = new MappingProposal(header, sample, "list.csv", Platforms.shipped()).columns();
        // Then
        assertThat(columns.get(ImportField.HANDLE)).containsExactly("A");
        assertThat(columns.get(ImportField.LANGUAGES)).containsExactly("C");
        assertThat(columns.get(ImportField.PLATFORM)).containsExactly("D");
    }

    @Test
    void shouldRecogniseCountriesByTheirNames() {
        // Given
        var header = Header.of(List.of("Username", "Based in"));
        var sample = List.of(List.of("a", "Royaume-Uni"), List.of("b", "Corée du Sud"), List.of("c", "Brasil"));
        // When
        var columns = new MappingProposal(header, sample, "list.csv", Platforms.shipped()).columns();
        // Then
        assertThat(columns.get(ImportField.COUNTRY)).containsExactly("Based in");
    }

    @Test
    void shouldPassOverColumnOfFiguresThatHoldsNone() {
        // Given
        var header = Header.of(List.of("Username", "Top follower country", "Followers country", "Followers"));
        var sample = List.of(List.of("a", "France", "France", "1,2k"), List.of("b", "Spain", "Spain", "N/A"));
        // When
        var columns = new MappingProposal(header, sample, "list.csv", Platforms.shipped()).columns();
        // Then
        assertThat(columns.get(ImportField.FOLLOWERS)).containsExactly("Followers");
        assertThat(columns.get(ImportField.COUNTRY)).containsExactly("Top follower country");
    }

    @Test
    void shouldRecogniseFrenchHeader() {
        // Given
        var header = Header.of(List.of(
                "Pseudo", "Abonnés", "Taux d'engagement", "Pays", "Langue", "Thématiques", "Tarif (EUR)", "Devise"));
        var sample = List.of(List.of("a", "1,2k", "3,1%", "France", "fr", "Mode", "120", "EUR"));
        // When
        var columns = new MappingProposal(header, sample, "liste tiktok.csv", Platforms.shipped()).columns();
        // Then
        assertThat(columns.keySet())
                .containsExactlyInAnyOrder(
                        ImportField.HANDLE,
                        ImportField.FOLLOWERS,
                        ImportField.ENGAGEMENT_RATE,
                        ImportField.COUNTRY,
                        ImportField.LANGUAGES,
                        ImportField.TOPICS,
                        ImportField.FEE,
                        ImportField.CURRENCY);
    }

    @Test
    void shouldExplainEachColumn() {
        // Given
        var header = Header.of(List.of("rank", "handle", "Subscribers", "Where", "Colour", "rejected_reason"));
        var sample = List.of(
                List.of("1", "a", "10", "France", "red", "INVALID_NUMBER"),
                List.of("2", "b", "x", "Spain", "red", "INVALID_NUMBER"),
                List.of("3", "c", "12", "Italy", "blue", "INVALID_NUMBER"));
        // When
        List<ProposedColumn> explained = new MappingProposal(header, sample, "list.csv", Platforms.shipped()).explain();
        // Then
        assertThat(explained)
                .extracting(ProposedColumn::column, ProposedColumn::field, ProposedColumn::reason)
                .containsExactly(
                        tuple("rank", null, Reason.NOT_ABOUT_CREATORS),
                        tuple("handle", ImportField.HANDLE, Reason.FIELD_NAME),
                        tuple("Subscribers", ImportField.FOLLOWERS, Reason.COLUMN_NAME),
                        tuple("Where", ImportField.COUNTRY, Reason.VALUES),
                        tuple("Colour", null, Reason.NOT_RECOGNISED),
                        tuple("rejected_reason", null, Reason.NOT_ABOUT_CREATORS));
        assertThat(explained.get(2).suitable()).isEqualTo(2 / 3.0);
        assertThat(explained.get(4).samples()).containsExactly("red", "blue");
    }
}
