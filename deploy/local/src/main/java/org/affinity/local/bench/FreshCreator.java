package org.affinity.local.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A creator of profile-service who is changed again and again, by one thread at a time. The number of followers tells
 * the version, so that the evidence of a match does, too.
 */
final class FreshCreator {

    /** So many, the first of them, speak a language that nobody else does, so that a brief finds each alone. */
    static final int FOUND_ALONE = 1;

    private static final int CREATORS = 1_000;
    private static final long FOLLOWERS = 10_000;

    private final MatchingStack stack;
    private final String handle;
    private final String language;
    private String id;
    private long version = 1;

    private FreshCreator(MatchingStack stack, String handle, String language) {
        this.stack = stack;
        this.handle = handle;
        this.language = language;
    }

    /** Signs all of them up. */
    static List<FreshCreator> create(MatchingStack stack) throws IOException {
        String run = Long.toString(System.nanoTime(), 36);
        List<FreshCreator> creators = new ArrayList<>();
        try (PlainConnection connection = new PlainConnection(stack.profiles().api())) {
            for (int i = 0; i < CREATORS; i++) {
                String language = i < FOUND_ALONE ? "qz" + (char) ('a' + i) : "fr";
                FreshCreator creator = new FreshCreator(stack, "fresh." + run + "." + i, language);
                connection.succeed(creator.request("POST", "/v1/creators", null));
                creator.id = connection.body().replaceFirst("(?s).*?\"creatorId\":\"([^\"]+)\".*", "$1");
                creators.add(creator);
            }
        }
        return creators;
    }

    /** Changes the profile to its next version. */
    void change(PlainConnection connection) throws IOException {
        String etag = "\"" + version + "\"";
        version++;
        connection.succeed(request("PUT", "/v1/creators/" + id, etag));
    }

    private byte[] request(String method, String path, String etag) {
        return PlainConnection.request(
                stack.profiles().api(), method, path, stack.profiles().token(), etag, """
                {"displayName":"Bench %s","country":"FR","languages":["%s"],"topics":["food","home"],
                 "accounts":[{"platform":"INSTAGRAM","handle":"%s","followers":%d}]}""".formatted(
                                handle, language, handle, FOLLOWERS + version));
    }

    String language() {
        return language;
    }

    /** The words of a match that tell the present version. */
    String shown() {
        return "\"" + (FOLLOWERS + version) + " followers";
    }

    /** What names the event of the present version. */
    String event() {
        return event(id, version);
    }

    static String event(String id, long version) {
        return id + " " + version;
    }

    @Override
    public String toString() {
        return "version " + version + " of " + id;
    }
}
