package org.affinity.profile.imports.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.affinity.profile.creator.domain.AccountMetrics;

/** Reads the figures of an account; one that cannot be read rejects the record. */
final class FigureCells {

    private static final BigDecimal MAX_PEOPLE = BigDecimal.valueOf(AccountMetrics.MOST_PEOPLE);
    private static final BigDecimal MAX_INTERACTIONS = new BigDecimal("100000000000");
    private static final BigDecimal MAX_RATE = new BigDecimal("10000");

    private final MappedCells cells;

    FigureCells(MappedCells cells) {
        this.cells = cells;
    }

    AccountMetrics read(RawRecord row) throws RejectedRecord {
        BigDecimal followers = number(row, ImportField.FOLLOWERS);
        if (followers != null && followers.stripTrailingZeros().scale() > 0) {
            throw cells.rejected(
                    RejectionReason.NOT_A_WHOLE_NUMBER, ImportField.FOLLOWERS, cells.cell(row, ImportField.FOLLOWERS));
        }
        BigDecimal views = number(row, ImportField.AVERAGE_VIEWS);
        return new AccountMetrics(whole(followers), engagementRate(row, followers), whole(views));
    }

    /** The rate given, else the interactions given over the followers. */
    private BigDecimal engagementRate(RawRecord row, BigDecimal followers) throws RejectedRecord {
        BigDecimal given = number(row, ImportField.ENGAGEMENT_RATE);
        if (given != null || followers == null || followers.signum() == 0) {
            return given;
        }
        BigDecimal interactions = null;
        for (int column : cells.columns(ImportField.INTERACTIONS)) {
            BigDecimal part = number(row, column, true, MAX_INTERACTIONS);
            if (part != null) {
                interactions = interactions == null ? part : interactions.add(part);
                checkRate(row, column, interactions, followers);
            }
        }
        return interactions == null
                ? null
                : interactions.divide(followers, AccountMetrics.RATE_SCALE, RoundingMode.HALF_EVEN);
    }

    /** Rejects the record at the column with which its interactions come to a rate beyond all reason. */
    private void checkRate(RawRecord row, int column, BigDecimal interactions, BigDecimal followers)
            throws RejectedRecord {
        if (interactions.compareTo(followers.multiply(MAX_RATE)) > 0) {
            throw new RejectedRecord(RejectionReason.NUMBER_OUT_OF_RANGE, cells.name(column), cells.cell(row, column));
        }
    }

    private BigDecimal number(RawRecord row, ImportField field) throws RejectedRecord {
        List<Integer> columns = cells.columns(field);
        boolean isCount = field != ImportField.ENGAGEMENT_RATE;
        return columns.isEmpty() ? null : number(row, columns.getFirst(), isCount, isCount ? MAX_PEOPLE : MAX_RATE);
    }

    private BigDecimal number(RawRecord row, int column, boolean isCount, BigDecimal max) throws RejectedRecord {
        String cell = cells.cell(row, column);
        String name = cells.name(column);
        return switch (isCount ? NumberCells.count(cell) : NumberCells.rate(cell, name)) {
            case ParsedNumber.Unknown unknown -> null;
            case ParsedNumber.Unreadable unreadable ->
                throw new RejectedRecord(RejectionReason.INVALID_NUMBER, name, cell);
            case ParsedNumber.Known(BigDecimal value)
            when value.signum() < 0 -> throw new RejectedRecord(RejectionReason.NEGATIVE_NUMBER, name, cell);
            case ParsedNumber.Known(BigDecimal value)
            when value.compareTo(max) > 0 -> throw new RejectedRecord(RejectionReason.NUMBER_OUT_OF_RANGE, name, cell);
            case ParsedNumber.Known(BigDecimal value) -> value;
        };
    }

    private static Long whole(BigDecimal number) {
        return number == null ? null : number.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
