package org.affinity.profile.questionnaire.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.affinity.kit.json.StrictJson;
import org.affinity.profile.creator.domain.Countries;
import org.affinity.profile.questionnaire.domain.CheckedAnswer.Accepted;

import static org.affinity.profile.questionnaire.domain.CheckedAnswer.refused;

/** Checks an answer against its question. */
public final class AnswerRules {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_PLACE = 100;
    private static final Set<String> PLACE_FIELDS = Set.of("country", "region", "city");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private AnswerRules() {}

    /** What the question makes of the value; years without a maximum go up to that of {@code today}. */
    public static CheckedAnswer check(Question question, JsonNode value, LocalDate today) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return refused("", "required", "must have a value; withdraw the answer to take it back");
        }
        return switch (question.type()) {
            case SINGLE_CHOICE -> singleChoice(question, value);
            case MULTIPLE_CHOICE -> multipleChoice(question, value);
            case NUMBER -> number(question, value);
            case TEXT -> text("", value, question.maximumLength());
            case TEXT_LIST -> textList(question, value);
            case DATE -> date(question, value);
            case YEAR -> year(question, value, today);
            case PLACE -> place(value);
            case YES_NO -> value.isBoolean() ? new Accepted(value) : refused("", "boolean", "must be true or false");
        };
    }

    private static CheckedAnswer singleChoice(Question question, JsonNode value) {
        return value.isTextual() && question.choice(value.textValue()).isPresent()
                ? new Accepted(value)
                : refused("", "choice", "must be one of " + choicesOf(question));
    }

    private static CheckedAnswer multipleChoice(Question question, JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            return refused("", "choices", "must be a list with at least one of " + choicesOf(question));
        }
        Set<String> chosen = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode one = value.get(i);
            if (!one.isTextual() || question.choice(one.textValue()).isEmpty()) {
                return refused("/" + i, "choice", "must be one of " + choicesOf(question));
            }
            if (!chosen.add(one.textValue())) {
                return refused("/" + i, "unique", "must be named once");
            }
        }
        if (question.maximumChoices() != null && chosen.size() > question.maximumChoices()) {
            return refused("", "maximumChoices", "must name at most " + question.maximumChoices() + " choices");
        }
        List<Choice> inOrder = question.choices().stream()
                .filter(choice -> chosen.contains(choice.id()))
                .toList();
        if (inOrder.size() > 1) {
            for (Choice choice : inOrder) {
                if (choice.exclusive()) {
                    return refused("", "exclusive", "must name " + choice.id() + " alone or leave it out");
                }
            }
        }
        ArrayNode canonical = JSON.arrayNode();
        inOrder.forEach(choice -> canonical.add(choice.id()));
        return new Accepted(canonical);
    }

    private static String choicesOf(Question question) {
        return question.choices().stream().map(Choice::id).collect(Collectors.joining(", "));
    }

    private static CheckedAnswer number(Question question, JsonNode value) {
        int decimals = question.decimals() == null ? 0 : question.decimals();
        String fix = "must be a " + (decimals == 0 ? "whole number" : "number with at most " + decimals + " decimals")
                + " from " + question.minimum().toPlainString() + " to "
                + question.maximum().toPlainString() + " " + question.unit();
        // 1e400 is read as an infinite number.
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            return refused("", "number", fix);
        }
        BigDecimal number = value.decimalValue().stripTrailingZeros();
        if (number.scale() > decimals) {
            return refused("", "decimals", fix);
        }
        if (number.compareTo(question.minimum()) < 0 || number.compareTo(question.maximum()) > 0) {
            return refused("", "range", fix);
        }
        return new Accepted(number.scale() <= 0 ? JSON.numberNode(number.longValueExact()) : JSON.numberNode(number));
    }

    private static CheckedAnswer text(String pointer, JsonNode value, int maximumLength) {
        String fix = "must be a text of 1 to " + maximumLength + " characters";
        if (!value.isTextual()) {
            return refused(pointer, "text", fix);
        }
        String text = value.textValue().strip();
        if (!StrictJson.isStorable(text)) {
            return refused(pointer, "text", "must not contain NUL or lone surrogates");
        }
        if (text.isEmpty() || text.codePointCount(0, text.length()) > maximumLength) {
            return refused(pointer, "length", fix);
        }
        return new Accepted(JSON.textNode(text));
    }

    private static CheckedAnswer textList(Question question, JsonNode value) {
        if (!value.isArray() || value.isEmpty() || value.size() > question.maximumChoices()) {
            return refused("", "items", "must be a list of 1 to " + question.maximumChoices() + " texts");
        }
        ArrayNode texts = JSON.arrayNode();
        Set<JsonNode> met = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            switch (text("/" + i, value.get(i), question.maximumLength())) {
                case CheckedAnswer.Refused refused -> {
                    return refused;
                }
                case Accepted(JsonNode text) -> {
                    if (!met.add(text)) {
                        return refused("/" + i, "unique", "must be named once");
                    }
                    texts.add(text);
                }
            }
        }
        return new Accepted(texts);
    }

    private static CheckedAnswer date(Question question, JsonNode value) {
        int first = question.minimum() == null ? FIRST_YEAR : question.minimum().intValueExact();
        int last = question.maximum() == null ? LAST_YEAR : question.maximum().intValueExact();
        String fix = "must be a date such as 2026-01-15, of the years " + first + " to " + last;
        if (!value.isTextual()) {
            return refused("", "date", fix);
        }
        try {
            LocalDate date = LocalDate.parse(value.textValue());
            return date.getYear() >= first && date.getYear() <= last
                    ? new Accepted(JSON.textNode(date.toString()))
                    : refused("", "range", fix);
        } catch (DateTimeException e) {
            return refused("", "date", fix);
        }
    }

    private static CheckedAnswer year(Question question, JsonNode value, LocalDate today) {
        int first = question.minimum() == null ? FIRST_YEAR : question.minimum().intValueExact();
        int last = question.maximum() == null
                ? today.getYear()
                : question.maximum().intValueExact();
        return value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.intValue() >= first
                        && value.intValue() <= last
                ? new Accepted(JSON.numberNode(value.longValue()))
                : refused("", "year", "must be a year from " + first + " to " + last);
    }

    private static CheckedAnswer place(JsonNode value) {
        if (!value.isObject()) {
            return refused("", "place", "must be an object with country and, if need be, region and city");
        }
        for (String field :
                value.propertyStream().map(java.util.Map.Entry::getKey).toList()) {
            if (!PLACE_FIELDS.contains(field)) {
                return refused("", "place", "must have no other field than country, region and city");
            }
        }
        JsonNode country = value.path("country");
        if (!country.isTextual() || !Countries.isCode(country.textValue())) {
            return refused("/country", "country", "must be an ISO 3166 alpha-2 code in use, such as FR");
        }
        ObjectNode place = JSON.objectNode().put("country", country.textValue());
        for (String field : List.of("region", "city")) {
            if (value.hasNonNull(field)) {
                switch (text("/" + field, value.get(field), LONGEST_PLACE)) {
                    case CheckedAnswer.Refused refused -> {
                        return refused;
                    }
                    case Accepted(JsonNode text) -> place.set(field, text);
                }
            }
        }
        return new Accepted(place);
    }
}
