package org.affinity.profile.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of text with its encoding found out: a byte order mark, else zeros where UTF-16 has them, else UTF-8 when all
 * of the file is, else Windows-1252.
 */
record TextFile(Path path, Charset charset, int bomLength) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;
    private static final int HEAD = 4_096;

    /** Text in a language of Latin letters is about half zeros in UTF-16, all on one side of each pair. */
    private static final double SHARE_OF_ZEROS = 0.3;

    static TextFile of(Path path) throws IOException {
        byte[] head = head(path, HEAD);
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new TextFile(path, StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new TextFile(path, StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new TextFile(path, StandardCharsets.UTF_16BE, 2);
        }
        if (zeros(head, 1) > SHARE_OF_ZEROS && zeros(head, 0) < zeros(head, 1) / 2) {
            return new TextFile(path, StandardCharsets.UTF_16LE, 0);
        }
        if (zeros(head, 0) > SHARE_OF_ZEROS && zeros(head, 1) < zeros(head, 0) / 2) {
            return new TextFile(path, StandardCharsets.UTF_16BE, 0);
        }
        return new TextFile(path, isUtf8(path) ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    /** The text from its start. */
    Reader reader() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        bytes.skipNBytes(bomLength);
        return new InputStreamReader(bytes, charset);
    }

    /** The first bytes of a file. */
    static byte[] head(Path path, int length) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            return bytes.readNBytes(length);
        }
    }

    static boolean startsWith(byte[] content, int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static double zeros(byte[] head, int from) {
        int zeros = 0;
        for (int i = from; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return head.length < 2 ? 0 : zeros / (head.length / 2.0);
    }

    /** Decodes piece by piece into the same buffers: the text of a whole file is twice its size. */
    private static boolean isUtf8(Path path) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer text = CharBuffer.allocate(BUFFER);
        try (ReadableByteChannel channel = Channels.newChannel(Files.newInputStream(path))) {
            boolean atEnd = false;
            while (!atEnd) {
                atEnd = channel.read(bytes) < 0;
                bytes.flip();
                CoderResult result = decoder.decode(bytes, text.clear(), atEnd);
                while (result.isOverflow()) {
                    result = decoder.decode(bytes, text.clear(), atEnd);
                }
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
            }
            return true;
        }
    }
}
