package org.affinity.matching.match;

import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.affinity.matching.match.MatchedCreator.ScorePart;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScorePartWriterTest {

    private static final ObjectMapper PLAIN = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(ScorePart.class, WrittenPlainly.class);

    @JsonSerialize(using = JsonSerializer.None.class)
    private interface WrittenPlainly {}

    @Test
    void shouldWriteTheSameAsThePlainSerialiserHoweverManyDifferentPartsThereAre() throws Exception {
        // Given
        Random random = new Random(7);
        List<ScorePart> parts = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            parts.add(part(random));
        }

        // When
        String written = new ObjectMapper().writeValueAsString(parts);

        // Then
        assertThat(written).isEqualTo(PLAIN.writeValueAsString(parts));
    }

    private static ScorePart part(Random random) {
        boolean known = random.nextBoolean();
        int weight = random.nextInt(4) * 50;
        double contribution = known ? weight * (random.nextInt(251) - 125) * 4 / 1_000_000.0 : 0;
        return new ScorePart(
                List.of("topicAffinity", "credibility", "countryFit").get(random.nextInt(3)),
                weight / 1_000.0,
                known ? random.nextInt(251) * 4 / 1_000.0 : null,
                contribution,
                random.nextInt(20) == 0 ? null : 0.5,
                random.nextInt(20) == 0 ? null : contribution - random.nextInt(3) / 10.0,
                contribution,
                random.nextInt(5) == 0 ? null : List.of("NETWORK", "PROFILE").get(random.nextInt(2)),
                random.nextBoolean() ? null : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)),
                random.nextBoolean() ? null : "lacks \"travel\" & café",
                "évidence " + random.nextInt(10) + "\n");
    }
}
