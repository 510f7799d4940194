package org.affinity.matching.candidate;

/**
 * How far the index has come: it holds the creators as they were after a number of changes, and maybe some later ones.
 *
 * @param generation of the table; change numbers of another one mean nothing in it
 * @param changeNumber the highest change that is in it for certain, and with it every change before
 */
public record IndexSnapshot(long generation, long changeNumber) {}
