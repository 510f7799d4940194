package org.affinity.profile.imports;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files compressed with gzip (RFC 1952), inflated to the local disk up to a limit. */
final class Compression {

    private static final int BUFFER = 1 << 16;

    private Compression() {}

    static boolean isCompressed(Path file) throws IOException {
        return TextFile.startsWith(TextFile.head(file, 2), 0x1F, 0x8B);
    }

    /** The content in a file of its own, which the caller deletes. */
    static Path inflate(Path file, long limit) throws IOException {
        Path target = Files.createTempFile("affinity-import", ".inflated");
        try (InputStream content = new GZIPInputStream(Files.newInputStream(file), BUFFER);
                OutputStream inflated = new BufferedOutputStream(Files.newOutputStream(target), BUFFER)) {
            copy(content, inflated, limit);
            return target;
        } catch (ZipException | EOFException broken) {
            Files.delete(target);
            throw new UnreadableFileException("The file is compressed with gzip, but broken or cut off.");
        } catch (IOException | RuntimeException e) {
            Files.delete(target);
            throw e;
        }
    }

    private static void copy(InputStream content, OutputStream target, long limit) throws IOException {
        var buffer = new byte[BUFFER];
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            if (size > limit) {
                throw tooLarge(limit);
            }
            target.write(buffer, 0, read);
        }
    }

    /** Refuses what grows beyond the limit when it is inflated. */
    static UnreadableFileException tooLarge(long limit) {
        return new UnreadableFileException(
                "The file has more than " + (limit >> 20) + " MiB when it is not compressed; send it in parts.");
    }
}
