package org.affinity.matching.engine.domain.columnar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Numbers for words, one after the other over all keyword sets; words are never forgotten. One thread adds at a time.
 */
final class Dictionary {

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final List<Map<String, Integer>> numbers;
    private final List<Word> words = new ArrayList<>();

    /** A word of a keyword set. */
    record Word(int set, String text) {

        /** In place of one that no row has. */
        static final Word UNUSED = new Word(-1, "");
    }

    Dictionary(int sets) {
        numbers = Stream.<Map<String, Integer>>generate(ConcurrentHashMap::new)
                .limit(sets)
                .toList();
    }

    /** Numbers of all words of a row, ascending; new words get one. */
    int[] add(List<Set<String>> keywords) {
        int count = 0;
        for (Set<String> set : keywords) {
            count += set.size();
        }
        int[] row = new int[count];
        int place = 0;
        for (int set = 0; set < keywords.size(); set++) {
            for (String word : keywords.get(set)) {
                row[place++] = add(set, word);
            }
        }
        Arrays.sort(row);
        return row;
    }

    int add(int set, String word) {
        Integer known = numbers.get(set).get(word);
        if (known != null) {
            return known;
        }
        words.add(new Word(set, word));
        numbers.get(set).put(word, words.size() - 1);
        return words.size() - 1;
    }

    /** Leaves out a number that no row has any more. */
    void skip() {
        words.add(Word.UNUSED);
    }

    /** Numbers of those of the words that any row ever had. */
    int[] known(int set, Iterable<String> wanted) {
        List<Integer> found = new ArrayList<>();
        for (String word : wanted) {
            Integer number = numbers.get(set).get(word);
            if (number != null) {
                found.add(number);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** All words in the order of their numbers. */
    List<Word> words() {
        return words;
    }

    /**
     * A hash of the words of a row, in whatever order a set gives them; 64 bits, so that two different rows practically
     * never share one.
     */
    static long hash(List<Set<String>> keywords) {
        long hash = 0;
        for (int set = 0; set < keywords.size(); set++) {
            for (String word : keywords.get(set)) {
                hash += hash(set, word);
            }
        }
        return hash;
    }

    /** FNV-1a of the set and the characters, then mixed. */
    private static long hash(int set, String word) {
        long hash = (FNV_OFFSET ^ set) * FNV_PRIME;
        for (int place = 0; place < word.length(); place++) {
            hash = (hash ^ word.charAt(place)) * FNV_PRIME;
        }
        return mix(hash);
    }

    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
