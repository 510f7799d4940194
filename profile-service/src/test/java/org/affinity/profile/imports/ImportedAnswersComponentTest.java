package org.affinity.profile.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorState;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

/** Lists that answer questions of the questionnaires in creators' stead. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ImportedAnswersComponentTest {

    private static final String MAPPING = """
            {"columns": {"handle": "User", "answers.household-size": "Household", "answers.about-me": "Intro",
                         "answers.content-formats": ["Format 1", "Format 2"]}}""";
    private static final String HEADER = "User,Household,Intro,Format 1,Format 2\n";
    private static final String ANSWERS = "answers.find { it.questionId == '%s' }.";

    private final EntityManagerFactory entities;
    private final String handle = handle();

    ImportedAnswersComponentTest(EntityManagerFactory entities) {
        this.entities = entities;
    }

    private JsonPath take(String row, String observedAt) {
        return Imports.runWith(
                Tokens.operator(),
                "list.csv",
                (HEADER + handle + "," + row + "\n").getBytes(StandardCharsets.UTF_8),
                Map.of("mapping", MAPPING, "observedAt", observedAt));
    }

    private static JsonPath answers(UUID creatorId) {
        return as(Tokens.operator())
                .get("/v1/creators/" + creatorId + "/questionnaire-answers")
                .jsonPath();
    }

    private static String told(UUID creatorId, String questionId, String field) {
        return answers(creatorId).getString(ANSWERS.formatted(questionId) + field);
    }

    @Test
    void shouldTakeAnswersOfAListOverWithItsDateAndTellMatching() {
        // When
        JsonPath report = take("3,Soups,Stories,Photos", "2025-03-01T00:00:00Z");
        // Then
        assertThat(report.getMap("mapping.columns")).containsKey("answers.household-size");
        UUID creatorId = Imports.creatorOf(report, 1);
        as(Tokens.operator())
                .get("/v1/creators/" + creatorId + "/questionnaire-answers")
                .then()
                .body("answers.questionId", containsInAnyOrder("household-size", "about-me", "content-formats"))
                .body(ANSWERS.formatted("household-size") + "value", equalTo(3))
                .body(ANSWERS.formatted("household-size") + "source", equalTo("IMPORT"))
                .body(ANSWERS.formatted("household-size") + "answeredAt", equalTo("2025-03-01T00:00:00Z"));
        JsonNode event = Events.await(CreatorState.UPDATED, creatorId, 1).data();
        assertThat(event.at("/answers/household-size").asInt()).isEqualTo(3);
        assertThat(event.at("/answers/content-formats/1").asText()).isEqualTo("story");
        assertThat(event.at("/answers/about-me").isMissingNode()).isTrue();
    }

    @Test
    void shouldReplaceAnswersOfAnEarlierListOnlyAndAddNothingTwice() {
        // Given
        UUID creatorId = Imports.creatorOf(take("3,,,", "2025-03-01T00:00:00Z"), 1);
        // When
        JsonPath again = take("3,,,", "2025-04-01T00:00:00Z");
        JsonPath earlier = take("2,,,", "2025-02-01T00:00:00Z");
        JsonPath later = take("4,,,", "2025-05-01T00:00:00Z");
        // Then
        assertThat(again.getInt("counts.unchanged")).isEqualTo(1);
        assertThat(earlier.getInt("counts.unchanged")).isEqualTo(1);
        assertThat(later.getInt("counts.unchanged")).isZero();
        assertThat(told(creatorId, "household-size", "value")).isEqualTo("4");
        assertThat(Events.await(CreatorState.UPDATED, creatorId, 2)
                        .data()
                        .at("/answers/household-size")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void shouldNotReplaceWhatCreatorsAnsweredOrWithdrewThemselves() {
        // Given
        UUID creatorId = UUID.randomUUID();
        signUp(creatorId, profile(handle));
        take("3,Soups,,", "2025-03-01T00:00:00Z");
        String path = "/v1/creators/" + creatorId + "/questionnaire-answers";
        String creator = Tokens.creator(creatorId);
        as(creator).header("If-Match", "*").body(Map.of("value", 5)).put(path + "/household-size");
        as(creator).header("If-Match", "*").delete(path + "/about-me").then().statusCode(200);
        // When
        JsonPath report = take("4,Stews,Photos,", "2026-01-01T00:00:00Z");
        // Then
        assertThat(report.getInt("counts.updated")).isEqualTo(1);
        as(creator)
                .get(path)
                .then()
                .body("answers.questionId", containsInAnyOrder("household-size", "content-formats"))
                .body(ANSWERS.formatted("household-size") + "value", equalTo(5))
                .body(ANSWERS.formatted("household-size") + "source", equalTo("CREATOR"));
        as(creator).header("If-Match", "*").body(Map.of("value", "Pies")).put(path + "/about-me");
        assertThat(told(creatorId, "about-me", "value")).isEqualTo("Pies");
    }

    @Test
    void shouldNoteCellsThatAreNoAnswerAndTakeTheRestOver() {
        // When
        JsonPath report = take("many,Soups,haikus,", "2025-03-01T00:00:00Z");
        // Then
        assertThat(report.getMap("notes")).isEqualTo(Map.of("INVALID_ANSWER", 2));
        assertThat(report.getInt("counts.accepted")).isEqualTo(1);
        JsonPath rows = as(Tokens.operator())
                .get(Imports.PATH + "/" + report.getString("importId") + "/rows")
                .jsonPath();
        assertThat(rows.getList("items[0].notes.column")).containsExactlyInAnyOrder("Household", "Format 1");
        assertThat(rows.getList("items[0].notes.cell")).containsExactlyInAnyOrder("many", "haikus");
        assertThat(told(Imports.creatorOf(report, 1), "about-me", "value")).isEqualTo("Soups");
    }

    @Test
    void shouldRefuseAMappingToNoQuestion() {
        // When
        var refused = Imports.upload(
                Tokens.operator(),
                "list.csv",
                HEADER,
                "{\"columns\": {\"handle\": \"User\", \"answers.religion\": \"Intro\"}}");
        var several = Imports.upload(
                Tokens.operator(),
                "list.csv",
                HEADER,
                "{\"columns\": {\"handle\": \"User\", \"answers.household-size\": [\"Household\", \"Intro\"]}}");
        // Then
        refused.then().statusCode(422).body("errors[0].pointer", equalTo("/mapping/columns/answers.religion"));
        several.then().statusCode(422).body("errors[0].pointer", equalTo("/mapping/columns/answers.household-size"));
    }

    @Test
    void shouldChangeNothingWhenRunDry() {
        // Given
        UUID creatorId = UUID.randomUUID();
        signUp(creatorId, profile(handle));
        // When
        JsonPath dry = Imports.runWith(
                Tokens.operator(),
                "list.csv",
                (HEADER + handle + ",3,,,\n").getBytes(StandardCharsets.UTF_8),
                Map.of("mapping", MAPPING, "dryRun", "true"));
        // Then
        assertThat(dry.getInt("counts.updated")).isEqualTo(1);
        assertThat(dry.getInt("counts.unchanged")).isZero();
        assertThat(answers(creatorId).getList("answers")).isEmpty();
    }

    @Test
    void shouldTakeManyAnswersOverWithoutAQueryForEach() {
        // Given
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        String mapping = MAPPING.replace("\"handle\":", "\"displayName\": \"Name\", \"handle\":");
        List<String> handles = IntStream.range(0, 400).mapToObj(_ -> handle()).toList();
        list(handles, mapping, "Ana", "Soups");
        statistics.setStatisticsEnabled(true);
        // When
        long before = statistics.getPrepareStatementCount();
        JsonPath names = list(handles, mapping, "Bo", "Soups");
        long between = statistics.getPrepareStatementCount();
        JsonPath answers = list(handles, mapping, "Cleo", "Stews");
        long after = statistics.getPrepareStatementCount();
        statistics.setStatisticsEnabled(false);
        // Then
        assertThat(names.getInt("counts.updated")).isEqualTo(400);
        assertThat(answers.getInt("counts.updated")).isEqualTo(400);
        assertThat(answers.getInt("counts.unchanged")).isZero();
        assertThat(after - between).isLessThan(between - before + 50);
    }

    private static JsonPath list(List<String> handles, String mapping, String name, String intro) {
        String rows = handles.stream()
                .map(one -> one + ",3," + intro + ",Photos,," + name)
                .collect(Collectors.joining("\n"));
        return Imports.runWith(
                Tokens.operator(),
                "list.csv",
                (HEADER.strip() + ",Name\n" + rows + "\n").getBytes(StandardCharsets.UTF_8),
                Map.of("mapping", mapping));
    }
}
