package org.affinity.matching.engine.domain.columnar;

/**
 * What a snapshot holds, so that nobody takes it for another.
 *
 * @param content differs when the same source would make other entries
 * @param generation of the source; change numbers of another one mean nothing
 * @param changeNumber up to which all changes of the source are in it
 */
public record SnapshotLabel(int content, long generation, long changeNumber) {}
