package org.affinity.matching.match.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.Tags;

/**
 * The people a brief wants to reach, in groups (one per wanted country and topic), and how the audience of a creator is
 * spread over them.
 *
 * <p>Where the real audience is known (country, language, gender, age), it counts. What is unknown of it is spread by
 * {@link PanelModel}'s assumptions from what the creator declares, and what is not declared is taken as in the
 * population, so that it neither helps nor punishes beyond what is likely. A group's people live in the country, speak
 * a wanted language, are of a wanted gender and age, and are interested in the topic.
 */
final class TargetAudience {

    /** The dimensions that tell who of an audience is in a target. */
    static final Set<AudienceDimension> DIMENSIONS = Collections.unmodifiableSet(EnumSet.of(
            AudienceDimension.COUNTRY,
            AudienceDimension.AGE_BAND,
            AudienceDimension.GENDER,
            AudienceDimension.LANGUAGE));

    /** Stands for every country that is not listed, when the brief wants any country. */
    private static final String ELSEWHERE = "elsewhere";

    private static final double SMALLEST_SHARE = 1e-7;

    /** No part of the people is taken to be empty. */
    private static final double SMALLEST_PART = 0.01;

    /** Ages of the people whose participation the panel model knows. */
    private static final int YOUNGEST = 16;

    private static final int OLDEST = 74;

    private final PanelModel model;
    private final Brief brief;
    private final Categories categories;
    private final List<String> topics;
    private final double topicPart;
    /** Parts of the people that are of a wanted gender, and age. */
    private final double genderPart;

    private final double agePart;
    /** Those that are wanted, each with a group for each topic. */
    private final List<String> countries;

    private final double[] populations;
    private final AudienceCountries audienceCountries;
    /** What was found of languages and ages of audiences so far: whether they are wanted. */
    private final Map<String, Boolean> wantedLanguages = new HashMap<>();

    private final Map<String, Boolean> wantedAgeBands = new HashMap<>();

    TargetAudience(PanelModel model, Categories categories, Brief brief) {
        this.model = model;
        this.brief = brief;
        this.categories = categories;
        this.topics = List.copyOf(categories.topicKeys(brief.topics()));
        this.topicPart = topics.isEmpty() ? 1 : Math.min(model.interestShare(), 1.0 / topics.size());
        this.genderPart = gendersOfPeople(brief.target().genders());
        this.agePart = agesOfPeople(brief.target().ageBands());
        this.audienceCountries = new AudienceCountries(model);
        SortedSet<String> wanted = new TreeSet<>(brief.countries());
        if (wanted.isEmpty()) {
            wanted.addAll(model.countries().keySet());
            wanted.add(ELSEWHERE);
        }
        this.countries = List.copyOf(wanted);
        int groups = Math.max(1, topics.size());
        this.populations = new double[countries.size() * groups];
        Arrays.setAll(populations, group -> population(countries.get(group / groups)));
    }

    /** Those of the dimensions that matter to a brief. */
    static Set<AudienceDimension> dimensions(Brief brief) {
        Set<AudienceDimension> dimensions = EnumSet.copyOf(DIMENSIONS);
        dimensions.removeIf(dimension -> switch (dimension) {
            case AGE_BAND -> brief.target().ageBands().isEmpty();
            case GENDER -> brief.target().genders().isEmpty();
            case LANGUAGE -> brief.languages().isEmpty();
            default -> false;
        });
        return dimensions;
    }

    private double population(String country) {
        return model.country(country).population()
                * model.participation()
                * topicPart
                * languagePart(model.country(country).languages())
                * genderPart
                * agePart;
    }

    private double languagePart(Collection<String> spoken) {
        if (brief.languages().isEmpty()) {
            return 1;
        }
        return Math.max(model.minorityLanguageShare(), spoken.isEmpty() ? 0 : shareWanted(spoken));
    }

    private double shareWanted(Collection<String> spoken) {
        return spoken.stream().filter(brief.languages()::contains).count() / (double) spoken.size();
    }

    /** People in each group. */
    double[] populations() {
        return populations.clone();
    }

    double population() {
        double sum = 0;
        for (double population : populations) {
            sum += population;
        }
        return sum;
    }

    /** How the creator's audience is spread over the groups. */
    TargetShares shares(PanelCandidate candidate) {
        double people = language(candidate) * gender(candidate) * age(candidate);
        double[] topicShares = topicShares(candidate);
        AudienceCountries.Spread spread = audienceCountries.of(candidate);
        int[] groups = new int[populations.length];
        double[] shares = new double[populations.length];
        int known = 0;
        for (int place = 0; place < countries.size(); place++) {
            String country = countries.get(place);
            double share =
                    country.equals(ELSEWHERE) ? spread.outside(model.countries().keySet()) : spread.in(country);
            for (int topic = 0; topic < topicShares.length; topic++) {
                double part = share * people * topicShares[topic];
                if (part > SMALLEST_SHARE) {
                    groups[known] = place * topicShares.length + topic;
                    shares[known++] = part;
                }
            }
        }
        return new TargetShares(Arrays.copyOf(groups, known), Arrays.copyOf(shares, known));
    }

    private double[] topicShares(PanelCandidate candidate) {
        if (topics.isEmpty()) {
            return new double[] {1};
        }
        Set<String> own = new HashSet<>();
        candidate.topics().forEach(topic -> own.add(categories.topicKey(topic)));
        double[] shares = new double[topics.size()];
        for (int topic = 0; topic < shares.length; topic++) {
            shares[topic] = topicShare(own, topics.get(topic));
        }
        return shares;
    }

    private double topicShare(Set<String> own, String wanted) {
        if (own.isEmpty()) {
            return topicPart;
        }
        double like = (1 - model.topicConcentration()) * topicPart;
        return own.contains(wanted) ? like + model.topicConcentration() / own.size() : like;
    }

    /** The known share of the audience, and of the rest what is likely. */
    private static double known(
            PanelCandidate candidate, AudienceDimension dimension, Predicate<String> wanted, double likely) {
        Map<String, Double> shares = candidate.audience().get(dimension);
        if (shares == null) {
            return likely;
        }
        double inside = 0;
        double all = 0;
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            all += share.getValue();
            inside += wanted.test(share.getKey()) ? share.getValue() : 0;
        }
        return Math.min(1, inside + Math.max(0, 1 - all) * likely);
    }

    private double language(PanelCandidate candidate) {
        if (brief.languages().isEmpty()) {
            return 1;
        }
        double likely = candidate.languages().isEmpty() ? 1 : shareWanted(candidate.languages());
        return known(
                candidate,
                AudienceDimension.LANGUAGE,
                language -> wantedLanguages.computeIfAbsent(language, this::isWantedLanguage),
                likely);
    }

    private double gender(PanelCandidate candidate) {
        return brief.target().genders().isEmpty()
                ? 1
                : known(candidate, AudienceDimension.GENDER, brief.target().genders()::contains, genderPart);
    }

    private double age(PanelCandidate candidate) {
        return brief.target().ageBands().isEmpty()
                ? 1
                : known(
                        candidate,
                        AudienceDimension.AGE_BAND,
                        band -> wantedAgeBands.computeIfAbsent(band, this::isWantedAge),
                        agePart);
    }

    private boolean isWantedLanguage(String language) {
        return !Collections.disjoint(Tags.languages(List.of(language)), brief.languages());
    }

    private boolean isWantedAge(String band) {
        return AgeBand.of(band).isWanted(AgeBand.years(brief.target().ageBands()));
    }

    /** Women and men are taken as equally many; who is neither is not counted by the tables at hand. */
    private static double gendersOfPeople(Set<String> genders) {
        if (genders.isEmpty()) {
            return 1;
        }
        long counted =
                genders.stream().filter(gender -> !gender.equals("OTHER")).count();
        return Math.max(SMALLEST_PART, counted / 2.0);
    }

    /** Years from {@link #YOUNGEST} to {@link #OLDEST}, the ages that the participation is told of, as equally many. */
    private static double agesOfPeople(Set<String> bands) {
        if (bands.isEmpty()) {
            return 1;
        }
        int years = new AgeBand(YOUNGEST, OLDEST).yearsAmong(AgeBand.years(bands));
        return Math.max(SMALLEST_PART, years / (OLDEST - YOUNGEST + 1.0));
    }
}
