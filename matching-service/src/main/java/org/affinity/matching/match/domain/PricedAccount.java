package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.RatedContent;
import org.affinity.matching.engine.domain.Entry;

/**
 * What a row of the index stands for: an account at one price, with pieces that bring the same. Who states a fee for
 * paid work has one price whatever is made; else pieces of the rate card that do not cost the same are apart, so that a
 * brief finds the price of what it wants in the row of the format. Stories are apart from all else.
 *
 * @param place of the account in the profile
 * @param pieces lines of the rate card for the platform, in its order; empty when it has none
 */
record PricedAccount(int place, Account account, List<RatedContent> pieces) {

    private static final Comparator<Money> CHEAPEST =
            Comparator.comparing(Money::amount).thenComparing(Money::currency);

    PricedAccount {
        pieces = List.copyOf(pieces);
    }

    /**
     * The accounts of a creator in the order of the profile, each with its cheapest price first, stories behind all
     * else: of what is worth the same the first is taken, and nobody is to bring less for nothing. A creator has as
     * many as an entry has rows at most: of more, the last of the accounts with the most prices are left out.
     */
    static List<PricedAccount> of(Candidate candidate) {
        List<List<PricedAccount>> prices = IntStream.range(
                        0, Math.min(candidate.accounts().size(), Entry.MOST_ROWS))
                .mapToObj(place -> prices(candidate, place))
                .toList();
        int[] rows = rows(prices);
        return IntStream.range(0, rows.length)
                .boxed()
                .flatMap(place -> prices.get(place).stream().limit(rows[place]))
                .toList();
    }

    /** How many prices each account keeps: one each in turn, as long as there are rows. */
    private static int[] rows(List<List<PricedAccount>> prices) {
        int[] rows = new int[prices.size()];
        int left =
                Math.min(Entry.MOST_ROWS, prices.stream().mapToInt(List::size).sum());
        for (int place = 0; left > 0; place = (place + 1) % rows.length) {
            if (rows[place] < prices.get(place).size()) {
                rows[place]++;
                left--;
            }
        }
        return rows;
    }

    /** The one that a row of a creator stands for. */
    static PricedAccount at(Candidate candidate, int row) {
        // Most creators have no rate card, and a match asks this of each creator whom it shows or may propose.
        return candidate.rateCard().isEmpty()
                ? new PricedAccount(row, candidate.accounts().get(row), List.of())
                : of(candidate).get(row);
    }

    private static List<PricedAccount> prices(Candidate candidate, int place) {
        Account account = candidate.accounts().get(place);
        List<RatedContent> pieces = candidate.rateCard().stream()
                .filter(piece -> piece.platform().equals(account.platform()))
                .toList();
        boolean isFeeStated = candidate
                .availabilityFor(EngagementType.PAID)
                .map(Availability::fee)
                .isPresent();
        if (pieces.isEmpty()) {
            return List.of(new PricedAccount(place, account, pieces));
        }
        return byResult(pieces)
                .flatMap(alike -> isFeeStated ? Stream.of(alike) : byCost(alike))
                .map(equal -> new PricedAccount(place, account, equal))
                .toList();
    }

    private static Stream<List<RatedContent>> byCost(List<RatedContent> pieces) {
        SortedMap<Money, List<RatedContent>> byCost = new TreeMap<>(CHEAPEST);
        pieces.forEach(piece -> byCost.computeIfAbsent(piece.costOfOne(), _ -> new ArrayList<>())
                .add(piece));
        return byCost.values().stream();
    }

    /** What is not expected to bring as much as the others is apart, behind them. */
    private static Stream<List<RatedContent>> byResult(List<RatedContent> pieces) {
        return Stream.of(false, true)
                .map(isPassing -> pieces.stream()
                        .filter(piece -> piece.format().isPassing() == isPassing)
                        .toList())
                .filter(alike -> !alike.isEmpty());
    }

    /**
     * The kinds of content that may come of it for somebody who wants some of them; none where nothing is said. A rate
     * card says what a creator makes, also where the price is a fee or none.
     */
    Collection<ContentFormat> formats(Collection<ContentFormat> wanted) {
        if (pieces.isEmpty()) {
            return wanted;
        }
        List<ContentFormat> offered =
                pieces.stream().map(RatedContent::format).distinct().toList();
        List<ContentFormat> asked = offered.stream().filter(wanted::contains).toList();
        return asked.isEmpty() ? offered : asked;
    }

    /** Whether the rate card has one of the wanted formats at this price; without a rate card any may be had. */
    boolean has(Collection<ContentFormat> wanted) {
        return wanted.isEmpty()
                || pieces.isEmpty()
                || pieces.stream().anyMatch(piece -> wanted.contains(piece.format()));
    }
}
