package org.affinity.profile.imports.domain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.affinity.profile.creator.domain.Fee;
import org.affinity.profile.imports.domain.RowReading.Note;

/**
 * Reads what a person asks for one paid collaboration. The currency is that of the currency column, else the one that
 * the cell names ({@code 120 €}, {@code GBP 95}), else the one in the name of the column ({@code Fee (EUR)}); a bare
 * {@code $} is no currency, since many have that sign.
 */
final class FeeCells {

    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "us$", "USD");
    private static final Pattern CURRENCY = Pattern.compile("(?i)us\\$|[€£$]|(?<![a-z])[a-z]{3}(?![a-z])");
    private static final BigDecimal MAX_FEE = new BigDecimal("1000000000");

    private final MappedCells cells;
    private final Map<String, Optional<Integer>> decimals = new HashMap<>();

    FeeCells(MappedCells cells) {
        this.cells = cells;
    }

    Fee read(RawRecord row, List<Note> notes) {
        String cell = cells.cell(row, ImportField.FEE);
        if (NumberCells.saysUnknown(cell)) {
            return null;
        }
        String amount = CURRENCY.matcher(cell).replaceAll("").strip();
        if (!(NumberCells.count(amount) instanceof ParsedNumber.Known(BigDecimal value))
                || value.signum() < 0
                || value.compareTo(MAX_FEE) > 0) {
            notes.add(cells.note("INVALID_FEE", ImportField.FEE, cell));
            return null;
        }
        Optional<String> currency = currencyIn(cells.cell(row, ImportField.CURRENCY))
                .or(() -> currencyIn(cell))
                .or(() -> currencyIn(cells.name(cells.columns(ImportField.FEE).getFirst())));
        if (currency.isEmpty()) {
            notes.add(cells.note("FEE_WITHOUT_CURRENCY", ImportField.FEE, cell));
            return null;
        }
        if (value.stripTrailingZeros().scale() > decimalsOf(currency.get()).orElseThrow()) {
            notes.add(cells.note("INVALID_FEE", ImportField.FEE, cell));
            return null;
        }
        return new Fee(value, currency.get());
    }

    private Optional<String> currencyIn(String text) {
        return CURRENCY.matcher(text)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .map(found -> SIGNS.getOrDefault(found, found.toUpperCase(Locale.ROOT)))
                .filter(code -> decimalsOf(code).isPresent())
                .findFirst();
    }

    private Optional<Integer> decimalsOf(String currency) {
        return decimals.computeIfAbsent(currency, Fee::decimalsOf);
    }
}
