package org.affinity.profile.imports.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affinity.profile.creator.domain.Countries;
import org.affinity.profile.creator.domain.PlainWords;
import org.affinity.profile.imports.domain.RowReading.Note;
import org.affinity.profile.questionnaire.domain.AnswerRules;
import org.affinity.profile.questionnaire.domain.CheckedAnswer;
import org.affinity.profile.questionnaire.domain.Choice;
import org.affinity.profile.questionnaire.domain.Question;

/**
 * Reads what a record answers to questions of the questionnaires. An answer must keep the rules of its question, as one
 * that a creator gives; one that does not is left aside with a note.
 */
final class AnswerCells {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern SEPARATORS = Pattern.compile("[,;|\\n]");
    private static final Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})([T ].*)?");
    private static final Pattern YEAR = Pattern.compile("([0-9]{4})(\\.0+)?");
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "oui", "o", "vrai");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "non", "faux");

    private final MappedCells cells;
    private final Map<Question, List<Integer>> questions = new LinkedHashMap<>();
    private final LocalDate today;

    AnswerCells(MappedCells cells, Map<Question, List<Integer>> questions, LocalDate today) {
        this.cells = cells;
        this.questions.putAll(questions);
        this.today = today;
    }

    /** The answers by question, in the form that the rules accept. */
    Map<String, JsonNode> read(RawRecord row, List<Note> notes) {
        var answers = new LinkedHashMap<String, JsonNode>();
        questions.forEach((question, columns) -> {
            List<String> said = columns.stream()
                    .map(column -> cells.cell(row, column))
                    .filter(cell -> isSaid(question, cell))
                    .toList();
            if (said.isEmpty()) {
                return;
            }
            switch (AnswerRules.check(question, value(question, said), today)) {
                case CheckedAnswer.Accepted(JsonNode value) -> answers.put(question.id(), value);
                case CheckedAnswer.Refused _ ->
                    notes.add(new Note(
                            "INVALID_ANSWER",
                            cells.name(columns.getFirst()),
                            RejectedRecord.excerpt(String.join(", ", said))));
            }
        });
        return answers;
    }

    /** A question may offer "none" as a choice, which otherwise says that nothing is known. */
    private static boolean isSaid(Question question, String cell) {
        return !NumberCells.saysUnknown(cell)
                || (question.type().hasChoices() && choice(question, cell).isPresent());
    }

    /** The cells as JSON; what cannot be read stays a text, which the rules then refuse. */
    private static JsonNode value(Question question, List<String> said) {
        String cell = said.getFirst();
        return switch (question.type()) {
            case SINGLE_CHOICE -> JSON.textNode(choice(question, cell).orElse(cell));
            case MULTIPLE_CHOICE -> list(said.stream().flatMap(one -> choices(question, one)));
            case TEXT_LIST -> list(said.stream().flatMap(AnswerCells::parts));
            case NUMBER -> number(question, cell);
            case TEXT -> JSON.textNode(cell);
            case DATE -> firstGroup(DAY, cell).<JsonNode>map(JSON::textNode).orElse(JSON.textNode(cell));
            case YEAR ->
                firstGroup(YEAR, cell)
                        .<JsonNode>map(year -> JSON.numberNode(Integer.parseInt(year)))
                        .orElse(JSON.textNode(cell));
            case PLACE -> place(cell);
            case YES_NO -> {
                String word = PlainWords.of(cell);
                yield YES.contains(word) || NO.contains(word)
                        ? JSON.booleanNode(YES.contains(word))
                        : JSON.textNode(cell);
            }
        };
    }

    private static Optional<String> firstGroup(Pattern pattern, String cell) {
        Matcher found = pattern.matcher(cell);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The choice that a word means: by its id, or by its label in either language. */
    private static Optional<String> choice(Question question, String word) {
        String plain = PlainWords.of(word);
        return question.choices().stream()
                .filter(choice -> Stream.of(
                                choice.id(), choice.label().en(), choice.label().fr())
                        .anyMatch(name -> PlainWords.of(name).equals(plain)))
                .map(Choice::id)
                .findFirst();
    }

    /** A label may have a comma in it, so a cell is one choice if it can be. */
    private static Stream<String> choices(Question question, String cell) {
        Optional<String> whole = choice(question, cell);
        return whole.isPresent()
                ? whole.stream()
                : parts(cell).map(part -> choice(question, part).orElse(part));
    }

    private static Stream<String> parts(String cell) {
        return SEPARATORS.splitAsStream(cell).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static ArrayNode list(Stream<String> texts) {
        ArrayNode list = JSON.arrayNode();
        texts.collect(Collectors.toCollection(LinkedHashSet::new)).forEach(list::add);
        return list;
    }

    private static JsonNode number(Question question, String cell) {
        boolean isWhole = question.decimals() == null || question.decimals() == 0;
        ParsedNumber number = isWhole ? NumberCells.count(cell) : NumberCells.decimal(cell);
        return number instanceof ParsedNumber.Known(BigDecimal value) ? JSON.numberNode(value) : JSON.textNode(cell);
    }

    /** A country, or a town or region and town before it: {@code Lyon, Rhône, France}. */
    private static JsonNode place(String cell) {
        List<String> parts = parts(cell).toList();
        Optional<String> country = parts.isEmpty() ? Optional.empty() : Countries.codeOf(parts.getLast());
        if (country.isEmpty() || parts.size() > 3) {
            return JSON.textNode(cell);
        }
        ObjectNode place = JSON.objectNode().put("country", country.get());
        if (parts.size() > 1) {
            place.put("city", parts.getFirst());
        }
        if (parts.size() == 3) {
            place.put("region", parts.get(1));
        }
        return place;
    }
}
