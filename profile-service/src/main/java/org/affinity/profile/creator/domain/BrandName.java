package org.affinity.profile.creator.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a brand, so that spellings of one name count as one: accents, case, punctuation and the legal form at the
 * end do not matter.
 */
public record BrandName(String value) {

    /** Characters of a name. */
    public static final int MAX_LENGTH = 120;

    private static final Set<String> LEGAL_FORMS = Set.of(
            "sa",
            "sas",
            "sasu",
            "sarl",
            "eurl",
            "se",
            "ag",
            "gmbh",
            "kg",
            "ltd",
            "limited",
            "plc",
            "inc",
            "llc",
            "corp",
            "corporation",
            "co",
            "bv",
            "nv",
            "spa",
            "srl",
            "sl",
            "oy",
            "ab");

    /** Apostrophes and dots in words, as in L'Oréal and S.A. */
    private static final Pattern INNER_MARKS = Pattern.compile("(?<=\\p{L})['’.](?=\\p{L}|\\s|$)");

    /** Accents of European letters; the vowel signs of other scripts are no accents. */
    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    public BrandName {
        value = value.strip().replaceAll("\\s+", " ");
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /** The form under which names are compared: never empty, and its own key. */
    public String key() {
        String joined = INNER_MARKS.matcher(value).replaceAll("");
        String plain = ACCENTS.matcher(
                        Normalizer.normalize(joined, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT))
                .replaceAll("");
        String words = BETWEEN_WORDS
                .matcher(Normalizer.normalize(plain, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
        if (words.isEmpty()) {
            return Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }
        List<String> parts = new ArrayList<>(Arrays.asList(words.split(" ", -1)));
        while (parts.size() > 1 && LEGAL_FORMS.contains(parts.getLast())) {
            parts.removeLast();
        }
        return String.join(" ", parts);
    }
}
