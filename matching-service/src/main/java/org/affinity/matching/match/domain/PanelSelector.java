package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses who is proposed together: greedily by value per cost, under the budget and the number of places.
 *
 * <p>Value per cost alone wastes places on cheap creators when places are scarce, and value alone wastes money. So one
 * pass is made per exponent a, by value / cost^a, and the pass of the highest total value wins (then the cheapest, then
 * the earliest). The result never costs more than the budget. Audiences are taken as disjoint: overlap is not known.
 */
final class PanelSelector {

    /** Below one cent a creator counts as costing one, so that the free come first without dividing by zero. */
    private static final double SMALLEST_COST = 0.01;

    private final List<Double> exponents;

    PanelSelector(List<Double> exponents) {
        this.exponents = List.copyOf(exponents);
    }

    /** The chosen creators, best score first. */
    List<Scored> select(List<PanelOption> pool, BigDecimal budget, int places) {
        return exponents.stream()
                .map(exponent -> pass(pool, exponent, budget, places))
                .max(Comparator.comparingDouble(PanelSelector::totalValue)
                        .thenComparing(PanelSelector::totalCost, Comparator.reverseOrder()))
                .orElseGet(List::of)
                .stream()
                .map(PanelOption::scored)
                .sorted(Scored.BEST_FIRST)
                .toList();
    }

    private static List<PanelOption> pass(List<PanelOption> pool, double exponent, BigDecimal budget, int places) {
        List<PanelOption> chosen = new ArrayList<>();
        BigDecimal left = budget;
        for (PanelOption option : sorted(pool, exponent)) {
            if (chosen.size() < places && option.value() > 0 && option.cost().compareTo(left) <= 0) {
                chosen.add(option);
                left = left.subtract(option.cost());
            }
        }
        return chosen;
    }

    private static List<PanelOption> sorted(List<PanelOption> pool, double exponent) {
        return pool.stream()
                .sorted(Comparator.<PanelOption>comparingDouble(option -> worth(option, exponent))
                        .reversed()
                        .thenComparing(PanelOption::scored, Scored.BEST_FIRST))
                .toList();
    }

    private static double worth(PanelOption option, double exponent) {
        return option.value() / Math.pow(Math.max(option.cost().doubleValue(), SMALLEST_COST), exponent);
    }

    private static double totalValue(List<PanelOption> panel) {
        return panel.stream().mapToDouble(PanelOption::value).sum();
    }

    private static BigDecimal totalCost(List<PanelOption> panel) {
        return panel.stream().map(PanelOption::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
