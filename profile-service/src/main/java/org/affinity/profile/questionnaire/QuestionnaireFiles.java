package org.affinity.profile.questionnaire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.affinity.profile.questionnaire.domain.Catalogue;
import org.affinity.profile.questionnaire.domain.Questionnaire;
import org.affinity.profile.questionnaire.domain.SpecialCategories;

/** Reads the questionnaires and the words they must not contain from the class path. */
final class QuestionnaireFiles {

    /** Missing flags are false; unknown and repeated keys are mistakes. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private QuestionnaireFiles() {}

    static Catalogue catalogue(List<String> versions) {
        return new Catalogue(
                versions.stream().map(QuestionnaireFiles::questionnaire).toList(), specialCategories());
    }

    static Questionnaire questionnaire(String version) {
        Questionnaire read = read("questionnaires/" + version + ".json", Questionnaire.class);
        if (!version.equals(read.id() + ".v" + read.version())) {
            throw new IllegalArgumentException(version + ".json holds " + read.id() + " version " + read.version());
        }
        return read;
    }

    static SpecialCategories specialCategories() {
        return read("special-categories.json", SpecialCategories.class);
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream content =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalArgumentException(file + " is not on the class path");
            }
            return JSON.readValue(content, type);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
