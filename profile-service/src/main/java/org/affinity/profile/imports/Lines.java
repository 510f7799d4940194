package org.affinity.profile.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Reads lines, of which none can fill the memory: one that is too long is handed over as its beginning. */
final class Lines implements AutoCloseable {

    /** Characters of a line that are enough to know it is too long. */
    static final int LONGEST = 1_000_000;

    private final BufferedReader text;

    Lines(Reader text) {
        this.text = new BufferedReader(text);
    }

    /** The next line without its end, null after the last. */
    String next() throws IOException {
        int character = text.read();
        if (character < 0) {
            return null;
        }
        var line = new StringBuilder();
        while (character >= 0 && character != '\n') {
            if (line.length() <= LONGEST) {
                line.append((char) character);
            }
            character = text.read();
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
