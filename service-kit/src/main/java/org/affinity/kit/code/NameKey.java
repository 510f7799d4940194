package org.affinity.kit.code;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The form under which names of organisations and what they sell under are compared, the same in all services: accents,
 * case, punctuation and the legal form at the end do not matter.
 */
public final class NameKey {

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

    private NameKey() {}

    /** The key of a name; empty for an empty name, and its own key. */
    public static String of(String name) {
        String joined = INNER_MARKS.matcher(name.strip()).replaceAll("");
        String words = BETWEEN_WORDS.matcher(folded(joined)).replaceAll(" ").strip();
        if (words.isEmpty()) {
            return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }
        List<String> parts = new ArrayList<>(Arrays.asList(words.split(" ", -1)));
        while (parts.size() > 1 && LEGAL_FORMS.contains(parts.getLast())) {
            parts.removeLast();
        }
        return String.join(" ", parts);
    }

    /** A name as it is written, without the legal form at its end. */
    public static String withoutLegalForm(String name) {
        List<String> parts = new ArrayList<>(Arrays.asList(name.strip().split("\\s+", -1)));
        while (parts.size() > 1 && LEGAL_FORMS.contains(of(parts.getLast()))) {
            parts.removeLast();
        }
        return String.join(" ", parts);
    }

    /** Lower case without accents. */
    public static String folded(String text) {
        String plain = ACCENTS.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT))
                .replaceAll("");
        return Normalizer.normalize(plain, Normalizer.Form.NFKC);
    }
}
