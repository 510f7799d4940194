package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.Hit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Among real plain consumers there are engagement rates of more than 100 %, all of a handful of followers. */
@EnabledIfEnvironmentVariable(named = RealData.VARIABLE, matches = ".+")
class HandfulOfFollowersTest {

    private static final int FEW = 50;

    private static final ExhaustiveEngine ENGINE = new ExhaustiveEngine(ShippedData.COLUMNS.schema());

    private static List<Candidate> creators;

    @BeforeAll
    static void read() {
        List<Map<String, String>> rows = RealData.csv("yoo/influencers-odd-ids.csv").stream()
                .filter(row -> !row.get("instagram_number_of_followers").isBlank())
                .toList();
        creators = IntStream.range(0, rows.size())
                .mapToObj(i -> candidate(rows.get(i), new UUID(0, i)))
                .toList();
        creators.forEach(creator -> ENGINE.put(ShippedData.ENCODER.encode(creator)));
    }

    static Stream<Arguments> campaigns() {
        return Stream.of(EngagementType.values())
                .flatMap(type -> Stream.of(Aim.values())
                        .flatMap(aim -> Stream.of(Kpi.values()).map(kpi -> Arguments.of(type, aim, kpi))));
    }

    @ParameterizedTest
    @MethodSource("campaigns")
    void shouldNeverRankAnArtefactAmongTheFirstTen(EngagementType type, Aim aim, Kpi kpi) {
        // Given
        Brief brief = BriefBuilder.brief()
                .engagementType(type)
                .objective(aim, kpi, "10000")
                .dates("2018-06-01", "2018-06-30")
                .maxCreators(20)
                .build();

        // When
        List<Hit> hits = ENGINE.search(
                        ShippedData.PLANS.of(brief, Map.of(), ShippedData.AS_OF).forEngine(10))
                .hits();

        // Then
        assertThat(hits).hasSize(10);
        assertThat(hits)
                .extracting(hit -> creators.get((int) hit.id().getLeastSignificantBits())
                        .accounts()
                        .getFirst())
                .allMatch(account -> account.followers() >= FEW && account.engagementRate() <= 1);
    }

    private static Candidate candidate(Map<String, String> row, UUID id) {
        String rate = row.get("instagram_average_engagement_rate").replace(',', '.');
        return new Candidate(
                id,
                1,
                true,
                "FR",
                Set.of("fr"),
                null,
                Set.of(),
                List.of(new Account(
                        id,
                        Platform.INSTAGRAM,
                        row.get("user_name"),
                        Long.valueOf(row.get("instagram_number_of_followers")),
                        rate.isBlank() ? null : Double.valueOf(rate),
                        null,
                        null,
                        MetricSource.NETWORK)),
                Stream.of(EngagementType.values())
                        .map(type -> new Availability(type, null))
                        .toList(),
                0,
                null);
    }
}
