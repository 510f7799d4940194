package org.affinity.profile.creator.domain;

import java.util.Locale;
import java.util.Optional;

/**
 * Finds the ISO 3166 code of a country written as a code or by one of its English or French names, also the everyday
 * and the former ones.
 */
public final class Countries {

    private static final NameTable TABLE = NameTable.read("/names/countries.tsv");

    private Countries() {}

    /** The code of the country that the cell names; empty when no country is known under that name. */
    public static Optional<String> codeOf(String cell) {
        return TABLE.codeOf(cell).or(() -> Mojibake.repaired(cell).flatMap(TABLE::codeOf));
    }

    /** True when the text is an ISO 3166 alpha-2 code in use, or {@code XK}. */
    public static boolean isCode(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT)) && TABLE.entry(text).isPresent();
    }
}
