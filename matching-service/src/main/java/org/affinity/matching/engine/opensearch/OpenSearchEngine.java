package org.affinity.matching.engine.opensearch;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.MatchEngine;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Schema;
import org.jboss.logging.Logger;

/**
 * The index of creators in an OpenSearch cluster, shared by all replicas of the service.
 *
 * <p>Entries are written with their versions, and the cluster keeps the higher: replicas may write the same entry, in
 * any order. A removal counts as one version more, remembered for an hour, so that a state that was on its way does not
 * bring a creator back. What this process wrote is made visible before its next search.
 */
public final class OpenSearchEngine implements MatchEngine, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OpenSearchEngine.class);

    /** About so many bytes are sent at once; clusters take 100 MB at most, and are quickest far below. */
    private static final int BATCH_BYTES = 4 << 20;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Schema schema;
    private final RowLayout layout;
    private final EntryDocument document;
    private final Cluster cluster;
    private final ClusterSettings settings;
    private final ObjectMapper json;
    private final String index;
    private final Visibility visibility;
    private volatile boolean prepared;

    public OpenSearchEngine(Schema schema, ClusterSettings settings, ObjectMapper json) {
        this.schema = schema;
        this.layout = new RowLayout(schema);
        this.document = new EntryDocument(layout);
        this.cluster = new Cluster(settings, json);
        this.settings = settings;
        this.json = json;
        this.index = "/" + settings.index(schema);
        this.visibility = new Visibility(settings.staleness(), this::refresh);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public void put(Entry entry) {
        putAll(List.of(entry));
    }

    @Override
    public void putAll(List<Entry> entries) {
        entries.forEach(schema::check);
        prepare();
        int next = 0;
        while (next < entries.size()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator lines = json.createGenerator(bytes)) {
                lines.setPrettyPrinter(new MinimalPrettyPrinter(""));
                do {
                    document.write(entries.get(next++), lines);
                    lines.flush();
                } while (next < entries.size() && bytes.size() < BATCH_BYTES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            write(bytes.toByteArray());
        }
    }

    private void write(byte[] lines) {
        try {
            // Without an alias there is no index: it must not be made with guessed fields.
            Map<String, String> parameters =
                    Map.of("require_alias", "true", "filter_path", "items.*.status,items.*.error.type");
            for (JsonNode item :
                    call("POST", index + "/_bulk", parameters, lines).path("items")) {
                JsonNode result = item.path("index");
                int status = result.path("status").asInt();
                if (status >= 300 && status != CONFLICT) {
                    LOG.warnf("The search cluster refuses an entry: %s", result);
                    prepared = prepared && status != NOT_FOUND;
                    throw Cluster.unavailable();
                }
            }
        } finally {
            // Also after a failure: some of it may have been written.
            visibility.changed();
        }
    }

    @Override
    public void remove(UUID id) {
        prepare();
        String path = index + "/_doc/" + id;
        // A removal of what is not there would be remembered as a version all the same.
        if (cluster.send("GET", path, Map.of("_source", "false"), new byte[0]).status() != NOT_FOUND) {
            cluster.send("DELETE", path);
            visibility.changed();
        }
    }

    @Override
    public void clear() {
        prepared = false;
        Cluster.Reply reply = cluster.send("GET", "/_alias" + index);
        reply.body().fieldNames().forEachRemaining(name -> {
            if (name.startsWith(index.substring(1))) {
                cluster.send("DELETE", "/" + name);
            }
        });
        prepare();
    }

    @Override
    public int size() {
        prepare();
        visibility.await();
        return call("GET", index + "/_count", Map.of(), new byte[0])
                .path("count")
                .asInt();
    }

    @Override
    public Answer search(Plan plan) {
        PlanRequest request = new PlanRequest(layout, plan);
        return request.answer(ask(request.body()));
    }

    @Override
    public int countAhead(Plan plan, Hit hit) {
        PlanRequest request = new PlanRequest(layout, plan);
        return PlanRequest.count(ask(request.countOf(hit.points() + 1, "gt", hit.id())))
                + PlanRequest.count(ask(request.countOf(hit.points(), "lt", hit.id())));
    }

    private JsonNode ask(String body) {
        prepare();
        visibility.await();
        JsonNode reply = call(
                "POST",
                index + "/_search",
                Map.of(
                        "allow_partial_search_results",
                        "false",
                        "timeout",
                        settings.requestTimeout().toMillis() + "ms",
                        "filter_path",
                        PlanRequest.REPLY),
                body.getBytes(StandardCharsets.UTF_8));
        if (reply.path("timed_out").asBoolean() || reply.at("/_shards/failed").asInt() > 0) {
            LOG.warn("The search cluster did not look at everything");
            throw Cluster.unavailable();
        }
        return reply;
    }

    /** Throws unless the cluster answers and has the index; makes the index where it is missing. */
    public void check() {
        prepared = false;
        prepare();
        call("GET", index + "/_count", Map.of("terminate_after", "1"), new byte[0]);
    }

    private JsonNode call(String method, String path, Map<String, String> parameters, byte[] body) {
        Cluster.Reply reply = cluster.send(method, path, parameters, body);
        if (reply.status() == NOT_FOUND || reply.status() == CONFLICT) {
            prepared = false;
            throw Cluster.unavailable();
        }
        return reply.body();
    }

    private void refresh() {
        call("POST", index + "/_refresh", Map.of(), new byte[0]);
    }

    private void prepare() {
        if (!prepared) {
            if (cluster.send("HEAD", "/_alias" + index).status() == NOT_FOUND) {
                // When another replica was quicker, the index is there as well.
                byte[] body = new IndexBody(json, schema, settings).text().getBytes(StandardCharsets.UTF_8);
                cluster.send("PUT", index + "-1", Map.of(), body);
            }
            prepared = true;
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
