package org.affinity.profile.search.store;

import java.util.List;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.search.domain.CreatorQuery.AccountQuery;
import org.affinity.profile.search.domain.CreatorQuery.FollowerRange;
import org.affinity.profile.search.domain.CreatorQuery.OfferQuery;
import org.affinity.profile.search.domain.TermGroup;

/** What must be true of a row of {@code creator_search}, written as SQL. */
final class SearchConditions {

    private SearchConditions() {}

    /** The conditions joined by {@code and}; empty for a query that everyone matches. */
    static Clause of(CreatorQuery query, List<TermGroup> groups) {
        var all = new Clause();
        String terms = TermGroup.query(
                groups.stream().filter(group -> !group.isOfFigures()).toList());
        if (!terms.isEmpty()) {
            // As a function: the index of terms is asked by fewer of them, where it is asked.
            all.and("ts_match_vq(s.terms, cast(? as tsquery))", terms);
        }
        if (query.updatedSince() != null) {
            all.and("s.updated_at >= ?", query.updatedSince());
        }
        if (query.fewestCollaborations() != null) {
            all.and("s.completed_collaborations >= ?", query.fewestCollaborations());
        }
        if (query.adult() != null) {
            all.and("coalesce(s.birth_year <= ?, false) = ?", query.lastAdultYear(), query.adult());
        }
        if (query.account().observedSince() != null) {
            // What the condition on one and the same account says already, but with an index.
            all.and("s.latest_observed >= ?", query.account().observedSince());
        }
        if (query.account().mustBeOne()) {
            all.and("exists (select from unnest(s.platforms, s.handles, s.account_followers, s.account_rates,"
                            + " s.account_observed) a(platform, handle, followers, rate, observed_at) where ")
                    .add(account(query.account()))
                    .add(")");
        }
        if (query.offer().highestFee() != null) {
            all.and("exists (select from unnest(s.offers, s.offer_amounts, s.offer_currencies)"
                            + " o(type, amount, currency) where ")
                    .add(offer(query.offer()))
                    .add(")");
        }
        return all;
    }

    private static Clause account(AccountQuery query) {
        var one = new Clause();
        if (!query.platforms().isEmpty()) {
            one.and("a.platform = any (?)", query.platforms());
        }
        if (!query.handleKeys().isEmpty()) {
            one.and("a.handle = any (?)", query.handleKeys());
        }
        if (!query.sizes().isEmpty()) {
            one.and("(").add(sizes(query)).add(")");
        }
        if (query.fewestFollowers() != null) {
            one.and("a.followers >= ?", query.fewestFollowers());
        }
        if (query.mostFollowers() != null) {
            one.and("a.followers <= ?", query.mostFollowers());
        }
        if (query.lowestRate() != null) {
            one.and("a.rate >= ?", query.lowestRate());
        }
        if (query.highestRate() != null) {
            one.and("a.rate <= ?", query.highestRate());
        }
        if (query.observedSince() != null) {
            one.and("a.observed_at >= ?", query.observedSince());
        }
        return one;
    }

    private static Clause sizes(AccountQuery query) {
        var any = new Clause();
        for (FollowerRange size : query.sizes()) {
            any.add(any.isEmpty() ? "" : " or ").add("a.followers between ? and ?", size.fewest(), size.most());
        }
        return any;
    }

    private static Clause offer(OfferQuery query) {
        var one = new Clause().and("o.amount <= ? and o.currency = ?", query.highestFee(), query.currency());
        if (!query.types().isEmpty()) {
            one.and("o.type = any (?)", query.types());
        }
        return one;
    }
}
