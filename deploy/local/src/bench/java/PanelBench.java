import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.affinity.matching.match.domain.panel.PanelProblem;
import org.affinity.matching.match.domain.panel.PanelSolution;
import org.affinity.matching.match.domain.panel.PanelSolver;

/**
 * Measures the choice of panels on random pools: time, what is proven of them, and what picking by individual reach
 * would have brought in the same run. Time is given on the clock and on the processor, as other programs may be running.
 * Run from its source with the classes of matching-service on the class path;
 * prints one line of tab-separated figures per kind and size of pool.
 *
 * <p>Pools: followers log-uniform from 100 to 3 million, fees at about 35 EUR per thousand impressions with log-normal
 * scatter, 504 groups of people, 3 to 22 of them reached by each creator. {@code mixed} has large groups (little
 * overlap), {@code saturated} small ones, {@code additive} none (impressions), {@code tight} places and money for few.
 */
final class PanelBench {

    private static final List<Double> EXPONENTS =
            List.of(1.0, 2.0, 1.5, 1.25, 0.75, 0.625, 0.5, 0.375, 0.25, 0.125, 0.0);
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int CELLS = 504;
    private static final int WARM_UP = 60;

    public static void main(String[] arguments) {
        PanelSolver solver = new PanelSolver(EXPONENTS);
        for (String kind : List.of("mixed", "saturated", "additive", "tight")) {
            for (int size : new int[] {20, 200, 1_000, 5_000}) {
                measure(solver, kind, size, size > 1_000 ? 40 : 200);
            }
        }
    }

    private static void measure(PanelSolver solver, String kind, int size, int runs) {
        for (int run = 0; run < Math.min(runs, WARM_UP); run++) {
            solver.solve(problem(-1 - run, kind, size));
        }
        double[] millis = new double[runs];
        double[] busyMillis = new double[runs];
        double[] certificates = new double[runs];
        double[] gains = new double[runs];
        int optimal = 0;
        for (int run = 0; run < runs; run++) {
            PanelProblem problem = problem(run, kind, size);
            long busy = THREAD.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            PanelSolution solution = solver.solve(problem).orElseThrow();
            millis[run] = (System.nanoTime() - start) / 1e6;
            busyMillis[run] = (THREAD.getCurrentThreadCpuTime() - busy) / 1e6;
            certificates[run] = 1 - solution.gap();
            gains[run] = solution.value() / byIndividualReach(problem);
            optimal += solution.optimal() ? 1 : 0;
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%s\t%d\t%d\t%.2f\t%.2f\t%.2f\t%.2f\t%.4f\t%.4f\t%.4f\t%d\t%.2f\t%.2f",
                kind,
                size,
                runs,
                quantile(millis, 0.5),
                quantile(millis, 0.99),
                quantile(busyMillis, 0.5),
                quantile(busyMillis, 0.99),
                quantile(certificates, 0),
                quantile(certificates, 0.1),
                quantile(certificates, 0.5),
                optimal,
                quantile(gains, 0),
                quantile(gains, 0.5)));
    }

    /** What a buyer does with a list sorted by reach: from the top, whoever can still be paid. */
    private static double byIndividualReach(PanelProblem problem) {
        Integer[] byReach = IntStream.range(0, problem.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(creator -> -problem.value(BitSet.valueOf(bits(creator))))
                        .thenComparing(Comparator.naturalOrder()))
                .toArray(Integer[]::new);
        BitSet chosen = new BitSet();
        long left = problem.budget();
        for (int creator : byReach) {
            if (chosen.cardinality() < problem.places() && problem.cost(creator) <= left) {
                chosen.set(creator);
                left -= problem.cost(creator);
            }
        }
        return problem.value(chosen);
    }

    private static long[] bits(int creator) {
        long[] bits = new long[creator / 64 + 1];
        bits[creator / 64] = 1L << creator;
        return bits;
    }

    private static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (part * sorted.length))];
    }

    private static PanelProblem problem(long seed, String kind, int size) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        boolean tight = kind.equals("tight");
        int places = tight ? random.nextInt(3, 9) : random.nextInt(5, 41);
        double[] followers = new double[size];
        long[] costs = new long[size];
        for (int i = 0; i < size; i++) {
            followers[i] = Math.pow(10, random.nextDouble(2, 6.5));
            costs[i] = Math.round(100 * Math.max(20, followers[i] * 0.0035 * Math.exp(0.8 * random.nextGaussian())));
        }
        long[] sorted = costs.clone();
        Arrays.sort(sorted);
        double medians = tight ? random.nextDouble(0.5, 3.5) : random.nextDouble(0.5, 10.5);
        PanelProblem.Builder builder =
                new PanelProblem.Builder(Math.max(10_000, (long) (medians * places * sorted[size / 2])), places);
        double[] populations = kind.equals("additive") ? new double[0] : new double[CELLS];
        for (int cell = 0; cell < populations.length; cell++) {
            populations[cell] = (kind.equals("saturated") ? 2e4 : 1e6) * Math.exp(random.nextGaussian());
            builder.cell(populations[cell]);
        }
        for (int i = 0; i < size; i++) {
            creator(builder, random, costs[i], followers[i], populations);
        }
        return builder.build();
    }

    private static void creator(
            PanelProblem.Builder builder, RandomGenerator random, long cost, double followers, double[] populations) {
        if (populations.length == 0) {
            builder.creator(cost, followers * random.nextDouble(0.03, 0.13), new int[0], new double[0]);
            return;
        }
        int home = random.nextInt(CELLS);
        int[] cells = random.ints(random.nextInt(3, 23), 0, 40)
                .map(step -> (step < 30 ? home + step : random.nextInt(CELLS)) % CELLS)
                .distinct()
                .sorted()
                .toArray();
        double[] rates = Arrays.stream(cells)
                .mapToDouble(cell -> Math.min(
                        0.8, followers * 0.3 * random.nextDouble(0.5, 1.5) / cells.length / populations[cell]))
                .toArray();
        builder.creator(cost, 0, cells, rates);
    }
}
