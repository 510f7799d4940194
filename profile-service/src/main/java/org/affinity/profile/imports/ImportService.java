package org.affinity.profile.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.creator.PlatformCatalogue;
import org.affinity.profile.creator.domain.ListOrigin;
import org.affinity.profile.imports.domain.ColumnMapping;
import org.affinity.profile.imports.domain.ImportStatus;
import org.affinity.profile.imports.domain.RowOutcome;
import org.affinity.profile.imports.store.ImportEntity;
import org.affinity.profile.imports.store.ImportFileRepository;
import org.affinity.profile.imports.store.ImportRepository;
import org.affinity.profile.imports.store.ImportRowEntity;
import org.affinity.profile.questionnaire.Questionnaires;

/** Takes creator lists in and tells what became of them; the work itself is {@link ImportRunner}'s. */
@ApplicationScoped
public class ImportService {

    private final ImportRepository imports;
    private final ImportFileRepository files;
    private final ImportEnd end;
    private final ImportJson json;
    private final ImportConfiguration configuration;
    private final PlatformCatalogue platforms;
    private final Questionnaires questionnaires;
    private final IdGenerator ids;
    private final Clock clock;
    private final Event<ImportUploaded> uploaded;

    ImportService(
            ImportRepository imports,
            ImportFileRepository files,
            ImportEnd end,
            ImportJson json,
            ImportConfiguration configuration,
            PlatformCatalogue platforms,
            Questionnaires questionnaires,
            IdGenerator ids,
            Clock clock,
            Event<ImportUploaded> uploaded) {
        this.imports = imports;
        this.files = files;
        this.end = end;
        this.json = json;
        this.configuration = configuration;
        this.platforms = platforms;
        this.questionnaires = questionnaires;
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
    public ImportReport upload(Path content, String fileName, ImportRequest request, ListOrigin origin) {
        var job = new ImportEntity();
        try (SourceFile file = open(content, request.sheet())) {
            ColumnMapping mapping = resolver(file, fileName).resolve(request.mapping());
            job.format = file.description();
            job.mapping = json.write(mapping);
            job.header = json.writeExactly(file.header().columns());
        } catch (UnreadableFileException unreadable) {
            throw new DomainException(ProfileProblem.FILE_UNREADABLE, unreadable.getMessage());
        }
        job.id = ids.next();
        job.version = 1;
        job.organisationId = origin.organisationId();
        job.sourceName = origin.name();
        job.lawfulBasis = origin.lawfulBasis();
        job.state = ImportStatus.PENDING;
        job.fileName = fileName;
        job.fileSize = size(content);
        job.sheet = request.sheet();
        job.dryRun = request.isDryRun();
        job.observedAt = request.observedAt();
        job.rejections = ReasonTotals.NONE;
        job.notes = ReasonTotals.NONE;
        job.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        imports.persistAndFlush(job);
        files.keep(job.id, content);
        uploaded.fire(new ImportUploaded(job.id));
        return report(job);
    }

    /**
     * Says what each column of a file would be taken for; nothing is kept.
     *
     * @throws DomainException 422 when the file holds no list
     */
    public MappingReport propose(Path content, String fileName, String sheet) {
        try (SourceFile file = open(content, sheet)) {
            return resolver(file, fileName).explain();
        } catch (UnreadableFileException unreadable) {
            throw new DomainException(ProfileProblem.FILE_UNREADABLE, unreadable.getMessage());
        }
    }

    private MappingResolver resolver(SourceFile file, String fileName) {
        return new MappingResolver(file, fileName, platforms.known(), questionnaires);
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

    /**
     * Ends an import before its end; what was taken over stays.
     *
     * @throws DomainException 409 when it has ended otherwise
     */
    @Transactional
    public ImportReport cancel(UUID importId) {
        ImportEntity job = imports.lock(importId).orElseThrow(DomainException::notFound);
        if (job.state.isEnd() && job.state != ImportStatus.CANCELLED) {
            throw new DomainException(
                    ProfileProblem.IMPORT_ENDED,
                    "The import has ended as " + job.state + "; nothing is left to cancel.");
        }
        if (job.state != ImportStatus.CANCELLED) {
            end.end(job, ImportStatus.CANCELLED);
            imports.flush();
        }
        return report(job);
    }

    /** What became of the records of an import, in the order of the file. */
    @Transactional
    public List<RowReport> rows(UUID importId, RowOutcome outcome, long after, int limit) {
        find(importId);
        return imports.rows(importId, outcome, after, limit).stream()
                .map(row -> RowReport.of(row, json))
                .toList();
    }

    /** Rejected records as they stood in the file, in its order, behind record {@code after}. */
    @Transactional
    public RejectedRows rejects(UUID importId, long after, int limit) {
        ImportEntity job = imports.findByIdOptional(importId).orElseThrow(DomainException::notFound);
        List<String> columns = job.header == null ? List.of() : json.readList(job.header);
        return new RejectedRows(
                job.fileName,
                columns,
                imports.rows(importId, RowOutcome.REJECTED, after, limit).stream()
                        .map(this::rejected)
                        .toList());
    }

    private RejectedRows.RejectedRow rejected(ImportRowEntity row) {
        List<String> cells = row.cells == null ? List.of() : json.readList(row.cells);
        return new RejectedRows.RejectedRow(row.rowNumber, row.reason, row.columnName, row.cell, cells);
    }

    private SourceFile open(Path content, String sheet) {
        return SourceFile.open(content, sheet, configuration.maxInflatedBytes());
    }

    private ImportReport report(ImportEntity job) {
        return ImportReport.of(job, json);
    }

    private static long size(Path content) {
        try {
            return Files.size(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
