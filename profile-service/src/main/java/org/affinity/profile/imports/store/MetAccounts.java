package org.affinity.profile.imports.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The accounts that running imports have met, in the database and not in memory: committed together with the batch that
 * met them, so that whoever resumes an import knows exactly what its checkpoint stands for.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MetAccounts {

    private static final String CLAIM = """
            insert into creator_import_account (import_id, account, row_number, content)
            select ?, account, row_number, content from unnest(?::uuid[], ?::bigint[], ?::text[])
                as met (account, row_number, content)
            on conflict do nothing
            returning account""";
    private static final String FIRSTS = """
            select account, row_number, content from creator_import_account
             where import_id = ? and account = any (?::uuid[])""";
    private static final String VARIANTS = """
            select v.account, v.content, v.row_number from creator_import_variant v
              join unnest(?::uuid[], ?::uuid[]) as met (account, content)
                on v.account = met.account and v.content = met.content
             where v.import_id = ?""";
    private static final String REMEMBER = """
            insert into creator_import_variant (import_id, account, content, row_number)
            select ?, account, content, row_number from unnest(?::uuid[], ?::uuid[], ?::bigint[])
                as met (account, content, row_number)""";

    private final AgroalDataSource dataSource;

    MetAccounts(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Writes down accounts, each of them once; the ones that the import had not met before are returned. */
    public Set<UUID> claim(UUID importId, Collection<First> met) {
        var fresh = new HashSet<UUID>();
        if (met.isEmpty()) {
            return fresh;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, importId);
            claim.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", met.stream().map(First::account).toArray()));
            claim.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", met.stream().map(First::row).toArray()));
            claim.setArray(
                    4,
                    connection.createArrayOf(
                            "text", met.stream().map(First::content).toArray()));
            try (ResultSet inserted = claim.executeQuery()) {
                while (inserted.next()) {
                    fresh.add(inserted.getObject(1, UUID.class));
                }
            }
            return fresh;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The first records of these accounts, by account. */
    public Map<UUID, First> firsts(UUID importId, Collection<UUID> accounts) {
        var firsts = new HashMap<UUID, First>();
        if (accounts.isEmpty()) {
            return firsts;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(FIRSTS)) {
            select.setObject(1, importId);
            select.setArray(2, connection.createArrayOf("uuid", accounts.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID account = row.getObject(1, UUID.class);
                    firsts.put(account, new First(account, row.getLong(2), row.getString(3)));
                }
            }
            return firsts;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Which of these, whatever their row, were met before, each with the row of that record. */
    public Set<Variant> variants(UUID importId, List<Variant> wanted) {
        var found = new HashSet<Variant>();
        if (wanted.isEmpty()) {
            return found;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(VARIANTS)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", wanted.stream().map(Variant::account).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", wanted.stream().map(Variant::content).toArray()));
            select.setObject(3, importId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Variant(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Writes down records that say something else of an account than the first one. */
    public void remember(UUID importId, List<Variant> variants) {
        if (variants.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
            insert.setObject(1, importId);
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", variants.stream().map(Variant::account).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", variants.stream().map(Variant::content).toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint", variants.stream().map(Variant::row).toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Forgets what an import has met. */
    public void forget(UUID importId) {
        for (String table : List.of("creator_import_account", "creator_import_variant")) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement delete =
                            connection.prepareStatement("delete from " + table + " where import_id = ?")) {
                delete.setObject(1, importId);
                delete.executeUpdate();
            } catch (SQLException e) {
                throw failure(e);
            }
        }
    }

    /** The driver's message would carry cells into logs. */
    private static IllegalStateException failure(SQLException e) {
        return new IllegalStateException("The accounts of an import could not be kept, SQL state " + e.getSQLState());
    }

    /** The first record of an account. */
    public record First(UUID account, long row, String content) {}

    /** A record that says something else. */
    public record Variant(UUID account, UUID content, long row) {}
}
