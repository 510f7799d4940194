package org.affinity.matching.match.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.affinity.matching.match.domain.Columns;

/** A country of ISO 3166-1, by its code of two letters. */
@Constraint(validatedBy = Country.Validator.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.METHOD,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Country {

    /** Text for the caller. */
    String message() default "must be a country code of ISO 3166-1 alpha-2 such as FR";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Validation payload. */
    Class<? extends Payload>[] payload() default {};

    /** Knows the codes; null is left to {@code @NotNull}. */
    final class Validator implements ConstraintValidator<Country, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || Columns.isCountry(value);
        }
    }
}
