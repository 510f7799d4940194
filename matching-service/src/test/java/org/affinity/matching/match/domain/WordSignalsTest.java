package org.affinity.matching.match.domain;

import java.util.Set;
import org.affinity.matching.candidate.domain.BrandRelation;
import org.junit.jupiter.api.Test;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;

/** Signals that are read from words. */
class WordSignalsTest {

    @Test
    void shouldReadTopicsAsShareOfWhatIsWanted() {
        // Given

        // When
        Contribution part = Explained.part(
                Signal.TOPIC_AFFINITY, candidate(1).topics("cooking", "garden"), brief().topics("Cooking", "travel"));

        // Then
        assertThat(part.value()).isEqualTo(0.5);
        assertThat(part.points()).isZero();
        assertThat(part.evidence().text())
                .isEqualTo("1 of 2 wanted topics: wanted cooking, travel, has cooking, garden");
        assertThat(part.evidence().source()).isEqualTo("PROFILE");
        assertThat(part.evidence().observedOn()).isNull();
        assertThat(part.evidence().lowers()).isEqualTo("lacks travel");
    }

    @Test
    void shouldMeetTopicsInFrenchAndEnglish() {
        // Given
        BriefBuilder brief = brief().topics("gardening", "cooking", "recipes", "slow life");

        // When
        Contribution french = Explained.part(Signal.TOPIC_AFFINITY, candidate(1).topics("jardinage", "cuisine"), brief);
        Contribution english =
                Explained.part(Signal.TOPIC_AFFINITY, candidate(1).topics("gardening", "cooking"), brief);

        // Then
        assertThat(french.value()).isEqualTo(english.value()).isEqualTo(0.668);
        assertThat(french.evidence().text())
                .isEqualTo("2 of 3 wanted topics: wanted cooking or recipes, gardening, slow life,"
                        + " has cuisine, jardinage");
        assertThat(french.evidence().lowers()).isEqualTo("lacks slow life");
    }

    @Test
    void shouldCountNearCategoriesInPart() {
        // Given
        // Cooking (216) is below Food & Drink (210).
        BriefBuilder brief = brief().target(Asked.interests("216"));

        // When
        Contribution same = Explained.part(Signal.NICHE_AFFINITY, candidate(1).topics("recettes"), brief);
        Contribution near =
                Explained.part(Signal.NICHE_AFFINITY, candidate(1).topics().niche("217"), brief);
        Contribution far = Explained.part(Signal.NICHE_AFFINITY, candidate(1).topics("tennis"), brief);

        // Then
        assertThat(same.value()).isEqualTo(1);
        assertThat(near.value()).isEqualTo(0.5);
        assertThat(far.value()).isZero();
        assertThat(near.evidence().lowers()).isEqualTo("lacks Cooking");
    }

    @Test
    void shouldFindWordsAndInterestsOfTheBriefInFrenchAndEnglishBios() {
        // Given
        BriefBuilder brief = brief().brand("").description("Une nouvelle gamme pour les voyages en avion");

        // When
        Contribution french = text("Je voyage beaucoup, toujours en avion", brief);
        Contribution english = text("Aviation photographer and pilot", brief);
        Contribution neither = text("Cakes and more cakes", brief);
        Contribution silent = Explained.part(Signal.TEXT_AFFINITY, candidate(1).topics(), brief);

        // Then
        assertThat(french.level()).isGreaterThan(english.level());
        assertThat(english.level()).isGreaterThan(neither.level());
        assertThat(neither.level()).isZero();
        assertThat(silent.level()).isNull();
        assertThat(english.evidence().text()).contains("Air Travel");
    }

    @Test
    void shouldShowWordsAsTheBriefWritesThem() {
        // Given
        BriefBuilder brief = brief().brand("").topics("gardening").description("Potagers en ville, Mortadelle");

        // When
        Contribution some = text("Mon potager et mes gardens", brief);
        Contribution none = text("Tennis", brief);
        Contribution withoutInterests = text("Tennis", brief().brand("").topics("mortadelle"));

        // Then
        assertThat(some.evidence().text())
                .isEqualTo("2 of 4 words of the brief (gardening, Potagers) and 2 of its 2 interests"
                        + " (Gardening, Home & Garden) in bio, topics and handle");
        assertThat(none.evidence().text())
                .isEqualTo("0 of 4 words of the brief and 0 of its 2 interests in bio, topics and handle");
        assertThat(withoutInterests.evidence().text()).isEqualTo("0 of 1 words of the brief in bio, topics and handle");
    }

    @Test
    void shouldReadInterestsInHandles() {
        // Given
        BriefBuilder brief = brief().brand("").description("makeup");

        // When
        Contribution part =
                Explained.part(Signal.TEXT_AFFINITY, candidate(1).topics().handle("1011makeup"), brief);

        // Then
        assertThat(part.level()).isEqualTo(250);
    }

    @Test
    void shouldSeeTheBrandInTheCreatorsOwnWords() {
        // Given
        BriefBuilder brief = brief().brand("Maison Verte");

        // When
        Contribution named =
                Explained.part(Signal.BRAND_MENTION, candidate(1).bio("Ambassadrice @maisonverte depuis 2024"), brief);
        Contribution not = Explained.part(Signal.BRAND_MENTION, candidate(1).bio("Une maison à la campagne"), brief);

        // Then
        assertThat(named.value()).isEqualTo(1);
        assertThat(named.evidence().text()).isEqualTo("names Maison Verte");
        assertThat(not.value()).isNull();
        assertThat(not.evidence().text()).isEqualTo("Maison Verte is not named in bio, topics and handle");
    }

    @Test
    void shouldSeeTheBrandByAllOfItsWords() {
        // Given
        String bio = "Fan de Potager Vif, jardin et recettes. L'Oréal à la rentrée, cours chez Les Mills";

        // When
        Contribution words = mention("Potager Vif", bio);
        Contribution legal = mention("Potager Vif SAS", bio);
        Contribution both = mention("Potager Vif", bio + " #potagervif");
        Contribution elided = mention("L'Oréal", bio);
        Contribution common = mention("Les Mills", bio);
        Contribution whole = mention("Decathlon", "Merci Decathlon");

        // Then
        assertThat(words.value()).isEqualTo(0.8);
        assertThat(words.evidence().text()).isEqualTo("has all words of Potager Vif, maybe apart from each other");
        assertThat(words.evidence().lowers()).isEqualTo("only the name as one word, such as #potagervif, counts fully");
        assertThat(legal.value()).isEqualTo(0.8);
        assertThat(both.value()).isEqualTo(1);
        assertThat(elided.value()).isEqualTo(0.8);
        assertThat(common.value()).isNull();
        assertThat(common.evidence().text()).isEqualTo("#lesmills is not in bio, topics and handle");
        assertThat(whole.value()).isEqualTo(1);
    }

    @Test
    void shouldCountTiesToTheSector() {
        // Given
        BriefBuilder brief = brief().conditions(Asked.sector("1123"));

        // When
        Contribution tied = Explained.part(
                Signal.SECTOR_EXPERIENCE, candidate(1).brand(BrandRelation.WORKED_WITH, "Another", "1123"), brief);
        Contribution refused = Explained.part(
                Signal.SECTOR_EXPERIENCE, candidate(1).brand(BrandRelation.REFUSES, "Another", "1123"), brief);

        // Then
        assertThat(tied.value()).isEqualTo(1);
        assertThat(refused.value()).isNull();
    }

    @Test
    void shouldWeighAnswersOfTheQuestionnaireAndPassOverWhatIsNotAnswered() {
        // Given
        BriefBuilder brief = brief().conditions(Asked.habits(
                new Habit("buys-make-up", Set.of("weekly", "daily")),
                new Habit("household-size", Set.of("3")),
                new Habit("pets", Set.of("dog"))));

        // When
        Contribution all = habits(
                candidate(1)
                        .answer("buys-make-up", "daily")
                        .answer("household-size", "3")
                        .answer("pets", "cat", "dog"),
                brief);
        Contribution one = habits(candidate(1).answer("buys-make-up", "daily"), brief);
        Contribution two = habits(candidate(1).answer("buys-make-up", "daily").answer("household-size", "1"), brief);
        Contribution otherwise = habits(candidate(1).answer("buys-make-up", "never"), brief);
        Contribution none = habits(candidate(1), brief);

        // Then
        assertThat(all.value()).isEqualTo(1);
        assertThat(one.level()).isEqualTo(83 + 42 + 42);
        // The two that are not answered could be either way.
        assertThat(one.lowPoints()).isEqualTo(one.thousandths() * (83 - one.neutralLevel()));
        assertThat(one.highPoints()).isEqualTo(one.thousandths() * (250 - one.neutralLevel()));
        assertThat(all.lowPoints()).isEqualTo(all.points()).isEqualTo(all.highPoints());
        assertThat(two.evidence().text()).isEqualTo("1 of 2 answers as wanted, 1 question not answered");
        assertThat(otherwise.level()).isEqualTo(42 + 42);
        assertThat(otherwise.evidence().lowers()).isEqualTo("answers otherwise: buys-make-up");
        assertThat(none.level()).isNull();
    }

    @Test
    void shouldPreferWhoSpeaksTheLanguageWell() {
        // Given
        BriefBuilder brief = brief().languages("fr");

        // When
        Contribution unsaid = Explained.part(Signal.LANGUAGE_FIT, candidate(1), brief);
        Contribution weak = Explained.part(Signal.LANGUAGE_FIT, candidate(1).languageLevel("fr", "B1"), brief);

        // Then
        assertThat(unsaid.value()).isEqualTo(1);
        assertThat(weak.value()).isEqualTo(0.5);
        assertThat(weak.evidence().lowers()).isEqualTo("speaks fr B1");
    }

    @Test
    void shouldPreferWhoLivesThere() {
        // Given
        BriefBuilder brief = brief().conditions(Asked.place("FR", "Saint-Étienne"));

        // When
        Contribution there = Explained.part(Signal.PLACE_PROXIMITY, candidate(1).livesIn("FR", "saint etienne"), brief);
        Contribution sameCountry =
                Explained.part(Signal.PLACE_PROXIMITY, candidate(1).livesIn("FR", "Lyon"), brief);
        Contribution elsewhere =
                Explained.part(Signal.PLACE_PROXIMITY, candidate(1).livesIn("BE", "Lyon"), brief);
        Contribution unknown = Explained.part(Signal.PLACE_PROXIMITY, candidate(1), brief);

        // Then
        assertThat(there.value()).isEqualTo(1);
        assertThat(there.evidence().text()).isEqualTo("lives in Saint Etienne (FR), wanted Saint-Étienne (FR)");
        assertThat(sameCountry.value()).isEqualTo(0.4);
        assertThat(elsewhere.value()).isZero();
        assertThat(unknown.value()).isNull();
    }

    @Test
    void shouldTellLoveFromWorkAndWishes() {
        // Given
        BriefBuilder brief = brief().brand("Maison Verte");

        // When
        Contribution wish = brand(BrandRelation.WISHES, brief);
        Contribution work = brand(BrandRelation.WORKED_WITH, brief);
        Contribution love = brand(BrandRelation.LOVES, brief);
        Contribution none = Explained.part(Signal.BRAND_AFFINITY, candidate(1), brief);

        // Then
        assertThat(wish.value()).isEqualTo(0.7);
        assertThat(work.value()).isEqualTo(0.8);
        assertThat(love.value()).isEqualTo(1);
        assertThat(love.evidence().text()).isEqualTo("LOVES Maison Verte");
        assertThat(love.evidence().source()).isEqualTo("DECLARED");
        assertThat(none.value()).isNull();
        assertThat(none.evidence().source()).isNull();
    }

    private static Contribution brand(BrandRelation relation, BriefBuilder brief) {
        return Explained.part(Signal.BRAND_AFFINITY, candidate(1).brand(relation, "maison verte", null), brief);
    }

    private static Contribution mention(String brand, String bio) {
        return Explained.part(Signal.BRAND_MENTION, candidate(1).bio(bio), brief().brand(brand));
    }

    private static Contribution text(String bio, BriefBuilder brief) {
        return Explained.part(Signal.TEXT_AFFINITY, candidate(1).topics().bio(bio), brief);
    }

    private static Contribution habits(CandidateBuilder candidate, BriefBuilder brief) {
        return Explained.part(Signal.CONSUMPTION_HABITS, candidate, brief);
    }
}
