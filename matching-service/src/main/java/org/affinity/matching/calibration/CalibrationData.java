package org.affinity.matching.calibration;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.affinity.matching.calibration.domain.CalibrationRule;
import org.affinity.matching.calibration.domain.SpreadModel;

/** The versioned data of predictions and their correction, read once from the files that ship with the service. */
@Singleton
public class CalibrationData {

    private final SpreadModel spreads;
    private final CalibrationRule rule;

    CalibrationData(ObjectMapper json) {
        this.spreads = read(json, "spread-model-v1.json", SpreadModel.class);
        this.rule = read(json, "calibration-rule-v1.json", CalibrationRule.class);
    }

    private static <T> T read(ObjectMapper json, String file, Class<T> type) {
        try (InputStream content = CalibrationData.class.getResourceAsStream("/" + file)) {
            return json.readValue(content, type);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** How far results scatter. */
    public SpreadModel spreads() {
        return spreads;
    }

    /** When results correct predictions. */
    public CalibrationRule rule() {
        return rule;
    }
}
