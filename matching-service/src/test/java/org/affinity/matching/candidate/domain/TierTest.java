package org.affinity.matching.candidate.domain;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TierTest {

    @ParameterizedTest
    @CsvSource({
        "0,PROXIMITY",
        "999,PROXIMITY",
        "1000,NANO",
        "9999,NANO",
        "10000,MICRO",
        "100000,MICRO",
        "100001,MACRO",
        "1000000,MACRO",
        "1000001,MEGA"
    })
    void shouldClassByFollowers(long followers, Tier expected) {
        // Given

        // When
        Tier tier = Tier.of(followers);

        // Then
        assertThat(tier).isEqualTo(expected);
    }
}
