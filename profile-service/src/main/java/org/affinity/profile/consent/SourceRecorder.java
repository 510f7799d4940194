package org.affinity.profile.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.consent.domain.Origin;
import org.affinity.profile.consent.store.ConsentRepository;
import org.affinity.profile.consent.store.NoticeTaskRepository;
import org.affinity.profile.creator.CreatorImports.Imported;
import org.affinity.profile.creator.CreatorOrigins;
import org.affinity.profile.creator.domain.LawfulBasis;
import org.affinity.profile.creator.domain.ListOrigin;

/** Keeps on what basis the data of creators is held, and who must still be told; a statement or two per batch. */
@ApplicationScoped
class SourceRecorder implements CreatorOrigins {

    private static final String SIGN_UP = "sign-up";
    private static final String BY_HAND = "entered by hand";

    private final ConsentRepository consents;
    private final NoticeTaskRepository notices;
    private final CurrentCaller currentCaller;

    SourceRecorder(ConsentRepository consents, NoticeTaskRepository notices, CurrentCaller currentCaller) {
        this.consents = consents;
        this.notices = notices;
        this.currentCaller = currentCaller;
    }

    @Override
    public void described(UUID creatorId, Instant at) {
        Caller caller = currentCaller.caller();
        boolean isOwn = creatorId.equals(caller.creatorId());
        Origin origin = isOwn ? Origin.CREATOR : originOf(caller);
        String name = isOwn ? SIGN_UP : BY_HAND;
        // As after nearly all changes: one question instead of two statements that would do nothing.
        if (consents.isKnown(creatorId, origin, name)) {
            return;
        }
        if (isOwn) {
            consents.addSource(List.of(creatorId), origin, name, LawfulBasis.CONTRACT, null, at);
            notices.clear(creatorId, at);
            return;
        }
        consents.addSource(
                List.of(creatorId), origin, name, LawfulBasis.LEGITIMATE_INTERESTS, caller.organisationId(), at);
        notices.open(List.of(creatorId), origin, name, caller.organisationId(), at);
    }

    private static Origin originOf(Caller caller) {
        return caller.is(Roles.PARTNER) ? Origin.PARTNER : Origin.OPERATOR;
    }

    @Override
    public void takenOver(List<Imported> creators, ListOrigin list, Instant at) {
        Origin origin = list.organisationId() == null ? Origin.IMPORT_LIST : Origin.PARTNER;
        List<UUID> told = creators.stream()
                .map(Imported::creatorId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<UUID> added = creators.stream()
                .filter(Imported::isNew)
                .map(Imported::creatorId)
                .distinct()
                .toList();
        if (!told.isEmpty()) {
            consents.addSource(told, origin, list.name(), list.lawfulBasis(), list.organisationId(), at);
        }
        if (!added.isEmpty()) {
            notices.open(added, origin, list.name(), list.organisationId(), at);
        }
    }
}
