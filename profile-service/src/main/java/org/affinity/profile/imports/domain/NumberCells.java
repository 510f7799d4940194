package org.affinity.profile.imports.domain;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.affinity.profile.imports.domain.ParsedNumber.Known;
import org.affinity.profile.imports.domain.ParsedNumber.Unknown;
import org.affinity.profile.imports.domain.ParsedNumber.Unreadable;

/**
 * Reads numbers as people and spreadsheets write them: {@code 477.9M}, {@code 3,3k}, {@code 12 345}, {@code 0,375},
 * {@code 1.39%}, {@code 477900000.00}.
 *
 * <p>When both separators occur, the last one is the decimal sign; a separator that occurs twice groups thousands. A
 * single separator is the decimal sign, except in a count without a suffix where exactly three digits follow it and the
 * number does not start with zero ({@code 12,345} followers).
 */
public final class NumberCells {

    private static final Set<String> UNKNOWN_WORDS = Set.of(
            "", "-", "--", "–", "—", "?", "n/a", "na", "n.a.", "n/d", "nd", "nan", "nan%", "null", "none", "unknown",
            "inconnu", "nil");
    private static final Map<String, BigDecimal> SUFFIXES = Map.of(
            "", BigDecimal.ONE,
            "k", new BigDecimal("1000"),
            "m", new BigDecimal("1000000"),
            "mn", new BigDecimal("1000000"),
            "mio", new BigDecimal("1000000"),
            "b", new BigDecimal("1000000000"),
            "bn", new BigDecimal("1000000000"),
            "md", new BigDecimal("1000000000"),
            "%", new BigDecimal("0.01"));
    private static final Pattern SPREADSHEET_ERROR = Pattern.compile("#[\\p{L}/0-9]+[!?]?");
    private static final Pattern SHAPE =
            Pattern.compile("([+-]?)([0-9][0-9.,]{0,60}|[.,][0-9]{1,60})(k|m|mn|mio|b|bn|md|%)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[0-9]{1,20}([.,][0-9]{1,30})?e[+-]?[0-9]{1,2}");
    private static final Pattern PERCENT = Pattern.compile("%|pct|percent", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\u2009']");

    private NumberCells() {}

    /** True when the cell says that there is no value. */
    public static boolean saysUnknown(String cell) {
        String text = cell.strip().toLowerCase(Locale.ROOT);
        return UNKNOWN_WORDS.contains(text) || SPREADSHEET_ERROR.matcher(text).matches();
    }

    /** A number of things: followers, views, interactions. */
    public static ParsedNumber count(String cell) {
        return parse(cell, true);
    }

    /** A rate or another number in which one separator is always the decimal sign. */
    public static ParsedNumber decimal(String cell) {
        return parse(cell, false);
    }

    /** A rate in a column of this name: where the name speaks of percent, {@code 1.39} is {@code 1.39%}. */
    public static ParsedNumber rate(String cell, String column) {
        ParsedNumber number = decimal(cell);
        boolean isPercentage = PERCENT.matcher(column).find() && cell.indexOf('%') < 0;
        return isPercentage && number instanceof Known(BigDecimal value) ? new Known(value.movePointLeft(2)) : number;
    }

    private static ParsedNumber parse(String cell, boolean isCount) {
        if (saysUnknown(cell)) {
            return new Unknown();
        }
        String compact = SPACES.matcher(cell.strip()).replaceAll("").toLowerCase(Locale.ROOT);
        if (SCIENTIFIC.matcher(compact).matches()) {
            return new Known(new BigDecimal(compact.replace(',', '.')));
        }
        var shape = SHAPE.matcher(compact);
        if (!shape.matches()) {
            return new Unreadable();
        }
        String suffix = shape.group(3) == null ? "" : shape.group(3);
        String digits = plainDigits(shape.group(2), isCount && suffix.isEmpty());
        if (digits == null) {
            return new Unreadable();
        }
        BigDecimal value = new BigDecimal(shape.group(1) + digits).multiply(SUFFIXES.get(suffix));
        return new Known(value);
    }

    /** The digits with {@code .} as the decimal sign and no grouping; null when the separators make no sense. */
    private static String plainDigits(String digits, boolean mayGroupOnce) {
        int lastComma = digits.lastIndexOf(',');
        int lastPoint = digits.lastIndexOf('.');
        if (lastComma < 0 && lastPoint < 0) {
            return digits;
        }
        char last = lastComma > lastPoint ? ',' : '.';
        char other = last == ',' ? '.' : ',';
        int at = Math.max(lastComma, lastPoint);
        boolean otherOccurs = digits.indexOf(other) >= 0;
        boolean occursTwice = digits.indexOf(last) != at;
        if (otherOccurs && occursTwice) {
            return null;
        }
        boolean groups = occursTwice || (mayGroupOnce && !otherOccurs && groupsThousands(digits, at));
        if (groups) {
            return isGrouped(digits, last) ? digits.replace(String.valueOf(last), "") : null;
        }
        String whole = digits.substring(0, at);
        if (otherOccurs && !isGrouped(whole, other)) {
            return null;
        }
        String fraction = digits.substring(at + 1);
        String wholeDigits = whole.replace(String.valueOf(other), "");
        return (wholeDigits.isEmpty() ? "0" : wholeDigits) + (fraction.isEmpty() ? "" : "." + fraction);
    }

    private static boolean groupsThousands(String digits, int at) {
        return digits.length() - at - 1 == 3 && at >= 1 && at <= 3 && digits.charAt(0) != '0';
    }

    private static boolean isGrouped(String digits, char separator) {
        return digits.matches("[0-9]{1,3}(" + Pattern.quote(String.valueOf(separator)) + "[0-9]{3})+");
    }
}
