package org.affinity.profile.questionnaire.store;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Which answer: a creator has one to each question. */
@Embeddable
public record AnswerKey(UUID creatorId, String questionId) implements Serializable {}
