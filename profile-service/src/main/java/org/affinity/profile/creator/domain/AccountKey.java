package org.affinity.profile.creator.domain;

/** Identity of an account across creators: only one creator can hold it. */
public record AccountKey(Platform platform, String handleKey) {}
