package org.affinity.profile.creator.domain;

/** How well a language is spoken: the levels of the Common European Framework, and native. */
public enum LanguageLevel {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
    NATIVE
}
