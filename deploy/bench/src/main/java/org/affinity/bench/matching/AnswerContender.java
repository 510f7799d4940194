package org.affinity.bench.matching;

import java.io.IOException;
import java.sql.SQLException;
import org.affinity.matching.engine.domain.Answer;

/** A contender that says as much as the engine: the best, and how many each rule rejects. */
interface AnswerContender extends Contender {

    /** All of the answer. */
    Answer answer(Brief brief, int k) throws SQLException, IOException;
}
