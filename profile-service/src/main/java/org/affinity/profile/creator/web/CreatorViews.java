package org.affinity.profile.creator.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.CreatorRead;
import org.affinity.profile.creator.CreatorState;
import org.affinity.profile.creator.ListedCreator;
import org.affinity.profile.tier.domain.TierScheme;
import org.affinity.profile.tier.domain.TierSchemes;

/** Shows creators to the caller: the year of birth is between the creator and the platform. */
@ApplicationScoped
public class CreatorViews {

    private final CurrentCaller currentCaller;
    private final Event<CreatorRead> reads;

    CreatorViews(CurrentCaller currentCaller, Event<CreatorRead> reads) {
        this.currentCaller = currentCaller;
        this.reads = reads;
    }

    /** What the caller of this request may see of a creator. */
    public CreatorView of(CreatorState creator) {
        return of(creator, TierSchemes.named(TierSchemes.DEFAULT));
    }

    /** The same of one in a list. */
    public CreatorView of(ListedCreator creator) {
        return of(creator, TierSchemes.named(TierSchemes.DEFAULT));
    }

    /** The same, with the tiers of a scheme. */
    public CreatorView of(CreatorState creator, TierScheme scheme) {
        return of(ListedCreator.of(creator), scheme);
    }

    /** The same of one in a list. */
    public CreatorView of(ListedCreator creator, TierScheme scheme) {
        Caller caller = currentCaller.caller();
        reads.fire(new CreatorRead(creator.creatorId()));
        boolean seesBirthYear = caller.is(Roles.OPERATOR) || creator.creatorId().equals(caller.creatorId());
        return CreatorView.of(creator, seesBirthYear, scheme);
    }
}
