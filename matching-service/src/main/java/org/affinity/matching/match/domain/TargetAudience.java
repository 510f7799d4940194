package org.affinity.matching.match.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
    private final double topicPart;
    /** Parts of the people that are of a wanted gender, and age. */
    private final double genderPart;

    private final double agePart;
    private final SequencedMap<String, Integer> firstGroup = new TreeMap<>();
    private final Map<Set<String>, Map<String, Double>> spreads = new HashMap<>();
    private final double[] populations;

    TargetAudience(PanelModel model, Brief brief) {
        this.model = model;
        this.brief = brief;
        this.topicPart = brief.topics().isEmpty()
                ? 1
                : Math.min(model.interestShare(), 1.0 / brief.topics().size());
        this.genderPart = gendersOfPeople(brief.target().genders());
        this.agePart = agesOfPeople(brief.target().ageBands());
        Set<String> countries = new TreeSet<>(brief.countries());
        if (countries.isEmpty()) {
            countries.addAll(model.countries().keySet());
            countries.add(ELSEWHERE);
        }
        countries.forEach(country -> firstGroup.put(country, firstGroup.size() * topics()));
        this.populations = new double[countries.size() * topics()];
        firstGroup.forEach((country, first) -> {
            for (int topic = 0; topic < topics(); topic++) {
                populations[first + topic] = population(country);
            }
        });
    }

    private int topics() {
        return Math.max(1, brief.topics().size());
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

    /**
     * Share of the creator's audience in each group, by the group's number; what is missing to 1 is not in the target.
     */
    SequencedMap<Integer, Double> shares(PanelCandidate candidate) {
        SequencedMap<Integer, Double> shares = new TreeMap<>();
        double people = language(candidate) * gender(candidate) * age(candidate);
        countries(candidate).forEach((country, share) -> {
            Integer first = firstGroup.get(firstGroup.containsKey(country) ? country : ELSEWHERE);
            int topic = 0;
            for (String wanted : brief.topics().isEmpty() ? List.of("") : brief.topics()) {
                double part = share * people * topicShare(candidate, wanted);
                if (first != null && part > SMALLEST_SHARE) {
                    shares.merge(first + topic, part, Double::sum);
                }
                topic++;
            }
        });
        return shares;
    }

    private double topicShare(PanelCandidate candidate, String wanted) {
        if (brief.topics().isEmpty()) {
            return 1;
        }
        Set<String> topics = candidate.topics();
        if (topics.isEmpty()) {
            return topicPart;
        }
        double like = (1 - model.topicConcentration()) * topicPart;
        return topics.contains(wanted) ? like + model.topicConcentration() / topics.size() : like;
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
                language -> !Collections.disjoint(Tags.languages(List.of(language)), brief.languages()),
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
                        band -> AudienceColumns.isWanted(band, brief.target().ageBands()),
                        agePart);
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
        long years = IntStream.rangeClosed(YOUNGEST, OLDEST)
                .filter(year ->
                        bands.stream().map(AudienceColumns::years).anyMatch(band -> band[0] <= year && year <= band[1]))
                .count();
        return Math.max(SMALLEST_PART, years / (OLDEST - YOUNGEST + 1.0));
    }

    private Map<String, Double> countries(PanelCandidate candidate) {
        Map<String, Double> likely = likelyCountries(candidate);
        Map<String, Double> known = candidate.audience().get(AudienceDimension.COUNTRY);
        if (known == null) {
            return likely;
        }
        double all = known.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> shares = new TreeMap<>(known);
        likely.forEach((country, share) -> shares.merge(country, share * Math.max(0, 1 - all), Double::sum));
        return shares;
    }

    private Map<String, Double> likelyCountries(PanelCandidate candidate) {
        Map<String, Double> spread = spreads.computeIfAbsent(candidate.languages(), this::spread);
        if (candidate.country() == null) {
            return spread;
        }
        Map<String, Double> shares = new TreeMap<>();
        spread.forEach((country, share) -> shares.put(country, share * (1 - model.homeShare())));
        shares.merge(candidate.country(), model.homeShare(), Double::sum);
        return shares;
    }

    /** By population over the countries that speak one of the languages; over all when none is known to. */
    private Map<String, Double> spread(Set<String> languages) {
        Map<String, Double> people = new TreeMap<>();
        model.countries().forEach((code, country) -> {
            long common =
                    country.languages().stream().filter(languages::contains).count();
            if (common > 0) {
                people.put(
                        code,
                        country.population()
                                * (double) common
                                / country.languages().size());
            }
        });
        if (people.isEmpty()) {
            model.countries().forEach((code, country) -> people.put(code, (double) country.population()));
        }
        double sum = people.values().stream().mapToDouble(Double::doubleValue).sum();
        people.replaceAll((_, value) -> value / sum);
        return Collections.unmodifiableMap(people);
    }
}
