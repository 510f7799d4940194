package org.affinity.kit.json;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of money, never negative.
 *
 * @param amount decimal string with up to four decimals, so that no client rounds it by accident
 * @param currency ISO 4217 code
 */
@Schema(description = "An amount of money: a decimal string and its currency.")
public record Money(
        @Schema(description = "Decimal string, up to four decimals.", examples = "120.00")
        @NotNull
        @Pattern(regexp = "\\d{1,12}(\\.\\d{1,4})?", message = MESSAGE)
        String amount,

        @Schema(description = "ISO 4217 code.", examples = "EUR") @NotNull @CurrencyCode
        String currency) {

    private static final String MESSAGE =
            "must be a decimal string such as 120.00, with at most 12 digits before the point and 4 after it";

    /** Money of a decimal amount. */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount.toPlainString(), currency);
    }

    /** The amount as a number. */
    public BigDecimal decimal() {
        return new BigDecimal(amount);
    }

    /** A currency of ISO 4217 that people are paid in, by its three-letter code: no metal, no code for tests. */
    @Constraint(validatedBy = CurrencyCode.Validator.class)
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface CurrencyCode {

        /** Text for the caller. */
        String message() default "must be an ISO 4217 code such as EUR";

        /** Validation groups. */
        Class<?>[] groups() default {};

        /** Validation payload. */
        Class<? extends Payload>[] payload() default {};

        /** Knows the codes; null is left to {@code @NotNull}. */
        final class Validator implements ConstraintValidator<CurrencyCode, String> {

            private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
                    .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

            @Override
            public boolean isValid(String value, ConstraintValidatorContext context) {
                return value == null || CODES.contains(value);
            }
        }
    }
}
