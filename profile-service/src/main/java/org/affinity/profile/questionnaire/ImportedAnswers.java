package org.affinity.profile.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.affinity.profile.creator.ListedAnswers;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.questionnaire.domain.AnswerSource;
import org.affinity.profile.questionnaire.domain.Catalogue;
import org.affinity.profile.questionnaire.store.AnswerEntity;
import org.affinity.profile.questionnaire.store.AnswerKey;
import org.affinity.profile.questionnaire.store.AnswerRepository;

/** Keeps answers that lists give: one query for a batch, and one statement for all that is new. */
@ApplicationScoped
class ImportedAnswers implements ListedAnswers {

    private final Questionnaires questionnaires;
    private final AnswerRepository answers;

    ImportedAnswers(Questionnaires questionnaires, AnswerRepository answers) {
        this.questionnaires = questionnaires;
        this.answers = answers;
    }

    @Override
    public Taking of(Collection<UUID> presentCreators) {
        var present = new HashMap<AnswerKey, AnswerEntity>();
        answers.of(presentCreators).forEach(answer -> present.put(answer.key, answer));
        return new Batch(present);
    }

    private final class Batch implements Taking {

        private final Map<AnswerKey, AnswerEntity> known;
        private final List<AnswerEntity> added = new ArrayList<>();

        Batch(Map<AnswerKey, AnswerEntity> known) {
            this.known = known;
        }

        @Override
        public boolean add(CreatorEntity creator, Map<String, JsonNode> told, Instant at) {
            boolean isNews = false;
            for (Map.Entry<String, JsonNode> one : told.entrySet()) {
                isNews |= add(creator, one.getKey(), one.getValue(), at);
            }
            return isNews;
        }

        private boolean add(CreatorEntity creator, String questionId, JsonNode value, Instant at) {
            Catalogue.Asked asked =
                    questionnaires.catalogue().question(questionId).orElse(null);
            if (asked == null || creator.withdrawnAnswers.contains(questionId)) {
                return false;
            }
            var key = new AnswerKey(creator.id, questionId);
            AnswerEntity answer = known.get(key);
            if (answer != null && (isSaidBetter(answer, at) || answer.says(asked, value))) {
                return false;
            }
            if (answer == null) {
                answer = new AnswerEntity();
                answer.key = key;
                known.put(key, answer);
                added.add(answer);
            }
            answer.write(asked, value, AnswerSource.IMPORT, at);
            if (asked.question().usedForMatching()) {
                var matching = new TreeMap<>(creator.matchingAnswers);
                matching.put(questionId, value);
                creator.matchingAnswers = matching;
            }
            return true;
        }

        /** By somebody who knows it first-hand, or by a later list. */
        private static boolean isSaidBetter(AnswerEntity answer, Instant at) {
            return answer.source != AnswerSource.IMPORT || answer.answeredAt.isAfter(at);
        }

        @Override
        public void keep() {
            answers.persist(added);
        }
    }
}
