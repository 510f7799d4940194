package org.affinity.profile.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the archive of an export: JSON files by service, a manifest with their sums, and a text for people. */
@ApplicationScoped
class ArchiveWriter {

    private static final String README = """
            This archive holds all that Affinity keeps about you (GDPR, articles 15 and 20).

            Each folder is a service, each file a list of JSON objects, one for each row that is kept about you; the
            names of the fields are those of the database. Times are UTC. manifest.json lists every file with its number
            of rows and its SHA-256. An empty list means that nothing of that kind is kept.

            profile-service/    your profile, accounts, the history of their figures, records of imported lists that led
                                to you, contested data, and (disclosure.json) which organisation got your data, by day
            campaign-service/   your places in proposals, your invitations and collaborations with every message
            matching-service/   what matching knows of you, and what matches decided with score and reasons
            reporting-service/  your posts, the readings of their figures, the reports they count in, and the webhooks
                                that named you with the organisations that received them

            You may ask for correction (POST /v1/creators/{creatorId}/contests) and for erasure
            (POST /v1/erasure-requests), and you may complain to the data protection authority of your country.
            """;

    private final ObjectWriter json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    byte[] write(UUID exportId, UUID creatorId, Instant at, Map<String, Map<String, List<JsonNode>>> services) {
        var bytes = new ByteArrayOutputStream();
        List<Map<String, Object>> files = new ArrayList<>();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var service : services.entrySet()) {
                for (var file : service.getValue().entrySet()) {
                    String name = service.getKey() + "/" + file.getKey() + ".json";
                    byte[] content = json.writeValueAsBytes(file.getValue());
                    files.add(Map.of("name", name, "rows", file.getValue().size(), "sha256", sha256(content)));
                    add(zip, name, content);
                }
            }
            add(
                    zip,
                    "manifest.json",
                    json.writeValueAsBytes(Map.of(
                            "format", "affinity-data-export-v1",
                            "exportId", exportId.toString(),
                            "creatorId", creatorId.toString(),
                            "createdAt", at.toString(),
                            "files", files)));
            add(zip, "README.txt", README.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
