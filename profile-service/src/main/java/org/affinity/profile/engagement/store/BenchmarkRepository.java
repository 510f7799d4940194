package org.affinity.profile.engagement.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.affinity.profile.engagement.domain.AudienceFit;
import org.affinity.profile.engagement.domain.Benchmark;

/** Benchmarks and fits of our own pool: computed by the database in a few statements, whatever its size. */
@ApplicationScoped
public class BenchmarkRepository {

    private static final String COMPUTED_AT = "cast(extract(epoch from computed_at) * 1000 as bigint) as computed_at";
    private static final String COLUMNS = "platform, definition, tier_scheme, tier, accounts, mean, lower_quartile,"
            + " median, upper_quartile, trimmed_mean, trimmed_variance, " + COMPUTED_AT;

    private final EntityManager entities;

    BenchmarkRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Benchmarks of a definition and a scheme, of one platform or, for null, of all. */
    public List<Benchmark> find(String platform, String definition, String tierScheme) {
        String where = platform == null ? "" : " and platform = :platform";
        Query query = entities.createNativeQuery(
                        "select " + COLUMNS + " from engagement_benchmark where definition = :definition"
                                + " and tier_scheme = :scheme" + where,
                        Tuple.class)
                .setParameter("definition", definition)
                .setParameter("scheme", tierScheme);
        if (platform != null) {
            query.setParameter("platform", platform);
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(BenchmarkRepository::benchmark)
                .toList();
    }

    /** The fit of each platform; one of whose accounts the pool has too few is not in it. */
    public Map<String, AudienceFit> fits() {
        List<?> rows = entities.createNativeQuery(
                        "select platform, accounts, slope, intercept, residual_deviation, mean_log_followers,"
                                + " square_sum, " + COMPUTED_AT + " from engagement_fit",
                        Tuple.class)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(row -> row.get("platform", String.class), BenchmarkRepository::fit));
    }

    /** Computes everything anew from the accounts of active creators; the number of benchmarks. */
    public int refresh(Instant now) {
        // One refresh at a time, also among instances.
        entities.createNativeQuery("select pg_advisory_xact_lock(hashtext('engagement_benchmark'))")
                .getSingleResult();
        entities.createNativeQuery("delete from engagement_benchmark").executeUpdate();
        entities.createNativeQuery("delete from engagement_fit").executeUpdate();
        int written = entities.createNativeQuery(PoolQueries.BENCHMARKS)
                .setParameter("now", now)
                .setParameter("fewest", Benchmark.FEWEST_ACCOUNTS)
                .executeUpdate();
        entities.createNativeQuery(PoolQueries.FITS)
                .setParameter("now", now)
                .setParameter("fewest", Benchmark.FEWEST_ACCOUNTS)
                .executeUpdate();
        return written;
    }

    private static Benchmark benchmark(Tuple row) {
        return new Benchmark(
                row.get("platform", String.class),
                row.get("definition", String.class),
                row.get("tier_scheme", String.class),
                row.get("tier", String.class),
                row.get("accounts", Integer.class),
                number(row, "mean"),
                number(row, "lower_quartile"),
                number(row, "median"),
                number(row, "upper_quartile"),
                number(row, "trimmed_mean"),
                number(row, "trimmed_variance"),
                Instant.ofEpochMilli(row.get("computed_at", Long.class)));
    }

    private static AudienceFit fit(Tuple row) {
        return new AudienceFit(
                row.get("accounts", Integer.class),
                number(row, "slope"),
                number(row, "intercept"),
                number(row, "residual_deviation"),
                number(row, "mean_log_followers"),
                number(row, "square_sum"),
                Instant.ofEpochMilli(row.get("computed_at", Long.class)));
    }

    private static double number(Tuple row, String column) {
        return row.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
