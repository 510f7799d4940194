package org.affinity.profile.imports.domain;

import java.util.List;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.imports.domain.ColumnMapping.PlatformOrigin;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MappingProposalTest {

    private static MappingProposal proposal(String fileName, List<String> header, List<List<String>> sample) {
        return new MappingProposal(Header.of(header), sample, fileName, Platforms.shipped());
    }

    @Test
    void shouldRecogniseRankedList() {
        // Given
        var proposal = proposal(
                "list.csv",
                List.of(
                        "S.no",
                        "Instagram name",
                        " Name",
                        "Subscribers",
                        "Subscribers",
                        "Audience country",
                        "Engagement average\r\n",
                        "Category_1",
                        "Category_2"),
                List.of(List.of("1", "some.one", "Some One", "4.7M", "4700000", "France", "6.2K", "Music", "")));
        // When
        var columns = proposal.columns();
        // Then
        assertThat(columns.get(ImportField.HANDLE)).containsExactly("Instagram name");
        assertThat(columns.get(ImportField.DISPLAY_NAME)).containsExactly("Name");
        assertThat(columns.get(ImportField.FOLLOWERS)).containsExactly("Subscribers");
        assertThat(columns.get(ImportField.COUNTRY)).containsExactly("Audience country");
        assertThat(columns.get(ImportField.INTERACTIONS)).containsExactly("Engagement average");
        assertThat(columns.get(ImportField.TOPICS)).containsExactly("Category_1", "Category_2");
        assertThat(proposal.platform()).contains(Platform.INSTAGRAM);
        assertThat(proposal.platformOrigin()).isEqualTo(PlatformOrigin.HEADER);
    }

    @Test
    void shouldTakeColumnThatLooksLikeHandlesWhenNamesAreSwapped() {
        // Given
        var proposal = proposal(
                "list.csv",
                List.of("Name", "Instagram Name"),
                List.of(List.of("some.one", "Some One"), List.of("other_one", "Other One")));
        // When
        var columns = proposal.columns();
        // Then
        assertThat(columns.get(ImportField.HANDLE)).containsExactly("Name");
        assertThat(columns.get(ImportField.DISPLAY_NAME)).containsExactly("Instagram Name");
    }

    @Test
    void shouldAddUpInteractionsGivenInParts() {
        // Given
        var proposal = proposal(
                "tiktok-march.csv",
                List.of("Username", "Likes avg.", "Likes avg.", "Comments avg.", "Shares avg", "Views avg."),
                List.of(List.of("someone", "1K", "1000", "10", "5", "20K")));
        // When
        var columns = proposal.columns();
        // Then
        assertThat(columns.get(ImportField.INTERACTIONS)).containsExactly("Likes avg.", "Comments avg.", "Shares avg");
        assertThat(columns.get(ImportField.AVERAGE_VIEWS)).containsExactly("Views avg.");
        assertThat(proposal.platform()).contains(Platform.TIKTOK);
        assertThat(proposal.platformOrigin()).isEqualTo(PlatformOrigin.FILE_NAME);
    }

    @Test
    void shouldRecogniseExportOfMicroInfluencePlatform() {
        // Given
        var proposal = proposal(
                "list.csv",
                List.of(
                        "id",
                        "Year of birth",
                        "user_name",
                        "instagram_number_of_followers",
                        "instagram_average_engagement_rate"),
                List.of(List.of("1", "1990", "someone", "28", "0,375")));
        // When
        var columns = proposal.columns();
        // Then
        assertThat(columns.get(ImportField.HANDLE)).containsExactly("user_name");
        assertThat(columns.get(ImportField.BIRTH_YEAR)).containsExactly("Year of birth");
        assertThat(columns.get(ImportField.FOLLOWERS)).containsExactly("instagram_number_of_followers");
        assertThat(columns.get(ImportField.ENGAGEMENT_RATE)).containsExactly("instagram_average_engagement_rate");
    }

    @Test
    void shouldSayThatPlatformIsDefault() {
        // Given
        var proposal = proposal("list.csv", List.of("Username"), List.of(List.of("someone")));
        // When
        PlatformOrigin origin = proposal.platformOrigin();
        // Then
        assertThat(origin).isEqualTo(PlatformOrigin.DEFAULT);
    }

    @Test
    void shouldProposeNoHandleWhenNoneLooksLikeOne() {
        // Given
        var proposal = proposal("list.csv", List.of("title", "text"), List.of(List.of("A b", "c d")));
        // When
        var columns = proposal.columns();
        // Then
        assertThat(columns).doesNotContainKey(ImportField.HANDLE);
    }
}
