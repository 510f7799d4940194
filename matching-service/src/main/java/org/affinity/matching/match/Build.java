package org.affinity.matching.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.lucene.util.Version;

/** Tells builds of this service apart: code and data decide how a creator is encoded, and texts are cut by Lucene. */
final class Build {

    private Build() {}

    /** A checksum of the classes and resources of this service. */
    static int fingerprint() {
        CRC32 checksum = new CRC32();
        checksum.update(Version.LATEST.toString().getBytes(StandardCharsets.UTF_8));
        CodeSource source = Build.class.getProtectionDomain().getCodeSource();
        try (Stream<Path> all = Files.walk(Path.of(source.getLocation().toURI()))) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                checksum.update(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("This service's own code cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("This service's own code is at no usual place", e);
        }
        return (int) checksum.getValue();
    }
}
