package org.affinity.profile.search.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.profile.ProfileApi;
import org.affinity.profile.search.BruteForce;
import org.affinity.profile.search.Population;
import org.affinity.profile.search.Population.Member;
import org.affinity.profile.search.Position;
import org.affinity.profile.search.Queries;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.search.domain.CreatorSort;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** For random creators, filters, orders and page sizes, the pages together are what a look at every creator finds. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CreatorIndexComponentTest {

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
