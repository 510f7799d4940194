package org.affinity.profile.questionnaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.questionnaire.domain.AnswerRules;
import org.affinity.profile.questionnaire.domain.AnswerSource;
import org.affinity.profile.questionnaire.domain.Catalogue;
import org.affinity.profile.questionnaire.domain.CheckedAnswer;
import org.affinity.profile.questionnaire.domain.Completeness;
import org.affinity.profile.questionnaire.domain.Standing;
import org.affinity.profile.questionnaire.store.AnswerEntity;
import org.affinity.profile.questionnaire.store.AnswerKey;
import org.affinity.profile.questionnaire.store.AnswerRepository;

/** Keeps what creators answer; what matching may know of it leaves with the creator's event. */
@ApplicationScoped
public class AnswerService {

    private final Questionnaires questionnaires;
    private final CreatorService creators;
    private final AnswerRepository answers;
    private final ObjectMapper json;
    private final Clock clock;

    AnswerService(
            Questionnaires questionnaires,
            CreatorService creators,
            AnswerRepository answers,
            ObjectMapper json,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.creators = creators;
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A creator's answers.
     *
     * @param all whether the caller is the creator or an operator; everybody else gets what is shown to brands
     */
    @Transactional
    public CreatorAnswers read(UUID creatorId, boolean all) {
        return read(creatorId, creators.find(creatorId).version(), all);
    }

    private CreatorAnswers read(UUID creatorId, long version, boolean all) {
        List<CreatorAnswers.Answer> present = answers.of(creatorId).stream()
                .map(this::answer)
                .filter(answer -> all || (answer.shownToBrands() && answer.standing() == Standing.CURRENT))
                .toList();
        return new CreatorAnswers(creatorId, version, all ? completeness(present) : List.of(), present);
    }

    private List<Completeness> completeness(List<CreatorAnswers.Answer> present) {
        var holding = new HashMap<String, JsonNode>();
        present.stream()
                .filter(answer -> answer.standing() == Standing.CURRENT)
                .forEach(answer -> holding.put(answer.questionId(), answer.value()));
        return questionnaires.catalogue().current().stream()
                .map(questionnaire -> Completeness.of(questionnaire, holding))
                .toList();
    }

    /**
     * Takes answers over, and withdraws those whose value is null; all of them or none. Nothing leaves when nothing
     * changes.
     *
     * @throws DomainException 422 with every answer that breaks a rule of its question
     */
    @Transactional
    public CreatorAnswers change(
            UUID creatorId, LongConsumer precondition, List<AnswerChange> changes, AnswerSource source) {
        long version = creators.find(creatorId).version();
        Map<String, JsonNode> checked = checked(changes);
        Map<String, AnswerEntity> present = new LinkedHashMap<>();
        answers.of(creatorId).forEach(answer -> present.put(answer.key.questionId(), answer));
        checked.entrySet().removeIf(change -> isAsBefore(present.get(change.getKey()), change.getValue()));
        if (checked.isEmpty()) {
            precondition.accept(version);
            return read(creatorId, version, true);
        }
        long changed = creators.change(creatorId, precondition, creator -> apply(creator, checked, present, source))
                .version();
        return read(creatorId, changed, true);
    }

    /** Withdraws one answer, also one to a question that is no longer asked; 404 when there is none. */
    @Transactional
    public CreatorAnswers withdraw(UUID creatorId, String questionId, LongConsumer precondition, AnswerSource source) {
        creators.find(creatorId);
        if (answers.findByIdOptional(new AnswerKey(creatorId, questionId)).isEmpty()) {
            throw DomainException.notFound();
        }
        return change(creatorId, precondition, List.of(new AnswerChange(questionId, null, "")), source);
    }

    /** Brings a creator's answers in line with the current questionnaires; nothing leaves when they are already. */
    @Transactional
    public void carryOver(UUID creatorId) {
        List<AnswerEntity> present = answers.of(creatorId);
        if (present.stream().anyMatch(answer -> moves(answer) || hides(answer))) {
            creators.change(creatorId, _ -> {}, creator -> {
                present.forEach(this::carryOver);
                creator.matchingAnswers = forMatching(creatorId);
            });
        }
    }

    private void carryOver(AnswerEntity stored) {
        Catalogue.Asked asked = asked(stored);
        if (moves(stored)) {
            stored.questionnaireId = asked.questionnaire().id();
            stored.questionnaireVersion = asked.questionnaire().version();
            stored.shownToBrands = asked.question().shownToBrands();
        } else if (hides(stored)) {
            stored.shownToBrands = false;
        }
    }

    /** Whether the answer holds for a newer version than it was given for. */
    private boolean moves(AnswerEntity stored) {
        Catalogue.Asked asked = asked(stored);
        return asked != null
                && stored.questionnaireVersion < asked.questionnaire().version()
                && answer(stored).standing() == Standing.CURRENT;
    }

    /** Whether brands must no longer see the answer. */
    private boolean hides(AnswerEntity stored) {
        CreatorAnswers.Answer answer = answer(stored);
        return stored.shownToBrands && (!answer.shownToBrands() || answer.standing() != Standing.CURRENT);
    }

    private Catalogue.Asked asked(AnswerEntity stored) {
        return questionnaires.catalogue().question(stored.key.questionId()).orElse(null);
    }

    private Map<String, JsonNode> checked(List<AnswerChange> changes) {
        var errors = new ArrayList<FieldError>();
        var checked = new LinkedHashMap<String, JsonNode>();
        Set<String> named = new HashSet<>();
        for (AnswerChange change : changes) {
            if (!named.add(change.questionId())) {
                errors.add(FieldError.at(change.pointer(), "unique", change.questionId() + " must be named once"));
            } else if (change.value() == null) {
                checked.put(change.questionId(), null);
            } else {
                check(change, checked, errors);
            }
        }
        if (!errors.isEmpty()) {
            FieldError first = errors.getFirst();
            throw new DomainException(CommonProblem.VALIDATION_FAILED, first.pointer() + " " + first.detail(), errors);
        }
        return checked;
    }

    private void check(AnswerChange change, Map<String, JsonNode> checked, List<FieldError> errors) {
        Catalogue.Asked asked =
                questionnaires.catalogue().question(change.questionId()).orElse(null);
        if (asked == null) {
            errors.add(FieldError.at(
                    change.pointer(), "question", change.questionId() + " must be a question of a questionnaire"));
            return;
        }
        switch (AnswerRules.check(asked.question(), change.value(), LocalDate.now(clock))) {
            case CheckedAnswer.Accepted(JsonNode value) -> checked.put(change.questionId(), value);
            case CheckedAnswer.Refused refused ->
                refused.rules()
                        .forEach(broken -> errors.add(FieldError.at(
                                change.pointer() + "/value" + broken.pointer(),
                                broken.rule(),
                                "(" + change.questionId() + ") " + broken.fix())));
        }
    }

    private boolean isAsBefore(AnswerEntity present, JsonNode value) {
        if (present == null || value == null) {
            return present == null && value == null;
        }
        return present.says(asked(present), value);
    }

    private void apply(
            CreatorEntity creator,
            Map<String, JsonNode> changes,
            Map<String, AnswerEntity> present,
            AnswerSource source) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        changes.forEach((questionId, value) -> {
            AnswerEntity answer = present.get(questionId);
            if (value == null) {
                answers.delete(answer);
                return;
            }
            Catalogue.Asked asked =
                    questionnaires.catalogue().question(questionId).orElseThrow();
            boolean isNew = answer == null;
            if (isNew) {
                answer = new AnswerEntity();
                answer.key = new AnswerKey(creator.id, questionId);
            }
            answer.write(asked, value, source, now);
            if (isNew) {
                answers.persist(answer);
            }
        });
        creator.withdrawnAnswers = withdrawn(creator, changes);
        creator.matchingAnswers = forMatching(creator.id);
    }

    /** Questions to which a list must not answer again, until they are answered otherwise. */
    private static List<String> withdrawn(CreatorEntity creator, Map<String, JsonNode> changes) {
        var withdrawn = new TreeSet<>(creator.withdrawnAnswers);
        changes.forEach((questionId, value) -> {
            if (value == null) {
                withdrawn.add(questionId);
            } else {
                withdrawn.remove(questionId);
            }
        });
        return new ArrayList<>(withdrawn);
    }

    private Map<String, JsonNode> forMatching(UUID creatorId) {
        var matching = new TreeMap<String, JsonNode>();
        answers.of(creatorId).stream()
                .map(this::answer)
                .filter(answer -> answer.standing() == Standing.CURRENT)
                .filter(answer -> questionnaires
                        .catalogue()
                        .question(answer.questionId())
                        .orElseThrow()
                        .question()
                        .usedForMatching())
                .forEach(answer -> matching.put(answer.questionId(), answer.value()));
        return matching;
    }

    private CreatorAnswers.Answer answer(AnswerEntity stored) {
        JsonNode value = value(stored);
        boolean shownNow = questionnaires
                .catalogue()
                .question(stored.key.questionId())
                .map(asked -> asked.question().shownToBrands())
                .orElse(false);
        return new CreatorAnswers.Answer(
                stored.key.questionId(),
                value,
                stored.source,
                stored.answeredAt,
                stored.questionnaireId,
                stored.questionnaireVersion,
                stored.shownToBrands && shownNow,
                questionnaires.catalogue().standing(stored.key.questionId(), value, LocalDate.now(clock)));
    }

    private JsonNode value(AnswerEntity stored) {
        try {
            return json.readTree(stored.value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer is not JSON", e);
        }
    }
}
