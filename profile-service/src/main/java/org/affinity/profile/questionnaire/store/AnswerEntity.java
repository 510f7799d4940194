package org.affinity.profile.questionnaire.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.affinity.profile.questionnaire.domain.AnswerSource;
import org.affinity.profile.questionnaire.domain.Catalogue;

/** An answer as stored, with the version of the questionnaire that it was given for. */
@Entity
@Table(name = "questionnaire_answer")
public class AnswerEntity extends PanacheEntityBase {

    @EmbeddedId
    public AnswerKey key;

    public String questionnaireId;

    public int questionnaireVersion;

    /** The answer as JSON. */
    public String value;

    /** What row-level security goes by. */
    public boolean shownToBrands;

    @Enumerated(EnumType.STRING)
    public AnswerSource source;

    public Instant answeredAt;

    /** Puts an answer to the question as it is asked now in place of the present one. */
    public void write(Catalogue.Asked asked, JsonNode answer, AnswerSource from, Instant at) {
        questionnaireId = asked.questionnaire().id();
        questionnaireVersion = asked.questionnaire().version();
        value = answer.toString();
        shownToBrands = asked.question().shownToBrands();
        source = from;
        answeredAt = at;
    }

    /** Whether this is the same answer to the same version of the questionnaire. */
    public boolean says(Catalogue.Asked asked, JsonNode answer) {
        return value.equals(answer.toString())
                && questionnaireVersion == asked.questionnaire().version();
    }
}
