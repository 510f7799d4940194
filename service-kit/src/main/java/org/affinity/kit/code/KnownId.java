package org.affinity.kit.code;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An id of a taxonomy, a closed list that all services go by: the first cell of a line of its table. */
@Constraint(validatedBy = KnownId.Validator.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.METHOD,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface KnownId {

    /** The taxonomy: a table in the folder {@code taxonomy} of this module's resources. */
    String taxonomy();

    /** Text for the caller. */
    String message() default "must be an id of {taxonomy}; GET /v1/taxonomies/{taxonomy}/categories lists them";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Validation payload. */
    Class<? extends Payload>[] payload() default {};

    /** Knows the ids; null is left to {@code @NotNull}. */
    final class Validator implements ConstraintValidator<KnownId, String> {

        private static final Map<String, Set<String>> TAXONOMIES = new ConcurrentHashMap<>();

        private Set<String> ids = Set.of();

        @Override
        public void initialize(KnownId known) {
            ids = TAXONOMIES.computeIfAbsent(known.taxonomy(), Validator::read);
        }

        /** Headings have blanks in them. */
        private static Set<String> read(String taxonomy) {
            try (InputStream table = KnownId.class.getResourceAsStream("/taxonomy/" + taxonomy + ".tsv");
                    var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
                return lines.lines()
                        .map(line -> line.split("\t", 2)[0])
                        .filter(id -> !id.isEmpty() && !id.contains(" "))
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(taxonomy + " cannot be read", e);
            }
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || ids.contains(value);
        }
    }
}
