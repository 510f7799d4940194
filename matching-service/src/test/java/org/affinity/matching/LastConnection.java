package org.affinity.matching;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Leaves one connection in the pool: whoever needs a second one while holding the first waits in vain. */
public final class LastConnection {

    private LastConnection() {}

    /** What is answered meanwhile. */
    public static <T> T answer(AgroalDataSource dataSource, Supplier<T> question) throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            int size =
                    dataSource.getConfiguration().connectionPoolConfiguration().maxSize();
            for (int i = 1; i < size; i++) {
                taken.add(dataSource.getConnection());
            }
            return question.get();
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }
}
