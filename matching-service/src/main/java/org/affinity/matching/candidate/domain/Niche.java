package org.affinity.matching.candidate.domain;

/**
 * A category that a creator publishes about.
 *
 * @param categoryId of the IAB content taxonomy
 * @param source {@code DECLARED} when chosen, {@code TOPIC} when a topic names it
 * @param topic the topic that names it, or null
 */
public record Niche(String categoryId, String source, String topic) {}
