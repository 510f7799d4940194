package org.affinity.matching.candidate.store;

import java.util.UUID;
import org.affinity.matching.candidate.domain.Candidate;

/**
 * A creator as it is after a change, with the place of that change in the order of all changes.
 *
 * @param candidate null when the creator was erased
 */
public record CandidateChange(long changeNumber, UUID creatorId, Candidate candidate) {}
