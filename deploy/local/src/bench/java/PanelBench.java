import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
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
 *
 * <p>Constraints, each on pools of all four kinds in turn: {@code tiers}, {@code countries}, {@code platforms} and
 * {@code areas} with a least or a most, or both, for some of them; {@code share} of small creators; {@code required}
 * creators; {@code dearest}, the most that one may cost; {@code several} of these together. Random constraints that no
 * panel was found for are left out.
 */
final class PanelBench {

    private static final List<Double> EXPONENTS =
            List.of(1.0, 2.0, 1.5, 1.25, 0.75, 0.625, 0.5, 0.375, 0.25, 0.125, 0.0);
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int CELLS = 504;
    private static final int WARM_UP = 60;
    private static final double LARGEST_GAP = 0.10;
    private static final List<String> KINDS = List.of("mixed", "saturated", "additive", "tight");
    /** Least followers of each tier above the smallest; the first two tiers are small. */
    private static final double[] TIERS = {1e3, 1e4, 1e5, 1e6};

    public static void main(String[] arguments) {
        PanelSolver solver = new PanelSolver(EXPONENTS);
        for (String kind : KINDS) {
            for (int size : new int[] {20, 200, 1_000, 5_000}) {
                measure(solver, kind, size, size > 1_000 ? 40 : 200);
            }
        }
        for (String quotas : List.of(
                "tiers", "countries", "platforms", "areas", "share", "required", "dearest", "several")) {
            for (int size : new int[] {200, 1_000}) {
                measure(solver, quotas, size, 200);
            }
        }
    }

    private static void measure(PanelSolver solver, String kind, int size, int runs) {
        for (int run = 0; run < Math.min(runs, WARM_UP); run++) {
            solver.solve(problem(-1 - run, kind, size));
        }
        double[] millis = new double[runs];
        double[] busyMillis = new double[runs];
        double[] gaps = new double[runs];
        double[] gains = new double[runs];
        int optimal = 0;
        int seed = 0;
        for (int run = 0; run < runs; seed++) {
            PanelProblem problem = problem(seed, kind, size);
            long busy = THREAD.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            Optional<PanelSolution> solution = solver.solve(problem);
            millis[run] = (System.nanoTime() - start) / 1e6;
            busyMillis[run] = (THREAD.getCurrentThreadCpuTime() - busy) / 1e6;
            if (solution.isPresent()) {
                gaps[run] = solution.get().gap();
                gains[run] = solution.get().value() / byIndividualReach(problem);
                optimal += solution.get().optimal() ? 1 : 0;
                run++;
            }
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%s\t%d\t%d\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.4f\t%.4f\t%.4f\t%d\t%d\t%.2f\t%.2f",
                kind,
                size,
                runs,
                quantile(millis, 0.5),
                quantile(millis, 0.99),
                quantile(millis, 1),
                quantile(busyMillis, 0.5),
                quantile(busyMillis, 0.99),
                quantile(busyMillis, 1),
                quantile(gaps, 0.5),
                quantile(gaps, 0.99),
                quantile(gaps, 1),
                Arrays.stream(gaps).filter(gap -> gap > LARGEST_GAP).count(),
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

    private static PanelProblem problem(long seed, String asked, int size) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String kind = KINDS.contains(asked) ? asked : KINDS.get((int) Math.floorMod(seed, (long) KINDS.size()));
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
        long budget = Math.max(10_000, (long) (medians * places * sorted[size / 2]));
        PanelProblem.Builder builder = new PanelProblem.Builder(budget, places);
        double[] populations = kind.equals("additive") ? new double[0] : new double[CELLS];
        for (int cell = 0; cell < populations.length; cell++) {
            populations[cell] = (kind.equals("saturated") ? 2e4 : 1e6) * Math.exp(random.nextGaussian());
            builder.cell(populations[cell]);
        }
        for (int i = 0; i < size; i++) {
            creator(builder, random, costs[i], followers[i], populations);
        }
        constrain(builder, random, asked, followers, costs, budget, places);
        return builder.build();
    }

    private static void constrain(
            PanelProblem.Builder builder,
            RandomGenerator random,
            String asked,
            double[] followers,
            long[] costs,
            long budget,
            int places) {
        int size = costs.length;
        int[] tiers = Arrays.stream(followers)
                .mapToInt(any -> (int) Arrays.stream(TIERS).filter(least -> any >= least).count())
                .toArray();
        switch (asked) {
            case "tiers" -> quotas(builder, random, tiers, 0.7, places);
            case "countries" -> quotas(builder, random, skewed(random, size, 6), 0.6, places);
            case "platforms" -> quotas(builder, random, skewed(random, size, 4), 0.7, places);
            case "areas" -> quotas(builder, random, skewed(random, size, 3), 0.7, places);
            case "share" -> builder.minimumShare(matching(tiers, tier -> tier < 2), random.nextDouble(0.2, 1));
            case "required" -> require(builder, random, costs, budget, places);
            case "dearest" -> {
                double most = random.nextDouble(0.05, 0.4) * budget;
                builder.group(matching(IntStream.range(0, size).toArray(), i -> costs[i] > most), 0, 0);
            }
            case "several" -> {
                quotas(builder, random, tiers, 0.5, places);
                quotas(builder, random, skewed(random, size, 6), 0.3, places);
                quotas(builder, random, skewed(random, size, 4), 0.3, places);
                quotas(builder, random, skewed(random, size, 3), 0.5, places);
                builder.minimumShare(matching(tiers, tier -> tier < 2), random.nextDouble(0.2, 0.7));
                if (random.nextBoolean()) {
                    require(builder, random, costs, budget, places);
                }
            }
            default -> {}
        }
    }

    /** A least, a most or both for some values; the leasts ask for no more than all places. */
    private static void quotas(
            PanelProblem.Builder builder, RandomGenerator random, int[] values, double chance, int places) {
        int left = places;
        for (int value : Arrays.stream(values).distinct().sorted().toArray()) {
            if (random.nextDouble() < chance) {
                int how = random.nextInt(3);
                int least = how == 0 ? 0 : random.nextInt(Math.min(left, places / 2) + 1);
                int most = how == 1 ? Integer.MAX_VALUE : least + random.nextInt(places / 3 + 1);
                builder.group(matching(values, any -> any == value), least, most);
                left -= least;
            }
        }
    }

    private static void require(
            PanelProblem.Builder builder, RandomGenerator random, long[] costs, long budget, int places) {
        long left = budget;
        for (int tries = random.nextInt(1, Math.max(2, places / 3)); tries > 0; tries--) {
            int creator = random.nextInt(costs.length);
            if (costs[creator] <= left / 2) {
                builder.require(creator);
                left -= costs[creator];
            }
        }
    }

    /** Each value about half as common as the one before. */
    private static int[] skewed(RandomGenerator random, int size, int values) {
        return random.ints(size, 0, 1 << values)
                .map(any -> Math.min(values - 1, Integer.numberOfTrailingZeros(any)))
                .toArray();
    }

    private static BitSet matching(int[] values, IntPredicate wanted) {
        BitSet matching = new BitSet();
        IntStream.range(0, values.length).filter(i -> wanted.test(values[i])).forEach(matching::set);
        return matching;
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
