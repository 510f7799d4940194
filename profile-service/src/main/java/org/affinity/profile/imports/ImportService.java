package org.affinity.profile.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.creator.domain.ListOrigin;
import org.affinity.profile.imports.domain.ColumnMapping;
import org.affinity.profile.imports.domain.ImportStatus;
import org.affinity.profile.imports.domain.RowOutcome;
import org.affinity.profile.imports.store.ImportEntity;
import org.affinity.profile.imports.store.ImportRepository;

/** Takes creator lists in and tells what became of them; the work itself is {@link ImportRunner}'s. */
@ApplicationScoped
public class ImportService {

    private final ImportRepository imports;
    private final ImportJson json;
    private final IdGenerator ids;
    private final Clock clock;
    private final Event<ImportUploaded> uploaded;

    ImportService(
            ImportRepository imports, ImportJson json, IdGenerator ids, Clock clock, Event<ImportUploaded> uploaded) {
        this.imports = imports;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.uploaded = uploaded;
    }

    /**
     * Accepts a file: keeps it together with the job, so that both are there or neither.
     *
     * @throws DomainException 422 when the file holds no list or its columns are not understood
     */
    @Transactional
    public ImportReport upload(byte[] content, String fileName, MappingRequest given, ListOrigin origin) {
        SourceFile file;
        ColumnMapping mapping;
        try {
            file = SourceFile.open(content);
            mapping = new MappingResolver(file, fileName).resolve(given);
        } catch (UnreadableFileException unreadable) {
            throw new DomainException(ProfileProblem.FILE_UNREADABLE, unreadable.getMessage());
        }
        var job = new ImportEntity();
        job.id = ids.next();
        job.version = 1;
        job.organisationId = origin.organisationId();
        job.sourceName = origin.name();
        job.lawfulBasis = origin.lawfulBasis();
        job.state = ImportStatus.PENDING;
        job.fileName = fileName;
        job.format = file.description();
        job.mapping = json.write(mapping);
        job.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        imports.persistAndFlush(job);
        imports.keepFile(job.id, content);
        uploaded.fire(new ImportUploaded(job.id));
        return report(job);
    }

    /** One import that the caller may see. */
    @Transactional
    public ImportReport find(UUID importId) {
        return imports.findByIdOptional(importId).map(this::report).orElseThrow(DomainException::notFound);
    }

    /** Imports that the caller may see, the newest first. */
    @Transactional
    public List<ImportReport> list(Optional<UUID> before, int limit) {
        return imports.page(before.orElse(null), limit).stream()
                .map(this::report)
                .toList();
    }

    /** What became of the records of an import, in the order of the file. */
    @Transactional
    public List<RowReport> rows(UUID importId, RowOutcome outcome, long after, int limit) {
        find(importId);
        return imports.rows(importId, outcome, after, limit).stream()
                .map(row -> RowReport.of(row, json))
                .toList();
    }

    private ImportReport report(ImportEntity job) {
        return ImportReport.of(job, json.read(job.mapping, ColumnMapping.class));
    }
}
