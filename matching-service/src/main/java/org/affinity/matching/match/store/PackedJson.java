package org.affinity.matching.match.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import org.affinity.matching.match.domain.SavedJson;

/**
 * How saved JSON lies in the database: its length in four bytes, little-endian, and one block of LZ4, as lz4-java and
 * python-lz4 write them. A match says much the same of every creator, so it shrinks to a small part, in a fraction of
 * the time that PostgreSQL's own compression or writing it in full would take.
 */
final class PackedJson {

    private static final int LENGTH_BYTES = 4;
    /** Plain Java: nothing native is unpacked and loaded. */
    private static final LZ4Factory LZ4 = LZ4Factory.safeInstance();

    private PackedJson() {}

    static byte[] pack(SavedJson json) {
        byte[] plain = json.bytes();
        LZ4Compressor compressor = LZ4.fastCompressor();
        byte[] packed = new byte[LENGTH_BYTES + compressor.maxCompressedLength(plain.length)];
        ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(plain.length);
        int length = compressor.compress(plain, 0, plain.length, packed, LENGTH_BYTES);
        return Arrays.copyOf(packed, LENGTH_BYTES + length);
    }

    static SavedJson unpack(byte[] packed) {
        int length = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] plain = new byte[length];
        LZ4.safeDecompressor().decompress(packed, LENGTH_BYTES, packed.length - LENGTH_BYTES, plain, 0, length);
        return SavedJson.of(plain);
    }
}
