package org.affinity.campaign.collaboration.domain;

/**
 * Everything that a message to one creator may speak of.
 *
 * @param displayName how the creator wants to be called
 * @param invitee the creator's place in the panel
 * @param terms what the campaign says
 */
public record Addressee(String displayName, Invitee invitee, Terms terms) {

    /** Without the name of the person. */
    @Override
    public String toString() {
        return "Addressee[" + invitee.creatorId() + "]";
    }
}
