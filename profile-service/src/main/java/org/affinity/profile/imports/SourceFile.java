package org.affinity.profile.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.affinity.profile.imports.domain.Header;
import org.affinity.profile.imports.domain.RawRecord;

/**
 * A creator list as uploaded, with its format found out: text encoding (a byte order mark, else UTF-8, else
 * Windows-1252), and one JSON object per line or delimited text.
 */
final class SourceFile {

    private static final int SAMPLE_SIZE = 200;
    private static final int PIECE = 8_192;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final byte[] content;
    private final Charset charset;
    private final int bomLength;
    private final RecordFormat format;

    private SourceFile(byte[] content, Charset charset, int bomLength) {
        this.content = content;
        this.charset = charset;
        this.bomLength = bomLength;
        this.format = looksLikeJson() ? JsonLinesFormat.of(this::reader) : DelimitedFormat.of(this::reader);
    }

    /**
     * Opens an uploaded file.
     *
     * @throws UnreadableFileException when it holds no list
     */
    static SourceFile open(byte[] content) {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return new SourceFile(content, StandardCharsets.UTF_8, 3);
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return new SourceFile(content, StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return new SourceFile(content, StandardCharsets.UTF_16BE, 2);
        }
        return new SourceFile(content, isUtf8(content) ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    /** The columns. */
    Header header() {
        return format.header();
    }

    /** What was found out, for the report, such as {@code CSV, delimiter ',', UTF-8}. */
    String description() {
        return format.description() + ", " + charset.name();
    }

    /** The first records, for guessing. */
    List<List<String>> sample() {
        var sample = new ArrayList<List<String>>();
        forEach(row -> {
            if (row.defect() == null && !row.isBlank()) {
                sample.add(row.cells());
            }
            return sample.size() < SAMPLE_SIZE;
        });
        return sample;
    }

    /**
     * Hands over each record in order while the reader asks for more.
     *
     * @throws UnreadableFileException when the rest of the file cannot be taken apart
     */
    void forEach(Predicate<RawRecord> reader) {
        try (Reader text = reader()) {
            format.read(text, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reader reader() {
        return new InputStreamReader(new ByteArrayInputStream(content, bomLength, content.length - bomLength), charset);
    }

    private boolean looksLikeJson() {
        try (Reader text = reader()) {
            int character = text.read();
            while (character >= 0 && Character.isWhitespace(character)) {
                character = text.read();
            }
            if (character == '[') {
                throw new UnreadableFileException(
                        "The file is a JSON array; send one JSON object per line (NDJSON) instead.");
            }
            return character == '{';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decodes piece by piece into the same buffer: the text of a whole file is twice its size. */
    private static boolean isUtf8(byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer piece = CharBuffer.allocate(PIECE);
        CoderResult result;
        do {
            piece.clear();
            result = decoder.decode(bytes, piece, true);
        } while (result.isOverflow());
        return !result.isError();
    }

    private static boolean startsWith(byte[] content, int... mark) {
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
}
