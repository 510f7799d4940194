package org.affinity.reporting.webhook.domain;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt: an answer, or the reason why there is none. */
public record Reply(Integer statusCode, Optional<Duration> retryAfter, String error, String excerpt) {

    private static final int GONE = 410;

    /** An answer of the receiver. */
    public static Reply answered(int statusCode, Optional<Duration> retryAfter, String excerpt) {
        return new Reply(statusCode, retryAfter, null, excerpt);
    }

    /** No answer; the reason is for the endpoint's owner. */
    public static Reply failed(String error) {
        return new Reply(null, Optional.empty(), error, null);
    }

    /** A redirection is not a success: it is never followed. */
    public boolean success() {
        return statusCode != null && statusCode >= 200 && statusCode < 300;
    }

    public boolean gone() {
        return statusCode != null && statusCode == GONE;
    }
}
