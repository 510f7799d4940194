package org.affinity.matching.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.PanelCandidate;
import org.affinity.matching.match.domain.Piece;
import org.affinity.matching.match.domain.PriceSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PanelCandidateWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random = new Random(11);

    @Test
    void shouldWriteTheSameAsThePlainSerialiserWhateverIsKnownOfCreators() throws Exception {
        // Given
        List<PanelCandidate> candidates = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            candidates.add(candidate());
        }

        // When
        byte[] written = JSON.writeValueAsBytes(new SavedPool(candidates, 7));

        // Then
        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo("{\"candidates\":" + JSON.writeValueAsString(candidates) + ",\"eligible\":7}");
    }

    private PanelCandidate candidate() {
        return new PanelCandidate(
                new UUID(random.nextLong(), random.nextLong()),
                new UUID(random.nextLong(), random.nextLong()),
                any(Platform.values()),
                any(Tier.values()),
                random.nextBoolean() ? "FR" : null,
                random.nextBoolean() ? "RURAL" : null,
                new TreeSet<>(List.of("fr", "en").subList(0, random.nextInt(3))),
                new TreeSet<>(List.of("café \"noir\"", "food", "travel").subList(0, random.nextInt(4))),
                new Money(BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(5)), "EUR"),
                any(PriceSource.values()),
                random.nextBoolean() ? any(ContentFormat.values()) : null,
                random.nextInt(1_000_000) * 4 / 1_000_000.0,
                random.nextDouble() * 1e8,
                random.nextDouble() * 1e3,
                random.nextBoolean() ? null : basis(),
                audience());
    }

    private PanelCandidate.Basis basis() {
        return new PanelCandidate.Basis(
                random.nextLong(1_000_000_000L),
                random.nextBoolean(),
                random.nextBoolean(),
                any(MetricSource.values()),
                random.nextBoolean() ? null : piece());
    }

    private Piece piece() {
        return new Piece(
                any(ContentFormat.values()),
                random.nextBoolean(),
                new Piece.Ratio(random.nextDouble(), 1, random.nextDouble(), 0));
    }

    /** With shares that are seen again, and such as push others out of memory. */
    private Map<AudienceDimension, SortedMap<String, Double>> audience() {
        Map<AudienceDimension, SortedMap<String, Double>> audience = new EnumMap<>(AudienceDimension.class);
        for (int i = random.nextInt(4); i > 0; i--) {
            SortedMap<String, Double> shares = new TreeMap<>();
            shares.put("18-24", random.nextInt(1_000) / 1_000.0);
            shares.put("é", random.nextDouble());
            shares.put("none", 0.0);
            shares.put("tiny", random.nextInt(10) / 1e9);
            audience.put(any(AudienceDimension.values()), shares);
        }
        return audience;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
