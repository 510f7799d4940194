package org.affinity.profile.questionnaire.domain;

/**
 * A rule that an answer breaks.
 *
 * @param pointer JSON pointer into the answer, empty for the answer itself
 * @param rule stable name of the rule
 * @param fix what the answer must be instead
 */
public record BrokenRule(String pointer, String rule, String fix) {}
