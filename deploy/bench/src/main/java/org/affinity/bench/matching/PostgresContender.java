package org.affinity.bench.matching;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.matching.engine.domain.Hit;
import org.postgresql.copy.CopyIn;
import org.postgresql.core.BaseConnection;

/**
 * PostgreSQL in the quickest form known for this: all levels in one plain bytea, scored by an expression, and indexes
 * on what narrows most.
 */
final class PostgresContender implements Contender {

    private final Connection connection;
    private final long bytes;

    private PostgresContender(Connection connection, long bytes) {
        this.connection = connection;
        this.bytes = bytes;
    }

    static PostgresContender build(Creators creators, String url, String user, String password)
            throws SQLException, IOException {
        Connection connection = DriverManager.getConnection(url, user, password);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set jit = off");
            statement.execute("set max_parallel_workers_per_gather = 0");
            statement.execute("set work_mem = '64MB'");
            statement.execute("drop table if exists bench_creator");
            statement.execute("""
                    create table bench_creator (id uuid not null, country smallint not null, language smallint not null,
                      platforms smallint not null, formats smallint not null, sensitive integer not null,
                      followers integer not null, rate integer not null, price integer not null,
                      levels bytea storage plain not null, keywords integer[] not null, brands integer[] not null)""");
            copy(creators, connection);
            statement.execute("create index on bench_creator (country, language, followers)");
            statement.execute("create index on bench_creator (country, followers, price)");
            statement.execute("create index on bench_creator (followers, price)");
            statement.execute("create index on bench_creator (price)");
            statement.execute("create index on bench_creator (rate)");
            statement.execute("vacuum analyze bench_creator");
            try (ResultSet rows = statement.executeQuery("select pg_total_relation_size('bench_creator')")) {
                rows.next();
                return new PostgresContender(connection, rows.getLong(1));
            }
        }
    }

    private static void copy(Creators creators, Connection connection) throws SQLException {
        CopyIn copy = connection.unwrap(BaseConnection.class).getCopyAPI().copyIn("copy bench_creator from stdin");
        StringBuilder lines = new StringBuilder();
        byte[] levels = new byte[World.DIMENSIONS];
        for (int number = 0; number < creators.size; number++) {
            for (int dimension = 0; dimension < levels.length; dimension++) {
                levels[dimension] = creators.codes[dimension][number];
            }
            lines.append(Creators.id(number));
            int[] columns = {
                creators.codes[World.OWN_COUNTRY][number],
                creators.codes[World.OWN_LANGUAGE][number],
                creators.codes[World.PLATFORMS][number] & 0xFF,
                creators.codes[World.FORMATS][number] & 0xFF,
                creators.codes[World.SENSITIVE][number] | creators.codes[World.MORE_SENSITIVE][number] << 8,
                creators.numbers[World.FOLLOWERS][number],
                creators.numbers[World.RATE][number],
                creators.numbers[World.PRICE][number]
            };
            for (int column : columns) {
                lines.append('\t').append(column);
            }
            lines.append("\t\\\\x");
            HexFormat.of().formatHex(lines, levels);
            array(lines, creators.words[World.KEYWORDS][number]);
            array(lines, creators.words[World.BRANDS][number]);
            lines.append('\n');
            if (lines.length() > 1 << 18 || number == creators.size - 1) {
                byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
                copy.writeToCopy(bytes, 0, bytes.length);
                lines.setLength(0);
            }
        }
        copy.endCopy();
    }

    private static void array(StringBuilder lines, int[] values) {
        lines.append("\t{")
                .append(Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(",")))
                .append('}');
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    long bytes() {
        return bytes;
    }

    @Override
    public Rounds rounds() {
        return new Rounds(0, 3);
    }

    @Override
    public List<Hit> top(Brief brief, int k) throws SQLException {
        List<Hit> hits = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query(brief, k))) {
            while (rows.next()) {
                hits.add(new Hit(rows.getObject(1, UUID.class), 0, rows.getInt(2), Creators.VERSION));
            }
        }
        return hits;
    }

    private static String query(Brief brief, int k) {
        StringBuilder query = new StringBuilder("select id, 0");
        brief.factors()
                .forEach((dimension, factor) -> query.append(" + ")
                        .append(factor)
                        .append(" * get_byte(levels, ")
                        .append(dimension)
                        .append(')'));
        brief.keywords()
                .forEach((keyword, points) -> query.append(" + case when ")
                        .append(keyword)
                        .append(" = any(keywords) then ")
                        .append(points)
                        .append(" else 0 end"));
        query.append(" as points from bench_creator where platforms & ")
                .append(brief.platforms())
                .append(" <> 0 and formats & ")
                .append(brief.formats())
                .append(" <> 0");
        among(query, "country", brief.countries());
        among(query, "language", brief.languages());
        query.append(" and followers >= ").append(brief.minFollowers());
        query.append(" and followers < ").append(brief.maxFollowers());
        query.append(" and rate >= ").append(brief.minRate());
        query.append(" and price <= ").append(brief.maxPrice());
        query.append(" and sensitive & ")
                .append(brief.sensitive() | brief.moreSensitive() << 8)
                .append(" = 0");
        if (!brief.brands().isEmpty()) {
            query.append(" and not brands && '{").append(text(brief.brands())).append("}'::integer[]");
        }
        return query.append(" order by points desc, id limit ").append(k).toString();
    }

    private static void among(StringBuilder query, String column, Collection<Integer> values) {
        if (!values.isEmpty()) {
            query.append(" and ")
                    .append(column)
                    .append(" in (")
                    .append(text(values))
                    .append(')');
        }
    }

    private static String text(Collection<Integer> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
