package org.affinity.profile.privacy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.affinity.kit.config.Encryption;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.privacy.Extracts;
import org.affinity.kit.privacy.Extracts.Extract;
import org.affinity.kit.privacy.TransitBox;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Tenancy;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.privacy.store.DataExportEntity;
import org.affinity.profile.privacy.store.DataExportRepository;
import org.affinity.profile.privacy.store.DataExportRepository.Keys;

/**
 * Gathers all that the services hold about a creator into one archive. Each export has keys of its own: what the others
 * answer is sealed for it, and once the archive is made the private key is deleted and the answers are retracted, so
 * that nothing readable is left on the way.
 */
@ApplicationScoped
public class DataExports {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    private static final String OWN = "profile-service";
    private static final Set<String> OTHERS = Set.of("campaign-service", "matching-service", "reporting-service");
    private static final String TOPIC = "profile.data-export";
    private static final String REQUESTED = TOPIC + ".requested.v1";
    private static final TypeReference<Map<String, List<JsonNode>>> FILES = new TypeReference<>() {};

    private final DataExportRepository exports;
    private final CreatorService creators;
    private final Extracts extracts;
    private final ArchiveWriter archives;
    private final Encryption encryption;
    private final Outbox outbox;
    private final IdGenerator ids;
    private final Clock clock;
    private final PrivacyConfiguration configuration;
    private final ObjectMapper json = JsonMapper.builder().build();

    DataExports(
            DataExportRepository exports,
            CreatorService creators,
            Extracts extracts,
            ArchiveWriter archives,
            Encryption encryption,
            Outbox outbox,
            IdGenerator ids,
            Clock clock,
            PrivacyConfiguration configuration) {
        this.exports = exports;
        this.creators = creators;
        this.extracts = extracts;
        this.archives = archives;
        this.encryption = encryption;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.configuration = configuration;
    }

    /** Payload of {@value #REQUESTED}. */
    record ExportRequested(UUID exportId, long version, UUID creatorId, String publicKey, Instant requestedAt) {}

    /** Asks every service for what it holds about a creator, who is the caller. */
    @Transactional
    public DataExportEntity request(UUID creatorId) {
        creators.find(creatorId);
        if (exports.isPending(creatorId)) {
            throw new DomainException(ProfileProblem.EXPORT_PENDING, "Wait until the other export is ready.");
        }
        Instant now = now();
        KeyPair keys = TransitBox.newKeys();
        String publicKey = BASE64.encodeToString(keys.getPublic().getEncoded());
        var export = new DataExportEntity();
        export.id = ids.next();
        export.version = 1;
        export.creatorId = creatorId;
        export.state = "PENDING";
        export.requestedAt = now;
        export.dueAt = now.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
        exports.persistAndFlush(export);
        exports.keep(
                export.id,
                new Keys(
                        publicKey,
                        BASE64.encodeToString(encryption.seal(keys.getPrivate().getEncoded()))));
        outbox.publish(
                REQUESTED,
                export.id,
                export.version,
                new ExportRequested(export.id, export.version, creatorId, publicKey, now));
        return export;
    }

    /** One export that the caller may see. */
    @Transactional
    public DataExportEntity find(UUID exportId) {
        return exports.findByIdOptional(exportId).orElseThrow(DomainException::notFound);
    }

    /** Exports that the caller may see, the newest first. */
    @Transactional
    public List<DataExportEntity> list(Optional<UUID> before, int limit) {
        return exports.page(before.orElse(null), limit);
    }

    /** PENDING, READY or EXPIRED. */
    public String state(DataExportEntity export) {
        return isExpired(export) ? "EXPIRED" : export.state;
    }

    /** The archive: a ZIP of JSON files. */
    @Transactional
    public byte[] archive(UUID exportId) {
        DataExportEntity export = find(exportId);
        if (isExpired(export)) {
            throw new DomainException(ProfileProblem.EXPORT_EXPIRED, "Ask for a new export.");
        }
        if (!export.state.equals("READY")) {
            throw new DomainException(ProfileProblem.EXPORT_NOT_READY, "Read the export until its state is READY.");
        }
        return exports.archive(exportId).map(encryption::open).orElseThrow(DomainException::notFound);
    }

    /** Takes part of the answer of a service; the last one makes the archive. */
    @Transactional
    public void receive(Extract extract) {
        DataExportEntity export = exports.lock(extract.exportId());
        if (export == null || !export.state.equals("PENDING") || !OTHERS.contains(extract.service())) {
            return;
        }
        exports.addPart(extract);
        if (exports.answered(export.id).containsAll(OTHERS)) {
            assemble(export, exports.parts(export.id));
        }
    }

    private void assemble(DataExportEntity export, Map<String, List<String>> parts) {
        Keys keys = exports.keys(export.id);
        byte[] privateKey = encryption.open(bytes(keys.sealedPrivateKey()));
        Map<String, Map<String, List<JsonNode>>> services = new TreeMap<>();
        services.put(OWN, extracts.of(export.creatorId));
        parts.forEach((service, part) ->
                services.put(service, files(TransitBox.open(privateKey, bytes(keys.publicKey()), joined(part)))));
        Instant now = now();
        exports.finish(export.id, encryption.seal(archives.write(export.id, export.creatorId, now, services)));
        export.state = "READY";
        export.version++;
        export.readyAt = now;
        export.expiresAt = now.plus(configuration.archiveTtl());
        outbox.retract(TOPIC, export.id, export.version);
    }

    private Map<String, List<JsonNode>> files(byte[] content) {
        try {
            return json.readValue(content, FILES);
        } catch (IOException e) {
            throw new IllegalArgumentException("An extract is not an object of lists", e);
        }
    }

    @Scheduled(every = "10m", delayed = "1m")
    void deleteExpired() {
        Tenancy.asSystem(() -> QuarkusTransaction.requiringNew().run(() -> exports.deleteExpired(clock.instant())));
    }

    private static byte[] joined(List<String> parts) {
        var whole = new ByteArrayOutputStream();
        parts.forEach(part -> whole.writeBytes(bytes(part)));
        return whole.toByteArray();
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private boolean isExpired(DataExportEntity export) {
        return export.expiresAt != null && !export.expiresAt.isAfter(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
