package org.affinity.profile.questionnaire;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.questionnaire.domain.Catalogue;
import org.affinity.profile.questionnaire.domain.Question;
import org.affinity.profile.questionnaire.domain.Questionnaire;

/** The questionnaires of this installation; the service does not start with one that breaks a rule. */
@Startup
@ApplicationScoped
public class Questionnaires {

    private final Catalogue catalogue;

    Questionnaires(QuestionnaireConfiguration configuration) {
        this.catalogue = QuestionnaireFiles.catalogue(configuration.versions());
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** A question that is asked now. */
    public Optional<Question> question(String questionId) {
        return catalogue.question(questionId).map(Catalogue.Asked::question);
    }

    /** The current version of each questionnaire, by id, after {@code after}. */
    public List<Questionnaire> list(String after, int limit) {
        return catalogue.current().stream()
                .filter(questionnaire -> questionnaire.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    /** A questionnaire, in its current version when {@code version} is null. */
    public Questionnaire find(String id, Integer version) {
        return catalogue.find(id, version).orElseThrow(DomainException::notFound);
    }
}
