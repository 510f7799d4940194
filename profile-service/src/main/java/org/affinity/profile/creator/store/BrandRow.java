package org.affinity.profile.creator.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.affinity.profile.creator.domain.BrandName;
import org.affinity.profile.creator.domain.BrandRelation;
import org.affinity.profile.creator.domain.BrandTie;
import org.affinity.profile.creator.domain.FactSource;

/** What a creator has to do with a brand, as stored; one row for each relation and {@code brandKey}. */
@Embeddable
public class BrandRow {

    public int position;

    @Enumerated(EnumType.STRING)
    public BrandRelation relation;

    public String brandKey;

    public String name;

    public String sector;

    public LocalDate workedOn;

    public String what;

    public String proofUrl;

    public String result;

    @Enumerated(EnumType.STRING)
    public FactSource source;

    /** The row that holds this tie. */
    public static BrandRow of(int position, BrandTie tie) {
        var row = new BrandRow();
        row.position = position;
        row.relation = tie.relation();
        row.brandKey = tie.name().key();
        row.name = tie.name().value();
        row.sector = tie.sector();
        row.workedOn = tie.workedOn();
        row.what = tie.what();
        row.proofUrl = tie.proofUrl();
        row.result = tie.result();
        row.source = tie.source();
        return row;
    }

    /** The tie that this row holds. */
    public BrandTie tie() {
        return new BrandTie(relation, new BrandName(name), sector, workedOn, what, proofUrl, result, source);
    }
}
