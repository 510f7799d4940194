package org.affinity.matching.engine.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Names of the columns that every row of an index has; entries and plans refer to a column by its place here.
 *
 * @param codes columns of one byte each: a level or a code from 0 to 254, and {@link Row#UNKNOWN_CODE}
 * @param numbers columns of a whole number each, {@link Row#UNKNOWN_NUMBER} where nobody knows it
 * @param keywordSets sets of words
 */
public record Schema(List<String> codes, List<String> numbers, List<String> keywordSets) {

    public Schema {
        codes = List.copyOf(codes);
        numbers = List.copyOf(numbers);
        keywordSets = List.copyOf(keywordSets);
    }

    /** The place of a column of codes. */
    public int code(String name) {
        return place(codes, name);
    }

    /** The place of a column of numbers. */
    public int number(String name) {
        return place(numbers, name);
    }

    /** The place of a set of keywords. */
    public int keywordSet(String name) {
        return place(keywordSets, name);
    }

    /** Differs (but for one case in four milliards) when anything in the schema does. */
    public int fingerprint() {
        CRC32 crc = new CRC32();
        crc.update(List.of(codes, numbers, keywordSets).toString().getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    /** Throws unless an entry has exactly these columns. */
    public void check(Entry entry) {
        for (Row row : entry.rows()) {
            if (row.codes().length != codes.size()
                    || row.numbers().length != numbers.size()
                    || row.keywords().size() != keywordSets.size()) {
                throw new IllegalArgumentException("entry " + entry.id() + " does not fit the schema");
            }
        }
    }

    private static int place(List<String> names, String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("no column is called " + name);
        }
        return place;
    }
}
