package org.affinity.profile.imports.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.affinity.kit.json.StrictJson;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.profile.imports.ImportRequest;
import org.affinity.profile.imports.MappingRequest;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** Reads the parts of an upload, and names the one that cannot be read. */
@ApplicationScoped
class UploadReader {

    private static final int LONGEST_FILE_NAME = 255;
    private static final int LONGEST_SHEET_NAME = 100;
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final ObjectMapper json;
    private final Clock clock;

    UploadReader(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    ImportRequest request(String mapping, String sheet, String dryRun, String observedAt) {
        return new ImportRequest(mapping(mapping), sheet(sheet), isTrue(dryRun), instant(observedAt));
    }

    /** The name of the file, which must be there. */
    String fileName(FileUpload file) {
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            throw DomainException.invalid("/file", "notNull", "must be a file part with a file name");
        }
        return text("/file", file.fileName(), LONGEST_FILE_NAME);
    }

    /** Refuses parts of the form that nobody reads: a misspelt dryRun would import. */
    void refuseOthers(Set<String> known) {
        FormData form = CurrentRequestManager.get().getFormData();
        if (form == null) {
            throw new DomainException(
                    CommonProblem.MALFORMED_REQUEST,
                    "The form cannot be read; its Content-Type must name a boundary, as clients write it by themselves.");
        }
        for (String part : form) {
            if (part == null) {
                throw new DomainException(CommonProblem.MALFORMED_REQUEST, "Each part of the form must have a name.");
            }
            if (!known.contains(part)) {
                throw DomainException.invalid(
                        FieldError.step(part), "unknown", "is not a part of the form; it knows " + known);
            }
        }
    }

    /** The name of a sheet, null when none is given. */
    String sheet(String sheet) {
        return isMissing(sheet) ? null : text("/sheet", sheet, LONGEST_SHEET_NAME);
    }

    private static boolean isTrue(String dryRun) {
        if (isMissing(dryRun) || dryRun.equals("false")) {
            return false;
        }
        if (dryRun.equals("true")) {
            return true;
        }
        throw DomainException.invalid("/dryRun", "boolean", "must be true or false");
    }

    private Instant instant(String observedAt) {
        if (isMissing(observedAt)) {
            return null;
        }
        Instant parsed;
        try {
            parsed = observedAt.length() == "2026-01-15".length()
                    ? LocalDate.parse(observedAt).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(observedAt);
        } catch (DateTimeException e) {
            throw DomainException.invalid(
                    "/observedAt", "dateTime", "must be a date, or a time with an offset such as 2026-01-15T08:00:00Z");
        }
        boolean isPossible = parsed.isBefore(clock.instant().plus(CLOCKS_DIFFER)) && parsed.isAfter(Instant.EPOCH);
        if (!isPossible) {
            throw DomainException.invalid("/observedAt", "past", "must be in the past, after 1970");
        }
        return parsed.truncatedTo(ChronoUnit.MICROS);
    }

    private MappingRequest mapping(String mapping) {
        if (isMissing(mapping)) {
            return MappingRequest.NONE;
        }
        try {
            MappingForm form = json.readValue(mapping, MappingForm.class);
            if (form == null) {
                throw DomainException.invalid("/mapping", "object", "must be a JSON object");
            }
            return form.request();
        } catch (JsonProcessingException malformed) {
            throw DomainException.invalid(
                    "/mapping",
                    "mapping",
                    "must be a JSON object with platform, source and columns, such as"
                            + " {\"platform\":\"INSTAGRAM\",\"columns\":{\"handle\":\"Username\"}}");
        }
    }

    private static String text(String pointer, String text, int longest) {
        if (text.length() > longest || !StrictJson.isStorable(text)) {
            throw DomainException.invalid(pointer, "size", "must be text of at most " + longest + " characters");
        }
        return text;
    }

    private static boolean isMissing(String part) {
        return part == null || part.isBlank();
    }
}
