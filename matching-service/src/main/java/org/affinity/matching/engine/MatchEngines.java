package org.affinity.matching.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.affinity.matching.engine.domain.MatchEngine;
import org.affinity.matching.engine.domain.Schema;
import org.affinity.matching.engine.opensearch.ClusterSettings;
import org.affinity.matching.engine.opensearch.OpenSearchEngine;

/** Makes the engine that the configuration names. */
@ApplicationScoped
public class MatchEngines {

    private final EngineConfiguration configuration;
    private final ObjectMapper json;
    private volatile OpenSearchEngine remote;

    MatchEngines(EngineConfiguration configuration, ObjectMapper json) {
        this.configuration = configuration;
        this.json = json;
    }

    /** The engine for a schema; to be asked for once. Nothing is sent to a cluster before the engine is used. */
    public synchronized MatchEngine create(Schema schema, Supplier<? extends MatchEngine> inMemory) {
        return switch (configuration.kind()) {
            case MEMORY -> inMemory.get();
            case OPENSEARCH -> {
                close();
                remote = new OpenSearchEngine(schema, settings(configuration.opensearch()), json);
                yield remote;
            }
        };
    }

    /** The engine in the cluster, if that is where the index is and it was made. */
    Optional<OpenSearchEngine> remote() {
        return Optional.ofNullable(remote);
    }

    boolean isRemote() {
        return configuration.kind() == EngineConfiguration.Kind.OPENSEARCH;
    }

    private static ClusterSettings settings(EngineConfiguration.OpenSearch cluster) {
        return new ClusterSettings(
                cluster.urls().orElse(List.of()),
                cluster.index(),
                cluster.shards(),
                cluster.replicas(),
                cluster.user()
                        .map(user -> new ClusterSettings.User(
                                user, cluster.password().orElse(""))),
                cluster.certificates(),
                cluster.connectTimeout(),
                cluster.requestTimeout(),
                cluster.refreshInterval(),
                cluster.staleness());
    }

    @PreDestroy
    synchronized void close() {
        if (remote != null) {
            remote.close();
        }
    }
}
