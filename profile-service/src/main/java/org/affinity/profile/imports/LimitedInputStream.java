package org.affinity.profile.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a part of an archive that grows beyond all measure when it is inflated. */
final class LimitedInputStream extends FilterInputStream {

    private final long limit;
    private long read;

    LimitedInputStream(InputStream content, long limit) {
        super(content);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit) {
            throw Compression.tooLarge(limit);
        }
    }
}
