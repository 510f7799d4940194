package org.affinity.matching.match.domain.panel;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.stream.IntStream;

/**
 * The best panel by integer programming, where every creator reaches all of a cell or nobody in it: a cell counts once
 * somebody who reaches it is in. Independent of the solver it is compared with.
 */
final class ExactPanel {

    private final SampledAudience audience;

    static {
        Loader.loadNativeLibraries();
    }

    ExactPanel(SampledAudience audience) {
        this.audience = audience;
    }

    /** The value of the best panel. */
    double bestValue() {
        MPSolver solver = MPSolver.createSolver("SCIP");
        int creators = audience.costs().size();
        MPVariable[] chosen = solver.makeBoolVarArray(creators, "creator");
        MPConstraint money = solver.makeConstraint(0, (double) audience.budget(), "budget");
        MPConstraint places = solver.makeConstraint(0, audience.places(), "places");
        for (int creator = 0; creator < creators; creator++) {
            money.setCoefficient(chosen[creator], (double) audience.costs().get(creator));
            places.setCoefficient(chosen[creator], 1);
        }
        MPObjective objective = solver.objective();
        for (int person = 0; person < audience.weights().size(); person++) {
            MPVariable reached = solver.makeNumVar(0, 1, "person" + person);
            objective.setCoefficient(reached, audience.weights().get(person));
            MPConstraint byWhom = solver.makeConstraint(0, MPSolver.infinity());
            byWhom.setCoefficient(reached, -1);
            int wanted = person;
            IntStream.range(0, creators)
                    .filter(creator -> audience.reached().get(creator).get(wanted))
                    .forEach(creator -> byWhom.setCoefficient(chosen[creator], 1));
        }
        objective.setMaximization();
        if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException("the exact solver found no proven optimum");
        }
        return objective.value();
    }
}
