package org.affinity.matching.match.domain;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AgeBandTest {

    @Test
    void shouldReadBandsWithAndWithoutAnEnd() {
        assertThat(AgeBand.of("18-24")).isEqualTo(new AgeBand(18, 24));
        assertThat(AgeBand.of("65+")).isEqualTo(new AgeBand(65, 99));
        assertThat(AgeBand.of("5-120")).isEqualTo(new AgeBand(5, 120));
    }

    @ParameterizedTest
    @CsvSource({"25-34, true", "35-44, true", "45-54, true", "45-56, false", "18-24, false", "65+, false"})
    void shouldBeWantedWhenAtLeastHalfOfItsYearsAre(String band, boolean isWanted) {
        // Given
        BitSet wanted = AgeBand.years(List.of("25-44", "40-49"));

        // When
        AgeBand asked = AgeBand.of(band);

        // Then
        assertThat(asked.isWanted(wanted)).isEqualTo(isWanted);
    }

    @Test
    void shouldCountTheYearsThatTwoBandsShare() {
        assertThat(AgeBand.of("18-24").yearsIn(AgeBand.of("20-29"))).isEqualTo(5);
        assertThat(AgeBand.of("18-24").yearsIn(AgeBand.of("25-34"))).isZero();
    }
}
