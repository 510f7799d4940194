package org.affinity.profile.search.web;

/** A form in which creators are exported. */
enum ExportFormat {
    CSV("csv"),
    NDJSON("ndjson");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** What a file of this form is called after. */
    String extension() {
        return extension;
    }
}
