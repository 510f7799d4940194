package org.affinity.profile.imports.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Uploaded files in the database, in pieces, until their import has ended: any replica can work an import off or go on
 * with it, and none of them ever holds a file in memory.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ImportFileRepository {

    private static final int PIECE = 1 << 20;
    private static final String INSERT =
            "insert into creator_import_chunk (import_id, position, content) values (?, ?, ?)";
    private static final String NEXT = "select content from creator_import_chunk where import_id = ? and position = ?";
    private static final String DELETE = "delete from creator_import_chunk where import_id = ?";

    private final AgroalDataSource dataSource;

    ImportFileRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps a file. */
    public void keep(UUID importId, Path file) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                InputStream content = Files.newInputStream(file)) {
            int position = 0;
            for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                insert.setObject(1, importId);
                insert.setInt(2, position++);
                insert.setBytes(3, piece);
                insert.executeUpdate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The file could not be kept", e);
        }
    }

    /** Writes a kept file to the local disk. */
    public void fetch(UUID importId, Path target) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement next = connection.prepareStatement(NEXT);
                OutputStream content = Files.newOutputStream(target)) {
            next.setObject(1, importId);
            for (int position = 0; copy(next, position, content); position++) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The file could not be read", e);
        }
    }

    /** Deletes a kept file. */
    public void delete(UUID importId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, importId);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The file could not be deleted", e);
        }
    }

    private static boolean copy(PreparedStatement next, int position, OutputStream target)
            throws SQLException, IOException {
        next.setInt(2, position);
        try (ResultSet piece = next.executeQuery()) {
            if (!piece.next()) {
                return false;
            }
            target.write(piece.getBytes(1));
            return true;
        }
    }
}
