package org.affinity.profile.creator.domain;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.affinity.kit.json.Money;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;

/** Collects every rule that a body breaks, with its place, before it is refused. */
public final class BrokenRules {

    private final List<FieldError> errors = new ArrayList<>();

    /** Notes a rule that must hold. */
    public void check(boolean holds, String pointer, String rule, String detail) {
        if (!holds) {
            errors.add(FieldError.at(pointer, rule, detail));
        }
    }

    /** The amount, when there is one and it can be paid in its currency. */
    public Optional<Fee> fee(Money money, String at) {
        if (money == null) {
            return Optional.empty();
        }
        Optional<Integer> decimals = Fee.decimalsOf(money.currency());
        if (decimals.isEmpty()) {
            check(false, at + "/currency", "currency", "must be a currency that can be paid in");
            return Optional.empty();
        }
        BigDecimal amount = money.decimal();
        boolean fits = amount.stripTrailingZeros().scale() <= decimals.get();
        check(fits, at + "/amount", "decimals", "must have at most " + decimals.get() + " decimals in this currency");
        return fits ? Optional.of(new Fee(amount, money.currency())) : Optional.empty();
    }

    /** Notes a time that ends before it begins; null is open. */
    public void period(LocalDate from, LocalDate until, String at) {
        check(from == null || until == null || !until.isBefore(from), at, "period", "must not be before from");
    }

    /** Notes an address that is not one of the web; null is fine. */
    public void webAddress(String text, String at) {
        check(
                text == null || isWebAddress(text),
                at,
                "url",
                "must be an address of the web such as https://example.com/x");
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    /**
     * Does nothing when every rule holds.
     *
     * @throws DomainException 422 with every broken rule
     */
    public void refuse() {
        if (!errors.isEmpty()) {
            FieldError first = errors.getFirst();
            throw new DomainException(CommonProblem.VALIDATION_FAILED, first.pointer() + " " + first.detail(), errors);
        }
    }
}
