package org.affinity.matching.match.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import org.affinity.matching.match.domain.SavedJson;
import org.jboss.logging.Logger;

/**
 * How saved JSON lies in the database: its length in four bytes, little-endian, and one block of LZ4, as lz4-java and
 * python-lz4 write them. A match says much the same of every creator, so it shrinks to a small part, in a fraction of
 * the time that PostgreSQL's own compression or writing it in full would take.
 */
final class PackedJson {

    private static final Logger LOG = Logger.getLogger(PackedJson.class);
    private static final int LENGTH_BYTES = 4;

    private static final LZ4Factory LZ4 = factory();

    private PackedJson() {}

    /** A native library where it can be unpacked and loaded, several times as fast; plain Java elsewhere. */
    private static LZ4Factory factory() {
        try {
            return LZ4Factory.nativeInstance();
        } catch (LinkageError | AssertionError | RuntimeException e) {
            LOG.info("Saved matches are packed by plain Java: LZ4's native library cannot be loaded", e);
            return LZ4Factory.safeInstance();
        }
    }

    static byte[] pack(SavedJson json) {
        return pack(json, LZ4);
    }

    static byte[] pack(SavedJson json, LZ4Factory lz4) {
        byte[] plain = json.bytes();
        LZ4Compressor compressor = lz4.fastCompressor();
        byte[] packed = new byte[LENGTH_BYTES + compressor.maxCompressedLength(plain.length)];
        ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(plain.length);
        int length = compressor.compress(plain, 0, plain.length, packed, LENGTH_BYTES);
        return Arrays.copyOf(packed, LENGTH_BYTES + length);
    }

    static SavedJson unpack(byte[] packed) {
        return unpack(packed, LZ4);
    }

    static SavedJson unpack(byte[] packed, LZ4Factory lz4) {
        int length = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] plain = new byte[length];
        lz4.safeDecompressor().decompress(packed, LENGTH_BYTES, packed.length - LENGTH_BYTES, plain, 0, length);
        return SavedJson.of(plain);
    }
}
