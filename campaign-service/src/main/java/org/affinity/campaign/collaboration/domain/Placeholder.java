package org.affinity.campaign.collaboration.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.affinity.kit.json.Money;

/** A place in a message template that is filled in for each creator. */
enum Placeholder {
    DISPLAY_NAME("displayName"),
    HANDLE("handle"),
    PLATFORM("platform"),
    BRAND("brand"),
    CAMPAIGN("campaign"),
    FEE("fee"),
    STARTS_ON("startsOn"),
    ENDS_ON("endsOn");

    private final String key;

    Placeholder(String key) {
        this.key = key;
    }

    /** Whether it tells this creator from all others. */
    boolean personal() {
        return this == DISPLAY_NAME || this == HANDLE;
    }

    String valueFor(Addressee addressee) {
        return switch (this) {
            case DISPLAY_NAME -> addressee.displayName();
            case HANDLE -> addressee.invitee().handle();
            case PLATFORM -> addressee.invitee().platform();
            case BRAND -> addressee.terms().brand();
            case CAMPAIGN -> addressee.terms().campaignName();
            case FEE -> written(addressee.invitee().fee());
            case STARTS_ON -> addressee.terms().startsOn().toString();
            case ENDS_ON -> addressee.terms().endsOn().toString();
        };
    }

    private static String written(Money fee) {
        return fee.amount() + " " + fee.currency();
    }

    static Optional<Placeholder> named(String key) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.key.equals(key))
                .findFirst();
    }

    static String known() {
        return Arrays.stream(values()).map(placeholder -> placeholder.key).collect(Collectors.joining(", "));
    }
}
