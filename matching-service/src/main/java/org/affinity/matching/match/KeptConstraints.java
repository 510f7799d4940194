package org.affinity.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.match.store.MatchConstraintRepository;

/** What the panels of saved matches have to keep to; names nobody who was erased. */
@ApplicationScoped
class KeptConstraints {

    private final MatchConstraintRepository table;
    private final ErasedSubjects erased;

    KeptConstraints(MatchConstraintRepository table, ErasedSubjects erased) {
        this.table = table;
        this.erased = erased;
    }

    /** Keeps what a match asked for, in the transaction that saves it: no erasure ends before that does. */
    void keep(MatchRun run, PanelOptions options) {
        table.keep(run.matchId(), run.organisationId(), options.without(erased.among(options.creatorIds())));
    }

    PanelOptions of(MatchRun run) {
        return table.find(run.matchId());
    }
}
