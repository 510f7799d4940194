package org.affinity.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import net.jpountz.lz4.LZ4Factory;
import org.affinity.local.TestStackClient.Database;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Looks for words that lead to a person: in every column of every table, on every topic, in every log. */
final class Traces {

    private static final List<AlterConfigOp> COMPACT_AT_ONCE = Map.of(
                    "min.compaction.lag.ms", "0",
                    "max.compaction.lag.ms", "1",
                    "min.cleanable.dirty.ratio", "0.0",
                    "segment.ms", "1")
            .entrySet()
            .stream()
            .map(setting ->
                    new AlterConfigOp(new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
            .toList();

    private final ServiceStack stack;
    private final List<String> words;

    Traces(ServiceStack stack, List<String> words) {
        this.stack = stack;
        this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** The tables of all services in which a word stands, in clear or as bytes, by service. */
    List<String> inDatabases() {
        List<String> found = new ArrayList<>();
        for (Service service : Service.values()) {
            Database database = stack.database(service);
            try (Connection connection =
                    DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
                connection.createStatement().execute("select set_config('affinity.scope', 'system', false)");
                for (String table : tables(connection)) {
                    if (stands(connection, table) || standsPacked(connection, table)) {
                        found.add(service.label() + " " + table);
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = connection
                .createStatement()
                .executeQuery("select quote_ident(table_schema) || '.' || quote_ident(table_name)"
                        + " from information_schema.tables where table_type = 'BASE TABLE'"
                        + " and table_schema not in ('pg_catalog', 'information_schema')")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private boolean stands(Connection connection, String table) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select exists (select 1 from " + table + " t where lower(t::text) ~ ?)")) {
            select.setString(
                    1,
                    words.stream()
                            .map(word -> quoted(word) + "|"
                                    + HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)))
                            .collect(Collectors.joining("|")));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Saved matches are compressed, so that no query sees into them. */
    private boolean standsPacked(Connection connection, String table) throws SQLException {
        if (!table.equals("public.match_run")) {
            return false;
        }
        try (ResultSet row = connection
                .createStatement()
                .executeQuery("select packed_document from match_run where packed_document is not null")) {
            boolean stands = false;
            while (row.next()) {
                stands |= isNamed(unpacked(row.getBytes(1)));
            }
            return stands;
        }
    }

    private static String unpacked(byte[] packed) {
        byte[] plain =
                new byte[ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt()];
        LZ4Factory.safeInstance()
                .safeDecompressor()
                .decompress(packed, Integer.BYTES, packed.length - Integer.BYTES, plain, 0, plain.length);
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static String quoted(String word) {
        return word.replace(".", "\\.");
    }

    /** The topics on which a word stands, in a key, a header or a value, from the first record on. */
    List<String> onTopics() {
        TreeSet<String> found = new TreeSet<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (isNamed(record)) {
                        found.add(record.topic().substring(stack.topicPrefix().length()));
                    }
                });
            }
        }
        return List.copyOf(found);
    }

    private boolean isNamed(ConsumerRecord<String, byte[]> record) {
        StringBuilder text = new StringBuilder(record.key() == null ? "" : record.key());
        for (Header header : record.headers()) {
            text.append(new String(header.value(), StandardCharsets.UTF_8));
        }
        if (record.value() != null) {
            text.append(new String(record.value(), StandardCharsets.UTF_8));
        }
        return isNamed(text.toString());
    }

    private boolean isNamed(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }

    /** The services whose logs have a word. */
    List<String> inLogs(String run) {
        List<String> found = new ArrayList<>();
        for (Service service : Service.values()) {
            Path log = ServiceStack.MODULE.resolve("target").resolve(run).resolve(service.label() + ".log");
            try {
                if (isNamed(Files.readString(log))) {
                    found.add(service.label());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /**
     * Has the broker compact all topics of this run now instead of within the declared days: each partition begins a
     * new segment, since the one being written to is never compacted.
     */
    void compact() {
        try (KafkaConsumer<String, byte[]> consumer = consumer();
                Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", stack.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            admin.incrementalAlterConfigs(partitions.stream()
                            .map(TopicPartition::topic)
                            .distinct()
                            .collect(Collectors.toMap(
                                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                    _ -> COMPACT_AT_ONCE)))
                    .all()
                    .get();
            for (TopicPartition partition : partitions) {
                producer.send(new ProducerRecord<>(
                                partition.topic(), partition.partition(), "end-of-segment", new byte[] {'0'}))
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topic.getKey().startsWith(stack.topicPrefix()))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }
}
