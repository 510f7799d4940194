package org.affinity.kit.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;

/**
 * A service's copy of the names of another one's things, fed by events, to refuse requests for what does not exist.
 * Each event says how many there are altogether: until as many were heard of, or while no event said so, nothing is
 * refused, since what is asked for may be on its way. Things that are told of stay. The table is the service's own,
 * with the columns {@code name} (the key), {@code version} and {@code altogether}.
 */
@Transactional
public abstract class NameCopy {

    private final AgroalDataSource dataSource;
    private final String table;
    private final String rule;
    /** Names that requests may use without a question to the database: what was told of stays. */
    private volatile Set<String> heardOf = Collections.emptySet();

    /**
     * Makes a copy in a table.
     *
     * @param rule name of the rule that a request breaks that names what does not exist
     */
    protected NameCopy(AgroalDataSource dataSource, String table, String rule) {
        this.dataSource = dataSource;
        this.table = table;
        this.rule = rule;
    }

    /** What was heard of; {@code altogether} is 0 while nobody said how many there are. */
    private record Known(List<String> names, int altogether) {

        boolean isComplete() {
            return altogether > 0 && names.size() >= altogether;
        }
    }

    /** All names that were heard of, in alphabetical order. */
    public List<String> known() {
        return read().names();
    }

    /**
     * Refuses a request that names what does not exist.
     *
     * @param namesByPointer the names, and where in the request they are
     */
    @Transactional(TxType.SUPPORTS)
    public void requireKnown(SequencedMap<String, String> namesByPointer) {
        if (heardOf.containsAll(namesByPointer.values())) {
            return;
        }
        Known known = read();
        heardOf = Collections.unmodifiableSet(new HashSet<>(known.names()));
        List<FieldError> errors = namesByPointer.entrySet().stream()
                .filter(named -> !known.names().contains(named.getValue()))
                .map(Map.Entry::getKey)
                .map(pointer -> FieldError.at(pointer, rule, "must be one of " + known.names()))
                .toList();
        if (!errors.isEmpty() && known.isComplete()) {
            throw new DomainException(
                    CommonProblem.VALIDATION_FAILED, errors.getFirst().detail(), errors);
        }
    }

    private Known read() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select name, max(altogether) over () from " + table + " order by name");
                ResultSet row = select.executeQuery()) {
            List<String> names = new ArrayList<>();
            int altogether = 0;
            while (row.next()) {
                names.add(row.getString(1));
                altogether = row.getInt(2);
            }
            return new Known(names, altogether);
        } catch (SQLException e) {
            throw new IllegalStateException("The names of " + table + " could not be read", e);
        }
    }

    /**
     * Takes a name over, unless the copy is newer. How many names there are grows only, and the same version may be
     * told again to say it.
     *
     * @param altogether how many names there are; null where the event does not say
     */
    public void store(String name, long version, Integer altogether) {
        write(
                "insert into " + table + " as known (name, version, altogether) values (?, ?, ?)"
                        + " on conflict (name) do update set version = excluded.version,"
                        + " altogether = greatest(known.altogether, excluded.altogether)"
                        + " where known.version <= excluded.version",
                name,
                version,
                altogether == null ? 0 : altogether);
    }

    /** Forgets every name, before they are all read again. */
    public void clear() {
        write("delete from " + table);
        heardOf = Collections.emptySet();
    }

    private void write(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A name of " + table + " could not be kept", e);
        }
    }
}
