package org.affinity.profile.creator.domain;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * UTF-8 that was once read as Windows-1252 ({@code CÃ´te}), read right. Only a text that as a whole is UTF-8 when it is
 * written back is repaired; a text that merely holds such a letter ({@code SÃO}) stays as it is.
 */
public final class Mojibake {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** How often one text may have been misread; each time makes two letters of one. */
    private static final int MOST_ROUNDS = 2;

    private Mojibake() {}

    /** The text that was meant; empty when there is nothing to repair. */
    public static Optional<String> repaired(String text) {
        String best = text;
        for (int round = 0; round < MOST_ROUNDS && isSuspicious(best); round++) {
            String decoded = decoded(best);
            if (decoded == null) {
                break;
            }
            best = decoded;
        }
        return best.equals(text) ? Optional.empty() : Optional.of(best);
    }

    /** Whether there is a letter that a first byte of UTF-8 becomes, with another one behind it. */
    private static boolean isSuspicious(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) >= '\u00c2' && text.charAt(i) <= '\u00f4' && text.charAt(i + 1) >= '\u0080') {
                return true;
            }
        }
        return false;
    }

    private static String decoded(String text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes(text))
                    .toString();
        } catch (CharacterCodingException notMisread) {
            return null;
        }
    }

    /** The bytes in Windows-1252; many programs read its five unused ones as control characters. */
    private static ByteBuffer bytes(String text) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        var encoder = WINDOWS.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= '\u0080' && character < '\u00a0') {
                bytes.put((byte) character);
            } else {
                bytes.put(encoder.encode(CharBuffer.wrap(text, i, i + 1)));
            }
        }
        return bytes.flip();
    }
}
