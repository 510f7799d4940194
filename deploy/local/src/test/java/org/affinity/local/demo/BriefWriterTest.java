package org.affinity.local.demo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BriefWriterTest {

    @ParameterizedTest
    @CsvSource({"10.00, 5000.00", "500, 5000.00", "500.01, 5100.00", "31999.99, 320000.00"})
    void shouldBudgetForTenMedianFeesAndNeverLessThanFiveThousand(BigDecimal fee, String budget) {
        assertThat(BriefWriter.budget(fee)).isEqualTo(budget);
    }

    @Test
    void shouldAskForWhatTheBudgetUsuallyBuys() {
        assertThat(BriefWriter.impressions("5000.00")).isEqualTo("142858");
    }

    @Test
    void shouldTakeTheMiddlePrice() {
        assertThat(BriefWriter.median(Stream.of("9", "1", "5").map(BigDecimal::new)))
                .isEqualByComparingTo("5");
    }

    @Test
    void shouldNameTheMostFrequentFirst() {
        assertThat(BriefWriter.most(Map.of("FR", 5, "BE", 2, "DE", 2, "IT", 1), 3))
                .containsExactly("FR", "BE", "DE");
    }
}
