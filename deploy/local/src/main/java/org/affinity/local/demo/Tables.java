package org.affinity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays out panel and report for a terminal. */
final class Tables {

    private static final int SHOWN_SIGNALS = 3;

    private Tables() {}

    static List<String> panel(JsonNode panel) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("#", "CREATOR", "TIER", "SCORE", "SIGNALS THAT WEIGH MOST", "PRICE"));
        panel.forEach(place -> rows.add(List.of(
                place.path("rank").asText(),
                "@" + place.path("handle").asText(),
                place.path("tier").asText(),
                number(place.path("score")),
                signals(place.path("contributions")),
                money(place.path("price")) + (place.path("priceSource").asText().equals("DECLARED") ? "" : " est."))));
        return layOut(rows);
    }

    /** What a panel should bring, in one line. */
    static String plan(JsonNode plan) {
        JsonNode reach = plan.path("netReach");
        return String.format(
                Locale.ROOT,
                "    expected: %.0f people in the target (between %.0f and %.0f); proven: no panel is more than"
                        + " %.1f %% better",
                reach.path("value").asDouble(),
                reach.path("lower").asDouble(),
                reach.path("upper").asDouble(),
                100
                        * (plan.path("upperBound").asDouble()
                                        / plan.path("objectiveValue").asDouble()
                                - 1));
    }

    static List<String> verdicts(JsonNode verdicts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("OBJECTIVE", "TARGET", "VALUE", "VERDICT", "REASON"));
        verdicts.forEach(verdict -> rows.add(List.of(
                verdict.path("kpi").asText(),
                verdict.path("target").asText(),
                verdict.path("value").isNull()
                        ? "unknown"
                        : verdict.path("value").asText(),
                verdict.path("verdict").asText(),
                verdict.path("reason").asText())));
        return layOut(rows);
    }

    private static String signals(JsonNode contributions) {
        return contributions
                .valueStream()
                .sorted(Comparator.comparing(
                                (JsonNode signal) -> signal.path("contribution").decimalValue())
                        .reversed())
                .limit(SHOWN_SIGNALS)
                .map(signal -> signal.path("signal").asText() + " " + signed(signal.path("contribution")))
                .collect(Collectors.joining(", "));
    }

    static String money(JsonNode money) {
        return money.path("amount").asText() + " " + money.path("currency").asText();
    }

    private static String number(JsonNode value) {
        return decimal(value).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }

    private static String signed(JsonNode value) {
        BigDecimal rounded = decimal(value).setScale(2, RoundingMode.HALF_UP);
        return (rounded.signum() < 0 ? "" : "+") + rounded.toPlainString();
    }

    private static BigDecimal decimal(JsonNode value) {
        return value.isTextual() ? new BigDecimal(value.asText()) : value.decimalValue();
    }

    /** Columns as wide as their widest cell; the last one is not padded. */
    static List<String> layOut(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> "    "
                        + IntStream.range(0, columns)
                                .mapToObj(column -> column == columns - 1
                                        ? row.get(column)
                                        : row.get(column)
                                                + " "
                                                        .repeat(widths[column]
                                                                - row.get(column)
                                                                        .length()))
                                .collect(Collectors.joining("  ")))
                .toList();
    }
}
