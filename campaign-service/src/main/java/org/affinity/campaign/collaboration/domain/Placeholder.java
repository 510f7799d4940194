package org.affinity.campaign.collaboration.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.affinity.kit.json.Money;

/** A place in a message template that is filled in for each creator. */
enum Placeholder {
    DISPLAY_NAME("displayName", true, addressee -> addressee.displayName()),
    HANDLE("handle", true, addressee -> addressee.invitee().handle()),
    PLATFORM("platform", false, addressee -> addressee.invitee().platform()),
    BRAND("brand", false, addressee -> addressee.terms().brand()),
    CAMPAIGN("campaign", false, addressee -> addressee.terms().campaignName()),
    FEE("fee", false, addressee -> written(addressee.invitee().fee())),
    STARTS_ON("startsOn", false, addressee -> addressee.terms().startsOn().toString()),
    ENDS_ON("endsOn", false, addressee -> addressee.terms().endsOn().toString());

    private final String key;
    private final boolean personal;
    private final Function<Addressee, String> value;

    Placeholder(String key, boolean personal, Function<Addressee, String> value) {
        this.key = key;
        this.personal = personal;
        this.value = value;
    }

    /** Whether it tells this creator from all others. */
    boolean personal() {
        return personal;
    }

    String valueFor(Addressee addressee) {
        return value.apply(addressee);
    }

    static Optional<Placeholder> named(String key) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.key.equals(key))
                .findFirst();
    }

    private static String written(Money fee) {
        return fee.amount() + " " + fee.currency();
    }

    static String known() {
        return Arrays.stream(values()).map(placeholder -> placeholder.key).collect(Collectors.joining(", "));
    }
}
