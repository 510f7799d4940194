package org.affinity.matching.engine.opensearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.affinity.matching.engine.domain.MatchEngine;
import org.affinity.matching.engine.domain.MatchEngineConformance;
import org.affinity.matching.engine.domain.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Holds the engine on a real node to the plain one. */
class OpenSearchConformanceTest extends MatchEngineConformance {

    private static OpenSearchNodes node;
    private OpenSearchEngine engine;

    @BeforeAll
    static void start() {
        node = OpenSearchNodes.alone(Path.of("target", "opensearch"));
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
    }

    @AfterEach
    void disconnect() {
        engine.close();
    }

    @Override
    protected int rounds() {
        return 4;
    }

    @Override
    protected MatchEngine emptyEngine(Schema schema) {
        if (engine != null) {
            engine.close();
        }
        engine = new OpenSearchEngine(schema, node.settings("conformance"), new ObjectMapper());
        engine.clear();
        return engine;
    }
}
