package org.affinity.matching.engine.opensearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.affinity.matching.engine.domain.Schema;

/**
 * Settings and mapping of an index for a schema.
 *
 * <p>A creator is one document with the rows nested in it. Lucene writes such a document and its rows as one block, so
 * no search ever sees a part of an update. The source is not kept: the index can be built again from the creators.
 */
record IndexBody(ObjectMapper json, Schema schema, ClusterSettings settings) {

    /** Longest time that the versions of removed creators keep out what is older. */
    private static final String REMOVALS_REMEMBERED = "1h";

    /** Fields beside the columns: id, rows, data. */
    private static final int OTHER_FIELDS = 10;

    String text() {
        ObjectNode body = json.createObjectNode();
        body.putObject("aliases").putObject(settings.index(schema));
        ObjectNode index = body.putObject("settings").putObject("index");
        index.put("number_of_shards", settings.shards());
        index.put("number_of_replicas", settings.replicas());
        index.put("refresh_interval", settings.refreshInterval().toMillis() + "ms");
        index.put("gc_deletes", REMOVALS_REMEMBERED);
        index.put(
                "mapping.total_fields.limit",
                OTHER_FIELDS
                        + schema.codes().size()
                        + schema.numbers().size()
                        + schema.keywordSets().size());
        ObjectNode mapping = body.putObject("mappings").put("dynamic", "strict");
        mapping.putObject("_source").put("enabled", false);
        ObjectNode fields = mapping.putObject("properties");
        fields.putObject(EntryDocument.ID).put("type", "keyword").put("index", false);
        rows(fields.putObject(RowLayout.ROWS)
                .put("type", "nested")
                .put("dynamic", "strict")
                .putObject("properties"));
        return body.toString();
    }

    private void rows(ObjectNode fields) {
        fields.putObject(RowLayout.DATA).put("type", "binary").put("doc_values", true);
        // Codes have few values each: a filter that reads the column is as quick as one that looks them up, and a
        // hundred search trees fewer have to be built.
        for (int column = 0; column < schema.codes().size(); column++) {
            fields.putObject(RowLayout.code(column)).put("type", "short").put("index", false);
        }
        for (int column = 0; column < schema.numbers().size(); column++) {
            fields.putObject(RowLayout.number(column)).put("type", "integer");
        }
        for (int set = 0; set < schema.keywordSets().size(); set++) {
            fields.putObject(RowLayout.keywords(set)).put("type", "keyword");
        }
    }
}
