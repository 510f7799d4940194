package org.affinity.matching.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.matching.calibration.domain.Calibration;
import org.affinity.matching.calibration.domain.CalibrationCell;
import org.affinity.matching.calibration.domain.CalibrationRule;
import org.affinity.matching.calibration.domain.CellKey;
import org.affinity.matching.calibration.domain.Sample;
import org.affinity.matching.calibration.store.CalibrationRepository;
import org.affinity.matching.calibration.store.CalibrationRepository.SampleRow;
import org.affinity.matching.calibration.store.CalibrationRepository.TotalsRow;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.Predictions;
import org.affinity.matching.match.domain.Prediction;

/** Learns from results: keeps what was predicted of collaborations beside what they brought. */
@ApplicationScoped
public class CalibrationService {

    private final CalibrationData data;
    private final CalibrationRepository repository;
    private final Predictions predictions;
    private final ErasedSubjects erased;
    private final ObjectMapper json;

    CalibrationService(
            CalibrationData data,
            CalibrationRepository repository,
            Predictions predictions,
            ErasedSubjects erased,
            ObjectMapper json) {
        this.data = data;
        this.repository = repository;
        this.predictions = predictions;
        this.erased = erased;
        // What was kept by a newer replica may have fields that this one does not know.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Keeps a collaboration with what the match that it came from predicted. */
    @Transactional
    public void note(NotedCollaboration collaboration) {
        Optional<Prediction> prediction = predictions.find(
                collaboration.campaignId(),
                collaboration.creatorId(),
                collaboration.accountId(),
                collaboration.invitedAt());
        erased.hold(List.of(collaboration.creatorId()));
        repository.storeCollaboration(
                collaboration.collaborationId(),
                collaboration.version(),
                collaboration.organisationId(),
                collaboration.campaignId(),
                collaboration.creatorId(),
                collaboration.accountId(),
                collaboration.platform(),
                prediction.map(this::write).orElse(null));
    }

    /** Keeps what a collaboration brought. */
    @Transactional
    public void note(MeasuredResult result) {
        erased.hold(List.of(result.creatorId()));
        repository.storeResult(
                result.collaborationId(),
                result.version(),
                result.organisationId(),
                result.creatorId(),
                result.posts(),
                result.impressions(),
                result.reach(),
                result.engagements(),
                result.recordedAt());
    }

    @Transactional
    public void forgetCollaboration(UUID collaborationId) {
        repository.deleteCollaboration(collaborationId);
    }

    @Transactional
    public void forgetResult(UUID collaborationId) {
        repository.deleteResult(collaborationId);
    }

    @Transactional
    public void forgetCollaborations() {
        repository.clearCollaborations();
    }

    @Transactional
    public void forgetResults() {
        repository.clearResults();
    }

    /** Predictions against the results that the caller sees, recorded in a span of time. */
    @Transactional
    public List<CalibrationCell> cells(Instant since, Instant before) {
        List<Sample> samples =
                repository.samples(since, before).stream().map(this::sample).toList();
        return new Calibration(data.spreads()).cells(samples);
    }

    /** What the expectations of one figure, platform and size are multiplied by. */
    public interface Factors {

        CalibrationRule.Factor of(CellKey key);
    }

    /** Factors as of now, for the caller: of everybody's results where the rule allows it, else of their own. */
    @Transactional
    public Factors factors() {
        Map<CellKey, CalibrationRule.Totals> own = totals(repository.totals());
        Map<CellKey, CalibrationRule.Totals> all = totals(repository.totalsOfAll());
        return key -> data.rule().factor(all.get(key), own.get(key));
    }

    private static Map<CellKey, CalibrationRule.Totals> totals(List<TotalsRow> rows) {
        Map<CellKey, CalibrationRule.Totals> totals = new HashMap<>();
        for (TotalsRow row : rows) {
            CellKey key = new CellKey(row.kpi(), new Platform(row.platform()), Tier.valueOf(row.tier()));
            totals.put(
                    key, new CalibrationRule.Totals(row.size(), row.organisations(), row.predicted(), row.measured()));
        }
        return totals;
    }

    private Sample sample(SampleRow row) {
        try {
            Prediction prediction = json.readValue(row.prediction(), Prediction.class);
            return new Sample(prediction, row.posts(), row.impressions(), row.reach(), row.engagements());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A prediction could not be read", e);
        }
    }

    private String write(Prediction prediction) {
        try {
            return json.writeValueAsString(prediction);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A prediction could not be written", e);
        }
    }
}
