package org.affinity.profile.imports.domain;

/** Text without the characters that no database text can hold: NUL and halves of a surrogate pair. */
final class StorableText {

    private static final int REPLACEMENT = 0xFFFD;

    private StorableText() {}

    /** The text with a replacement character in the place of each of them. */
    static String of(String text) {
        var storable = new StringBuilder();
        text.codePoints().map(point -> isStorable(point) ? point : REPLACEMENT).forEach(storable::appendCodePoint);
        return storable.toString();
    }

    private static boolean isStorable(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
