package org.affinity.profile.audience.domain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affinity.profile.creator.domain.Figure;

/**
 * How much of an account's audience counts as real: the weighted mean of what the known signals say, each between 1 at
 * its good bound and 0 at its bad one. Weights and bounds are data, in {@code credibility-rules.json}.
 *
 * @param value 0 to 1; null when the known signals weigh too little
 * @param reason why there is no value, or null
 */
public record Credibility(BigDecimal value, String reason, int ruleVersion, List<Contribution> contributions) {

    private static final int DECIMALS = 5;
    private static final Rules RULES = read();

    /** The estimate when nothing is known. */
    public static final Credibility UNKNOWN = of(Map.of());

    public Credibility {
        contributions = List.copyOf(contributions);
    }

    /** The estimate from measured signals by name; a signal that is missing is unknown. */
    public static Credibility of(Map<String, Double> measured) {
        double known = weight(measured.keySet());
        var contributions = new ArrayList<Contribution>();
        double total = 0;
        for (Rule rule : RULES.rules()) {
            Double measure = measured.get(rule.signal());
            if (measure == null) {
                contributions.add(Contribution.unknown(rule));
                continue;
            }
            double score = rule.score(measure);
            double part = rule.weight() * score / known;
            total += part;
            contributions.add(Contribution.of(rule, measure, score, part));
        }
        return canTell(measured.keySet())
                ? new Credibility(rounded(total), null, RULES.version(), contributions)
                : new Credibility(null, "TOO_FEW_SIGNALS", RULES.version(), contributions);
    }

    /** Whether these signals weigh enough for an estimate. */
    public static boolean canTell(Set<String> signals) {
        return weight(signals) >= RULES.minimumWeight();
    }

    private static double weight(Set<String> signals) {
        return RULES.rules().stream()
                .filter(rule -> signals.contains(rule.signal()))
                .mapToDouble(Rule::weight)
                .sum();
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static Rules read() {
        try (InputStream data = Credibility.class.getResourceAsStream("/credibility-rules.json")) {
            return new ObjectMapper().readValue(data, Rules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What one signal says.
     *
     * @param value what was measured; null when unknown
     * @param score 1 good, 0 bad; null when unknown
     * @param contribution its part of the estimate; the parts sum to it
     */
    public record Contribution(
            String signal,
            double weight,
            BigDecimal value,
            BigDecimal score,
            BigDecimal contribution,
            String rule,
            String source) {

        private static Contribution of(Rule rule, double value, double score, double part) {
            return new Contribution(
                    rule.signal(),
                    rule.weight(),
                    Figure.decimal(value),
                    rounded(score),
                    rounded(part),
                    rule.text(),
                    rule.source());
        }

        private static Contribution unknown(Rule rule) {
            return new Contribution(
                    rule.signal(), rule.weight(), null, null, BigDecimal.ZERO, rule.text(), rule.source());
        }
    }

    private record Rules(int version, double minimumWeight, List<Rule> rules) {}

    private record Rule(String signal, double weight, double good, double bad, String measure, String source) {

        double score(double value) {
            return Math.clamp((bad - value) / (bad - good), 0.0, 1.0);
        }

        String text() {
            return measure + ": 1 up to " + Figure.decimal(good) + ", 0 from " + Figure.decimal(bad)
                    + ", straight between";
        }
    }
}
