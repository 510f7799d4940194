package org.affinity.matching.engine.domain.columnar;

import java.util.List;
import org.affinity.matching.engine.domain.Hit;

/** Takes what the threads of a search find. */
interface Found {

    /** Fewer points than this do not matter any more. */
    int threshold();

    /** Takes over what a block brought: so many entries, the best row of each. */
    void offer(int count, Workspace found);

    /** Those to be named, best first; asked for once, at the end. */
    List<Hit> best();
}
