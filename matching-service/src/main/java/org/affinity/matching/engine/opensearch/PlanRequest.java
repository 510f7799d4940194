package org.affinity.matching.engine.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Predicate;

/**
 * A plan as one search, whose counts and hits are therefore of the same moment in each shard.
 *
 * <p>Creators with a row that passes the first rules, then one more and so on, are counted by filters; those rejected
 * by a rule are the difference. The best row counts for a creator. Where it stands in the profile is in the last bits
 * of the score when they are free, and else asked for with each hit.
 */
final class PlanRequest {

    /** Which parts of a reply are read here. */
    static final String REPLY = "timed_out,_shards.failed,aggregations,hits.total.value,hits.hits.sort,"
            + "hits.hits._score,hits.hits._version,hits.hits.inner_hits.*.hits.hits._nested.offset";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PLACES = 64;
    private static final String COUNTS = "counts";
    private static final String PASSED = "passed";

    private final Plan plan;
    private final PointsScript script;
    private final boolean rowInScore;
    private final List<ObjectNode> filters;
    private final ObjectNode body;
    /**
     * For each rule, how many of the filters before count who passes it; rules that all pass have none of their own.
     */
    private final int[] filtersUpTo;

    PlanRequest(RowLayout layout, Plan plan) {
        this.plan = plan;
        this.script = PointsScript.of(layout, plan);
        if (script.most() >= PointsScript.EXACT) {
            throw new IllegalArgumentException("the points of the plan are too far apart for this engine");
        }
        this.rowInScore = (script.most() + 1) * PLACES <= PointsScript.EXACT;
        this.filtersUpTo = new int[plan.rules().size()];
        this.filters = filters(layout);
        this.body = body(filters);
    }

    private List<ObjectNode> filters(RowLayout layout) {
        RuleQueries queries = new RuleQueries(layout);
        List<ObjectNode> filters = new ArrayList<>();
        for (int rule = 0; rule < filtersUpTo.length; rule++) {
            Predicate predicate = plan.rules().get(rule);
            if (!RuleQueries.isAlways(predicate)) {
                filters.add(queries.query(predicate));
            }
            filtersUpTo[rule] = filters.size();
        }
        return filters;
    }

    private ObjectNode body(List<ObjectNode> filters) {
        ObjectNode request = JSON.objectNode();
        request.put("size", plan.k())
                .put("track_total_hits", true)
                .put("_source", false)
                .put("version", true);
        ObjectNode rows = nested(RuleQueries.bool("filter", filters));
        if (plan.k() > 0) {
            rows = nested(scored(filters));
            rows.withObject("/nested").put("score_mode", "max");
            if (!rowInScore) {
                firstBestRow(rows.withObject("/nested").putObject("inner_hits"));
            }
        }
        request.set("query", rows);
        request.put("track_scores", true);
        request.putArray("sort")
                .add(rowInScore ? byPoints() : order("_score", "desc"))
                .add(order(EntryDocument.ID, "asc"));
        counts(filters, request.putObject("aggs"));
        return request;
    }

    /** The rows that pass every filter, with their points. */
    private ObjectNode scored(List<ObjectNode> filters) {
        ObjectNode rows = JSON.objectNode();
        ObjectNode bool = rows.putObject("bool");
        bool.putArray("filter").addAll(filters.isEmpty() ? List.of(RuleQueries.always()) : filters);
        bool.putArray("should").addAll(script.wordQueries());
        ObjectNode query = JSON.objectNode();
        query.putObject("script_score")
                .<ObjectNode>set("query", rows)
                .set("script", script.body(rowInScore ? PLACES : 1, rowInScore));
        return query;
    }

    private static void firstBestRow(ObjectNode innerHits) {
        innerHits.put("size", 1).put("_source", false);
        // Rows of a creator that are equally good come in the order of the profile.
        innerHits.putArray("sort").add(order("_score", "desc")).add(order("_doc", "asc"));
    }

    private static ObjectNode nested(ObjectNode rows) {
        ObjectNode query = JSON.objectNode();
        query.putObject("nested").put("path", RowLayout.ROWS).set("query", rows);
        return query;
    }

    private static ObjectNode byPoints() {
        ObjectNode order = JSON.objectNode();
        ObjectNode script = order.putObject("_script").put("type", "number").put("order", "desc");
        script.putObject("script")
                .put("source", "Math.floor(_score / (int) params.places)")
                .putObject("params")
                .put("places", PLACES);
        return order;
    }

    private static ObjectNode order(String field, String direction) {
        return JSON.objectNode().put(field, direction);
    }

    /**
     * Each count within the one before: who does not pass the first rules is not looked at again. The last filters
     * together are the query itself, whose hits are counted anyway.
     */
    private static void counts(List<ObjectNode> filters, ObjectNode aggregations) {
        ObjectNode within = aggregations.putObject(COUNTS);
        within.putObject("global");
        for (int passed = 1; passed < filters.size(); passed++) {
            within = within.putObject("aggs").putObject(PASSED);
            within.set("filter", nested(RuleQueries.bool("filter", filters.subList(0, passed))));
        }
    }

    String body() {
        return body.toString();
    }

    /**
     * Counts the creators of the plan that have so many points or more.
     *
     * @param comparison {@code lt} or {@code gt}: how their ids compare with the one that is given
     */
    String countOf(int points, String comparison, UUID id) {
        ObjectNode request = JSON.objectNode();
        request.put("size", 0).put("track_total_hits", true);
        request.put("min_score", Math.max(0L, (long) points - script.least()) * (rowInScore ? PLACES : 1));
        ObjectNode rows = nested(scored(filters));
        rows.withObject("/nested").put("score_mode", "max");
        ObjectNode bool = request.putObject("query").putObject("bool");
        bool.putArray("must").add(rows);
        bool.putArray("filter")
                .addObject()
                .putObject("range")
                .putObject(EntryDocument.ID)
                .put(comparison, id.toString());
        return request.toString();
    }

    /** Reads how many were counted. */
    static int count(JsonNode reply) {
        return reply.at("/hits/total/value").asInt();
    }

    /** Reads what was found. */
    Answer answer(JsonNode reply) {
        JsonNode count = reply.at("/aggregations/" + COUNTS);
        int entries = count.path("doc_count").asInt();
        int eligible = reply.at("/hits/total/value").asInt();
        int[] rejected = new int[filtersUpTo.length];
        int lastFilter = filtersUpTo.length == 0 ? 0 : filtersUpTo[filtersUpTo.length - 1];
        int filters = 0;
        int passed = entries;
        for (int rule = 0; rule < rejected.length; rule++) {
            if (filtersUpTo[rule] > filters) {
                filters++;
                count = count.path(PASSED);
                int before = passed;
                passed = filters == lastFilter
                        ? eligible
                        : count.path("doc_count").asInt();
                rejected[rule] = before - passed;
            }
        }
        List<Hit> hits = new ArrayList<>();
        reply.at("/hits/hits").forEach(hit -> hits.add(hit(hit)));
        return new Answer(entries, eligible, rejected, hits);
    }

    private Hit hit(JsonNode hit) {
        int score = (int) hit.path("_score").asDouble();
        UUID id = UUID.fromString(hit.at("/sort/1").asText());
        long version = hit.path("_version").asLong();
        if (rowInScore) {
            return new Hit(id, PLACES - 1 - score % PLACES, points(score / PLACES), version);
        }
        int row = hit.at("/inner_hits/" + RowLayout.ROWS + "/hits/hits/0/_nested/offset")
                .asInt();
        return new Hit(id, row, points(score), version);
    }

    private int points(int score) {
        return Math.toIntExact(score + script.least());
    }
}
