package org.affinity.matching.engine;

import java.util.SplittableRandom;
import org.affinity.matching.engine.domain.columnar.Kernel;
import org.affinity.matching.engine.domain.columnar.PlainKernel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The kernel of this machine gives the numbers of the plain one. */
class KernelsTest {

    private static final int BLOCK = 64;

    private final Kernel plain = new PlainKernel();
    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void shouldGiveTheSameNumbersAsThePlainKernel() {
        compare(Kernels.best());
        compare(new VectorKernel());
    }

    private void compare(Kernel kernel) {
        for (int round = 0; round < 200; round++) {
            byte[] codes = new byte[3 * BLOCK];
            random.nextBytes(codes);
            codes[random.nextInt(codes.length)] = 0;
            byte[] set = new byte[BLOCK];
            random.nextBytes(set);
            int[] numbers = random.ints(3 * BLOCK, -100, 100).toArray();
            numbers[random.nextInt(numbers.length)] = Integer.MIN_VALUE;
            int offset = random.nextInt(2 * BLOCK);
            int first = random.nextInt(256);
            int last = random.nextInt(first, 256);
            int min = random.nextInt(5) == 0 ? Integer.MIN_VALUE : random.nextInt(-100, 100);
            int factor = random.nextInt(-300, 300);
            int[] sums = random.ints(BLOCK, -10_000, 10_000).toArray();
            int[] others = sums.clone();

            assertThat(kernel.codesBetween(codes, offset, first, last))
                    .isEqualTo(plain.codesBetween(codes, offset, first, last));
            assertThat(kernel.codesIn(codes, offset, set)).isEqualTo(plain.codesIn(codes, offset, set));
            assertThat(kernel.numbersBetween(numbers, offset, min, 50))
                    .isEqualTo(plain.numbersBetween(numbers, offset, min, 50));
            assertThat(kernel.atLeast(sums, min)).isEqualTo(plain.atLeast(sums, min));
            kernel.addLinear(sums, codes, offset, factor, min / 2);
            plain.addLinear(others, codes, offset, factor, min / 2);
            kernel.addLinear(sums, codes, offset, factor, 7, -5);
            plain.addLinear(others, codes, offset, factor, 7, -5);
            assertThat(sums).isEqualTo(others);
        }
    }
}
