package org.affinity.kit.inbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A CloudEvent as it came from Kafka in binary mode. */
public final class ReceivedEvent {

    private static final TextMapGetter<Map<String, String>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String name) {
            return carrier == null ? null : carrier.get(name);
        }
    };

    private final ObjectReader reader;
    private final String topic;
    private final int partition;
    private final long offset;
    private final String key;
    private final Map<String, String> headers;
    private final byte[] data;

    ReceivedEvent(
            ObjectReader reader,
            String topic,
            int partition,
            long offset,
            String key,
            Map<String, String> headers,
            byte[] data) {
        this.reader = reader;
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
        this.key = key;
        this.headers = headers;
        this.data = data;
    }

    /**
     * A tolerant reader, since producers may add fields within a version, and one without the limits of requests: how
     * large an event may be, its topic says.
     */
    static ObjectReader reader(ObjectMapper json) {
        return json.copyWith(new JsonFactory()).reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    static ReceivedEvent of(ObjectReader reader, ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            String value = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
            headers.put(storable(header.key()), storable(value));
        }
        String key = record.key() == null ? null : storable(record.key());
        return new ReceivedEvent(
                reader, record.topic(), record.partition(), record.offset(), key, headers, record.value());
    }

    /** What PostgreSQL can keep: a NUL in a header must not stop the partition behind it. */
    private static String storable(String text) {
        return text.replace('\0', '\ufffd');
    }

    /** Id of the event, the same at each delivery; its place in the topic when the producer gave none. */
    public String id() {
        return headers.getOrDefault("ce_id", topic + "/" + partition + "/" + offset);
    }

    /** Type of the event with its version, such as {@code context.aggregate.created.v1}; empty when not given. */
    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    /** Version of the aggregate after the change. */
    public long sequence() {
        String sequence = headers.get("ce_sequence");
        if (sequence == null || !sequence.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("The event has no ce_sequence header with a whole number");
        }
        return Long.parseLong(sequence);
    }

    /** Id of the aggregate. */
    public String key() {
        return key;
    }

    /** Whether this is a tombstone: the aggregate is gone and its key will be forgotten. */
    public boolean isTombstone() {
        return data == null;
    }

    /** The data, read into the consumer's own record; fields that it does not know are passed over. */
    public <T> T read(Class<T> type) {
        try {
            return reader.forType(type).readValue(data);
        } catch (IOException e) {
            throw new IllegalArgumentException("The data is not a " + type.getSimpleName(), e);
        }
    }

    /** The data as it came. */
    public byte[] data() {
        return data.clone();
    }

    /** Does work as a part of what led to the event. */
    void traced(Runnable work) {
        Context context = W3CTraceContextPropagator.getInstance().extract(Context.current(), headers, HEADERS);
        try (Scope _ = context.makeCurrent()) {
            work.run();
        }
    }

    String topic() {
        return topic;
    }

    int partition() {
        return partition;
    }

    long offset() {
        return offset;
    }

    Map<String, String> headers() {
        return headers;
    }
}
