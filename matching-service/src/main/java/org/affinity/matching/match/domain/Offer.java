package org.affinity.matching.match.domain;

import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.Tier;

/** One eligible account of one creator, with what it costs and what it should bring. */
public record Offer(Candidate candidate, Account account, Tier tier, Price price, Expectation expectation) {}
