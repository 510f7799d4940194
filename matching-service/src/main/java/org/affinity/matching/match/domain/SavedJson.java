package org.affinity.matching.match.domain;

import java.nio.charset.StandardCharsets;

/** JSON that was written once, and is saved, answered and read again byte for byte. */
public final class SavedJson {

    private final byte[] bytes;

    private SavedJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * JSON as these bytes.
     *
     * @param bytes UTF-8; not to be changed afterwards
     */
    public static SavedJson of(byte[] bytes) {
        return new SavedJson(bytes);
    }

    /** JSON as this text. */
    public static SavedJson of(String text) {
        return new SavedJson(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes themselves, no copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** The first characters, as many as asked for where there are so many. */
    public String start(int length) {
        return new String(bytes, 0, Math.min(length, bytes.length), StandardCharsets.UTF_8);
    }

    /** All of it as text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SavedJson[" + bytes.length + " bytes]";
    }
}
