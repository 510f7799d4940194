package org.affinity.profile.willingness.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.config.Encryption;
import org.affinity.profile.willingness.domain.Contact;

/** Access to contact data, which are sealed before they reach the database. */
@ApplicationScoped
public class ContactRepository implements PanacheRepositoryBase<ContactEntity, UUID> {

    private final Encryption encryption;
    private final ObjectMapper json;

    ContactRepository(Encryption encryption, ObjectMapper json) {
        this.encryption = encryption;
        this.json = json;
    }

    /** The contact data of a creator, as far as the caller may see them. */
    public Optional<Contact> of(UUID creatorId) {
        return findByIdOptional(creatorId).map(row -> open(row.sealed));
    }

    /** Puts contact data in place of the present ones; nothing to keep is nothing kept. */
    public void replace(UUID creatorId, Contact contact) {
        if (contact.equals(Contact.NONE)) {
            deleteById(creatorId);
            return;
        }
        ContactEntity row = findById(creatorId);
        boolean isNew = row == null;
        if (isNew) {
            row = new ContactEntity();
            row.creatorId = creatorId;
        }
        row.sealed = seal(contact);
        if (isNew) {
            persist(row);
        }
    }

    private byte[] seal(Contact contact) {
        try {
            return encryption.seal(json.writeValueAsBytes(contact));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Contact data could not be written", e);
        }
    }

    private Contact open(byte[] sealed) {
        try {
            return json.readValue(encryption.open(sealed), Contact.class);
        } catch (IOException e) {
            // The cause would quote what it could not read.
            throw new IllegalStateException("Contact data could not be read");
        }
    }
}
