package org.affinity.matching.engine.opensearch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.affinity.matching.engine.domain.Schema;

/**
 * How a cluster is reached, and how the index in it is laid out.
 *
 * @param urls of the nodes, http or https
 * @param indexName the index is called so, and by the fingerprint of its schema
 * @param user who searches and writes; nobody in particular when empty
 * @param certificates PEM file of the authorities that sign the nodes' certificates; those of the JVM when empty
 * @param connectTimeout longest wait for a connection
 * @param requestTimeout longest wait for an answer
 * @param refreshInterval how often the cluster makes changes visible that other replicas wrote
 * @param staleness how long a change of this process may stay unseen by its searches; zero for not at all
 */
public record ClusterSettings(
        List<URI> urls,
        String indexName,
        int shards,
        int replicas,
        Optional<User> user,
        Optional<Path> certificates,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration refreshInterval,
        Duration staleness) {

    public ClusterSettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("no node of the cluster is named");
        }
    }

    /** Name and password of a user of the cluster. */
    public record User(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** The alias of the index for a schema: replicas that know another schema have another index. */
    String index(Schema schema) {
        return indexName + String.format(Locale.ROOT, "-%08x", schema.fingerprint());
    }
}
