package org.affinity.profile.creator.domain;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the accounts of a platform look like.
 *
 * @param title how people write it
 * @param handleKind what an account goes by
 * @param alsoAllowed characters that its handles may have besides letters, digits, dots, underscores and hyphens
 * @param longestHandle most characters of a handle, 1 to 100
 * @param addresses of profile pages, with {@code {handle}} where the name of the account stands
 * @param aliases words by which lists name the platform, in the form of {@link PlainWords}
 * @param metrics figures that it tells; no others are taken
 */
public record PlatformDescription(
        Platform platform,
        String title,
        HandleKind handleKind,
        String alsoAllowed,
        int longestHandle,
        List<String> addresses,
        List<String> aliases,
        Set<PlatformMetric> metrics) {

    /** Stands for the name of the account in an address. */
    public static final String PLACE = "{handle}";

    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern WEB = Pattern.compile("(?i)https?://(www\\.)?");
    private static final Pattern END = Pattern.compile("[/?#]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** What an account goes by. */
    public enum HandleKind {
        /** One word. */
        HANDLE,
        /** One word or, where a channel has none, its name: any text. */
        NAME
    }

    public PlatformDescription {
        addresses = List.copyOf(addresses);
        aliases = List.copyOf(aliases);
        metrics = metrics.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(metrics));
    }

    /**
     * Reads a handle, an {@code @handle} or the address of a profile page. Where channels can go by a name alone, such
     * as those that YouTube had before it had handles, that name stands for the handle, with single spaces.
     */
    public Optional<Handle> handleIn(String text) {
        String trimmed = text.strip();
        Optional<Handle> handle =
                addressed(trimmed).or(() -> Optional.of(trimmed)).flatMap(this::word);
        return (handle.isPresent() || handleKind == HandleKind.HANDLE ? handle : name(trimmed))
                .filter(found -> found.value().length() <= longestHandle);
    }

    /** Whether a text is the address of an account here. */
    boolean isAddress(String text) {
        return addressed(text.strip()).isPresent();
    }

    /** The first figure of an observation that this platform does not tell; empty when it tells all of them. */
    public Optional<PlatformMetric> lackingIn(Observation observation) {
        return Observed.in(observation).stream()
                .filter(metric -> !metrics.contains(metric))
                .findFirst();
    }

    private Optional<String> addressed(String text) {
        Matcher web = WEB.matcher(text);
        return web.lookingAt()
                ? addresses.stream()
                        .flatMap(address -> nameIn(text.substring(web.end()), withoutScheme(address)).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static String withoutScheme(String address) {
        return WEB.matcher(address).replaceFirst("");
    }

    /** What stands at the place of the name; a path, a query or a fragment may follow. */
    private static Optional<String> nameIn(String text, String address) {
        int place = address.indexOf(PLACE);
        String after = address.substring(place + PLACE.length()).replaceFirst("/$", "");
        if (!text.regionMatches(true, 0, address, 0, place)) {
            return Optional.empty();
        }
        String rest = text.substring(place);
        Matcher behind = END.matcher(rest);
        int end = after.isEmpty() ? (behind.find() ? behind.start() : rest.length()) : rest.indexOf(after);
        if (end < 1 || END.matcher(rest.substring(0, end)).find()) {
            return Optional.empty();
        }
        String tail = rest.substring(end + after.length());
        return tail.isEmpty() || END.matcher(tail).lookingAt() ? Optional.of(rest.substring(0, end)) : Optional.empty();
    }

    private Optional<Handle> word(String text) {
        Optional<Handle> handle = Handle.parse(text);
        if (handle.isPresent() || alsoAllowed.isEmpty()) {
            return handle;
        }
        boolean isWord = Pattern.matches(Handle.wordWith(alsoAllowed), text)
                && LETTER_OR_DIGIT.matcher(text).find();
        return isWord ? Optional.of(new Handle(text)) : Optional.empty();
    }

    private static Optional<Handle> name(String text) {
        String name = SPACES.matcher(text).replaceAll(" ");
        boolean isName = Pattern.matches(Handle.ANY_PATTERN, name)
                && LETTER_OR_DIGIT.matcher(name).find()
                && !name.contains("://");
        return isName ? Optional.of(new Handle(Normalizer.normalize(name, Normalizer.Form.NFC))) : Optional.empty();
    }

    /** Which figures an observation tells. */
    private static final class Observed {

        private static Set<PlatformMetric> in(Observation observation) {
            Set<PlatformMetric> told = EnumSet.noneOf(PlatformMetric.class);
            tell(told, observation.metrics().followers(), PlatformMetric.FOLLOWERS);
            tell(told, observation.metrics().averageViews(), PlatformMetric.VIEWS);
            tell(told, observation.following(), PlatformMetric.FOLLOWING);
            tell(told, observation.posts(), PlatformMetric.POSTS);
            PostFigures posts = observation.postFigures();
            if (posts != null) {
                tell(told, posts.views(), PlatformMetric.VIEWS);
                tell(told, posts.reach(), PlatformMetric.REACH);
                tell(told, posts.likes(), PlatformMetric.LIKES);
                tell(told, posts.comments(), PlatformMetric.COMMENTS);
                tell(told, posts.shares(), PlatformMetric.SHARES);
                tell(told, posts.saves(), PlatformMetric.SAVES);
            }
            return told;
        }

        private static void tell(Set<PlatformMetric> told, Object figure, PlatformMetric metric) {
            if (figure != null) {
                told.add(metric);
            }
        }
    }
}
