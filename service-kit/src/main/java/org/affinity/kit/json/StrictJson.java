package org.affinity.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/**
 * JSON that means what it says: unknown and duplicate keys, numbers for strings, strings for numbers, empty ids, text
 * after the end, NUL and lone surrogates are refused rather than guessed at.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    /** How much JSON a request may bring; apart from the other settings because the reader is made before they are. */
    @StaticInitSafe
    @ConfigMapping(prefix = "affinity.json")
    public interface Limits {

        /** Largest JSON body in bytes. */
        @WithDefault("1048576")
        long maxBytes();
    }

    private static final List<LogicalType> SCALARS =
            List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean, LogicalType.Textual);
    private static final List<CoercionInputShape> SHAPES =
            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);

    private final Limits limits;

    StrictJson(Limits limits) {
        this.limits = limits;
    }

    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        refuseCoercion(mapper);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(limits.maxBytes())
                        .maxNestingDepth(50)
                        .maxNumberLength(40)
                        .build());
        mapper.registerModule(new SimpleModule("strict")
                .addDeserializer(String.class, new Text<>(String.class, Function.identity(), "a text"))
                .addDeserializer(
                        Instant.class,
                        new Text<>(
                                Instant.class,
                                StrictJson::instant,
                                "a time in UTC, as RFC 3339 writes it, such as 2026-03-31T09:30:00Z"))
                .addDeserializer(
                        LocalDate.class,
                        new Text<>(LocalDate.class, StrictJson::date, "a day of the calendar such as 2026-03-31")));
    }

    private static void refuseCoercion(ObjectMapper mapper) {
        // An id that is left empty was forgotten, not left out.
        mapper.coercionConfigFor(LogicalType.OtherScalar)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        for (LogicalType type : SCALARS) {
            for (CoercionInputShape shape : SHAPES) {
                boolean sameKind = (type == LogicalType.Float && shape != CoercionInputShape.Boolean)
                        || (type == LogicalType.Integer && shape == CoercionInputShape.Integer)
                        || (type == LogicalType.Boolean && shape == CoercionInputShape.Boolean);
                if (!sameKind) {
                    mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
                }
            }
            if (type != LogicalType.Textual) {
                mapper.coercionConfigFor(type)
                        .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
            }
        }
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        date(instant.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        return instant;
    }

    /** A date of the years that RFC 3339 can write; the parser alone takes years that no database keeps. */
    public static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException("The year is not one of RFC 3339");
        }
        return date;
    }

    /** Whether a text can be stored and read back: PostgreSQL refuses NUL, UTF-8 has no lone surrogates. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Reads a value from a JSON string and from nothing else. */
    private static final class Text<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;
        private final String wanted;

        /** @param wanted what the string must be, in words */
        Text(Class<T> type, Function<String, T> parse, String wanted) {
            super(type);
            this.parse = parse;
            this.wanted = wanted;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, "must be a string");
            }
            String text = parser.getText();
            if (!isStorable(text)) {
                return context.reportInputMismatch(this, "must not contain NUL or lone surrogates");
            }
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                return context.reportInputMismatch(this, "must be " + wanted);
            }
        }
    }
}
