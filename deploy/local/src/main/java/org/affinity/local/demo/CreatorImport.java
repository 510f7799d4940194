package org.affinity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.affinity.local.Directories;

/** Hands a creator list to the profile service and checks that each of its records is accounted for. */
final class CreatorImport {

    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED");
    private static final int SHOWN_ROWS = 5;

    private final ApiClient api;
    private final ServiceAddresses services;
    private final TokenFactory tokens;

    CreatorImport(ApiClient api, ServiceAddresses services, TokenFactory tokens) {
        this.api = api;
        this.services = services;
        this.tokens = tokens;
    }

    /** The import as the service shows it when it has ended well. */
    JsonNode run(DemoOptions options) throws ApiException, IOException {
        if (options.creators() != null) {
            String mapping = options.mapping() == null ? null : Files.readString(options.mapping());
            return upload(options.creators(), mapping);
        }
        Path directory = Files.createTempDirectory("affinity-sample");
        try {
            Path sample = directory.resolve("sample-creators.csv");
            Files.writeString(sample, SampleCreators.standard().csv());
            return upload(sample, null);
        } finally {
            Directories.delete(directory);
        }
    }

    private JsonNode upload(Path file, String mapping) throws ApiException {
        JsonNode accepted = api.upload(services.profile(), "/v1/creator-imports", tokens.operator(), file, mapping)
                .body();
        String path = "/v1/creator-imports/" + accepted.path("importId").asText();
        JsonNode ended = Await.answer(
                "the end of the import",
                () -> Optional.of(api.get(services.profile(), path, tokens.operator())
                                .body())
                        .filter(view -> ENDED.contains(view.path("state").asText())));
        if (!ended.path("state").asText().equals("SUCCEEDED")) {
            throw new ApiException(
                    0,
                    "the import of " + file + " failed: "
                            + ended.path("failure").asText());
        }
        requireAllAccountedFor(ended.path("counts"));
        return ended;
    }

    static void requireAllAccountedFor(JsonNode counts) throws ApiException {
        long sum = List.of("accepted", "updated", "duplicate", "rejected", "blank").stream()
                .mapToLong(name -> counts.path(name).asLong())
                .sum();
        if (sum != counts.path("records").asLong() || !counts.has("records")) {
            throw new ApiException(
                    0,
                    "the import lost records: its counts add up to " + sum + ", not to "
                            + counts.path("records").asLong());
        }
    }

    /** The report in words. */
    static String report(JsonNode imported) {
        JsonNode counts = imported.path("counts");
        return String.format(
                Locale.ROOT,
                "    %s: %d records = %d new + %d known before (%d unchanged) + %d duplicate (%d identical,"
                        + " %d conflicting) + %d rejected + %d blank",
                imported.path("fileName").asText(),
                counts.path("records").asLong(),
                counts.path("accepted").asLong(),
                counts.path("updated").asLong(),
                counts.path("unchanged").asLong(),
                counts.path("duplicate").asLong(),
                counts.path("duplicateIdentical").asLong(),
                counts.path("duplicateConflicting").asLong(),
                counts.path("rejected").asLong(),
                counts.path("blank").asLong());
    }

    /** The first rejected rows with their reasons. */
    List<String> rejectedRows(JsonNode imported) throws ApiException {
        String path = "/v1/creator-imports/" + imported.path("importId").asText() + "/rows?outcome=REJECTED&limit="
                + SHOWN_ROWS;
        return api.get(services.profile(), path, tokens.operator())
                .body()
                .path("items")
                .valueStream()
                .map(row -> "    row " + row.path("row").asLong() + ": "
                        + row.path("reason").asText()
                        + (row.path("column").isTextual()
                                ? " in column '" + row.path("column").asText() + "'"
                                : ""))
                .toList();
    }
}
