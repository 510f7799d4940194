package org.affinity.matching.match.domain;

import java.util.BitSet;
import java.util.Collection;

/**
 * Ages that are told together, such as {@code 18-24} or {@code 65+}.
 *
 * @param first in years
 * @param last in years, included
 */
record AgeBand(int first, int last) {

    /** Where bands without an end are taken to end. */
    private static final int OLDEST = 99;

    static AgeBand of(String words) {
        int length = words.length();
        if (words.endsWith("+")) {
            return new AgeBand(Integer.parseInt(words, 0, length - 1, 10), OLDEST);
        }
        int dash = words.indexOf('-');
        return new AgeBand(Integer.parseInt(words, 0, dash, 10), Integer.parseInt(words, dash + 1, length, 10));
    }

    /** All years of some bands. */
    static BitSet years(Collection<String> bands) {
        BitSet years = new BitSet(OLDEST + 1);
        for (String words : bands) {
            AgeBand band = of(words);
            years.set(band.first, band.last + 1);
        }
        return years;
    }

    /** How many of its years are among some. */
    int yearsAmong(BitSet others) {
        return others.get(first, last + 1).cardinality();
    }

    /** How many years it has. */
    int years() {
        return last - first + 1;
    }

    /** A band is wanted when at least half of its years are, by whichever of the wanted bands. */
    boolean isWanted(BitSet wanted) {
        return 2 * yearsAmong(wanted) >= years();
    }

    /** How many years two bands have in common. */
    int yearsIn(AgeBand other) {
        return Math.max(0, Math.min(last, other.last) - Math.max(first, other.first) + 1);
    }
}
