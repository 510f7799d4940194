package org.affinity.kit.json;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
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
        @Pattern(regexp = "\\d{1,12}(\\.\\d{1,4})?", message = "must be a decimal string such as 120.00")
        String amount,

        @Schema(description = "ISO 4217 code.", examples = "EUR") @NotNull @CurrencyCode
        String currency) {

    /** Money of a decimal amount. */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount.toPlainString(), currency);
    }

    /** The amount as a number. */
    public BigDecimal decimal() {
        return new BigDecimal(amount);
    }
}
