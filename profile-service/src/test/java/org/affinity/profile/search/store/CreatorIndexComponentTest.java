package org.affinity.profile.search.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.profile.ProfileApi;
import org.affinity.profile.search.BruteForce;
import org.affinity.profile.search.Population;
import org.affinity.profile.search.Population.Member;
import org.affinity.profile.search.Position;
import org.affinity.profile.search.Queries;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.search.domain.CreatorQuery.AccountQuery;
import org.affinity.profile.search.domain.CreatorQuery.OfferQuery;
import org.affinity.profile.search.domain.CreatorSort;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** For random creators, filters, orders and page sizes, the pages together are what a look at every creator finds. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CreatorIndexComponentTest {

    private static final List<String> MANY = List.of(
            "select set_config('affinity.indexing', 'batch', true)",
            "delete from creator_search",
            """
            insert into creator (id, version, display_name, status, languages, topics, completed_collaborations,
                                 self_described, created_at, updated_at)
            select md5('many' || i)::uuid, 1, 'One of many', 'ACTIVE', '{}', '{}', 0, false, now(), now()
            from generate_series(1, 4000) i""",
            """
            insert into account (id, creator_id, position, platform, handle, handle_key, observed_at, source)
            select gen_random_uuid(), md5('many' || i)::uuid, 0, 'PODCAST', 'many ' || i, 'many ' || i,
                   timestamptz '2020-01-01' + case when i <= 3 then interval '10 years' else i * interval '1 minute' end,
                   'ESTIMATED'
            from generate_series(1, 4000) i""",
            """
            select affinity_search_creators(array(select md5('many' || i)::uuid from generate_series(1, 4000) i))""",
            "analyze creator_search");

    @Inject
    AgroalDataSource dataSource;

    @Inject
    TermStatistics statistics;

    @Test
    void shouldFindWhatALookAtEveryCreatorFinds() throws Exception {
        // Given
        long seed = Long.getLong("affinity.seed", System.nanoTime());
        var random = new SplittableRandom(seed);
        String topic = ProfileApi.handle();
        List<Member> members = Population.of(100, topic, random, dataSource);
        var queries = new Queries(random, topic, members);
        for (int i = 0; i < 600; i++) {
            CreatorQuery query = queries.next();
            var index = new CreatorIndex(dataSource, statistics, effort(random));
            // When
            List<UUID> found = walk(index, query, random.nextInt(1, 40));
            // Then
            assertThat(found).as("seed %d, query %d: %s", seed, i, query).isEqualTo(BruteForce.find(members, query));
        }
    }

    @Test
    void shouldFindTheSameInEveryOrderByEveryFilterOnItsOwn() throws Exception {
        // Given
        long seed = Long.getLong("affinity.seed", System.nanoTime());
        var random = new SplittableRandom(seed);
        String topic = ProfileApi.handle();
        List<Member> members = Population.of(60, topic, random, dataSource);
        var queries = new Queries(random, topic, members);
        for (CreatorQuery filtered : queries.oneOfEachFilter()) {
            for (CreatorSort.Key key : CreatorSort.Key.values()) {
                for (boolean isDescending : List.of(false, true)) {
                    CreatorQuery query = Queries.inOrder(filtered, new CreatorSort(key, isDescending));
                    var index = new CreatorIndex(dataSource, statistics, effort(random));
                    // When
                    List<UUID> found = walk(index, query, random.nextInt(1, 40));
                    // Then
                    assertThat(found).as("seed %d: %s", seed, query).isEqualTo(BruteForce.find(members, query));
                }
            }
        }
    }

    @Test
    void shouldFindTheFewWhoWereObservedSinceAMomentByAnIndex() throws Exception {
        // Given
        var since = Instant.parse("2026-02-01T00:00:00Z");
        var observed = new AccountQuery(List.of(), List.of(), List.of(), null, null, null, null, since);
        var query = new CreatorQuery(
                null,
                observed,
                new OfferQuery(List.of(), null, "EUR"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                2007,
                null,
                null,
                CreatorSort.BY_AGE);
        var fetch = new Clause()
                .add("explain select s.creator_id from creator_search s where ")
                .add(SearchConditions.of(query, List.of()))
                .add(" limit 10001");
        // When
        String plan = Tenancy.callAsSystem(() -> planAmongMany(fetch));
        // Then
        assertThat(plan).contains("creator_search_observed").doesNotContain("Seq Scan on creator_search");
    }

    /**
     * The plan when 4,000 creators are there, all but three of whom were observed long ago, and nobody else: other
     * tests leave thousands who were observed just now. It is all undone.
     */
    private String planAmongMany(Clause query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String sql : MANY) {
                    statement.execute(sql);
                }
                var plan = new StringBuilder();
                try (PreparedStatement explain = query.prepare(connection);
                        ResultSet line = explain.executeQuery()) {
                    while (line.next()) {
                        plan.append(line.getString(1)).append('\n');
                    }
                }
                return plan.toString();
            } finally {
                connection.rollback();
            }
        }
    }

    /** Little of it, so that every way is taken. */
    private static CreatorIndex.Effort effort(RandomGenerator random) {
        int near = random.nextInt(1, 200);
        return new CreatorIndex.Effort(
                near,
                random.nextInt(30),
                near + random.nextInt(200),
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(random.nextBoolean()));
    }

    private static List<UUID> walk(CreatorIndex index, CreatorQuery query, int limit) {
        var found = new ArrayList<UUID>();
        Optional<Position> after = Optional.empty();
        List<Position> page;
        do {
            page = index.page(query, after, limit);
            page.forEach(position -> found.add(position.creatorId()));
            after = page.isEmpty()
                    ? after
                    : Optional.of(Position.parse(page.getLast().key()));
        } while (page.size() == limit);
        return found;
    }
}
