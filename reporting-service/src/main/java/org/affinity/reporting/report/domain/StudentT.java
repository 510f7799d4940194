package org.affinity.reporting.report.domain;

/** Quantiles of Student's t distribution for whole degrees of freedom. */
final class StudentT {

    private static final int BISECTIONS = 80;

    private StudentT() {}

    /**
     * The t beyond which, on both sides together, {@code 1 - level} of the distribution lies. Bisects the closed form
     * of the central probability (Abramowitz and Stegun, 26.7.3 and 26.7.4) in the angle {@code atan(t / sqrt(df))}.
     */
    static double twoSided(double level, int degreesOfFreedom) {
        if (degreesOfFreedom < 1 || level <= 0 || level >= 1) {
            throw new IllegalArgumentException("needs a degree of freedom and a level between 0 and 1");
        }
        double low = 0;
        double high = Math.PI / 2;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (central(middle, degreesOfFreedom) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.tan((low + high) / 2) * Math.sqrt(degreesOfFreedom);
    }

    private static double central(double angle, int degreesOfFreedom) {
        double cosine = Math.cos(angle);
        boolean odd = degreesOfFreedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = degreesOfFreedom == 1 ? 0 : term;
        for (int k = odd ? 2 : 1; k <= degreesOfFreedom - 3; k += 2) {
            term *= cosine * cosine * k / (k + 1);
            sum += term;
        }
        return odd ? (angle + Math.sin(angle) * sum) * 2 / Math.PI : Math.sin(angle) * sum;
    }
}
