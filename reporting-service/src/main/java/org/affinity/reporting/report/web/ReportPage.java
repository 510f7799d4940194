package org.affinity.reporting.report.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.affinity.reporting.report.domain.Report;

/**
 * A report as a page that needs nothing from anywhere: its style sheet is inside it and the only one its policy lets
 * through, by its hash. Every value is escaped by the template engine.
 */
@Singleton
public class ReportPage {

    private static final DateTimeFormatter TIMES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Template template;
    private final String style;
    private final String contentSecurityPolicy;

    ReportPage(@Location("shared-report.html") Template template) {
        this.template = template;
        this.style = resource("templates/shared-report.css");
        this.contentSecurityPolicy = "default-src 'none'; style-src 'sha256-" + sha256(style)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    String render(Report report) {
        return template.data("report", ReportView.of(report))
                .data("window", report.window())
                .data("style", style)
                .data("times", TIMES)
                .render();
    }

    String contentSecurityPolicy() {
        return contentSecurityPolicy;
    }

    private static String resource(String name) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
