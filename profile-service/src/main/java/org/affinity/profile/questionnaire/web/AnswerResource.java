package org.affinity.profile.questionnaire.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.web.CreatorPath;
import org.affinity.profile.questionnaire.AnswerChange;
import org.affinity.profile.questionnaire.AnswerService;
import org.affinity.profile.questionnaire.domain.AnswerSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What creators answer to questionnaires. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/questionnaire-answers")
@RunOnVirtualThread
@Tag(name = "Questionnaires", description = "What creators are asked, and what they answer.")
class AnswerResource {

    private final AnswerService answers;
    private final CurrentCaller currentCaller;
    private final Precondition precondition;

    AnswerResource(AnswerService answers, CurrentCaller currentCaller, Precondition precondition) {
        this.answers = answers;
        this.currentCaller = currentCaller;
        this.precondition = precondition;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getQuestionnaireAnswers",
            summary = "Read a creator's answers",
            description =
                    "The creator and operators see every answer and how complete the questionnaires are; everybody else"
                            + " sees the answers that are shown to brands.")
    @APIResponse(responseCode = "200", description = "The answers; ETag is set.")
    public AnswersView get(@BeanParam CreatorPath path) {
        Caller caller = currentCaller.caller();
        boolean all = caller.is(Roles.OPERATOR) || path.creatorId().equals(caller.creatorId());
        return AnswersView.of(answers.read(path.creatorId(), all));
    }

    @PUT
    @Path("/{questionId}")
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "putQuestionnaireAnswer",
            summary = "Answer a question",
            description =
                    "Puts an answer in place of the present one, if any; checked against the current version of the"
                            + " questionnaire that asks the question.")
    @APIResponse(responseCode = "200", description = "All answers as stored; ETag is set.")
    public RestResponse<AnswersView> put(
            @BeanParam CreatorPath path,
            @Parameter(description = "Id of the question.", example = "household-size") @RestPath String questionId,
            @NotNull @Valid AnswerRequest body) {
        return RestResponse.ok(AnswersView.of(answers.change(
                path.creatorId(),
                precondition::requireVersion,
                List.of(new AnswerChange(questionId, body.value(), "")),
                source())));
    }

    @PATCH
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "changeQuestionnaireAnswers",
            summary = "Answer several questions",
            description =
                    "Takes several answers over, all of them or none; null withdraws an answer, questions left out"
                            + " stay as they are.")
    @APIResponse(responseCode = "200", description = "All answers as stored; ETag is set.")
    public RestResponse<AnswersView> change(@BeanParam CreatorPath path, @NotNull @Valid AnswersRequest body) {
        return RestResponse.ok(AnswersView.of(
                answers.change(path.creatorId(), precondition::requireVersion, body.changes(), source())));
    }

    @DELETE
    @Path("/{questionId}")
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "withdrawQuestionnaireAnswer",
            summary = "Withdraw an answer",
            description =
                    "Deletes an answer; nothing of it is kept, and the next event of the creator leaves without it.")
    @APIResponse(responseCode = "200", description = "The answers that are left; ETag is set.")
    public RestResponse<AnswersView> withdraw(
            @BeanParam CreatorPath path,
            @Parameter(description = "Id of the question.", example = "household-size") @RestPath String questionId) {
        return RestResponse.ok(
                AnswersView.of(answers.withdraw(path.creatorId(), questionId, precondition::requireVersion, source())));
    }

    private AnswerSource source() {
        return currentCaller.caller().is(Roles.OPERATOR) ? AnswerSource.OPERATOR : AnswerSource.CREATOR;
    }
}
