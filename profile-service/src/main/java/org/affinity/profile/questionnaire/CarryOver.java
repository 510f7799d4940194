package org.affinity.profile.questionnaire;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.profile.questionnaire.domain.Questionnaire;
import org.affinity.profile.questionnaire.store.AnswerRepository;
import org.jboss.logging.Logger;

/**
 * Carries answers over into new versions of their questionnaires after a start, creator by creator, so that matching
 * and brands know them by the version of today. Several instances may do it at once, and one that dies loses nothing.
 */
@ApplicationScoped
class CarryOver {

    private static final Logger LOG = Logger.getLogger(CarryOver.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int PAGE = 500;

    private final Questionnaires questionnaires;
    private final AnswerService answers;
    private final AnswerRepository repository;

    CarryOver(Questionnaires questionnaires, AnswerService answers, AnswerRepository repository) {
        this.questionnaires = questionnaires;
        this.answers = answers;
        this.repository = repository;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("questionnaire-carry-over").start(() -> Tenancy.asSystem(this::run));
    }

    void run() {
        try {
            questionnaires.catalogue().current().forEach(this::carryOver);
        } catch (RuntimeException e) {
            // Answers are read by the version of today all the same; the next start goes on.
            LOG.warn("Answers were not carried over into the present questionnaires", e);
        }
    }

    private void carryOver(Questionnaire questionnaire) {
        List<UUID> creators = behind(questionnaire, BEFORE_ALL);
        while (!creators.isEmpty()) {
            creators.forEach(answers::carryOver);
            creators = behind(questionnaire, creators.getLast());
        }
    }

    private List<UUID> behind(Questionnaire questionnaire, UUID after) {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository.creatorsBehind(questionnaire.id(), questionnaire.version(), after, PAGE));
    }
}
