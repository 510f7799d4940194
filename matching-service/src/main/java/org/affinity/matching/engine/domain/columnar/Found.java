package org.affinity.matching.engine.domain.columnar;

import java.util.List;
import org.affinity.matching.engine.domain.Hit;

/** Takes what a search finds. */
interface Found {

    /** Fewer points than this do not matter any more. */
    int threshold();

    void offer(int point, long idHigh, long idLow, int row);

    /** Those to be named, best first. */
    List<Hit> best();
}
