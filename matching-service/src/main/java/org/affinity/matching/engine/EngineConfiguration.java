package org.affinity.matching.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the engine that finds creators. */
@ConfigMapping(prefix = "matching.engine")
interface EngineConfiguration {

    /** Where the index of creators is. */
    @WithDefault("memory")
    Kind kind();

    /** The cluster, when the index is there. */
    OpenSearch opensearch();

    /** Where an index of creators can be. */
    enum Kind {
        /** In the memory of each replica. */
        MEMORY,
        /** In an OpenSearch cluster that all replicas share. */
        OPENSEARCH
    }

    /** How the cluster is reached, and the index in it. */
    interface OpenSearch {

        /** Of the nodes, http or https; needed when the index is in the cluster. */
        Optional<List<URI>> urls();

        /** First part of the index's name; the second is the fingerprint of its columns. */
        @WithDefault("affinity-creators")
        String index();

        /** Who searches and writes; nobody in particular when empty. */
        Optional<String> user();

        /** Password of the user. */
        Optional<String> password();

        /** PEM file of the authorities that sign the nodes' certificates; those of the JVM when empty. */
        Optional<Path> certificates();

        /** Parts of the index, each searched by one thread; cannot be changed once the index is made. */
        @WithDefault("1")
        int shards();

        /** Further copies of each part. */
        @WithDefault("1")
        int replicas();

        /** Longest wait for a connection. */
        @WithDefault("1S")
        Duration connectTimeout();

        /** Longest wait for an answer. */
        @WithDefault("10S")
        Duration requestTimeout();

        /** How often the cluster makes visible what other replicas wrote. */
        @WithDefault("1S")
        Duration refreshInterval();

        /**
         * How long a search may overlook changes that this replica wrote; zero makes it wait until they are visible.
         */
        @WithDefault("0S")
        Duration staleness();
    }
}
