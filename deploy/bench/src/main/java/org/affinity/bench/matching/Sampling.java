package org.affinity.bench.matching;

import java.util.random.RandomGenerator;

/** Draws from the distributions of the law of creators. */
final class Sampling {

    private Sampling() {}

    /** Proportional to weights; the place of one of them. */
    static int choose(RandomGenerator random, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int place = 0; place < weights.length - 1; place++) {
            left -= weights[place];
            if (left < 0) {
                return place;
            }
        }
        return weights.length - 1;
    }

    /** From 0 to size - 1 with probability about proportional to 1 / (rank + 1). */
    static int zipf(RandomGenerator random, int size) {
        return Math.min(size - 1, (int) (Math.exp(random.nextDouble() * Math.log(size + 1)) - 1));
    }

    static double beta(RandomGenerator random, double a, double b) {
        double one = gamma(random, a);
        return one / (one + gamma(random, b));
    }

    static double[] dirichlet(RandomGenerator random, double[] strengths) {
        double[] shares = new double[strengths.length];
        double sum = 0;
        for (int place = 0; place < shares.length; place++) {
            shares[place] = gamma(random, strengths[place]);
            sum += shares[place];
        }
        for (int place = 0; place < shares.length; place++) {
            shares[place] /= sum;
        }
        return shares;
    }

    /** Marsaglia and Tsang, 2000. */
    static double gamma(RandomGenerator random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    static int poisson(RandomGenerator random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
