package org.affinity.reporting.webhook.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address of a receiver, reduced to what a connection needs: https, a host that all parsers read alike, an allowed
 * port, no credentials.
 *
 * @param host as it stands in the URL, an IPv6 address without its brackets
 */
public record WebhookUrl(String host, int port, String pathAndQuery) {

    private static final int HTTPS_PORT = 443;
    private static final int MAX_LENGTH = 2_000;
    private static final Pattern HOST_NAME =
            Pattern.compile("(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]+]");

    /** Reads a URL, or says in words for its owner why it is refused. */
    public static WebhookUrl parse(String text, Set<Integer> otherPorts) {
        URI uri = uri(text);
        refuseUnless("https".equalsIgnoreCase(uri.getScheme()), "it must begin with https://");
        refuseUnless(uri.getHost() != null && unmistakable(uri.getHost()), "its host must be a plain host name");
        refuseUnless(uri.getRawUserInfo() == null, "it must not contain a user name or password");
        refuseUnless(uri.getRawFragment() == null, "it must not contain a fragment");
        int port = uri.getPort() < 0 ? HTTPS_PORT : uri.getPort();
        refuseUnless(port == HTTPS_PORT || otherPorts.contains(port), "its port must be 443");
        return new WebhookUrl(uri.getHost().replaceAll("[\\[\\]]", ""), port, pathAndQuery(uri));
    }

    private static URI uri(String text) {
        refuseUnless(text.length() <= MAX_LENGTH, "it must not be longer than " + MAX_LENGTH + " characters");
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new RefusedTarget("it is not a URL");
        }
    }

    private static boolean unmistakable(String host) {
        return HOST_NAME.matcher(host).matches()
                || IPV4.matcher(host).matches()
                || IPV6.matcher(host).matches();
    }

    private static String pathAndQuery(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static void refuseUnless(boolean acceptable, String reason) {
        if (!acceptable) {
            throw new RefusedTarget(reason);
        }
    }
}
