package org.affinity.profile.creator.domain;

import java.util.UUID;

/**
 * Whose list told of creators, and on what basis their data is held.
 *
 * @param name name of the list, by default that of its file
 * @param organisationId organisation that uploaded it; null for an operator
 */
public record ListOrigin(String name, LawfulBasis lawfulBasis, UUID organisationId) {}
