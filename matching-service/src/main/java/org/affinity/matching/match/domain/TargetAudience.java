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

/**
 * The people a brief wants to reach, in groups (one per wanted country and topic), and how the audience of a creator is
 * spread over them.
 *
 * <p>No audience is known yet: it is spread by {@link PanelModel}'s assumptions from what the creator declares. What is
 * not declared is taken as in the population, so that it neither helps nor punishes beyond what is likely. A group's
 * people live in the country, speak a wanted language and are interested in the topic.
 */
final class TargetAudience {

    /** Stands for every country that is not listed, when the brief wants any country. */
    private static final String ELSEWHERE = "elsewhere";

    private static final double SMALLEST_SHARE = 1e-7;

    private final PanelModel model;
    private final Brief brief;
    private final double topicPart;
    private final SequencedMap<String, Integer> firstGroup = new TreeMap<>();
    private final Map<Set<String>, Map<String, Double>> spreads = new HashMap<>();
    private final double[] populations;

    TargetAudience(PanelModel model, Brief brief) {
        this.model = model;
        this.brief = brief;
        this.topicPart = brief.topics().isEmpty()
                ? 1
                : Math.min(model.interestShare(), 1.0 / brief.topics().size());
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
                * languagePart(model.country(country).languages());
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
        double language =
                brief.languages().isEmpty() || candidate.languages().isEmpty() ? 1 : shareWanted(candidate.languages());
        countries(candidate).forEach((country, share) -> {
            Integer first = firstGroup.get(firstGroup.containsKey(country) ? country : ELSEWHERE);
            int topic = 0;
            for (String wanted : brief.topics().isEmpty() ? List.of("") : brief.topics()) {
                double part = share * language * topicShare(candidate, wanted);
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

    private Map<String, Double> countries(PanelCandidate candidate) {
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
