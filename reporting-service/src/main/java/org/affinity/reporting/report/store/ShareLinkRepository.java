package org.affinity.reporting.report.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.affinity.reporting.report.domain.ShareLink;
import org.affinity.reporting.report.domain.ShareToken;

/** Keeps share links, without their tokens. */
@ApplicationScoped
public class ShareLinkRepository implements PanacheRepositoryBase<ShareLinkEntity, UUID> {

    /** Adds a link. */
    public void add(ShareLink link, ShareToken token) {
        var entity = new ShareLinkEntity();
        entity.shareLinkId = link.shareLinkId();
        entity.reportId = link.reportId();
        entity.organisationId = link.organisationId();
        entity.tokenHash = token.hash();
        entity.createdAt = link.createdAt();
        entity.expiresAt = link.expiresAt();
        persist(entity);
    }

    /** The link of that token. */
    public Optional<ShareLink> of(ShareToken token) {
        return find("tokenHash", token.hash()).firstResultOptional().map(ShareLinkEntity::shareLink);
    }
}
