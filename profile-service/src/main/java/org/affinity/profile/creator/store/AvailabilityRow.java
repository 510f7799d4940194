package org.affinity.profile.creator.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.affinity.profile.creator.domain.Availability;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.Fee;

/** A kind of engagement that a creator accepts, as stored. */
@Embeddable
public class AvailabilityRow {

    @Enumerated(EnumType.STRING)
    @Column(name = "engagement_type")
    public EngagementType engagementType;

    @Column(name = "fee_amount")
    public BigDecimal feeAmount;

    @Column(name = "fee_currency")
    public String feeCurrency;

    /** The row that holds this availability. */
    public static AvailabilityRow of(Availability availability) {
        var row = new AvailabilityRow();
        row.engagementType = availability.engagementType();
        if (availability.fee() != null) {
            row.feeAmount = availability.fee().amount();
            row.feeCurrency = availability.fee().currency();
        }
        return row;
    }

    Availability availability() {
        return new Availability(engagementType, feeAmount == null ? null : new Fee(feeAmount, feeCurrency));
    }
}
