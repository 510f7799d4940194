package org.affinity.matching.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.MatchEngine;
import org.affinity.matching.engine.domain.Schema;
import org.affinity.matching.engine.opensearch.OpenSearchEngine;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MatchEnginesTest {

    private static final Schema SCHEMA = new Schema(List.of("level"), List.of(), List.of());

    @Test
    void shouldKeepTheIndexInMemoryUnlessToldOtherwise() {
        // Given
        MatchEngines engines = engines(Map.of());
        MatchEngine plain = new ExhaustiveEngine(SCHEMA);

        // When
        MatchEngine engine = engines.create(SCHEMA, () -> plain);

        // Then
        assertThat(engine).isSameAs(plain);
        assertThat(new EngineReadiness(engines).call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void shouldNotBeReadyWhileTheClusterCannotBeReached() throws IOException {
        // Given: a port that was free a moment ago
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        MatchEngines engines = engines(Map.of(
                "matching.engine.kind", "opensearch", "matching.engine.opensearch.urls", "http://127.0.0.1:" + port));
        EngineReadiness readiness = new EngineReadiness(engines);
        Status before = readiness.call().getStatus();

        // When
        MatchEngine engine = engines.create(SCHEMA, () -> new ExhaustiveEngine(SCHEMA));

        // Then
        assertThat(before).isEqualTo(Status.DOWN);
        assertThat(engine).isInstanceOf(OpenSearchEngine.class);
        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        engines.close();
    }

    @Test
    void shouldRefuseAClusterWithoutNodes() {
        MatchEngines engines = engines(Map.of("matching.engine.kind", "opensearch"));
        assertThatThrownBy(() -> engines.create(SCHEMA, () -> new ExhaustiveEngine(SCHEMA)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MatchEngines engines(Map<String, String> settings) {
        EngineConfiguration configuration = new SmallRyeConfigBuilder()
                .withMapping(EngineConfiguration.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(EngineConfiguration.class);
        return new MatchEngines(configuration, new ObjectMapper());
    }
}
