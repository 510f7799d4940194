package org.affinity.profile.creator.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.affinity.profile.creator.domain.Availability;
import org.affinity.profile.creator.domain.EngagementTerms;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.Fee;

/** A kind of engagement that a creator accepts, as stored. */
@Embeddable
public class AvailabilityRow {

    @Enumerated(EnumType.STRING)
    public EngagementType engagementType;

    public BigDecimal feeAmount;

    public String feeCurrency;

    public LocalDate availableFrom;

    public LocalDate availableUntil;

    public Integer maxPerMonth;

    public Integer maxConcurrent;

    public Integer minNoticeDays;

    /** The row that holds this availability. */
    public static AvailabilityRow of(Availability availability) {
        var row = new AvailabilityRow();
        row.engagementType = availability.engagementType();
        if (availability.fee() != null) {
            row.feeAmount = availability.fee().amount();
            row.feeCurrency = availability.fee().currency();
        }
        if (availability.terms() != null) {
            row.availableFrom = availability.terms().from();
            row.availableUntil = availability.terms().until();
            row.maxPerMonth = availability.terms().maxPerMonth();
            row.maxConcurrent = availability.terms().maxConcurrent();
            row.minNoticeDays = availability.terms().minNoticeDays();
        }
        return row;
    }

    /** The availability that this row holds; its terms are never null. */
    public Availability availability() {
        return new Availability(
                engagementType,
                feeAmount == null ? null : new Fee(feeAmount, feeCurrency),
                new EngagementTerms(availableFrom, availableUntil, maxPerMonth, maxConcurrent, minNoticeDays));
    }
}
