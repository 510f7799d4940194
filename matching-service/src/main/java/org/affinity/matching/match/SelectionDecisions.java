package org.affinity.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.affinity.matching.match.store.SelectionDecisionRepository;
import org.affinity.matching.match.store.SelectionDecisionRepository.SelectionDecision;

/** What matches decided about a creator, as far as the caller may see it. */
@ApplicationScoped
public class SelectionDecisions {

    private final SelectionDecisionRepository decisions;

    SelectionDecisions(SelectionDecisionRepository decisions) {
        this.decisions = decisions;
    }

    /** Latest first, older than {@code before}; null for the start of the list. */
    @Transactional
    public List<SelectionDecision> list(UUID creatorId, UUID before, int limit) {
        return decisions.list(creatorId, before, limit);
    }
}
