package org.affinity.kit.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;

/** Says what is wrong with a body that the JSON reader refused: where, by which rule, and how to mend it. */
final class JsonProblems {

    private JsonProblems() {}

    static DomainException of(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return new DomainException(
                    CommonProblem.TOO_LARGE, "The JSON is too large, too deep, or has too long a number.");
        }
        if (e.getCause() instanceof StreamReadException cause && !(cause instanceof InputCoercionException)) {
            return malformed(cause);
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            FieldError error = fieldError(mapping);
            return new DomainException(
                    CommonProblem.VALIDATION_FAILED, error.pointer() + " " + error.detail(), List.of(error));
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getPath().isEmpty()) {
            return new DomainException(
                    CommonProblem.MALFORMED_REQUEST,
                    "The body must be one JSON object" + position(e.getLocation()) + ".",
                    List.of(FieldError.at("", "object", "must be a JSON object")));
        }
        return malformed(e);
    }

    private static DomainException malformed(JsonProcessingException e) {
        boolean duplicate = e.getOriginalMessage().startsWith("Duplicate");
        return new DomainException(
                CommonProblem.MALFORMED_REQUEST,
                (duplicate ? "The JSON names a field twice" : "The JSON is malformed") + position(e.getLocation())
                        + ".",
                List.of(FieldError.at("", duplicate ? "duplicateKey" : "json", "must be well-formed JSON")));
    }

    private static String position(JsonLocation location) {
        return location == null || location.getLineNr() < 0
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static FieldError fieldError(JsonMappingException e) {
        String pointer = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(FieldError::step)
                .collect(Collectors.joining());
        if (e instanceof UnrecognizedPropertyException unknown) {
            return FieldError.unknownField(pointer, unknown);
        }
        if (e instanceof InvalidFormatException format
                && format.getTargetType() != null
                && format.getTargetType().isEnum()) {
            return FieldError.at(
                    pointer,
                    "oneOf",
                    "must be one of " + Arrays.toString(format.getTargetType().getEnumConstants()));
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            String own = mismatch.getOriginalMessage();
            return FieldError.at(pointer, "type", own.startsWith("must ") ? own : "must be " + jsonType(mismatch));
        }
        if (e instanceof ValueInstantiationException
                && e.getCause() instanceof IllegalArgumentException refused
                && refused.getMessage() != null
                && refused.getMessage().startsWith("must ")) {
            return FieldError.at(pointer, "value", refused.getMessage());
        }
        if (e.getCause() instanceof InputCoercionException) {
            return FieldError.at(pointer, "range", "must be a whole number in range");
        }
        return FieldError.at(pointer, "value", "has a value that cannot be read");
    }

    private static String jsonType(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == String.class || type.isEnum()) {
            return "a string";
        }
        if (type == java.util.UUID.class) {
            return "a UUID";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (java.math.BigDecimal.class == type || type == double.class || type == Double.class) {
            return "a number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number in range";
        }
        return java.util.Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }
}
