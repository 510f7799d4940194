package org.affinity.profile.search;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.search.Population.Account;
import org.affinity.profile.search.Population.Member;
import org.affinity.profile.search.Population.Offer;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.search.domain.CreatorQuery.AccountQuery;
import org.affinity.profile.search.domain.CreatorQuery.OfferQuery;

/** What a query means, by looking at every creator; written without regard to speed and to the index. */
public final class BruteForce {

    private BruteForce() {}

    /** The ids of all members that the query means, in its order. */
    public static List<UUID> find(List<Member> members, CreatorQuery query) {
        return members.stream()
                .filter(member -> matches(member, query))
                .sorted(order(query))
                .map(Member::id)
                .toList();
    }

    private static boolean matches(Member member, CreatorQuery query) {
        boolean surelyAdult = member.birthYear() != null && member.birthYear() <= query.lastAdultYear();
        return hasWords(member, query.text())
                && any(query.countries(), value -> value.equals(member.country()))
                && any(
                        query.languages(),
                        value -> member.languages().stream()
                                .map(tag -> tag.toLowerCase(Locale.ROOT))
                                .anyMatch(tag -> tag.equals(value) || tag.startsWith(value + "-")))
                && any(query.topics(), member.topics()::contains)
                && member.topics().containsAll(query.everyTopic())
                && any(query.states(), state -> (state == CreatorStatus.WITHDRAWN) == member.withdrawn())
                && (query.adult() == null || query.adult() == surelyAdult)
                && (query.updatedSince() == null || !member.updatedAt().isBefore(query.updatedSince()))
                && (query.fewestCollaborations() == null || member.completed() >= query.fewestCollaborations())
                && member.accounts().stream().anyMatch(account -> matches(account, query.account()))
                && (isEmpty(query.offer())
                        || member.offers().stream().anyMatch(offer -> matches(offer, query.offer())));
    }

    private static boolean hasWords(Member member, String text) {
        if (text == null) {
            return true;
        }
        List<String> own = Stream.concat(
                        Stream.of(member.name(), member.bio() == null ? "" : member.bio()),
                        member.accounts().stream()
                                .map(Account::handle)
                                .flatMap(handle -> Stream.of(handle, handle.replaceAll("[._-]", ""))))
                .flatMap(part -> words(part).stream())
                .toList();
        return words(text).stream()
                .allMatch(word ->
                        own.stream().anyMatch(one -> word.length() == 1 ? one.equals(word) : one.startsWith(word)));
    }

    static List<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replace("ł", "l")
                .replace("œ", "oe")
                .replace("ß", "ss");
        return Stream.of(folded.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean matches(Account account, AccountQuery query) {
        Long followers = account.followers();
        BigDecimal rate = account.rate();
        return any(query.platforms(), account.platform()::equals)
                && any(query.handleKeys(), account.handle().toLowerCase(Locale.ROOT)::equals)
                && any(
                        query.sizes(),
                        size -> followers != null && size.fewest() <= followers && followers <= size.most())
                && (query.fewestFollowers() == null || (followers != null && followers >= query.fewestFollowers()))
                && (query.mostFollowers() == null || (followers != null && followers <= query.mostFollowers()))
                && (query.lowestRate() == null || (rate != null && rate.compareTo(query.lowestRate()) >= 0))
                && (query.highestRate() == null || (rate != null && rate.compareTo(query.highestRate()) <= 0))
                && (query.observedSince() == null || !account.observedAt().isBefore(query.observedSince()));
    }

    private static boolean isEmpty(OfferQuery query) {
        return query.types().isEmpty() && query.highestFee() == null;
    }

    private static boolean matches(Offer offer, OfferQuery query) {
        return any(query.types(), value -> value == offer.type())
                && (query.highestFee() == null
                        || (offer.fee() != null
                                && query.currency().equals(offer.currency())
                                && offer.fee().compareTo(query.highestFee()) <= 0));
    }

    private static <T> boolean any(List<T> values, java.util.function.Predicate<T> holds) {
        return values.isEmpty() || values.stream().anyMatch(holds);
    }

    private static Comparator<Member> order(CreatorQuery query) {
        Comparator<Member> byId = Comparator.comparing(member -> member.id().toString());
        boolean down = query.sort().isDescending();
        Comparator<Member> byValue = switch (query.sort().key()) {
            case CREATED_AT -> by(member -> member.id().toString(), down);
            case DISPLAY_NAME -> by(member -> fold(member.name()), down);
            case FOLLOWERS -> by(member -> largest(member).followers(), down);
            case ENGAGEMENT_RATE -> by(member -> largest(member).rate(), down);
            case UPDATED_AT -> by(Member::updatedAt, down);
            case COMPLETED_COLLABORATIONS -> by(Member::completed, down);
        };
        return byValue.thenComparing(down ? byId.reversed() : byId);
    }

    private static String fold(String text) {
        return Stream.of(text.split(" ", -1))
                .map(word -> String.join("", words(word)))
                .collect(Collectors.joining(" "));
    }

    private static Account largest(Member member) {
        return member.accounts().stream()
                .sorted(Comparator.comparing(Account::followers, Comparator.nullsLast(Comparator.<Long>reverseOrder())))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Comparable<T>> Comparator<Member> by(Function<Member, T> value, boolean down) {
        Comparator<T> order = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(value, Comparator.nullsLast(order));
    }
}
