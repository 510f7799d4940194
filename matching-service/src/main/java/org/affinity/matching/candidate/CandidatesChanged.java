package org.affinity.matching.candidate;

/** Says inside this process that candidates were stored or cleared; the index looks when the transaction commits. */
record CandidatesChanged() {}
