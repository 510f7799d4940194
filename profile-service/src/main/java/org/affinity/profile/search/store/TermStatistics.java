package org.affinity.profile.search.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.affinity.profile.search.domain.TermGroup;

/** How common terms are, by the statistics that PostgreSQL keeps of the index for its own plans. */
@ApplicationScoped
class TermStatistics {

    private static final String SELECT = """
            select r.reltuples, s.most_common_elems::text::text[], s.most_common_elem_freqs
            from pg_class r
            left join pg_stats s on s.schemaname = current_schema() and s.tablename = r.relname and s.attname = 'terms'
            where r.oid = 'creator_search'::regclass""";

    private final AgroalDataSource dataSource;
    private volatile Shares shares;

    TermStatistics(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What was known a moment ago. */
    Shares shares() {
        Shares known = shares;
        if (known == null) {
            refresh();
            known = shares;
        }
        return known;
    }

    @Scheduled(every = "60S", delayed = "60S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            row.next();
            NavigableMap<String, Double> byTerm = new TreeMap<>();
            double rare = 0;
            if (row.getArray(2) != null) {
                var terms = (String[]) row.getArray(2).getArray();
                var frequencies = (Float[]) row.getArray(3).getArray();
                for (int i = 0; i < terms.length; i++) {
                    byTerm.put(terms[i], (double) frequencies[i]);
                }
                // Behind the terms' own there are the least and the greatest of all.
                rare = terms.length < frequencies.length ? frequencies[terms.length] / 2 : 0;
            }
            shares = new Shares(Math.max(row.getLong(1), 0), byTerm, rare);
        } catch (SQLException e) {
            throw new IllegalStateException("The statistics of the search index could not be read", e);
        }
    }

    /**
     * Shares of all creators.
     *
     * @param creators how many there are, roughly
     * @param byTerm of the most common terms
     * @param rare of any other
     */
    record Shares(long creators, NavigableMap<String, Double> byTerm, double rare) {

        /** Of those who have a term of the group. */
        double of(TermGroup group) {
            double none = 1;
            for (String term : group.terms()) {
                none *= 1 - (group.isBeginning() ? ofBeginning(term) : byTerm.getOrDefault(term, rare));
            }
            return 1 - none;
        }

        private double ofBeginning(String term) {
            double sum = byTerm.subMap(term, true, term + Character.MAX_VALUE, false).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            return Math.min(1, sum + rare);
        }
    }
}
