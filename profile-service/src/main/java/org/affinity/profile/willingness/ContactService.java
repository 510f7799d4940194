package org.affinity.profile.willingness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.CreatorState;
import org.affinity.profile.willingness.domain.Contact;
import org.affinity.profile.willingness.store.ContactRepository;

/** Keeps how to reach creators; leaves it out of events. */
@ApplicationScoped
public class ContactService {

    private final CreatorService creators;
    private final ContactRepository contacts;

    ContactService(CreatorService creators, ContactRepository contacts) {
        this.creators = creators;
        this.contacts = contacts;
    }

    /** How to reach a creator, for who may know. */
    @Transactional
    public ContactPart of(UUID creatorId) {
        CreatorState creator = creators.find(creatorId);
        return ContactPart.of(
                creatorId, creator.version(), contacts.of(creatorId).orElse(Contact.NONE));
    }

    /** Puts contact data in place of the present ones. */
    @Transactional
    public ContactPart replace(UUID creatorId, Contact contact, LongConsumer precondition) {
        CreatorState creator = creators.change(creatorId, precondition, _ -> contacts.replace(creatorId, contact));
        return ContactPart.of(creatorId, creator.version(), contact);
    }
}
