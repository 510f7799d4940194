package org.affinity.bench.matching;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.affinity.matching.engine.domain.Hit;

/** Something that answers briefs; all of them give the same hits. */
interface Contender extends AutoCloseable {

    /** As it stands in the table. */
    String name();

    /** The best, best first. */
    List<Hit> top(Brief brief, int k) throws SQLException, IOException;

    @Override
    default void close() throws SQLException, IOException {}
}
