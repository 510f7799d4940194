package org.affinity.profile.imports.domain;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumberCellsPropertyTest {

    private static final int RUNS = 2_000;
    private static final long SEED = Long.getLong("affinity.seed", 20_260_115L);

    private static void forEachSeed(BiConsumer<Random, String> property) {
        for (int run = 0; run < RUNS; run++) {
            long seed = SEED + run;
            property.accept(new Random(seed), "seed " + seed);
        }
    }

    private static BigDecimal valueOf(ParsedNumber number) {
        return number instanceof ParsedNumber.Known(BigDecimal value) ? value : null;
    }

    private static String grouped(long number, char separator) {
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(separator);
        return new DecimalFormat("#,##0", symbols).format(number);
    }

    @Test
    void shouldReadAnyWholeNumberHoweverItIsGrouped() {
        forEachSeed((random, seed) -> {
            // Given
            long number = random.nextLong(1_000_000_000_000L);
            String separators = ",. '\u00a0";
            String cell = grouped(number, separators.charAt(random.nextInt(separators.length())));
            // When
            BigDecimal read = valueOf(NumberCells.count(cell));
            // Then
            assertThat(read).as("%s of %s", cell, seed).isEqualByComparingTo(BigDecimal.valueOf(number));
        });
    }

    @Test
    void shouldReadAnyDecimalWithPointOrComma() {
        forEachSeed((random, seed) -> {
            // Given
            BigDecimal number = BigDecimal.valueOf(random.nextLong(1_000_000_000L), 1 + random.nextInt(9));
            String cell = random.nextBoolean()
                    ? number.toPlainString()
                    : number.toPlainString().replace('.', ',');
            // When
            BigDecimal read = valueOf(NumberCells.decimal(cell));
            // Then
            assertThat(read).as("%s of %s", cell, seed).isEqualByComparingTo(number);
        });
    }

    @Test
    void shouldMultiplyBySuffix() {
        forEachSeed((random, seed) -> {
            // Given
            BigDecimal number = BigDecimal.valueOf(random.nextLong(100_000L), random.nextInt(3));
            String cell = number.toPlainString() + (random.nextBoolean() ? "M" : "m");
            // When
            BigDecimal read = valueOf(NumberCells.count(cell));
            // Then
            assertThat(read).as("%s of %s", cell, seed).isEqualByComparingTo(number.movePointRight(6));
        });
    }

    @Test
    void shouldNeverFailOnAnyText() {
        String alphabet = "0123456789.,kMb%-+eE #/NA\u00a0'";
        forEachSeed((random, seed) -> {
            // Given
            var cell = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            // When
            ParsedNumber number = NumberCells.count(cell.toString());
            // Then
            assertThat(number).as("%s of %s", cell, seed).isNotNull();
        });
    }
}
