package org.affinity.profile.expansion.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.profile.audience.AudienceService;
import org.affinity.profile.audience.AudienceService.Audience;
import org.affinity.profile.audience.web.AudienceView;
import org.affinity.profile.consent.ConsentService;
import org.affinity.profile.consent.CreatorConsents;
import org.affinity.profile.consent.web.ConsentsView;
import org.affinity.profile.creator.web.CreatorView;
import org.affinity.profile.expansion.web.ExpandedCreatorView.Parts;
import org.affinity.profile.trackrecord.TrackRecord;
import org.affinity.profile.trackrecord.TrackRecordService;
import org.affinity.profile.trackrecord.web.TrackRecordSummary;

/** Reads the parts that were asked for of many creators at once: a few queries for each part. */
@ApplicationScoped
public class Expansions {

    private final AudienceService audiences;
    private final TrackRecordService trackRecords;
    private final ConsentService consents;

    Expansions(AudienceService audiences, TrackRecordService trackRecords, ConsentService consents) {
        this.audiences = audiences;
        this.trackRecords = trackRecords;
        this.consents = consents;
    }

    /** These creators in the same order, each with the parts that were asked for. */
    public List<ExpandedCreatorView> of(List<CreatorView> creators, Set<Expansion> asked) {
        Map<UUID, Long> versions =
                creators.stream().collect(Collectors.toMap(CreatorView::creatorId, CreatorView::version));
        Collection<UUID> ids = versions.keySet();
        Map<UUID, List<Audience>> audience = asked.contains(Expansion.AUDIENCE) ? audiences.findAll(ids) : null;
        Map<UUID, TrackRecord> records = asked.contains(Expansion.TRACK_RECORD) ? trackRecords.ofAll(ids) : null;
        Map<UUID, CreatorConsents> given = asked.contains(Expansion.CONSENTS) ? consents.readAll(versions) : null;
        boolean hasParts = audience != null || records != null || given != null;
        return creators.stream()
                .map(creator -> {
                    UUID id = creator.creatorId();
                    return new ExpandedCreatorView(
                            creator,
                            hasParts
                                    ? new Parts(
                                            audience == null ? null : shown(audience.getOrDefault(id, List.of())),
                                            records == null ? null : shown(records.get(id)),
                                            given == null ? null : ConsentsView.of(given.get(id)))
                                    : null);
                })
                .toList();
    }

    private static List<AudienceView> shown(List<Audience> audiences) {
        return audiences.stream().map(AudienceView::of).toList();
    }

    /** Null for one that was erased since the creator was read. */
    private static TrackRecordSummary shown(TrackRecord found) {
        return found == null ? null : TrackRecordSummary.of(found);
    }
}
