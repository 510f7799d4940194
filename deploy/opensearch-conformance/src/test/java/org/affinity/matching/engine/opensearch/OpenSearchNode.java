package org.affinity.matching.engine.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** A real node of OpenSearch in this JVM, from packages of the build; its data are deleted when it is closed. */
final class OpenSearchNode implements AutoCloseable {

    /** The runner takes the first free port from here on, and none above 9299. */
    private static final int FIRST_PORT = 9240;

    private final OpenSearchRunner runner = new OpenSearchRunner();
    private final Path directory;

    OpenSearchNode(Path parent) {
        try {
            Files.createDirectories(parent);
            directory = Files.createTempDirectory(parent, "node-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runner.onBuild((_, settings) -> {
            settings.put("discovery.type", "single-node");
            settings.putList("discovery.seed_hosts");
            settings.put("http.bind_host", "127.0.0.1");
            settings.put("transport.bind_host", "127.0.0.1");
            settings.put("network.publish_host", "127.0.0.1");
            // A build machine's disk may be nearly full.
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        });
        runner.build(OpenSearchRunner.newConfigs()
                .basePath(directory.toString())
                .clusterName("conformance-" + directory.getFileName())
                .numOfNode(1)
                .baseHttpPort(FIRST_PORT)
                .disableESLogger());
        runner.ensureYellow();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + runner.node().settings().get("http.port"));
    }

    /** Settings that fit one node. */
    ClusterSettings settings(String indexName) {
        return new ClusterSettings(
                List.of(url()),
                indexName,
                1,
                0,
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                Duration.ZERO);
    }

    /** Merges what was written into few segments, as a cluster does in time. */
    void settle() {
        runner.forceMerge();
        runner.refresh();
    }

    /** Of all indexes on disk. */
    long bytes() {
        return runner.client()
                .admin()
                .indices()
                .prepareStats()
                .get()
                .getPrimaries()
                .getStore()
                .getSizeInBytes();
    }

    @Override
    public void close() throws IOException {
        runner.close();
        runner.clean();
    }
}
