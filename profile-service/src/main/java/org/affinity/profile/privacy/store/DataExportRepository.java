package org.affinity.profile.privacy.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.kit.privacy.Extracts.Extract;

/** Exports with their keys, the sealed answers of other services, and archives. */
@ApplicationScoped
public class DataExportRepository implements PanacheRepositoryBase<DataExportEntity, UUID> {

    /** The keys of an export in base64; the private one is sealed. */
    public record Keys(String publicKey, String sealedPrivateKey) {}

    /** Whether an export of that creator is being made. */
    public boolean isPending(UUID creatorId) {
        return count("creatorId = ?1 and state = 'PENDING'", creatorId) > 0;
    }

    /** An export, locked until the end of the transaction, or null. */
    public DataExportEntity lock(UUID exportId) {
        return findById(exportId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Exports, the newest first, older than {@code before}. */
    public List<DataExportEntity> page(UUID before, int limit) {
        return (before == null ? find("order by id desc") : find("id < ?1 order by id desc", before))
                .range(0, limit - 1)
                .list();
    }

    /** Keeps the keys until the archive is made. */
    public void keep(UUID exportId, Keys keys) {
        change(
                "insert into data_export_key (export_id, public_key, private_key) values (?1, ?2, ?3)",
                exportId,
                keys.publicKey(),
                keys.sealedPrivateKey());
    }

    /** The keys of an export that is being made. */
    public Keys keys(UUID exportId) {
        Object[] row = (Object[]) getEntityManager()
                .createNativeQuery(
                        "select public_key, private_key from data_export_key where export_id = ?1", Object[].class)
                .setParameter(1, exportId)
                .getSingleResult();
        return new Keys((String) row[0], (String) row[1]);
    }

    /** Keeps part of the answer of a service; of the same part the first one. */
    public void addPart(Extract extract) {
        change(
                "insert into data_export_part (export_id, service, sealed, part, parts) values (?1, ?2, ?3, ?4, ?5)"
                        + " on conflict do nothing",
                extract.exportId(),
                extract.service(),
                extract.sealed(),
                extract.part(),
                extract.parts());
    }

    /** The services of which every part came. */
    public Set<String> answered(UUID exportId) {
        List<?> services = getEntityManager()
                .createNativeQuery(
                        "select service from data_export_part where export_id = ?1 group by service"
                                + " having count(*) = max(parts)",
                        String.class)
                .setParameter(1, exportId)
                .getResultList();
        return services.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    /** The parts of the answers that came, in their order, by service. */
    public Map<String, List<String>> parts(UUID exportId) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (Object row : getEntityManager()
                .createNativeQuery(
                        "select service, sealed from data_export_part where export_id = ?1 order by service, part",
                        Object[].class)
                .setParameter(1, exportId)
                .getResultList()) {
            Object[] cells = (Object[]) row;
            parts.computeIfAbsent((String) cells[0], service -> new ArrayList<>())
                    .add((String) cells[1]);
        }
        return parts;
    }

    /** Keeps the archive in place of all that it was made from. */
    public void finish(UUID exportId, byte[] sealedArchive) {
        change("insert into data_export_archive (export_id, content) values (?1, ?2)", exportId, sealedArchive);
        change("delete from data_export_part where export_id = ?1", exportId);
        change("delete from data_export_key where export_id = ?1", exportId);
    }

    /** The archive, if it is still there and the caller may have it. */
    public Optional<byte[]> archive(UUID exportId) {
        List<?> found = getEntityManager()
                .createNativeQuery("select content from data_export_archive where export_id = ?1", byte[].class)
                .setParameter(1, exportId)
                .getResultList();
        return found.stream().map(byte[].class::cast).findFirst();
    }

    /** Deletes the archives whose time is over. */
    public int deleteExpired(Instant now) {
        return change(
                "delete from data_export_archive where export_id in"
                        + " (select id from data_export where expires_at <= ?1)",
                now);
    }

    private int change(String statement, Object... parameters) {
        flush();
        var query = getEntityManager().createNativeQuery(statement);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.executeUpdate();
    }
}
