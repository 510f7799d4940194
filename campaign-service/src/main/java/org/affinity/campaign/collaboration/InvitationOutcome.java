package org.affinity.campaign.collaboration;

import java.util.List;
import java.util.UUID;

/**
 * What came of inviting creators.
 *
 * @param collaborations of every creator that was asked for, invited now or before, in the order of the panel
 * @param alreadyInvited creators that had been invited before and got no second message
 * @param withdrawn creators that have left the platform and were not invited
 * @param notContactable creators that do not want to be written to and were not invited
 * @param notYetKnown creators whose profile has not arrived here, or not again, and who were not invited
 */
public record InvitationOutcome(
        List<StoredCollaboration> collaborations,
        List<UUID> alreadyInvited,
        List<UUID> withdrawn,
        List<UUID> notContactable,
        List<UUID> notYetKnown) {

    public InvitationOutcome {
        collaborations = List.copyOf(collaborations);
        alreadyInvited = List.copyOf(alreadyInvited);
        withdrawn = List.copyOf(withdrawn);
        notContactable = List.copyOf(notContactable);
        notYetKnown = List.copyOf(notYetKnown);
    }
}
