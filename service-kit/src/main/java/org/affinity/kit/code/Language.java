package org.affinity.kit.code;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;

/**
 * A tag of BCP 47 whose language there is: a code of two letters is one of ISO 639-1. Of three letters there are
 * thousands, some for private use, and all pass; the form of a tag is for others to check.
 */
@Constraint(validatedBy = Language.Validator.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.METHOD,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Language {

    /** Text for the caller. */
    String message() default "must begin with a language code of ISO 639-1 such as fr, or one of three letters";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Validation payload. */
    Class<? extends Payload>[] payload() default {};

    /** Knows the codes; null is left to {@code @NotNull}. */
    final class Validator implements ConstraintValidator<Language, String> {

        private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || isKnown(value);
        }

        /** Whether the language of a tag is none of two letters that nobody speaks. */
        public static boolean isKnown(String tag) {
            String language = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
            return language.length() != 2 || CODES.contains(language);
        }
    }
}
