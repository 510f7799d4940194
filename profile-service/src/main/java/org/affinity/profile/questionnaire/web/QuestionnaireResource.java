package org.affinity.profile.questionnaire.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.affinity.profile.questionnaire.Questionnaires;
import org.affinity.profile.questionnaire.domain.Questionnaire;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What creators are asked. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/questionnaires")
@RunOnVirtualThread
@Tag(name = "Questionnaires", description = "What creators are asked, and what they answer.")
class QuestionnaireResource {

    private static final String A_SHORT_WHILE = "private, max-age=300";
    private static final String FOR_GOOD = "private, max-age=31536000, immutable";

    private final Questionnaires questionnaires;
    private final Cursors cursors;

    QuestionnaireResource(Questionnaires questionnaires, Cursors cursors) {
        this.questionnaires = questionnaires;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listQuestionnaires",
            summary = "List questionnaires",
            description = "The current version of each questionnaire, by id, without its questions.")
    @APIResponse(responseCode = "200", description = "A page of questionnaires.")
    public Page<QuestionnaireSummary> list(@BeanParam Page.Request part) {
        return Page.of(
                        questionnaires.list(cursors.decode(part.cursor()).orElse(""), part.limit() + 1),
                        part.limit(),
                        Questionnaire::id,
                        cursors)
                .map(QuestionnaireSummary::of);
    }

    @GET
    @Path("/{questionnaireId}")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getQuestionnaire",
            summary = "Read a questionnaire",
            description = "All questions of a questionnaire, in its current version unless another one is asked for. A"
                    + " version never changes and may be cached for good.")
    @APIResponse(responseCode = "200", description = "The questionnaire; ETag and Cache-Control are set.")
    public RestResponse<QuestionnaireView> get(
            @Parameter(description = "Id of the questionnaire.", example = "consumer-creator") @RestPath
                    String questionnaireId,
            @Parameter(description = "Version; the current one when left out.", example = "1")
                    @QueryParam("version")
                    @Min(1)
                    Integer version) {
        QuestionnaireView view = QuestionnaireView.of(questionnaires.find(questionnaireId, version));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.CACHE_CONTROL, version == null ? A_SHORT_WHILE : FOR_GOOD)
                .build();
    }
}
