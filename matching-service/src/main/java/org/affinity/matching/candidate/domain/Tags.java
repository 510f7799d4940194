package org.affinity.matching.candidate.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** One spelling for words that are compared: sorted, so that whatever is derived from them is reproducible. */
public final class Tags {

    private Tags() {}

    public static Set<String> topics(Collection<String> topics) {
        return normalised(topics, topic -> topic.strip().toLowerCase(Locale.ROOT));
    }

    public static Set<String> countries(Collection<String> countries) {
        return normalised(countries, country -> country.toUpperCase(Locale.ROOT));
    }

    /** Primary language subtags: {@code fr-CA} is compared as {@code fr}. */
    public static Set<String> languages(Collection<String> languages) {
        return normalised(languages, Tags::primarySubtag);
    }

    private static String primarySubtag(String language) {
        int dash = language.indexOf('-');
        return (dash < 0 ? language : language.substring(0, dash)).toLowerCase(Locale.ROOT);
    }

    private static Set<String> normalised(Collection<String> words, UnaryOperator<String> spelling) {
        Set<String> sorted = new TreeSet<>();
        words.forEach(word -> sorted.add(spelling.apply(word)));
        return Collections.unmodifiableSet(sorted);
    }
}
