package org.affinity.matching.candidate;

import java.util.Collection;
import org.affinity.matching.candidate.domain.Candidate;

/**
 * The creators as they are after a number of changes; does not change any more.
 *
 * @param changeNumber the highest change that is in it, and with it every change before
 */
public record IndexSnapshot(long changeNumber, Collection<Candidate> candidates) {}
