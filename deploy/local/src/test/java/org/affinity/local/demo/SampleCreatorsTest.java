package org.affinity.local.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SampleCreatorsTest {

    @Test
    void shouldGiveTheSameBytesForTheSameSeed() {
        assertThat(SampleCreators.of(3, 300).csv())
                .isEqualTo(SampleCreators.of(3, 300).csv())
                .isNotEqualTo(SampleCreators.of(4, 300).csv());
    }

    @Test
    void shouldHoldTheWholeMarket() {
        // When
        List<SampleCreators.Creator> creators = SampleCreators.standard().creators();

        // Then
        assertThat(creators).hasSize(2_000);
        assertThat(creators).extracting(SampleCreators.Creator::handle).doesNotHaveDuplicates();
        assertThat(creators).filteredOn(creator -> creator.followers() < 1_000).hasSizeBetween(500, 700);
        assertThat(creators)
                .filteredOn(creator -> creator.followers() > 1_000_000)
                .hasSizeBetween(20, 70);
        assertThat(creators).filteredOn(creator -> creator.birthYear() >= 2011).hasSize(8);
        assertThat(creators.stream().map(creator -> creator.country().code()).collect(Collectors.toSet()))
                .contains("FR", "BE", "CH", "DE", "ES", "IT", "NL", "PT", "GB");
        assertThat(creators.stream().map(SampleCreators.Creator::platform).collect(Collectors.toSet()))
                .isEqualTo(Set.of("INSTAGRAM", "TIKTOK", "YOUTUBE", "TWITCH"));
    }

    @Test
    void shouldHoldWhatRealListsHold() {
        // When
        List<String> lines = SampleCreators.standard().csv().lines().toList();

        // Then: header, creators, a blank line, three identical and two conflicting rows, two unreadable ones
        assertThat(lines).hasSize(1 + 2_000 + 1 + 3 + 2 + 2);
        assertThat(lines).filteredOn(String::isEmpty).hasSize(1);
        assertThat(lines.stream().filter(line -> !line.isEmpty()).distinct()).hasSize(1 + 2_000 + 2 + 2);
        assertThat(lines.getFirst()).isEqualTo(SampleCreators.HEADER);
    }

    @Test
    void shouldLetSomeDeclareFeesAndSomeVolunteer() {
        // When
        List<SampleCreators.Declaration> declarations =
                SampleCreators.standard().declarations();

        // Then
        assertThat(declarations).hasSizeBetween(55, 65);
        assertThat(declarations)
                .filteredOn(declaration -> declaration.engagementType().equals("VOLUNTEER"))
                .hasSizeGreaterThan(10)
                .allSatisfy(declaration -> assertThat(declaration.feeInEuro()).isNull());
        assertThat(declarations)
                .filteredOn(declaration -> declaration.engagementType().equals("PAID"))
                .allSatisfy(declaration -> assertThat(declaration.feeInEuro()).matches("[1-9][0-9]*\\.00"));
    }
}
