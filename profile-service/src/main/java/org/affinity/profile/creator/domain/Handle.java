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
    public static final String ANY_PATTERN = "[^\\p{Cc}\\p{Cs}]{1,100}";

    private static final Pattern WELL_FORMED = Pattern.compile(PATTERN);
    private static final Pattern CHANNEL_NAME = Pattern.compile(ANY_PATTERN);
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
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

    /**
     * Reads the handle of an account on this platform. Where channels can go by a name alone, such as those that
     * YouTube had before it had handles, that name stands for the handle, with single spaces.
     */
    public static Optional<Handle> parse(Platform platform, String text) {
        Optional<Handle> handle = parse(text);
        if (handle.isPresent() || !platform.hasNamedChannels()) {
            return handle;
        }
        String name = SPACES.matcher(text.strip()).replaceAll(" ");
        boolean isName = CHANNEL_NAME.matcher(name).matches()
                && LETTER_OR_DIGIT.matcher(name).find()
                && !name.contains("://");
        return isName ? Optional.of(new Handle(name)) : Optional.empty();
    }

    /** The form under which handles are compared. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
