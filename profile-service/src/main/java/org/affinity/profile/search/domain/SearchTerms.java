package org.affinity.profile.search.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.affinity.profile.search.domain.CreatorQuery.AccountQuery;

/**
 * The terms under which a query finds creators in the index, written as a text search query of PostgreSQL. They hold
 * for everyone whom the query means; where an account's figures matter they let a few too many through.
 */
public final class SearchTerms {

    private static final int SHORTEST_BEGINNING = 2;
    private static final int LONGEST_WORD = 60;
    private static final int MOST_DIGITS = 38;

    private SearchTerms() {}

    /**
     * The text search query; empty when the query has nothing that is indexed as a term.
     *
     * @param words the words of the query's text in the form of the index
     */
    public static String of(CreatorQuery query, Collection<String> words) {
        var all = new ArrayList<String>();
        for (String word : words) {
            boolean isBeginning = word.codePointCount(0, word.length()) >= SHORTEST_BEGINNING
                    && word.codePointCount(0, word.length()) < LONGEST_WORD;
            all.add(quoted("w:" + word) + (isBeginning ? ":*" : ""));
        }
        if (query.text() != null && words.isEmpty()) {
            all.add(quoted("w:"));
        }
        addAny(all, "c:", query.countries());
        addAny(all, "l:", query.languages());
        addAny(all, "k:", query.topics());
        query.everyTopic().forEach(topic -> addAny(all, "k:", List.of(topic)));
        addAny(all, "s:", query.states());
        addAny(all, "e:", query.offer().types());
        addAny(all, "h:", query.account().handleKeys());
        addSizes(all, query.account());
        return String.join(" & ", all);
    }

    private static void addSizes(List<String> all, AccountQuery account) {
        if (!account.limitsFollowers()) {
            addAny(all, "p:", account.platforms());
            return;
        }
        List<Integer> digits = IntStream.rangeClosed(0, MOST_DIGITS)
                .filter(count -> canHold(account, count))
                .boxed()
                .toList();
        if (digits.isEmpty()) {
            addAny(all, "f:", List.of("none"));
        } else if (account.platforms().isEmpty()) {
            addAny(all, "f:", digits);
        } else {
            addAny(
                    all,
                    "g:",
                    account.platforms().stream()
                            .flatMap(platform -> digits.stream().map(count -> platform + ":" + count))
                            .toList());
        }
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

    private static void addAny(List<String> all, String kind, Collection<?> values) {
        if (!values.isEmpty()) {
            all.add(values.stream().map(value -> quoted(kind + value)).collect(Collectors.joining(" | ", "(", ")")));
        }
    }

    private static String quoted(String term) {
        return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
