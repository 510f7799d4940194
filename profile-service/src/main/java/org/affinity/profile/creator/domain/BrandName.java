package org.affinity.profile.creator.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

    public BrandName {
        value = value.strip().replaceAll("\\s+", " ");
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /** The form under which names are compared: never empty. */
    public String key() {
        String words = PlainWords.of(value.replaceAll("(?<=\\p{L})['’.](?=\\p{L}|\\s|$)", ""));
        if (words.isEmpty()) {
            // A name in another script has no ASCII words.
            return Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }
        List<String> parts = new ArrayList<>(Arrays.asList(words.split(" ", -1)));
        while (parts.size() > 1 && LEGAL_FORMS.contains(parts.getLast())) {
            parts.removeLast();
        }
        return String.join(" ", parts);
    }
}
