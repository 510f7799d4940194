package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affinity.kit.code.NameKey;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.match.domain.Columns.Code;
import org.affinity.matching.match.domain.Columns.Figure;
import org.affinity.matching.match.domain.Columns.Words;

/** Says for a brief how each signal is read. */
final class SignalReadings {

    /** How much of the text's level its categories are worth; its words are worth the rest. */
    private static final int LEVELS_OF_CATEGORIES = 100;

    /** Words of a brief that are looked for; longer briefs are cut. */
    private static final int MOST_STEMS = 24;

    /** A word that tells of an interest counts double, a category at most as often as this. */
    private static final int MOST_TELLING = 3;

    private static final int SHORTEST_BRAND = 4;
    private static final int WISHES = 175;
    private static final int WORKED_WITH = 200;
    private static final int SAME_COUNTRY = 100;

    private final ScoringModel model;
    private final Columns columns;
    private final Categories categories;
    private final TextAnalysis analysis;

    SignalReadings(ScoringModel model, Columns columns, Categories categories, TextAnalysis analysis) {
        this.model = model;
        this.columns = columns;
        this.categories = categories;
        this.analysis = analysis;
    }

    Reading of(Signal signal, Brief brief, Map<Signal, ScoringModel.Term> terms, Instant asOf) {
        Target target = brief.target();
        return switch (signal) {
            case TOPIC_AFFINITY ->
                Reading.OfWords.share(Words.TOPIC_KEYS, List.copyOf(categories.topicKeys(brief.topics())), "topics");
            case NICHE_AFFINITY -> Reading.OfWords.share(Words.CATEGORIES, wantedCategories(brief), "category");
            case TEXT_AFFINITY -> text(brief);
            case BRAND_AFFINITY -> brand(brief);
            case BRAND_MENTION -> mention(brief);
            case SECTOR_EXPERIENCE -> sector(brief);
            case CONSUMPTION_HABITS -> habits(brief, terms.get(signal).neutral());
            case ENGAGEMENT_VERSUS_PEERS -> Reading.OfCode.identity(Columns.place(Code.ENGAGEMENT));
            case CREDIBILITY -> Reading.OfCode.identity(Columns.place(Code.CREDIBILITY));
            case AUDIENCE_SIZE -> audienceSize(brief);
            case AUDIENCE_COUNTRY -> audience(AudienceDimension.COUNTRY, "countries", brief.countries(), brief);
            case AUDIENCE_AGE -> audience(AudienceDimension.AGE_BAND, "age bands", target.ageBands(), brief);
            case AUDIENCE_GENDER -> audience(AudienceDimension.GENDER, "genders", target.genders(), brief);
            case AUDIENCE_LANGUAGE -> audience(AudienceDimension.LANGUAGE, "languages", brief.languages(), brief);
            case AUDIENCE_INTEREST -> audience(AudienceDimension.INTEREST, "interests", target.interests(), brief);
            case AUDIENCE_CITY -> cities(brief);
            case COUNTRY_FIT -> country(brief);
            case LANGUAGE_FIT -> Reading.OfWords.share(Words.LANGUAGES, wantedLanguages(brief), "languages");
            case PLACE_PROXIMITY -> place(brief);
            case PRICE_FOR_EXPECTED_RESULT -> worth(brief);
            case DATA_FRESHNESS -> Steps.age(Figure.OBSERVED_DAY, model.freshnessHalfLifeDays(), asOf);
            case RECENT_ACTIVITY -> Steps.age(Figure.LAST_POST_DAY, model.activityHalfLifeDays(), asOf);
            case TRACK_RECORD -> Reading.OfCode.identity(Columns.place(Code.TRACK_RECORD));
            case RESPONSIVENESS -> Reading.OfCode.identity(Columns.place(Code.ANSWER_RATE));
            case CAUSE_AFFINITY ->
                Reading.OfWords.share(
                        Words.CAUSES, List.copyOf(brief.conditions().causes()), "causes");
        };
    }

    /** Categories that the brief names by id or topic, and those above them: whoever is near counts in part. */
    private List<String> wantedCategories(Brief brief) {
        Set<String> ids = new TreeSet<>(brief.target().interests());
        ids.addAll(categories.named(brief.topics()));
        return List.copyOf(categories.withAncestors(ids));
    }

    private Reading text(Brief brief) {
        Map<String, String> written = new LinkedHashMap<>();
        Stream.of(Stream.of(brief.brand()), brief.topics().stream(), Stream.of(brief.description()))
                .flatMap(texts -> texts)
                .forEach(text -> analysis.written(text).forEach(written::putIfAbsent));
        List<String> stems = written.keySet().stream().limit(MOST_STEMS).toList();
        if (stems.isEmpty()) {
            return new Reading.NotAsked("the brief has no words to compare");
        }
        SequencedMap<String, Integer> stemWeights = new LinkedHashMap<>();
        SequencedMap<String, Integer> categoryWeights = new LinkedHashMap<>();
        stems.forEach(stem -> {
            Set<String> told = categories.toldBy(stem);
            stemWeights.put(stem, told.isEmpty() ? 1 : 2);
            told.forEach(category -> categoryWeights.merge(category, 1, Integer::sum));
        });
        categoryWeights.replaceAll((_, times) -> Math.min(times, MOST_TELLING));
        int forCategories = categoryWeights.isEmpty() ? 0 : LEVELS_OF_CATEGORIES;
        return new Reading.OfText(
                shared(stemWeights, Levels.HIGHEST - forCategories), shared(categoryWeights, forCategories), written);
    }

    /** Divides levels by weight, rounded down. */
    private static SequencedMap<String, Integer> shared(SequencedMap<String, Integer> weights, int levels) {
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        SequencedMap<String, Integer> parts = new LinkedHashMap<>();
        weights.forEach((word, weight) -> parts.put(word, levels * weight / sum));
        return Collections.unmodifiableSequencedMap(parts);
    }

    private static Reading brand(Brief brief) {
        return brief.brand().isBlank()
                ? new Reading.NotAsked("the brief names no brand")
                : new Reading.OfWords(
                        Columns.place(Words.BRAND_TIES),
                        BrandWords.close(NameKey.of(brief.brand())),
                        new int[] {Levels.UNKNOWN, WISHES, WORKED_WITH, Levels.HIGHEST});
    }

    /**
     * The brand's name as one word, as creators name it with @ or #, or all words of it. Of several words that tell
     * nothing but one, that one alone is not looked for.
     */
    private Reading mention(Brief brief) {
        String key = NameKey.of(brief.brand());
        String name = key.replace(" ", "");
        List<String> joined = name.length() < SHORTEST_BRAND ? List.of() : analysis.stems(name);
        if (joined.size() != 1) {
            return new Reading.NotAsked("the brief names no brand that could be told from other words");
        }
        List<String> words = analysis.stems(NameKey.withoutLegalForm(brief.brand())).stream()
                .distinct()
                .toList();
        boolean isTelling = !words.containsAll(joined) && (words.size() > 1 || name.equals(key));
        return new Reading.OfName(joined.getFirst(), isTelling ? words : List.of());
    }

    private static Reading sector(Brief brief) {
        String sector = brief.conditions().sector();
        return sector == null
                ? new Reading.NotAsked("the brief names no sector")
                : new Reading.OfWords(Columns.place(Words.BRAND_TIES), List.of(BrandWords.sector(sector)), new int[] {
                    Levels.UNKNOWN, 250
                });
    }

    private static Reading habits(Brief brief, int neutral) {
        List<Habit> habits = brief.conditions().habits();
        if (habits.isEmpty()) {
            return new Reading.NotAsked("the brief asks for no habits");
        }
        int count = habits.size();
        return new Reading.OfAnswers(IntStream.range(0, count)
                .mapToObj(i -> new Reading.OfAnswers.Question(
                        habits.get(i).question(),
                        habits.get(i).anyOf().stream()
                                .map(answer ->
                                        CandidateEncoder.answer(habits.get(i).question(), answer))
                                .toList(),
                        evenPart(Levels.HIGHEST, i, count),
                        evenPart(neutral, i, count)))
                .toList());
    }

    private static int evenPart(int whole, int place, int count) {
        return whole * (place + 1) / count - whole * place / count;
    }

    private static Reading audienceSize(Brief brief) {
        return countable(brief)
                .map(objective -> Steps.saturating(
                        size(objective.kpi(), brief.conditions().wantsOnlyStories()),
                        objective.target().doubleValue() / brief.maxCreators()))
                .orElse(new Reading.NotAsked("no objective counts impressions or engagements"));
    }

    /** The first objective that size is measured by. */
    static Optional<Objective> countable(Brief brief) {
        return brief.objectives().stream().filter(SignalReadings::isCountable).findFirst();
    }

    private static Figure size(Kpi kpi, boolean ofStory) {
        if (kpi == Kpi.ENGAGEMENTS) {
            return ofStory ? Figure.STORY_INTERACTIONS : Figure.INTERACTIONS;
        }
        return ofStory ? Figure.STORY_IMPRESSIONS : Figure.IMPRESSIONS;
    }

    private static boolean isCountable(Objective objective) {
        return switch (objective.kpi()) {
            case IMPRESSIONS, REACH, ENGAGEMENTS -> objective.target().signum() > 0;
            case ENGAGEMENT_RATE, POSTS, DONATIONS -> false;
        };
    }

    private Reading audience(AudienceDimension dimension, String name, Collection<String> wanted, Brief brief) {
        if (wanted.isEmpty()) {
            return new Reading.NotAsked("the brief names no " + name + " of the audience");
        }
        Set<String> notKept = columns.audience().notKept(dimension, wanted);
        return notKept.isEmpty()
                ? new Reading.OfShares(
                        columns.audience().columns(dimension, wanted),
                        IntStream.rangeClosed(0, Levels.HIGHEST)
                                .map(curve(dimension, brief))
                                .toArray())
                : new Reading.NotAsked("shares of the audience are not kept for these of the wanted " + name + ": "
                        + String.join(", ", notKept));
    }

    /** Level of a share: half at the threshold, straight lines from nothing to it and from it to everybody. */
    private IntUnaryOperator curve(AudienceDimension dimension, Brief brief) {
        double threshold = threshold(dimension, brief);
        return level -> {
            double share = level / (double) Levels.HIGHEST;
            double part = share < threshold ? share / threshold : 1 + (share - threshold) / (1 - threshold);
            return share >= 1 ? Levels.HIGHEST : Levels.of(part / 2);
        };
    }

    /** The share that neither helps nor punishes. */
    double threshold(AudienceDimension dimension, Brief brief) {
        Double asked = brief.target().minimumShare();
        return asked == null || asked == 0 ? model.audienceThresholds().get(dimension) : asked;
    }

    private Reading cities(Brief brief) {
        if (brief.target().cities().isEmpty()) {
            return new Reading.NotAsked("the brief names no cities of the audience");
        }
        IntUnaryOperator curve = curve(AudienceDimension.CITY, brief);
        return new Reading.OfWords(
                Columns.place(Words.CITIES),
                CityWords.of(brief.target().cityKeys()),
                IntStream.rangeClosed(0, CityWords.STEPS)
                        .map(steps -> curve.applyAsInt(steps * Levels.HIGHEST / CityWords.STEPS))
                        .toArray());
    }

    private static Reading country(Brief brief) {
        if (brief.countries().isEmpty()) {
            return new Reading.NotAsked("the brief names no country");
        }
        int[] levels = new int[Row.UNKNOWN_CODE + 1];
        levels[Row.UNKNOWN_CODE] = Levels.UNKNOWN;
        brief.countries().stream()
                .mapToInt(Columns::country)
                .filter(code -> code != Columns.NOT_LISTED)
                .forEach(code -> levels[code] = Levels.HIGHEST);
        return new Reading.OfCode(Columns.place(Code.COUNTRY), levels);
    }

    private static List<String> wantedLanguages(Brief brief) {
        Set<String> words = new LinkedHashSet<>(brief.languages());
        brief.languages().forEach(language -> words.add(CandidateEncoder.fluent(language)));
        return List.copyOf(words);
    }

    private static Reading place(Brief brief) {
        var place = brief.conditions().place();
        return place == null
                ? new Reading.NotAsked("the brief names no place")
                : new Reading.OfWords(Columns.place(Words.HOME), List.of(place.country(), place.key()), new int[] {
                    0, SAME_COUNTRY, Levels.HIGHEST
                });
    }

    private static Reading worth(Brief brief) {
        boolean ofStory = brief.conditions().wantsOnlyStories();
        return switch (brief.engagementType()) {
            case PAID -> Reading.OfCode.identity(Columns.place(ofStory ? Code.STORY_PAID_WORTH : Code.PAID_WORTH));
            case AFFILIATE ->
                Reading.OfCode.identity(Columns.place(ofStory ? Code.STORY_AFFILIATE_WORTH : Code.AFFILIATE_WORTH));
            case GIFTED, VOLUNTEER -> new Reading.NotAsked("no fee to compare");
        };
    }
}
