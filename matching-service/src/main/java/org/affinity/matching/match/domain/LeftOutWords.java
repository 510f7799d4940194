package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.match.domain.panel.Broken;
import org.affinity.matching.match.domain.panel.PanelExchanges;
import org.affinity.matching.match.domain.panel.PanelProblem;

/** Puts into words what came of trying creators in a panel. */
final class LeftOutWords {

    private static final String NOT_THE_BEST =
            " The panel is not proven to be the best there is, or others took their turn.";

    private final Brief brief;
    private final PanelOptions options;
    private final PanelTask task;
    private final PanelExchanges exchanges;

    LeftOutWords(Brief brief, PanelOptions options, PanelTask task, PanelExchanges exchanges) {
        this.brief = brief;
        this.options = options;
        this.task = task;
        this.exchanges = exchanges;
    }

    String detail(int number, LeftOutReasons.Tried tried) {
        if (tried.nearest() != null) {
            return "Neither joining nor taking the place of one member keeps every constraint; "
                    + (tried.nearest().out() == PanelExchanges.NOBODY ? "joining" : "taking a place")
                    + " would break least: " + String.join("; ", inWords(number, tried.nearest())) + ".";
        }
        if (tried.reason() == LeftOutReason.ADDS_NOTHING) {
            return "Could join, but would add nothing in the target.";
        }
        if (tried.exchange() == null) {
            return "Could join and would add " + inWords(exchanges.gain(number)) + "." + NOT_THE_BEST;
        }
        String beside = beside(number, tried.exchange());
        if (tried.reason() == LeftOutReason.TURN) {
            return "A creator with nearly the same score, whose turn is earlier, has the place. " + beside;
        }
        return beside
                + (exchanges.isNotable(tried.exchange().improvement()) ? NOT_THE_BEST : "")
                + (tried.isProven() ? "" : " As overlaps are stated, not every place was tried.");
    }

    private String beside(int number, PanelExchanges.Exchange exchange) {
        return "For " + inWords(candidate(number).price()) + " the creator would add " + inWords(exchange.result())
                + " in the place of the member who could best make room; for "
                + inWords(candidate(exchange.out()).price()) + " that one adds " + inWords(exchange.lost()) + ".";
    }

    private List<String> inWords(int number, PanelExchanges.Nearest nearest) {
        PanelProblem problem = task.objective();
        Broken broken = nearest.broken();
        List<String> words = new ArrayList<>();
        if (broken.budget()) {
            long freed = nearest.out() == PanelExchanges.NOBODY ? 0 : problem.cost(nearest.out());
            words.add("the creator costs " + inWords(candidate(number).price()) + ", "
                    + inWords(task.money(exchanges.left() + freed)) + " of " + inWords(brief.budget())
                    + " would be there");
        }
        if (broken.places()) {
            words.add("all " + problem.places() + " places are taken by who has to be in or cannot make room");
        }
        for (int group : broken.groups()) {
            Quota quota = options.quotas().get(group);
            words.add(
                    quota.counts(candidate(number))
                            ? "at most " + quota.max() + " of " + quota.inWords() + " are allowed"
                            : "at least " + quota.min() + " of " + quota.inWords() + " are asked for");
        }
        if (broken.minimumShare()) {
            words.add(
                    "less than " + Figures.percent(options.minSmallShare()) + " of the panel would be small creators");
        }
        return words;
    }

    /** As infeasibilities name constraints. */
    List<String> names(Broken broken) {
        List<String> names = new ArrayList<>();
        if (broken.budget()) {
            names.add("budget");
        }
        if (broken.places()) {
            names.add("maxCreators");
        }
        broken.groups().stream()
                .map(group -> "quota " + options.quotas().get(group).inWords())
                .forEach(names::add);
        if (broken.minimumShare()) {
            names.add("minSmallShare");
        }
        return names;
    }

    private PanelCandidate candidate(int number) {
        return task.pool().get(number);
    }

    static String inWords(Money money) {
        return money.amount().toPlainString() + " " + money.currency();
    }

    private static String inWords(double result) {
        return BigDecimal.valueOf(result).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
