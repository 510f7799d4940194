package org.affinity.campaign.proposal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.affinity.campaign.proposal.domain.Proposal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The row of a campaign's current proposal. */
@Entity
@Table(name = "proposal")
public class ProposalEntity {

    @Id
    UUID campaignId;

    @Version
    long version = 1;

    @Column(updatable = false)
    UUID organisationId;

    @JdbcTypeCode(SqlTypes.JSON)
    Proposal content;

    /** For Hibernate. */
    protected ProposalEntity() {}

    /** A row for a campaign's first proposal. */
    public ProposalEntity(Proposal proposal) {
        this.campaignId = proposal.campaignId();
        this.organisationId = proposal.organisationId();
        this.content = proposal;
    }

    /** Puts a later proposal in place of this one. */
    public void replace(Proposal later) {
        content = later;
    }

    public Proposal content() {
        return content;
    }

    public long version() {
        return version;
    }
}
