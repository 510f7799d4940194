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

    /** How often all briefs are asked before times count, and while they do; fewer where that takes long. */
    Rounds rounds();

    /** Rounds over all briefs. */
    record Rounds(int warmUp, int timed) {}

    @Override
    default void close() throws SQLException, IOException {}
}
