package org.affinity.campaign.collaboration.domain;

import java.util.UUID;
import org.affinity.kit.json.Money;

/**
 * The creator asked, with what and for how much.
 *
 * @param creatorId the creator
 * @param accountId the account that is to publish
 * @param platform where the account is
 * @param handle its name there
 * @param fee what the creator gets
 */
public record Invitee(UUID creatorId, UUID accountId, String platform, String handle, Money fee) {}
