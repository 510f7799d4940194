package org.affinity.matching.match.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DayInWordsTest {

    @Test
    void shouldWriteEveryDayInUtcHoweverManyThereAre() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 4_000_000_000L));
            LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
            assertThat(DayInWords.of(instant)).isEqualTo(day.toString());
            assertThat(DayInWords.of(day)).isEqualTo(day.toString());
        }
    }
}
