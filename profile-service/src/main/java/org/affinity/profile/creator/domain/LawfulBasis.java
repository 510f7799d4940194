package org.affinity.profile.creator.domain;

/** Why personal data may be held (GDPR art. 6(1) a, b and f). */
public enum LawfulBasis {
    CONSENT,
    CONTRACT,
    LEGITIMATE_INTERESTS
}
