package org.affinity.profile.questionnaire.domain;

/**
 * One of the answers that a question offers.
 *
 * @param exclusive whether it stands alone among several, like "none of these"
 */
public record Choice(String id, LocalizedText label, boolean exclusive) {}
