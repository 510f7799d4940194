package org.affinity.campaign.proposal.domain;

import java.util.List;

/**
 * How a campaign is to work.
 *
 * @param type name of the mechanic; matching may know more of them than this service
 * @param reasons why this one
 */
public record Mechanic(String type, List<String> reasons) {

    public Mechanic {
        reasons = List.copyOf(reasons);
    }
}
