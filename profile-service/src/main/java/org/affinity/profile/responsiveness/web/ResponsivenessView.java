package org.affinity.profile.responsiveness.web;

import java.util.UUID;
import org.affinity.profile.creator.domain.MeasuredFigure;
import org.affinity.profile.responsiveness.domain.AnswerRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a creator answers invitations, as the API shows it. */
@Schema(name = "ResponsivenessReport", description = "How a creator answers invitations.")
record ResponsivenessView(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Invitations of the last 365 days.", examples = "4")
        int invitations,

        @Schema(description = "Of these, those answered, however late.", examples = "3")
        int answers,

        @Schema(description = "Of these, those accepted.", examples = "2")
        int accepted,

        @Schema(description = "Without an answer, at most 30 days old; older ones have lapsed.", examples = "1")
        int openInvitations,

        @Schema(description = "Invitations of the last 30 days: how much the creator is solicited.", examples = "2")
        int invitationsLast30Days,

        @Schema(description = "Share of the invitations at least 7 days old that were answered within 7 days.")
        MeasuredFigure answerRate,

        @Schema(description = "Share of the answers that accept.")
        MeasuredFigure acceptanceRate,

        @Schema(description = "Hours after which half of the invitations are answered.")
        MeasuredFigure timeToAnswer) {

    static ResponsivenessView of(UUID creatorId, AnswerRecord answers) {
        return new ResponsivenessView(
                creatorId,
                answers.invitationCount(),
                answers.answers(),
                answers.accepted(),
                answers.open(),
                answers.recent(),
                answers.answerRate(),
                answers.acceptanceRate(),
                answers.timeToAnswer());
    }
}
