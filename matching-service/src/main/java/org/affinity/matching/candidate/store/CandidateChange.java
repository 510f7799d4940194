package org.affinity.matching.candidate.store;

import org.affinity.matching.candidate.domain.Candidate;

/** A creator as it is after a change, with the place of that change in the order of all changes. */
public record CandidateChange(long changeNumber, Candidate candidate) {}
