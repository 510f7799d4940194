package org.affinity.profile.questionnaire.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.affinity.profile.questionnaire.domain.AnswerSource;

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
}
