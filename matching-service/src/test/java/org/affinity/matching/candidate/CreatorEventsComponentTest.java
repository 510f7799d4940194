package org.affinity.matching.candidate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.matching.TestCreators;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AgeClearance;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AvailabilityTerms;
import org.affinity.matching.candidate.domain.BrandRelation;
import org.affinity.matching.candidate.domain.BrandTie;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Niche;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.RatedContent;
import org.affinity.matching.candidate.domain.SelfDescription;
import org.affinity.matching.candidate.store.CandidateRepository;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CreatorEventsComponentTest {

    private final ObjectNode creator = TestCreators.creator("fr");

    @Test
    void shouldLeaveOutWhatIsContestedUnlessThatWouldKeepTheCreatorOutOrLetAMinorPass() {
        // Given
        String account = "accounts/" + creator.at("/accounts/0/accountId").asText() + "/";
        creator.putArray("contestedFields")
                .add("birthYear")
                .add("country")
                .add(account + "followers")
                .add(account + "engagementRate")
                .add(account + "audience");

        // When
        Candidate candidate = TestCreators.find(TestCreators.publishAndAwait(creator));

        // Then
        assertThat(candidate.country()).isNull();
        assertThat(candidate.birthYear()).isEqualTo(1994);
        assertThat(candidate.accounts()).singleElement().satisfies(known -> {
            assertThat(known.engagementRate()).isNull();
            assertThat(known.audience()).isEmpty();
            assertThat(known.followers()).isEqualTo(8_200);
            assertThat(known.credibility()).isNotNull();
        });
        assertThat(candidate.contested())
                .containsExactlyInAnyOrder("country", account + "engagementRate", account + "audience");
    }

    @Test
    void shouldKnowACreatorAsTheExampleOfTheContractTells() {
        // Given

        // When
        UUID id = TestCreators.publishAndAwait(creator);

        // Then
        Candidate candidate = TestCreators.find(id);
        assertThat(candidate.country()).isEqualTo("FR");
        assertThat(candidate.topics()).containsExactly("food", "home");
        assertThat(candidate.accounts()).singleElement().satisfies(account -> {
            assertThat(account.platform()).isEqualTo(Platform.INSTAGRAM);
            assertThat(account.followers()).isEqualTo(8_200);
            assertThat(account.engagementRate()).isEqualTo(0.041);
        });
        assertThat(candidate
                        .availabilityFor(EngagementType.PAID)
                        .orElseThrow()
                        .fee()
                        .amount())
                .isEqualByComparingTo("180");
        assertThat(candidate.completedCollaborations()).isEqualTo(2);
        assertThat(candidate.ageClearance())
                .isEqualTo(
                        new AgeClearance(true, List.of(new AgeClearance.Period(LocalDate.parse("2013-01-01"), null))));
    }

    @Test
    void shouldKnowWhatTheExampleTellsOfAudienceTermsAndTies() {
        // Given

        // When
        UUID id = TestCreators.publishAndAwait(creator);

        // Then
        Candidate candidate = TestCreators.find(id);
        assertThat(candidate.accounts()).singleElement().satisfies(account -> {
            assertThat(account.credibility()).isEqualTo(0.87);
            assertThat(account.lastPostAt()).isEqualTo("2026-01-13T17:30:00Z");
            assertThat(account.audienceBy(AudienceDimension.COUNTRY)
                            .orElseThrow()
                            .shares())
                    .containsEntry("FR", 0.74);
        });
        assertThat(candidate.availabilityFor(EngagementType.PAID).orElseThrow().terms())
                .isEqualTo(new AvailabilityTerms(LocalDate.parse("2026-01-01"), null, 2, 3, 10));
        assertThat(candidate.rateCard())
                .extracting(RatedContent::format, piece -> piece.costOfOne().amount())
                .containsExactly(tuple(ContentFormat.REEL, new BigDecimal("180.00")));
        assertThat(candidate.responsiveness().answerRateLow()).isEqualTo(0.36);
        SelfDescription about = candidate.about();
        assertThat(about.brands())
                .extracting(BrandTie::relation, BrandTie::key, BrandTie::workedOn)
                .containsExactly(
                        tuple(BrandRelation.WORKED_WITH, "maison potage", LocalDate.parse("2025-11-20")),
                        tuple(BrandRelation.REFUSES, "kiosque a tabac", null));
        assertThat(about.bio()).startsWith("Soups");
        assertThat(about.niches()).extracting(Niche::categoryId).containsExactly("210");
        assertThat(about.causes()).containsExactly("food-aid");
        assertThat(about.languageLevels()).containsEntry("fr", "NATIVE");
        assertThat(about.homePlace()).contains("FR:rennes");
        assertThat(about.answers())
                .containsEntry("household-size", List.of("3"))
                .containsEntry("driving-licence", List.of("true"))
                .containsEntry("interests", List.of("cooking", "gardening"));
        assertThat(candidate.linkedTo()).isNull();
        assertThat(candidate.paidPause()).isNull();
    }

    @Test
    void shouldKnowACreatorOfWhomTheEventSaysNoMoreThanItMust() {
        // Given
        creator.remove(List.of(
                "paidPause",
                "languageLevels",
                "rateCard",
                "brands",
                "niches",
                "causes",
                "responsiveness",
                "contestedFields",
                "answers",
                "minor",
                "bio",
                "linkedTo"));
        ((ObjectNode) creator.at("/accounts/0")).remove(List.of("lastPostAt", "credibility", "audience"));

        // When
        UUID id = TestCreators.publishAndAwait(creator);

        // Then
        assertThat(TestCreators.find(id).ageClearance()).isNull();
        assertThat(TestCreators.find(id).about()).isEqualTo(SelfDescription.NONE);
        assertThat(TestCreators.find(id).rateCard()).isEmpty();
    }

    @Test
    void shouldPassOverWhatIsOlderOrTheSame() {
        // Given
        UUID id = TestCreators.publishAndAwait(creator.put("version", 5).put("country", "BE"));

        // When
        TestCreators.publish(creator.deepCopy().put("version", 4).put("country", "CA"));
        TestCreators.publish(creator.deepCopy().put("version", 5).put("country", "CH"));
        TestCreators.publishAndAwait(creator.deepCopy().put("version", 6).put("birthYear", 1980));

        // Then
        assertThat(TestCreators.find(id).country()).isEqualTo("BE");
        assertThat(TestCreators.find(id).birthYear()).isEqualTo(1980);
    }

    @Test
    void shouldPassOverTypesAndFieldsThatItDoesNotKnow() {
        // Given
        UUID id = TestCreators.id(creator);

        // When
        Events.publish("profile.creator.celebrated.v1", id, 1, "{}");
        TestCreators.publishAndAwait(creator.put("shoeSize", 42));

        // Then
        assertThat(TestCreators.find(id).accounts()).hasSize(1);
    }

    @Test
    void shouldTakeAccountsOnPlatformsThatWereAddedLater() {
        // Given
        ObjectNode added = creator.withArray("accounts").addObject();
        added.setAll((ObjectNode) creator.at("/accounts/0"));
        added.put("platform", "MYSPACE").put("accountId", UUID.randomUUID().toString());

        // When
        UUID id = TestCreators.publishAndAwait(creator);

        // Then
        assertThat(TestCreators.find(id).accounts())
                .extracting(Account::platform)
                .containsExactly(Platform.INSTAGRAM, new Platform("MYSPACE"));
    }

    @Test
    void shouldLoadTheIndexFromTheTableWhenAReplicaStarts() {
        // Given
        UUID id = TestCreators.publishAndAwait(creator);
        Told told = new Told();
        CandidateIndex ofNewReplica = new CandidateIndex(repository(), told);

        // When
        ofNewReplica.refresh();

        // Then
        assertThat(told.candidates()).containsEntry(id, TestCreators.find(id));
        assertThat(ofNewReplica.snapshot().orElseThrow().changeNumber()).isPositive();
    }

    @Test
    void shouldLearnWhatAnotherReplicaStored() {
        // Given
        Told told = new Told();
        CandidateIndex ofOtherReplica = new CandidateIndex(repository(), told);
        ofOtherReplica.refresh();
        long before = ofOtherReplica.snapshot().orElseThrow().changeNumber();
        UUID id = TestCreators.publishAndAwait(creator);

        // When
        ofOtherReplica.refresh();

        // Then
        assertThat(ofOtherReplica.snapshot().orElseThrow().changeNumber()).isGreaterThan(before);
        assertThat(told.candidates()).containsKey(id);
    }

    @Test
    void shouldKeepTheNewestOfStatesThatComeTogether() {
        // Given
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        service().storeAll(List.of(version(other, 5)));

        // When
        service().storeAll(List.of(version(one, 2), version(other, 4), version(one, 3), version(one, 1)));

        // Then
        await().until(() -> TestCreators.find(one) != null);
        assertThat(TestCreators.find(one).version()).isEqualTo(3);
        assertThat(TestCreators.find(other).version()).isEqualTo(5);
    }

    private static Candidate version(UUID creatorId, long version) {
        return new Candidate(creatorId, version, true, null, Set.of(), null, Set.of(), List.of(), List.of(), 0, null);
    }

    @Test
    void shouldForgetWhatTheTopicDoesNotTellWhenRebuilt() {
        // Given
        UUID told = TestCreators.publishAndAwait(creator);
        UUID untold = UUID.randomUUID();
        service()
                .storeAll(List.of(
                        new Candidate(untold, 1, true, null, Set.of(), null, Set.of(), List.of(), List.of(), 0, null)));
        await().until(() -> TestCreators.find(untold) != null);

        // When
        int status = given().header("Authorization", "Bearer " + Tokens.operator())
                .post("/v1/matching-read-models/creators/rebuilds")
                .statusCode();

        // Then
        assertThat(status).isEqualTo(202);
        await().until(() -> TestCreators.find(untold) == null);
        await().until(() -> TestCreators.find(told) != null);
    }

    @Test
    void shouldTellHowLongEventsTookIntoTheIndexButNotThoseOfARebuild() {
        // Given
        long before = freshness().count();
        UUID told = TestCreators.publishAndAwait(creator);
        await().until(() -> freshness().count() > before);
        UUID untold = UUID.randomUUID();
        service().storeAll(List.of(version(untold, 1)));
        await().until(() -> TestCreators.find(untold) != null);
        long counted = freshness().count();

        // When
        given().header("Authorization", "Bearer " + Tokens.operator())
                .post("/v1/matching-read-models/creators/rebuilds")
                .then()
                .statusCode(202);
        await().until(() -> TestCreators.find(untold) == null && TestCreators.find(told) != null);

        // Then
        TestCreators.publishAndAwait(TestCreators.creator("fr"));
        await().until(() -> freshness().count() > counted);
        assertThat(freshness().count()).isEqualTo(counted + 1);
        assertThat(freshness().max(TimeUnit.MINUTES)).isLessThan(1);
    }

    private static Timer freshness() {
        return Arc.container()
                .instance(MeterRegistry.class)
                .get()
                .get("matching.index.freshness")
                .timer();
    }

    private static CandidateRepository repository() {
        return Arc.container().instance(CandidateRepository.class).get();
    }

    private static CandidateService service() {
        return Arc.container().instance(CandidateService.class).get();
    }
}
