package org.affinity.matching.match.domain;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.affinity.matching.candidate.domain.AudienceDimension;

/**
 * In which countries the people of an audience live: as the network or the creator says, and what is not said by
 * {@link PanelModel}'s assumptions from the creator's own country and languages.
 */
final class AudienceCountries {

    private final PanelModel model;
    /** By languages: the people who speak them, by country. */
    private final Map<Set<String>, Map<String, Double>> spreads = new HashMap<>();

    AudienceCountries(PanelModel model) {
        this.model = model;
    }

    Spread of(PanelCandidate candidate) {
        Map<String, Double> known =
                candidate.audience().getOrDefault(AudienceDimension.COUNTRY, Collections.emptySortedMap());
        double told = 0;
        for (double share : known.values()) {
            told += share;
        }
        return new Spread(
                known,
                Math.max(0, 1 - told),
                spreads.computeIfAbsent(candidate.languages(), this::spread),
                candidate.country(),
                candidate.country() == null ? 0 : model.homeShare());
    }

    /**
     * One audience.
     *
     * @param known share by country
     * @param unknown share of whom nobody says where they live
     * @param speakers by country, of the creator's languages: where those who are unknown live if not in the home
     *     country
     * @param home null when unknown
     * @param homeShare of those who are unknown
     */
    record Spread(
            Map<String, Double> known, double unknown, Map<String, Double> speakers, String home, double homeShare) {

        /** Share of the audience in a country. */
        double in(String country) {
            double likely = share(speakers, country) * (1 - homeShare);
            if (country.equals(home)) {
                likely += homeShare;
            }
            return share(known, country) + likely * unknown;
        }

        private static double share(Map<String, Double> shares, String country) {
            Double share = shares.get(country);
            return share == null ? 0 : share;
        }

        /** Share of the audience in none of these countries, among which are all that anybody speaks for. */
        double outside(Set<String> countries) {
            double sum = home == null || known.containsKey(home) || countries.contains(home) ? 0 : in(home);
            for (String country : known.keySet()) {
                sum += countries.contains(country) ? 0 : in(country);
            }
            return sum;
        }
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
        return Map.copyOf(people);
    }
}
