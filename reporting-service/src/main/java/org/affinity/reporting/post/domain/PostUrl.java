package org.affinity.reporting.post.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The address of a post: an absolute http or https URL with a host and without credentials. */
public record PostUrl(String value) {

    /** Longest address that is kept. */
    public static final int MAX_LENGTH = 2_000;

    private static final Pattern TRACKING = Pattern.compile("(?:utm_[^=]*|igsh|fbclid|si)(?:=.*)?");
    private static final Pattern WWW = Pattern.compile("^www\\.(?=[^.]+\\.)");

    /**
     * The normal form of that text, or empty when it is no such URL: scheme and host in lower case, without
     * {@code www.}, the scheme's own port, trailing slash, fragment and what only tells who shared the address.
     */
    public static Optional<PostUrl> parse(String text) {
        try {
            var uri = new URI(text.strip());
            return acceptable(uri) ? Optional.of(new PostUrl(normal(uri))) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The same address with https and with http: they are one post. */
    public List<String> forms() {
        String rest = withoutScheme(value);
        return List.of("https" + rest, "http" + rest);
    }

    /** What the forms of an address that was kept have in common. */
    public static String withoutScheme(String kept) {
        return kept.substring(kept.indexOf(':'));
    }

    private static boolean acceptable(URI uri) {
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                && uri.toString().length() <= MAX_LENGTH;
    }

    private static String normal(URI uri) {
        var text = new StringBuilder(uri.getScheme().toLowerCase(Locale.ROOT))
                .append("://")
                .append(WWW.matcher(uri.getHost().toLowerCase(Locale.ROOT)).replaceFirst(""));
        if (uri.getPort() >= 0 && uri.getPort() != ("https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80)) {
            text.append(':').append(uri.getPort());
        }
        String path = uri.getRawPath().replaceFirst("/+$", "");
        text.append(path.isEmpty() ? "/" : path);
        String query = query(uri);
        if (!query.isEmpty()) {
            text.append('?').append(query);
        }
        return text.toString();
    }

    private static String query(URI uri) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> !TRACKING.matcher(parameter).matches())
                .collect(Collectors.joining("&"));
    }
}
