package org.affinity.reporting.post.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The address of a post: an absolute http or https URL with a host and without credentials. */
public record PostUrl(String value) {

    /** Longest address that is kept. */
    public static final int MAX_LENGTH = 2_000;

    /** The normal form of that text (scheme and host in lower case, no fragment), or empty when it is no such URL. */
    public static Optional<PostUrl> parse(String text) {
        try {
            var uri = new URI(text.strip());
            return acceptable(uri) ? Optional.of(new PostUrl(normal(uri))) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
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
                .append(uri.getHost().toLowerCase(Locale.ROOT));
        if (uri.getPort() >= 0) {
            text.append(':').append(uri.getPort());
        }
        text.append(uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
        if (uri.getRawQuery() != null) {
            text.append('?').append(uri.getRawQuery());
        }
        return text.toString();
    }
}
