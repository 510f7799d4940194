package org.affinity.profile.creator.domain;

import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Languages are BCP 47 tags in canonical case ({@code fr}, {@code pt-BR}). */
public final class Languages {

    /** Languages kept per creator. */
    public static final int MAX_LANGUAGES = 20;

    private static final int MAX_LENGTH = 35;
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("english", "en"),
            Map.entry("anglais", "en"),
            Map.entry("french", "fr"),
            Map.entry("français", "fr"),
            Map.entry("francais", "fr"),
            Map.entry("spanish", "es"),
            Map.entry("espagnol", "es"),
            Map.entry("german", "de"),
            Map.entry("allemand", "de"),
            Map.entry("italian", "it"),
            Map.entry("italien", "it"),
            Map.entry("portuguese", "pt"),
            Map.entry("portugais", "pt"),
            Map.entry("arabic", "ar"),
            Map.entry("arabe", "ar"),
            Map.entry("dutch", "nl"),
            Map.entry("hindi", "hi"),
            Map.entry("japanese", "ja"),
            Map.entry("korean", "ko"),
            Map.entry("russian", "ru"));

    private Languages() {}

    /** The canonical tag, when the text is a well-formed one whose language has a two- or three-letter code. */
    public static Optional<String> canonical(String tag) {
        if (tag.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            boolean hasCode =
                    locale.getLanguage().length() == 2 || locale.getLanguage().length() == 3;
            return hasCode ? Optional.of(locale.toLanguageTag()) : Optional.empty();
        } catch (IllformedLocaleException notATag) {
            return Optional.empty();
        }
    }

    /** The tag of a language given as a tag or by its English or French name. */
    public static Optional<String> tagOf(String text) {
        String named = NAMES.get(text.strip().toLowerCase(Locale.ROOT));
        return named != null ? Optional.of(named) : canonical(text.strip().replace('_', '-'));
    }

    /** What is known already, then what is new, up to {@link #MAX_LANGUAGES}. */
    public static List<String> union(Collection<String> known, Collection<String> added) {
        var all = new LinkedHashSet<>(known);
        all.addAll(added);
        return all.stream().limit(MAX_LANGUAGES).toList();
    }
}
