package org.affinity.profile.consent.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.profile.consent.ConsentStatement;
import org.affinity.profile.consent.domain.Origin;
import org.affinity.profile.consent.domain.Purpose;
import org.affinity.profile.creator.domain.LawfulBasis;

/** Checks what annotations cannot say of consents, and turns them into statements. */
final class ConsentCheck {

    private static final String CONTACT = "contact";

    private final boolean byOperator;
    private final Instant now;
    private final List<FieldError> errors = new ArrayList<>();

    ConsentCheck(boolean byOperator, Instant now) {
        this.byOperator = byOperator;
        this.now = now;
    }

    /**
     * What the request states.
     *
     * @throws DomainException 422 with every broken rule
     */
    List<ConsentStatement> statementsOf(ConsentsRequest request) {
        var statements = new ArrayList<ConsentStatement>();
        Set<Object> met = new HashSet<>();
        for (int i = 0; i < request.sources().size(); i++) {
            ConsentsRequest.SourceRequest source = request.sources().get(i);
            String at = "/sources/" + i;
            Origin origin = source.origin() == null ? Origin.CREATOR : source.origin();
            LawfulBasis basis = source.lawfulBasis() == null ? LawfulBasis.CONSENT : source.lawfulBasis();
            check(byOperator || origin == Origin.CREATOR, at + "/origin", "operatorOnly", "must be CREATOR");
            check(byOperator || basis == LawfulBasis.CONSENT, at + "/lawfulBasis", "operatorOnly", "must be CONSENT");
            checkTime(source.givenAt(), at);
            String name = source.name().strip();
            check(met.add(List.of(origin, name)), at, "unique", "has the origin and name of one before it");
            statements.add(new ConsentStatement(
                    origin,
                    name,
                    null,
                    basis,
                    new HashSet<>(source.purposes()),
                    source.givenAt(),
                    source.proofReference()));
        }
        for (int i = 0; i < request.contact().size(); i++) {
            ConsentsRequest.ChannelRequest contact = request.contact().get(i);
            String at = "/contact/" + i;
            checkTime(contact.givenAt(), at);
            check(met.add(contact.channel()), at, "unique", "has the channel of one before it");
            statements.add(new ConsentStatement(
                    Origin.CREATOR,
                    CONTACT,
                    contact.channel(),
                    LawfulBasis.CONSENT,
                    Set.of(Purpose.CONTACT),
                    contact.givenAt(),
                    contact.proofReference()));
        }
        if (!errors.isEmpty()) {
            FieldError first = errors.getFirst();
            throw new DomainException(CommonProblem.VALIDATION_FAILED, first.pointer() + " " + first.detail(), errors);
        }
        return statements;
    }

    private void checkTime(Instant givenAt, String at) {
        check(givenAt == null || !givenAt.isAfter(now), at + "/givenAt", "past", "must not be in the future");
    }

    private void check(boolean holds, String pointer, String rule, String detail) {
        if (!holds) {
            errors.add(FieldError.at(pointer, rule, detail));
        }
    }
}
