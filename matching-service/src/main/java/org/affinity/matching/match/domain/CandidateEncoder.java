package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AudienceShares;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Niche;
import org.affinity.matching.candidate.domain.Responsiveness;
import org.affinity.matching.candidate.domain.SelfDescription;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.match.domain.Columns.Code;
import org.affinity.matching.match.domain.Columns.Figure;
import org.affinity.matching.match.domain.Columns.Words;

/**
 * Turns a creator into what the index keeps: a row per account and price, in the order of the profile, with all that
 * any brief could ask. A creator without an account has one row with no platform, which fits no brief but is counted.
 */
public final class CandidateEncoder {

    /** Different stems that are kept of a creator's words; longer texts are cut, as the index holds them for all. */
    private static final int MOST_STEMS = 48;

    private static final Set<ContentFormat> STORIES = Set.of(ContentFormat.STORY);

    private static final Set<String> NOT_FLUENT = Set.of("A1", "A2", "B1", "B2");

    private final ScoringModel model;
    private final Expectations expectations;
    private final Pricing pricing;
    private final Columns columns;
    private final Categories categories;
    private final TextAnalysis analysis;

    public CandidateEncoder(
            ScoringModel model,
            EngagementBenchmarks benchmarks,
            PriceTable prices,
            Columns columns,
            Categories categories,
            TextAnalysis analysis) {
        this.model = model;
        this.expectations = new Expectations(model, benchmarks);
        this.pricing = new Pricing(prices);
        this.columns = columns;
        this.categories = categories;
        this.analysis = analysis;
    }

    /** The entry of a creator. */
    public Entry encode(Candidate candidate) {
        int[] numbers = Days.numbers(candidate);
        byte[] codes = codes(candidate);
        Map<Words, Set<String>> words = words(candidate);
        List<Row> rows = new ArrayList<>();
        int place = -1;
        List<Set<String>> ofAccount = List.of();
        for (PricedAccount priced : PricedAccount.of(candidate)) {
            if (priced.place() != place) {
                place = priced.place();
                ofAccount = words(candidate, priced.account(), words);
            }
            rows.add(row(candidate, priced, codes, numbers, ofAccount));
        }
        if (rows.isEmpty()) {
            rows.add(new Row(codes, numbers, List.copyOf(words.values())));
        }
        return new Entry(candidate.creatorId(), candidate.version(), rows);
    }

    /**
     * The row of an account of which other figures or another price are told than before: the words, which are most of
     * the work, are taken over from any row of the account.
     */
    Row withFigures(Candidate candidate, PricedAccount priced, Row before) {
        return row(candidate, priced, codes(candidate), Days.numbers(candidate), before.keywords());
    }

    private byte[] codes(Candidate candidate) {
        byte[] codes = new byte[columns.schema().codes().size()];
        Arrays.fill(codes, (byte) Row.UNKNOWN_CODE);
        set(codes, Code.STATE, candidate.linkedTo() != null ? 2 : candidate.active() ? 0 : 1);
        set(codes, Code.COUNTRY, Columns.country(candidate.country()));
        if (!candidate.availability().isEmpty()) {
            set(
                    codes,
                    Code.OFFERS,
                    candidate.availability().stream()
                            .mapToInt(offer -> 1 << Columns.place(offer.engagementType()))
                            .reduce(0, (one, other) -> one | other));
        }
        set(codes, Code.TRACK_RECORD, Levels.saturating(candidate.completedCollaborations(), model.trackRecordHalf()));
        Responsiveness responsiveness = candidate.responsiveness();
        if (responsiveness != null) {
            if (responsiveness.answerRate() != null) {
                set(codes, Code.ANSWER_RATE, Levels.of(responsiveness.answerRate()));
            }
            set(codes, Code.OPEN_INVITATIONS, Math.min(responsiveness.openInvitations(), Levels.HIGHEST));
            set(codes, Code.RECENT_INVITATIONS, Math.min(responsiveness.invitationsLast30Days(), Levels.HIGHEST));
        }
        return codes;
    }

    private static void set(byte[] codes, Code column, int code) {
        codes[Columns.place(column)] = (byte) code;
    }

    private Map<Words, Set<String>> words(Candidate candidate) {
        SelfDescription about = candidate.about();
        Map<Words, Set<String>> words = new EnumMap<>(Words.class);
        for (Words set : Words.values()) {
            words.put(set, Set.of());
        }
        words.put(Words.LANGUAGES, languages(candidate));
        words.put(Words.TOPIC_KEYS, categories.topicKeys(candidate.topics()));
        Set<String> own = new TreeSet<>(categories.named(candidate.topics()));
        about.niches().stream().map(Niche::categoryId).forEach(own::add);
        words.put(Words.CATEGORIES, categories.withAncestors(own));
        words.put(Words.BRAND_TIES, BrandWords.of(about.brands()));
        words.put(Words.CAUSES, about.causes());
        words.put(Words.ANSWERS, answers(about));
        words.put(Words.HOME, about.homePlace().map(CandidateEncoder::home).orElse(Set.of()));
        return words;
    }

    private static Set<String> languages(Candidate candidate) {
        Set<String> languages = new TreeSet<>(candidate.languages());
        candidate.languages().stream()
                .filter(language -> isFluent(candidate, language))
                .map(CandidateEncoder::fluent)
                .forEach(languages::add);
        return languages;
    }

    /** Who publishes in a language counts as fluent in it unless they say otherwise. */
    static boolean isFluent(Candidate candidate, String language) {
        return !NOT_FLUENT.contains(candidate.about().languageLevels().getOrDefault(language, "NATIVE"));
    }

    static String fluent(String language) {
        return language + "+";
    }

    private static Set<String> answers(SelfDescription about) {
        Set<String> words = new TreeSet<>();
        about.answers().forEach((question, answers) -> {
            words.add(question);
            answers.forEach(answer -> words.add(answer(question, answer)));
        });
        return words;
    }

    static String answer(String question, String answer) {
        return question + "=" + answer;
    }

    private static Set<String> home(String key) {
        return Set.of(key, key.substring(0, key.indexOf(':')));
    }

    private Row row(Candidate candidate, PricedAccount priced, byte[] person, int[] days, List<Set<String>> ofAccount) {
        Account account = priced.account();
        byte[] codes = person.clone();
        int[] numbers = days.clone();
        set(codes, Code.PLATFORM, Columns.platform(account.platform()));
        if (account.credibility() != null) {
            set(codes, Code.CREDIBILITY, Levels.of(account.credibility()));
        }
        Days.set(numbers, Figure.OBSERVED_DAY, Days.day(account.observedAt()));
        Days.set(numbers, Figure.LAST_POST_DAY, Days.day(account.lastPostAt()));
        columns.audience().write(account, codes);
        if (account.followers() != null) {
            figures(candidate, priced, codes, numbers);
        }
        List<Set<String>> words = new ArrayList<>(ofAccount);
        words.set(
                Columns.place(Words.PRICED_FORMATS),
                priced.pieces().stream().map(piece -> piece.format().name()).collect(Collectors.toUnmodifiableSet()));
        return new Row(codes, numbers, words);
    }

    private List<Set<String>> words(Candidate candidate, Account account, Map<Words, Set<String>> ofPerson) {
        Map<Words, Set<String>> words = new EnumMap<>(ofPerson);
        if (Columns.platform(account.platform()) == Columns.NOT_LISTED) {
            words.put(Words.ADDED_PLATFORMS, Set.of(account.platform().name()));
        }
        account.audienceBy(AudienceDimension.CITY)
                .map(AudienceShares::shares)
                .ifPresent(shares -> words.put(Words.CITIES, CityWords.of(shares)));
        Set<String> stems = stems(candidate, account);
        words.put(Words.STEMS, stems);
        words.put(
                Words.TOLD_CATEGORIES,
                stems.stream().flatMap(stem -> categories.toldBy(stem).stream()).collect(Collectors.toSet()));
        return List.copyOf(words.values());
    }

    private Set<String> stems(Candidate candidate, Account account) {
        String bio = candidate.about().bio() == null ? "" : candidate.about().bio();
        return Stream.of(
                        candidate.topics().stream().flatMap(topic -> analysis.stems(topic).stream()),
                        categories.stemsWithin(account.handle()).stream(),
                        analysis.stems(bio).stream())
                .flatMap(stems -> stems)
                .distinct()
                .limit(MOST_STEMS)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    /** What follows from an account's size. */
    private void figures(Candidate candidate, PricedAccount priced, byte[] codes, int[] numbers) {
        Account account = priced.account();
        Expectation any = expectations.of(priced, Set.of());
        Expectation story = expectations.of(priced, STORIES);
        set(codes, Code.TIER, Columns.place(Tier.of(account.followers())));
        set(codes, Code.ENGAGEMENT, any.againstPeers());
        Days.set(numbers, Figure.IMPRESSIONS, whole(any.impressions()));
        Days.set(numbers, Figure.INTERACTIONS, whole(any.interactions()));
        Days.set(numbers, Figure.STORY_IMPRESSIONS, whole(story.impressions()));
        Days.set(numbers, Figure.STORY_INTERACTIONS, whole(story.interactions()));
        Price paid = pricing.paid(candidate, priced, any);
        Price paidStory = pricing.paid(candidate, priced, story);
        set(codes, Code.PAID_CURRENCY, currency(paid));
        set(codes, Code.PAID_WORTH, pricing.worth(paid, account, any));
        set(codes, Code.STORY_PAID_WORTH, pricing.worth(paidStory, account, story));
        Days.set(numbers, Figure.PAID_PRICE, Cents.price(paid.money().amount()));
        Days.set(numbers, Figure.STORY_PAID_PRICE, Cents.price(paidStory.money().amount()));
        Days.set(numbers, Figure.AFFILIATE_PRICE, 0);
        pricing.fee(candidate, EngagementType.AFFILIATE).ifPresent(fee -> {
            set(codes, Code.AFFILIATE_CURRENCY, currency(fee));
            set(codes, Code.AFFILIATE_WORTH, pricing.worth(fee, account, any));
            set(codes, Code.STORY_AFFILIATE_WORTH, pricing.worth(fee, account, story));
            Days.set(numbers, Figure.AFFILIATE_PRICE, Cents.price(fee.money().amount()));
        });
    }

    /** Nothing is nothing in any currency. */
    private static int currency(Price price) {
        return price.isFree()
                ? Row.UNKNOWN_CODE
                : Columns.currency(price.money().currency());
    }

    /** An amount as the index keeps it. */
    static int whole(double amount) {
        return (int) Math.min(Integer.MAX_VALUE, Math.floor(amount));
    }
}
