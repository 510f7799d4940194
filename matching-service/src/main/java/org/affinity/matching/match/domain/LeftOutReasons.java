package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.match.domain.panel.Broken;
import org.affinity.matching.match.domain.panel.PanelExchanges;

/**
 * Says why creators are not in a panel. Who could have been chosen is tried in the place of every member, so that a
 * constraint is named only where it is broken, and a comparison only where it was made; where stated overlaps make it
 * too slow to try every place, the reason says so.
 */
public final class LeftOutReasons {

    private final Brief brief;
    private final PanelOptions options;
    private final PanelPool pool;
    private final PanelTask task;
    private final double largestShare;
    private final BitSet members = new BitSet();
    private final Turns turns;
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private PanelExchanges exchanges;

    /** @param turns that nearly equal creators took; null when they did not */
    LeftOutReasons(
            Brief brief,
            PanelOptions options,
            PanelPool pool,
            PanelTask task,
            double largestShare,
            Set<UUID> members,
            Turns turns) {
        this.brief = brief;
        this.options = options;
        this.pool = pool;
        this.task = task;
        this.largestShare = largestShare;
        this.turns = turns;
        for (PanelCandidate candidate : task.pool()) {
            if (members.contains(candidate.creatorId())) {
                this.members.set(numbers.size());
            }
            numbers.put(candidate.creatorId(), numbers.size());
        }
    }

    /** Why a creator is not in the panel; empty for who is. */
    public Optional<LeftOut> of(UUID creatorId) {
        Integer number = numbers.get(creatorId);
        if (number == null) {
            return Optional.of(notInQuestion(creatorId));
        }
        return members.get(number) ? Optional.empty() : Optional.of(leftOut(number, tried(number)));
    }

    /** Why each of some creators is not in the panel, without the facts; those who are do not come. */
    Map<UUID, LeftOutReason> reasons(List<UUID> creatorIds) {
        Map<UUID, LeftOutReason> reasons = new HashMap<>();
        for (UUID creatorId : creatorIds) {
            Integer number = numbers.get(creatorId);
            if (number == null) {
                reasons.put(creatorId, notInQuestion(creatorId).reason());
            } else if (!members.get(number)) {
                reasons.put(creatorId, tried(number).reason());
            }
        }
        return reasons;
    }

    private LeftOut notInQuestion(UUID creatorId) {
        PanelCandidate candidate = pool.candidates().stream()
                .filter(other -> other.creatorId().equals(creatorId))
                .findFirst()
                .orElse(null);
        Money price = candidate == null ? null : candidate.price();
        if (options.exclude().contains(creatorId)) {
            return plain(LeftOutReason.EXCLUDED, "The creator was excluded from the panel.", price);
        }
        if (candidate == null) {
            return plain(
                    LeftOutReason.NOT_IN_POOL,
                    "The panel was chosen from " + pool.candidates().size() + " creators, the best by score of "
                            + pool.eligible() + " who pass the rules; this one is not among them.",
                    null);
        }
        if (candidate.score() < 0) {
            return plain(
                    LeftOutReason.SCORE_BELOW_ZERO,
                    "More speaks against the creator than for: the score is " + Figures.exact(candidate.score()) + ".",
                    price);
        }
        Money budget = brief.budget();
        int scale = Math.max(budget.amount().scale(), price.amount().scale());
        Money most = new Money(
                budget.amount().multiply(BigDecimal.valueOf(largestShare)).setScale(scale, RoundingMode.DOWN),
                budget.currency());
        return plain(
                LeftOutReason.PRICE_ABOVE_SHARE,
                "Costs " + LeftOutWords.inWords(price) + "; one creator may take " + LeftOutWords.inWords(most) + ", "
                        + Figures.percent(largestShare) + " of the budget.",
                price);
    }

    private static LeftOut plain(LeftOutReason reason, String detail, Money price) {
        return new LeftOut(reason, detail, List.of(), price, null, null, null);
    }

    /**
     * What came of trying a creator in the panel.
     *
     * @param exchange the best in the place of one member; null where there is none, or it did not come to that
     * @param isProven whether all others are known to be worth no more
     * @param nearest the way in that breaks least; null where one breaks nothing, or it did not come to that
     */
    record Tried(
            LeftOutReason reason, PanelExchanges.Exchange exchange, boolean isProven, PanelExchanges.Nearest nearest) {

        private static Tried of(LeftOutReason reason) {
            return new Tried(reason, null, true, null);
        }
    }

    private Tried tried(int number) {
        if (members.isEmpty()) {
            return Tried.of(LeftOutReason.NO_PANEL);
        }
        if (exchanges == null) {
            exchanges = new PanelExchanges(task.objective(), members);
        }
        if (exchanges.joining(number).isNothing()) {
            return Tried.of(
                    exchanges.isNotable(exchanges.gain(number)) ? LeftOutReason.UNPROVEN : LeftOutReason.ADDS_NOTHING);
        }
        return inTurn(number)
                .or(() -> exchanges.best(number, _ -> true).map(this::compared))
                .orElseGet(() -> broken(exchanges.nearest(number)));
    }

    /** A nearly equal creator whose turn is earlier, in whose place this one would be worth as much. */
    private Optional<Tried> inTurn(int number) {
        if (turns == null) {
            return Optional.empty();
        }
        return exchanges
                .best(number, member -> isBefore(member, number))
                .filter(best -> !exchanges.isNotable(-best.exchange().improvement()))
                .map(best -> new Tried(LeftOutReason.TURN, best.exchange(), best.isProven(), null));
    }

    private boolean isBefore(int member, int number) {
        return turns.areNearlyEqual(candidate(member), candidate(number))
                && turns.of(candidate(member).creatorId())
                        < turns.of(candidate(number).creatorId());
    }

    private Tried compared(PanelExchanges.Best best) {
        boolean isOutweighed =
                best.isProven() && !exchanges.isNotable(best.exchange().improvement());
        return new Tried(
                isOutweighed ? LeftOutReason.OUTWEIGHED : LeftOutReason.UNPROVEN,
                best.exchange(),
                best.isProven(),
                null);
    }

    private static Tried broken(PanelExchanges.Nearest nearest) {
        Broken broken = nearest.broken();
        LeftOutReason reason;
        if (broken.count() > 1) {
            reason = LeftOutReason.COMBINATION;
        } else if (broken.budget()) {
            reason = LeftOutReason.BUDGET;
        } else if (broken.places()) {
            reason = LeftOutReason.PLACES;
        } else {
            reason = broken.minimumShare() ? LeftOutReason.SMALL_SHARE : LeftOutReason.QUOTA;
        }
        return new Tried(reason, null, true, nearest);
    }

    private LeftOut leftOut(int number, Tried tried) {
        PanelCandidate candidate = candidate(number);
        if (tried.reason() == LeftOutReason.NO_PANEL) {
            return plain(
                    tried.reason(),
                    "Nobody is proposed; emptyReason and infeasibilities of the panel say why.",
                    candidate.price());
        }
        LeftOutWords words = new LeftOutWords(brief, options, task, exchanges);
        PanelExchanges.Exchange exchange = tried.exchange();
        return new LeftOut(
                tried.reason(),
                words.detail(number, tried),
                words.names(exchanges.joining(number)),
                candidate.price(),
                task.money(exchanges.left()),
                exchanges.gain(number),
                exchange == null
                        ? null
                        : new LeftOut.Instead(
                                candidate(exchange.out()).creatorId(),
                                candidate(exchange.out()).price(),
                                exchange.lost(),
                                exchange.result()));
    }

    private PanelCandidate candidate(int number) {
        return task.pool().get(number);
    }
}
