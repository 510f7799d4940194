package org.affinity.profile.search.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.affinity.profile.search.domain.CreatorQuery.AccountQuery;
import org.affinity.profile.search.domain.CreatorQuery.OfferQuery;

/**
 * The terms under which a query finds creators in the index. They hold for everyone whom the query means; where figures
 * matter they let a few too many through.
 */
public final class SearchTerms {

    private static final int SHORTEST_BEGINNING = 2;
    private static final int LONGEST_WORD = 60;
    private static final int MOST_DIGITS = 38;
    /** Rates are indexed in ten-thousandths. */
    private static final int RATE_DIGITS = 4;

    private SearchTerms() {}

    /**
     * Groups of terms, of each of which a match has one; none when the query has nothing that is indexed as a term.
     *
     * @param words the words of the query's text in the form of the index
     */
    public static List<TermGroup> of(CreatorQuery query, Collection<String> words) {
        var all = new ArrayList<TermGroup>();
        for (String word : words) {
            boolean isBeginning = word.codePointCount(0, word.length()) >= SHORTEST_BEGINNING
                    && word.codePointCount(0, word.length()) < LONGEST_WORD;
            all.add(new TermGroup(List.of("w:" + word), isBeginning));
        }
        if (query.text() != null && words.isEmpty()) {
            all.add(new TermGroup(List.of("w:"), false));
        }
        AccountQuery account = query.account();
        all.addAll(marked(query, !account.limitsFollowers()));
        addAny(all, "h:", account.handleKeys());
        if (account.limitsFollowers()) {
            all.add(sizes(account));
        }
        return all;
    }

    /** Those groups of whose terms each creator has marks; platforms are among them when asked for. */
    public static List<TermGroup> marked(CreatorQuery query, boolean withPlatforms) {
        var all = new ArrayList<TermGroup>();
        addAny(all, "c:", query.countries());
        addAny(all, "l:", query.languages());
        addAny(all, "s:", query.states());
        addAny(all, "k:", query.topics());
        query.everyTopic().forEach(topic -> addAny(all, "k:", List.of(topic)));
        addAny(all, "e:", query.offer().types());
        addFees(all, query.offer());
        addRates(all, query.account());
        if (withPlatforms) {
            addAny(all, "p:", query.account().platforms());
        }
        return all;
    }

    /** How many binary digits the followers of a match can have; empty when no number will do. */
    public static List<Integer> digits(AccountQuery account) {
        return IntStream.rangeClosed(0, MOST_DIGITS)
                .filter(count -> canHold(account, count))
                .boxed()
                .toList();
    }

    private static TermGroup sizes(AccountQuery account) {
        List<Integer> digits = digits(account);
        if (digits.isEmpty()) {
            return TermGroup.of("f:", List.of("none"));
        }
        return account.platforms().isEmpty()
                ? TermGroup.of("f:", digits)
                : TermGroup.of(
                        "g:",
                        account.platforms().stream()
                                .flatMap(platform -> digits.stream().map(count -> platform + ":" + count))
                                .toList());
    }

    /** Whether a number of so many binary digits can be in the ranges asked for. */
    private static boolean canHold(AccountQuery account, int digits) {
        long least = digits == 0 ? 0 : 1L << (digits - 1);
        long greatest = (1L << digits) - 1;
        boolean inBounds = (account.fewestFollowers() == null || account.fewestFollowers() <= greatest)
                && (account.mostFollowers() == null || least <= account.mostFollowers());
        boolean inSize = account.sizes().isEmpty()
                || account.sizes().stream().anyMatch(size -> size.fewest() <= greatest && least <= size.most());
        return inBounds && inSize;
    }

    private static void addFees(List<TermGroup> all, OfferQuery offer) {
        if (offer.highestFee() != null) {
            int most = offer.highestFee().toBigInteger().bitLength();
            addAny(
                    all,
                    "m:" + offer.currency() + ":",
                    IntStream.rangeClosed(0, most).boxed().toList());
        }
    }

    private static void addRates(List<TermGroup> all, AccountQuery account) {
        if (account.lowestRate() != null || account.highestRate() != null) {
            int least = account.lowestRate() == null ? 0 : rateDigits(account.lowestRate());
            int most = account.highestRate() == null ? MOST_DIGITS : rateDigits(account.highestRate());
            // Bounds that leave nothing over find nobody.
            addAny(
                    all,
                    "r:",
                    IntStream.rangeClosed(least, Math.max(least, most)).boxed().toList());
        }
    }

    private static int rateDigits(BigDecimal rate) {
        return rate.movePointRight(RATE_DIGITS).toBigInteger().bitLength();
    }

    private static void addAny(List<TermGroup> all, String kind, Collection<?> values) {
        if (!values.isEmpty()) {
            all.add(TermGroup.of(kind, List.copyOf(values)));
        }
    }
}
