package org.affinity.matching.engine.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.Node;
import org.opensearch.transport.TransportService;

/** Real nodes of OpenSearch in this JVM, from packages of the build; their data are deleted when they are closed. */
final class OpenSearchNodes implements AutoCloseable {

    /** The runner takes the first free ports from here on, and none above 9299. */
    private static final int FIRST_PORT = 9240;
    /** Place of the one that manages a cluster. */
    private static final int MANAGER = 0;

    private final OpenSearchRunner runner = new OpenSearchRunner();
    private final Path directory;
    private final int count;

    private OpenSearchNodes(Path parent, int count) {
        this.count = count;
        try {
            Files.createDirectories(parent);
            directory = Files.createTempDirectory(parent, "node-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runner.onBuild(this::configure);
        runner.build(OpenSearchRunner.newConfigs()
                .basePath(directory.toString())
                .clusterName("conformance-" + directory.getFileName())
                .numOfNode(count)
                .baseHttpPort(FIRST_PORT)
                .disableESLogger());
        runner.ensureYellow();
    }

    /** One node. */
    static OpenSearchNodes alone(Path parent) {
        return new OpenSearchNodes(parent, 1);
    }

    /** Two nodes that hold data, and one that manages them and holds none: either of the two can go. */
    static OpenSearchNodes cluster(Path parent) {
        return new OpenSearchNodes(parent, 3);
    }

    /** Numbers start at 1; nodes start one after the other. */
    private void configure(int number, Settings.Builder settings) {
        settings.put("http.bind_host", "127.0.0.1");
        settings.put("transport.bind_host", "127.0.0.1");
        settings.put("network.publish_host", "127.0.0.1");
        // A build machine's disk may be nearly full.
        settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        settings.putList("discovery.seed_hosts");
        if (count == 1) {
            settings.put("discovery.type", "single-node");
        } else if (number - 1 == MANAGER) {
            settings.putList("node.roles", "cluster_manager");
        } else {
            settings.putList("node.roles", "data");
            settings.putList("discovery.seed_hosts", address(runner.getNode(MANAGER)));
        }
    }

    private static String address(Node node) {
        return node.injector()
                .getInstance(TransportService.class)
                .boundAddress()
                .publishAddress()
                .toString();
    }

    /** Where those that hold data answer. */
    List<URI> urls() {
        return IntStream.range(count == 1 ? 0 : 1, count)
                .mapToObj(place -> URI.create(
                        "http://127.0.0.1:" + runner.getNode(place).settings().get("http.port")))
                .toList();
    }

    /** Settings that fit these nodes: in a cluster two shards, each of them on both. */
    ClusterSettings settings(String indexName) {
        return settings(indexName, urls(), Optional.empty(), Optional.empty());
    }

    /** Settings for other ways to these nodes. */
    ClusterSettings settings(
            String indexName, List<URI> urls, Optional<ClusterSettings.User> user, Optional<Path> certificates) {
        return new ClusterSettings(
                urls,
                indexName,
                count == 1 ? 1 : 2,
                count == 1 ? 0 : 1,
                user,
                certificates,
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                Duration.ZERO);
    }

    /** Waits until every shard has all its copies. */
    void awaitCopies() {
        runner.ensureGreen();
    }

    /** Ends the last of the nodes and waits until the others have taken over. */
    void stopOne() throws IOException {
        runner.getNode(count - 1).close();
        boolean isTooLate = runner.client()
                .admin()
                .cluster()
                .prepareHealth()
                .setWaitForNodes(Integer.toString(count - 1))
                .setWaitForYellowStatus()
                .get()
                .isTimedOut();
        if (isTooLate) {
            throw new IllegalStateException("the nodes that are left did not take over in time");
        }
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
