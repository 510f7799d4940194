package org.affinity.matching.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.affinity.matching.match.domain.PanelCandidate;
import org.affinity.matching.match.domain.Prediction;
import org.affinity.matching.match.store.MatchPoolRepository;

/** What saved matches said creators would bring. */
@ApplicationScoped
public class Predictions {

    private final MatchPoolRepository pools;
    private final MatchingData data;
    private final ObjectReader reader;

    Predictions(MatchPoolRepository pools, MatchingData data, ObjectMapper json) {
        this.pools = pools;
        this.data = data;
        this.reader = json.readerFor(PanelCandidate.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * What the match of a campaign that an invitation came from said of a creator and account; empty when none did, or
     * it did not keep that creator.
     */
    @Transactional
    public Optional<Prediction> find(UUID campaignId, UUID creatorId, UUID accountId, Instant invitedAt) {
        return pools.kept(campaignId, creatorId, accountId, invitedAt)
                .map(kept -> Prediction.of(
                        kept.matchId(), kept.modelVersion(), data.panelModel(), candidate(kept.candidate())));
    }

    private PanelCandidate candidate(String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept creator could not be read", e);
        }
    }
}
