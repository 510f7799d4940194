package org.affinity.matching.match.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.matching.match.MatchedCreator.ScorePart;
import org.affinity.matching.match.NotSelected;
import org.affinity.matching.match.SelectionDecisions;
import org.affinity.matching.match.domain.Ranked;
import org.affinity.matching.match.store.SelectionDecisionRepository.SelectionDecision;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why a creator was selected or not. */
@Path("/v1/selection-decisions")
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@RunOnVirtualThread
@RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
@Tag(name = "Privacy", description = "What creators and auditors ask about personal data.")
class SelectionDecisionResource {

    private final SelectionDecisions decisions;
    private final CurrentCaller currentCaller;
    private final Cursors cursors;
    private final ObjectReader reader;

    SelectionDecisionResource(
            SelectionDecisions decisions, CurrentCaller currentCaller, Cursors cursors, ObjectMapper json) {
        this.decisions = decisions;
        this.currentCaller = currentCaller;
        this.cursors = cursors;
        this.reader = json.readerFor(Place.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** What is shown of a place in a match. */
    private record Place(UUID accountId, double score, List<ScorePart> contributions) {}

    @GET
    @Operation(
            operationId = "listSelectionDecisions",
            summary = "List what matches decided about a creator",
            description = "Latest first: matches in which the creator was ranked among the best or proposed, with rank,"
                    + " score and every part of the score; and matches of published campaigns, made since the creator"
                    + " is known, in which they were not. Those only count whom they do not name, so the reason is"
                    + " found when this is asked, from the saved brief at the day of the match and the creator's data"
                    + " of this moment (assessedAt): the rule that keeps the creator out, or the score beside that of"
                    + " the last who was ranked. Whose brief it is, and what it says, is not told there. A creator"
                    + " reads their own decisions only.")
    public Page<SelectionDecisionView> list(
            @Parameter(
                            description = "The creator; needed by operators, for a creator the caller.",
                            example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
                    @QueryParam("creatorId")
                    UUID creatorId,
            @BeanParam Page.Request part) {
        UUID creator = creatorOf(creatorId);
        UUID before =
                cursors.decode(part.cursor(), creator).map(UUID::fromString).orElse(null);
        return Page.of(
                        decisions.list(creator, before, part.limit() + 1),
                        part.limit(),
                        decision -> decision.matchId().toString(),
                        cursors,
                        creator)
                .map(this::view);
    }

    private UUID creatorOf(UUID asked) {
        Caller caller = currentCaller.caller();
        UUID creator = asked == null ? caller.creatorId() : asked;
        if (creator == null && caller.is(Roles.OPERATOR)) {
            String fix = "must name the creator: an operator has no decisions of their own";
            throw new DomainException(
                    CommonProblem.INVALID_PARAMETER,
                    "creatorId " + fix,
                    List.of(FieldError.ofParameter("creatorId", "required", fix)));
        }
        if (creator == null || (!caller.is(Roles.OPERATOR) && !creator.equals(caller.creatorId()))) {
            throw DomainException.notFound();
        }
        return creator;
    }

    private SelectionDecisionView view(SelectionDecisions.Decision decision) {
        return decision.selected() == null
                ? view(decision.notSelected())
                : view(decision.selected(), place(decision.place()));
    }

    /** The organisation stays unnamed, and with it all evidence, which tells of its brief. */
    private static SelectionDecisionView view(NotSelected decision) {
        Ranked scored = decision.scored();
        return new SelectionDecisionView(
                decision.matchId(),
                null,
                null,
                decision.completedAt(),
                outcome(decision),
                null,
                decision.eligibleCount(),
                scored == null ? null : scored.score(),
                scored == null ? null : decision.lastScore(),
                decision.rejectedBy() == null ? null : decision.rejectedBy().id(),
                decision.facts(),
                scored == null
                        ? List.of()
                        : scored.contributions().stream()
                                .map(ScorePart::withoutEvidence)
                                .toList(),
                scored == null ? null : scored.offer().account().accountId(),
                decision.modelVersion(),
                decision.assessedAt());
    }

    private static String outcome(NotSelected decision) {
        if (decision.rejectedBy() != null) {
            return "REJECTED";
        }
        return decision.lastScore() == null ? "ELIGIBLE_SINCE" : "NOT_AMONG_BEST";
    }

    private static SelectionDecisionView view(SelectionDecision decision, Place place) {
        return new SelectionDecisionView(
                decision.matchId(),
                decision.organisationId(),
                decision.campaignId(),
                decision.completedAt(),
                decision.proposed() ? "PROPOSED" : "RANKED",
                decision.rank(),
                decision.eligibleCount(),
                place.score(),
                null,
                null,
                null,
                place.contributions(),
                place.accountId(),
                decision.modelVersion(),
                null);
    }

    private Place place(ObjectNode saved) {
        try {
            return reader.readValue(saved);
        } catch (IOException e) {
            throw new IllegalStateException("A decision could not be read", e);
        }
    }
}
