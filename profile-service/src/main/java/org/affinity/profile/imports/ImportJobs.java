package org.affinity.profile.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import org.affinity.profile.creator.PlatformCatalogue;
import org.affinity.profile.imports.ImportRunner.Claim;
import org.affinity.profile.imports.domain.ColumnMapping;
import org.affinity.profile.imports.store.ImportEntity;
import org.affinity.profile.imports.store.ImportFileRepository;
import org.affinity.profile.questionnaire.Questionnaires;
import org.affinity.profile.questionnaire.domain.Question;

/** Fetches what is needed to work an import off. */
@ApplicationScoped
class ImportJobs {

    private final ImportLease lease;
    private final ImportFileRepository files;
    private final ImportJson json;
    private final PlatformCatalogue platforms;
    private final Questionnaires questionnaires;

    ImportJobs(
            ImportLease lease,
            ImportFileRepository files,
            ImportJson json,
            PlatformCatalogue platforms,
            Questionnaires questionnaires) {
        this.lease = lease;
        this.files = files;
        this.json = json;
        this.platforms = platforms;
        this.questionnaires = questionnaires;
    }

    /** The import, and its file in a local one. */
    ImportJob load(Claim claim, Path local) {
        return lease.holding(claim, job -> {
            files.fetch(job.id, local);
            return job(job);
        });
    }

    private ImportJob job(ImportEntity job) {
        ColumnMapping mapping = json.read(job.mapping, ColumnMapping.class);
        List<Question> questions = mapping.answers().keySet().stream()
                .flatMap(question -> questionnaires.question(question).stream())
                .toList();
        return new ImportJob(
                mapping,
                platforms.known(),
                questions,
                job.sheet,
                job.observedAt,
                job.records,
                job.recordsTotal != null);
    }
}
