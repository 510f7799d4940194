package org.affinity.profile.guardianship.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.affinity.profile.guardianship.domain.Guardian;
import org.affinity.profile.guardianship.domain.Papers;

/** A guardian and the papers as stored; the dates that decide stand with the creator. */
@Entity
@Table(name = "guardianship")
public class GuardianshipEntity extends PanacheEntityBase {

    @Id
    public UUID creatorId;

    public String guardianName;

    public String guardianEmail;

    public String guardianPhone;

    public String consentReference;

    public String authorisationReference;

    public String authority;

    public String attestationReference;

    /** The guardian; null when none is named. */
    public Guardian guardian() {
        return guardianName == null ? null : new Guardian(guardianName, guardianEmail, guardianPhone);
    }

    /** Puts a guardian, or none, in place of the present one. */
    public void setGuardian(Guardian guardian) {
        guardianName = guardian == null ? null : guardian.name();
        guardianEmail = guardian == null ? null : guardian.email();
        guardianPhone = guardian == null ? null : guardian.phone();
    }

    /** Where the papers are kept. */
    public Papers papers() {
        return new Papers(consentReference, authorisationReference, authority, attestationReference);
    }

    /** Puts papers in place of the present ones. */
    public void setPapers(Papers papers) {
        consentReference = papers.consentReference();
        authorisationReference = papers.authorisationReference();
        authority = papers.authority();
        attestationReference = papers.attestationReference();
    }
}
