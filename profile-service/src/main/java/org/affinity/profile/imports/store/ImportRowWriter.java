package org.affinity.profile.imports.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes the outcomes of a batch in one statement; read they are one by one. */
@ApplicationScoped
public class ImportRowWriter {

    private static final String INSERT = """
            insert into creator_import_row (import_id, row_number, line, outcome, unchanged, reason, column_name, cell,
                creator_id, duplicate_of, details, cells)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final AgroalDataSource dataSource;

    ImportRowWriter(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds these rows in the present transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(List<ImportRowEntity> rows) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ImportRowEntity row : rows) {
                insert.setObject(1, row.importId);
                insert.setLong(2, row.rowNumber);
                insert.setLong(3, row.line);
                insert.setString(4, row.outcome.name());
                insert.setBoolean(5, row.unchanged);
                insert.setString(6, row.reason);
                insert.setString(7, row.columnName);
                insert.setString(8, row.cell);
                insert.setObject(9, row.creatorId);
                insert.setObject(10, row.duplicateOf);
                insert.setString(11, row.details);
                insert.setString(12, row.cells);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Outcomes could not be kept, SQL state " + e.getSQLState());
        }
    }
}
