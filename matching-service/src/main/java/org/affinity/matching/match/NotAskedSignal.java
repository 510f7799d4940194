package org.affinity.matching.match;

import java.util.List;
import org.affinity.matching.match.domain.MatchResult;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signal that a brief does not ask for, so that it adds nothing to anybody's score. */
@Schema(description = "A signal that the brief does not ask for: it adds nothing to anybody's score.")
public record NotAskedSignal(
        @Schema(description = "Stable name of the signal; more may be added.", examples = "causeAffinity")
        String signal,

        @Schema(description = "Why the brief does not ask for it, in words.", examples = "the brief names no causes")
        String reason) {

    static List<NotAskedSignal> of(MatchResult result) {
        return result.notAsked().entrySet().stream()
                .map(entry -> new NotAskedSignal(entry.getKey().id(), entry.getValue()))
                .toList();
    }
}
