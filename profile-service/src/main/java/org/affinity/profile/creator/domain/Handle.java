package org.affinity.profile.creator.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an account on its platform, without the leading {@code @}. Two handles that differ in case only are the
 * same account: {@link #key()} is what is compared and kept unique.
 */
public record Handle(String value) {

    private static final String PATTERN = "@?[\\p{L}\\p{M}\\p{N}._-]{1,100}";

    /** What a handle, or the name of a channel that has none, looks like when a client sends it. */
    public static final String ANY_PATTERN = "[^\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff]{1,100}";

    private static final Pattern WELL_FORMED = Pattern.compile(PATTERN);
    private static final Pattern CHANNEL_NAME = Pattern.compile(ANY_PATTERN);
    private static final Pattern PROFILE_ADDRESS =
            Pattern.compile("(?i)https?://[^/]+/(?:@|c/|user/|channel/)?([^/?#]+).*");

    public Handle {
        if (!CHANNEL_NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("not a handle");
        }
        value = Normalizer.normalize(value.startsWith("@") ? value.substring(1) : value, Normalizer.Form.NFC);
    }

    /** Reads a handle, an {@code @handle} or the address of a profile page; empty when the text is none of these. */
    public static Optional<Handle> parse(String text) {
        String trimmed = text.strip();
        var address = PROFILE_ADDRESS.matcher(trimmed);
        String candidate = address.matches() ? address.group(1) : trimmed;
        boolean usable = WELL_FORMED.matcher(candidate).matches() && !candidate.equals("@");
        return usable ? Optional.of(new Handle(candidate)) : Optional.empty();
    }

    /** What a handle looks like where it may have other characters too. */
    static String wordWith(String alsoAllowed) {
        return "[\\p{L}\\p{M}\\p{N}._\\-" + Pattern.quote(alsoAllowed) + "]{1,100}";
    }

    /** The form under which handles are compared. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
