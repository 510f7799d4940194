package org.affinity.matching.engine.domain.columnar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Reads what {@link SnapshotWriter} wrote; nothing of it may be used before {@link #finish} has found it whole. */
final class SnapshotReader implements AutoCloseable {

    /** No array is longer, however the file came to say so. */
    private static final int MOST_BYTES = 1 << 28;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(SnapshotWriter.BUFFER);
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer header = ByteBuffer.allocate(SnapshotWriter.HEADER);
    private final SnapshotLabel label;
    private final long expectedChecksum;
    private long left;

    SnapshotReader(Path file, int fingerprint, int content) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // until the header is there
            }
            header.flip();
            require(
                    header.remaining() == SnapshotWriter.HEADER && header.getLong() == SnapshotWriter.MAGIC,
                    "no snapshot");
            require(header.getInt() == SnapshotWriter.FORMAT, "a snapshot of another format");
            require(header.getInt() == fingerprint, "a snapshot of another schema");
            label = new SnapshotLabel(header.getInt(), header.getLong(), header.getLong());
            require(label.content() == content, "a snapshot of other content");
            left = header.getLong();
            expectedChecksum = header.getLong();
            require(channel.size() == SnapshotWriter.HEADER + left, "a snapshot of another length");
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        buffer.flip();
    }

    int number() throws IOException {
        fill(Integer.BYTES);
        return buffer.getInt();
    }

    String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() throws IOException {
        byte[] values = new byte[count(1)];
        for (int at = 0; at < values.length; ) {
            fill(1);
            int part = Math.min(values.length - at, buffer.remaining());
            buffer.get(values, at, part);
            at += part;
        }
        return values;
    }

    char[] chars() throws IOException {
        char[] values = new char[count(Character.BYTES)];
        for (int at = 0; at < values.length; ) {
            fill(Character.BYTES);
            int part = Math.min(values.length - at, buffer.remaining() / Character.BYTES);
            buffer.asCharBuffer().get(values, at, part);
            buffer.position(buffer.position() + part * Character.BYTES);
            at += part;
        }
        return values;
    }

    int[] ints() throws IOException {
        int[] values = new int[count(Integer.BYTES)];
        for (int at = 0; at < values.length; ) {
            fill(Integer.BYTES);
            int part = Math.min(values.length - at, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(values, at, part);
            buffer.position(buffer.position() + part * Integer.BYTES);
            at += part;
        }
        return values;
    }

    long[] longs() throws IOException {
        long[] values = new long[count(Long.BYTES)];
        for (int at = 0; at < values.length; ) {
            fill(Long.BYTES);
            int part = Math.min(values.length - at, buffer.remaining() / Long.BYTES);
            buffer.asLongBuffer().get(values, at, part);
            buffer.position(buffer.position() + part * Long.BYTES);
            at += part;
        }
        return values;
    }

    /** The label, once all was read and the checksum is right. */
    SnapshotLabel finish() throws IOException {
        require(left == 0 && !buffer.hasRemaining(), "more than a snapshot");
        checksum.update(header.flip().limit(SnapshotWriter.HEADER - Long.BYTES));
        require(checksum.getValue() == expectedChecksum, "a damaged snapshot");
        return label;
    }

    /** Numbers in a file say nothing before the checksum is known: a length that cannot be is a damage. */
    int count(int width) throws IOException {
        int count = number();
        require(
                count >= 0 && (long) count * width <= Math.min(MOST_BYTES, left + buffer.remaining()),
                "a damaged snapshot");
        return count;
    }

    private void fill(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        buffer.compact();
        int start = buffer.position();
        while (buffer.hasRemaining() && left > 0) {
            int read = channel.read(buffer);
            require(read >= 0, "half a snapshot");
            left -= read;
        }
        ByteBuffer fresh = buffer.duplicate();
        fresh.flip().position(start);
        checksum.update(fresh);
        buffer.flip();
        require(buffer.remaining() >= bytes, "half a snapshot");
    }

    private static void require(boolean holds, String otherwise) throws SnapshotException {
        if (!holds) {
            throw new SnapshotException("the file is " + otherwise);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
