package org.affinity.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.affinity.local.bench.RebuildBench;

/** Imports a list of creators into profile-service, which tells matching-service of them, and measures its rebuild. */
final class RebuildSection {

    private static final Duration POLL = Duration.ofMillis(500);

    private RebuildSection() {}

    /** With so many creators, beside so many in matching-service's table of whom profile-service knows nothing. */
    static Map<String, Object> measure(BenchStack stack, int creators, int others) throws Exception {
        Path list = CreatorList.write(stack.directory().resolve("rebuild.csv"), creators);
        String path = "/v1/creator-imports/"
                + stack.upload("/v1/creator-imports", list).path("importId").asText();
        JsonNode report = stack.get(path);
        while (report.path("finishedAt").isNull()) {
            Thread.sleep(POLL);
            report = stack.get(path);
        }
        if (report.at("/counts/accepted").asLong() != creators) {
            throw new UserError("Not all records became creators: " + report);
        }
        return RebuildBench.measure(stack.matching(), creators, others);
    }
}
