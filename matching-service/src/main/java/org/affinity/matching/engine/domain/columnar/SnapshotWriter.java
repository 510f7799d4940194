package org.affinity.matching.engine.domain.columnar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Writes a snapshot beside its place and moves it there when it is whole: a header (what it is, version of the format,
 * fingerprint of schema and layout, label, length of what follows, checksum of all else), then numbers.
 */
final class SnapshotWriter implements AutoCloseable {

    /** "AFFINIDX". */
    static final long MAGIC = 0x414646494E494458L;
    /** Raised when anything about the content changes. */
    static final int FORMAT = 4;

    static final int HEADER = 5 * Long.BYTES + 3 * Integer.BYTES;
    static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path beside;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final CRC32C checksum = new CRC32C();
    private long length;

    SnapshotWriter(Path file) throws IOException {
        this.file = file;
        beside = file.resolveSibling(file.getFileName() + ".new");
        channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        channel.position(HEADER);
    }

    void number(int value) throws IOException {
        room(Integer.BYTES);
        buffer.putInt(value);
    }

    void text(String value) throws IOException {
        bytes(value.getBytes(StandardCharsets.UTF_8), -1);
    }

    /** The first so many bytes, with their count; all when negative. */
    void bytes(byte[] values, int count) throws IOException {
        int end = count < 0 ? values.length : count;
        number(end);
        for (int at = 0; at < end; ) {
            room(1);
            int part = Math.min(end - at, buffer.remaining());
            buffer.put(values, at, part);
            at += part;
        }
    }

    void chars(char[] values) throws IOException {
        number(values.length);
        for (int at = 0; at < values.length; ) {
            room(Character.BYTES);
            int part = Math.min(values.length - at, buffer.remaining() / Character.BYTES);
            buffer.asCharBuffer().put(values, at, part);
            buffer.position(buffer.position() + part * Character.BYTES);
            at += part;
        }
    }

    void ints(int[] values) throws IOException {
        number(values.length);
        for (int at = 0; at < values.length; ) {
            room(Integer.BYTES);
            int part = Math.min(values.length - at, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(values, at, part);
            buffer.position(buffer.position() + part * Integer.BYTES);
            at += part;
        }
    }

    void longs(long[] values) throws IOException {
        number(values.length);
        for (int at = 0; at < values.length; ) {
            room(Long.BYTES);
            int part = Math.min(values.length - at, buffer.remaining() / Long.BYTES);
            buffer.asLongBuffer().put(values, at, part);
            buffer.position(buffer.position() + part * Long.BYTES);
            at += part;
        }
    }

    /** Writes the header and puts the file into its place. */
    void finish(int fingerprint, SnapshotLabel label) throws IOException {
        flush();
        ByteBuffer header = ByteBuffer.allocate(HEADER)
                .putLong(MAGIC)
                .putInt(FORMAT)
                .putInt(fingerprint)
                .putInt(label.content())
                .putLong(label.generation())
                .putLong(label.changeNumber())
                .putLong(length);
        checksum.update(header.duplicate().flip());
        header.putLong(checksum.getValue()).flip();
        channel.write(header, 0);
        channel.force(true);
        channel.close();
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        length += buffer.remaining();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(beside);
    }
}
