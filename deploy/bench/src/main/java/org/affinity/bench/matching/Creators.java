package org.affinity.bench.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Row;

/** Invented creators in plain columns; every one is a function of the seed and its number alone. */
final class Creators {

    /** Of the state that every creator has at first. */
    static final long VERSION = 1;

    final int size;
    private final int first;
    /** By column of codes, then creator. */
    final byte[][] codes;

    final int[][] numbers;
    /** By set, then creator: keyword or brand numbers, ascending. */
    final int[][][] words;

    Creators(int size) {
        this(0, size);
    }

    /** Those from a number on; they are at 0 and so on in the columns. */
    Creators(int first, int size) {
        this.first = first;
        this.size = size;
        codes = new byte[World.CODES][size];
        numbers = new int[World.NUMBERS][size];
        words = new int[2][size][];
        IntStream.range(0, size).parallel().forEach(number -> new CreatorLaw(first + number, 0).writeTo(this, number));
    }

    /** Ids are spread evenly, as random ones are, and never the same. */
    static UUID id(int number) {
        SplittableRandom random = new SplittableRandom(number);
        return new UUID(random.nextLong(), (random.nextLong() << 32) | number);
    }

    /** The creator as an entry of the engine. */
    Entry entry(int number) {
        return new Entry(id(first + number), VERSION, List.of(row(number)));
    }

    private Row row(int number) {
        byte[] ofRow = new byte[World.CODES];
        for (int column = 0; column < World.CODES; column++) {
            ofRow[column] = codes[column][number];
        }
        int[] numbersOfRow = new int[World.NUMBERS];
        Arrays.setAll(numbersOfRow, column -> numbers[column][number]);
        return new Row(ofRow, numbersOfRow, List.of(texts(words[0][number]), texts(words[1][number])));
    }

    /** The same creator with all of its audience and signals drawn again; what it is stays. */
    Entry changed(int number, int version) {
        CreatorLaw redrawn = new CreatorLaw(number, version);
        return new Entry(
                id(number), version + 1L, List.of(redrawn.row(texts(words[0][number]), texts(words[1][number]))));
    }

    /** The next state of somebody who has other followers, another price and the levels that follow from these. */
    static Entry withOtherFigures(Entry entry) {
        Row row = entry.rows().getFirst();
        byte[] codes = row.codes().clone();
        for (int column : new int[] {World.ENGAGEMENT, World.CHEAPNESS}) {
            codes[column] = (byte) ((row.code(column) + 7) % (Row.HIGHEST_LEVEL + 1));
        }
        int[] numbers = Arrays.stream(row.numbers()).map(number -> number + 1).toArray();
        // Above those of all states that were drawn.
        return new Entry(
                entry.id(), Integer.MAX_VALUE + entry.version(), List.of(new Row(codes, numbers, row.keywords())));
    }

    private static Set<String> texts(int[] words) {
        return Arrays.stream(words).mapToObj(Creators::text).collect(Collectors.toSet());
    }

    static String text(int word) {
        return "w" + word;
    }
}
