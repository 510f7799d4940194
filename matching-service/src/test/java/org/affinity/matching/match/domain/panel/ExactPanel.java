package org.affinity.matching.match.domain.panel;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.OptionalDouble;
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

    /** The value of the best panel; empty when none keeps to the quotas and the budget. */
    OptionalDouble bestValue() {
        MPSolver solver = MPSolver.createSolver("SCIP");
        int creators = audience.costs().size();
        MPVariable[] chosen = solver.makeBoolVarArray(creators, "creator");
        MPConstraint money = solver.makeConstraint(0, (double) audience.budget(), "budget");
        MPConstraint places = solver.makeConstraint(0, audience.places(), "places");
        for (int creator = 0; creator < creators; creator++) {
            money.setCoefficient(chosen[creator], (double) audience.costs().get(creator));
            places.setCoefficient(chosen[creator], 1);
        }
        for (PanelProblem.Group quota : audience.quotas()) {
            MPConstraint members = solver.makeConstraint(quota.min(), quota.max());
            quota.members().stream().forEach(creator -> members.setCoefficient(chosen[creator], 1));
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
        return switch (solver.solve()) {
            case OPTIMAL -> OptionalDouble.of(objective.value());
            case INFEASIBLE -> OptionalDouble.empty();
            default -> throw new IllegalStateException("the exact solver found no proven optimum");
        };
    }
}
