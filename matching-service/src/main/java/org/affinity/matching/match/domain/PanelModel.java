package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affinity.matching.candidate.domain.Tier;

/**
 * What a panel is reckoned with, as versioned data with its sources: how many people there are, and what is assumed of
 * an audience of which nothing is known.
 *
 * @param participation share of a population that takes part in social networks
 * @param reachPerImpression different people per impression
 * @param homeShare share of an unknown audience that lives where the creator lives; the rest is spread over the
 *     countries that speak the creator's languages, by population
 * @param interestShare share of people who are interested in a topic
 * @param topicConcentration share of an unknown audience that is there for the creator's topics; the rest is interested
 *     in topics like anybody
 * @param minorityLanguageShare share of a country that speaks a language which is not one of its most used
 * @param otherPopulation people in a country that is not listed
 * @param highestRate no creator is taken to reach more of a group of people
 * @param fitSlope how fast a score turns into the chance that the expected result comes about
 * @param fitHalf score at which that chance is one half
 * @param largestShareOfBudget most of the budget that one creator may take unless the request says otherwise
 * @param smallTiers who counts as a small creator
 */
public record PanelModel(
        String version,
        double participation,
        double reachPerImpression,
        double homeShare,
        double interestShare,
        double topicConcentration,
        double minorityLanguageShare,
        long otherPopulation,
        double highestRate,
        double fitSlope,
        double fitHalf,
        double largestShareOfBudget,
        Set<Tier> smallTiers,
        Map<String, Country> countries,
        List<String> sources) {

    /** People and most used languages of a country. */
    public record Country(long population, List<String> languages) {

        public Country {
            languages = List.copyOf(languages);
        }
    }

    public PanelModel {
        smallTiers = Set.copyOf(smallTiers);
        countries = Map.copyOf(countries);
        sources = List.copyOf(sources);
    }

    Country country(String code) {
        return countries.getOrDefault(code, new Country(otherPopulation, List.of()));
    }

    /**
     * The chance that what is expected of a creator comes about for this brief: the logistic function of the score. An
     * expectation is taken times this chance, so that many who fit well go before a large account that hardly does.
     */
    double fit(double score) {
        return 1 / (1 + Math.exp(-fitSlope * (score - fitHalf)));
    }
}
