package org.affinity.profile.creator.domain;

import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.affinity.kit.code.Language;

/** Languages are BCP 47 tags in canonical case ({@code fr}, {@code pt-BR}). */
public final class Languages {

    /** Languages kept per creator. */
    public static final int MAX_LANGUAGES = 20;

    private static final int MAX_LENGTH = 35;
    private static final NameTable TABLE = NameTable.read("/names/languages.tsv");
    private static final Pattern REMARK = Pattern.compile("\\s*\\(.*\\)\\s*$");

    private Languages() {}

    /**
     * The canonical tag, when the text is a well-formed one whose language has a known code of two or three letters.
     */
    public static Optional<String> canonical(String tag) {
        if (tag.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            int letters = locale.getLanguage().length();
            boolean hasCode = letters == 2 || letters == 3;
            return hasCode && Language.Validator.isKnown(locale.getLanguage())
                    ? Optional.of(locale.toLanguageTag())
                    : Optional.empty();
        } catch (IllformedLocaleException notATag) {
            return Optional.empty();
        }
    }

    /** The tag of a language given as a tag or by its English or French name; a remark in brackets is passed over. */
    public static Optional<String> tagOf(String text) {
        String name = REMARK.matcher(text).replaceAll("").strip();
        return TABLE.codeOf(name)
                .or(() -> Mojibake.repaired(name).flatMap(TABLE::codeOf))
                .or(() -> canonical(name.replace('_', '-')));
    }

    /** Whether the text is the English or French name of a language. */
    public static boolean isName(String text) {
        return TABLE.codeOf(text).isPresent();
    }

    /** What is known already, then what is new, up to {@link #MAX_LANGUAGES}. */
    public static List<String> union(Collection<String> known, Collection<String> added) {
        var all = new LinkedHashSet<>(known);
        all.addAll(added);
        return all.stream().limit(MAX_LANGUAGES).toList();
    }
}
