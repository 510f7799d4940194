package org.affinity.profile.account;

import java.util.List;
import org.affinity.profile.account.domain.Jump;
import org.affinity.profile.creator.domain.Figure;
import org.affinity.profile.creator.store.AccountEntity;

/**
 * All that is known and computed of an account.
 *
 * @param jumpsKnown whether the history is long enough to tell jumps
 */
public record AccountReport(
        AccountEntity account,
        Figure engagementRate,
        Figure shrunkEngagementRate,
        Figure audienceRatio,
        Figure growth,
        Figure growthPer30Days,
        Figure volatility,
        Figure postsPerWeek,
        List<Jump> jumps,
        boolean jumpsKnown) {}
