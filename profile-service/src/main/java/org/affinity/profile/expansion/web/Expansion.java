package org.affinity.profile.expansion.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.Roles;

/** What a read of creators can show besides, under the names that {@code expand} takes. */
public enum Expansion {
    SNAPSHOTS("snapshots"),
    AUDIENCE("audience"),
    TRACK_RECORD("trackRecord"),
    CONSENTS("consents");

    /** What can be shown of one creator. */
    public static final Set<Expansion> OF_ONE = EnumSet.allOf(Expansion.class);

    /** What can be shown of each creator in a list: histories have no bound. */
    public static final Set<Expansion> OF_MANY = EnumSet.complementOf(EnumSet.of(SNAPSHOTS));

    private final String key;

    Expansion(String key) {
        this.key = key;
    }

    /**
     * What these names ask for.
     *
     * @throws DomainException 400 for a name that is not offered, 403 for a part that the caller may not read
     */
    public static Set<Expansion> asked(List<String> names, Set<Expansion> offered, Caller caller) {
        Set<Expansion> asked = EnumSet.noneOf(Expansion.class);
        for (String name : names) {
            asked.add(ofKey(name).filter(offered::contains).orElseThrow(() -> refused(offered)));
        }
        // Their own address says who may read consents; whose they are is settled by who may read the creator.
        if (asked.contains(CONSENTS) && !caller.is(Roles.OPERATOR) && !caller.is(Roles.CREATOR)) {
            throw new DomainException(
                    CommonProblem.FORBIDDEN, "Consents are shown to the creator and to operators only.");
        }
        return asked;
    }

    private static Optional<Expansion> ofKey(String name) {
        return Arrays.stream(values()).filter(one -> one.key.equals(name)).findFirst();
    }

    private static DomainException refused(Set<Expansion> offered) {
        String detail = "must be one of " + offered.stream().map(one -> one.key).toList();
        return new DomainException(
                CommonProblem.INVALID_PARAMETER,
                "expand " + detail,
                List.of(FieldError.ofParameter("expand", "oneOf", detail)));
    }
}
