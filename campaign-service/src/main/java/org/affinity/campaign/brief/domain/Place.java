package org.affinity.campaign.brief.domain;

/**
 * A city.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param city its name
 */
public record Place(String country, String city) {}
