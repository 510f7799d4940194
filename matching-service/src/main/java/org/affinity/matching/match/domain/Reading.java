package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Term;

/**
 * How the level of a signal is read from a row, in plain code and as terms of an engine: for every row, the terms' sum
 * is the weight times the level's distance from neutral, and 0 when the level is unknown.
 */
sealed interface Reading {

    /** The level, 0 to 250, or {@link Levels#UNKNOWN}. */
    int level(Row row);

    /** The same as terms of an engine. */
    List<Term> terms(int weight, int neutral);

    /**
     * Nobody asks for it.
     *
     * @param reason what the brief lacks, in words
     */
    record NotAsked(String reason) implements Reading {

        @Override
        public int level(Row row) {
            return Levels.UNKNOWN;
        }

        @Override
        public List<Term> terms(int weight, int neutral) {
            return List.of();
        }
    }

    /** The level by code: 256 levels. */
    @SuppressWarnings("ArrayRecordComponent")
    record OfCode(int column, int[] levels) implements Reading {

        /** The code is the level. */
        static OfCode identity(int column) {
            return new OfCode(column, IntStream.rangeClosed(0, Row.UNKNOWN_CODE).toArray());
        }

        @Override
        public int level(Row row) {
            return levels[row.code(column)];
        }

        @Override
        public List<Term> terms(int weight, int neutral) {
            return List.of(new Term.CodePoints(column, points(levels, weight, neutral)));
        }
    }

    /** The level by the sum of shares: 251 levels. */
    @SuppressWarnings("ArrayRecordComponent")
    record OfShares(int[] columns, int[] levels) implements Reading {

        @Override
        public int level(Row row) {
            if (row.code(columns[0]) == Row.UNKNOWN_CODE) {
                return Levels.UNKNOWN;
            }
            return levelOf(share(row));
        }

        int levelOf(int share) {
            return levels[share];
        }

        /** The share of all columns together, in levels. */
        int share(Row row) {
            int sum = IntStream.of(columns)
                    .map(row::code)
                    .filter(level -> level != Row.UNKNOWN_CODE)
                    .sum();
            return Math.min(sum, Levels.HIGHEST);
        }

        @Override
        public List<Term> terms(int weight, int neutral) {
            return List.of(new Term.SumPoints(columns, points(levels, weight, neutral)));
        }
    }

    /** The level by how many of the wanted words a row has; unknown when it has none at all in the set. */
    @SuppressWarnings("ArrayRecordComponent")
    record OfWords(int set, List<String> wanted, int[] levels) implements Reading {

        /** The share of the wanted words that is there; nobody asks when nothing of that name is wanted. */
        static Reading share(Columns.Words set, List<String> wanted, String name) {
            return wanted.isEmpty()
                    ? new NotAsked("the brief names no " + name)
                    : new OfWords(
                            Columns.place(set),
                            wanted,
                            IntStream.rangeClosed(0, wanted.size())
                                    .map(count -> Levels.of(count, wanted.size()))
                                    .toArray());
        }

        @Override
        public int level(Row row) {
            Set<String> words = row.keywords().get(set);
            return words.isEmpty() ? Levels.UNKNOWN : levelOf(count(row));
        }

        int levelOf(int count) {
            return levels[Math.min(count, levels.length - 1)];
        }

        int count(Row row) {
            Set<String> words = row.keywords().get(set);
            int count = 0;
            for (String word : wanted) {
                count += words.contains(word) ? 1 : 0;
            }
            return count;
        }

        @Override
        public List<Term> terms(int weight, int neutral) {
            return List.of(new Term.KeywordPoints(set, wanted, points(levels, weight, neutral), 0));
        }
    }

    /**
     * A name that is there as one word, or all of whose words are there, wherever they stand; unknown when neither is.
     *
     * @param words none when they could not be told from other words
     */
    record OfName(String joined, List<String> words) implements Reading {

        /** All words of a name may be there by chance. */
        private static final int WORDS_APART = 200;

        private static final int STEMS = Columns.place(Columns.Words.STEMS);

        @Override
        public int level(Row row) {
            Set<String> stems = row.keywords().get(STEMS);
            if (stems.contains(joined)) {
                return Levels.HIGHEST;
            }
            return !words.isEmpty() && stems.containsAll(words) ? WORDS_APART : Levels.UNKNOWN;
        }

        @Override
        public List<Term> terms(int weight, int neutral) {
            Term whole = all(List.of(joined), Levels.points(Levels.HIGHEST, weight, neutral));
            if (words.isEmpty()) {
                return List.of(whole);
            }
            int apart = Levels.points(WORDS_APART, weight, neutral);
            List<String> both = new ArrayList<>(words);
            both.add(joined);
            // Who has both would count for both.
            return List.of(whole, all(words, apart), all(both, -apart));
        }

        private static Term all(List<String> words, int points) {
            int[] byCount = new int[words.size() + 1];
            byCount[words.size()] = points;
            return new Term.KeywordPoints(STEMS, words, byCount, 0);
        }
    }

    /** The level by number, in steps; the first is for what nobody knows. */
    @SuppressWarnings("ArrayRecordComponent")
    record OfNumber(int column, int[] fromAscending, int[] levels) implements Reading {

        @Override
        public int level(Row row) {
            return levelOf(row.numbers()[column]);
        }

        int levelOf(int number) {
            int place = Arrays.binarySearch(fromAscending, number);
            return levels[place < 0 ? -1 - place : place + 1];
        }

        @Override
        public List<Term> terms(int weight, int neutral) {
            return List.of(new Term.NumberPoints(column, fromAscending, points(levels, weight, neutral)));
        }
    }

    /**
     * Words and categories of a text, each worth a part of the level; unknown when a row has no words.
     *
     * @param written the words by stem, as the brief writes them
     */
    record OfText(
            SequencedMap<String, Integer> stems, SequencedMap<String, Integer> categories, Map<String, String> written)
            implements Reading {

        private static final int STEMS = Columns.place(Columns.Words.STEMS);
        private static final int CATEGORIES = Columns.place(Columns.Words.TOLD_CATEGORIES);

        @Override
        public int level(Row row) {
            if (row.keywords().get(STEMS).isEmpty()) {
                return Levels.UNKNOWN;
            }
            return parts(stems, row.keywords().get(STEMS))
                    + parts(categories, row.keywords().get(CATEGORIES));
        }

        private static int parts(Map<String, Integer> parts, Set<String> words) {
            int sum = 0;
            for (Map.Entry<String, Integer> part : parts.entrySet()) {
                sum += words.contains(part.getKey()) ? part.getValue() : 0;
            }
            return sum;
        }

        @Override
        public List<Term> terms(int weight, int neutral) {
            List<Term> terms = new ArrayList<>();
            // Whoever has any word is read, and starts from nothing.
            terms.add(new Term.KeywordPoints(STEMS, List.of(), new int[] {-weight * neutral}, 0));
            stems.forEach((stem, part) ->
                    terms.add(new Term.KeywordPoints(STEMS, List.of(stem), new int[] {0, weight * part}, 0)));
            categories.forEach((category, part) ->
                    terms.add(new Term.KeywordPoints(CATEGORIES, List.of(category), new int[] {0, weight * part}, 0)));
            return terms;
        }
    }

    /**
     * Questions, each worth a part of the level when answered as wanted, nothing when answered otherwise, and its part
     * of neutral when not answered; unknown when none is.
     */
    record OfAnswers(List<Question> questions) implements Reading {

        private static final int ANSWERS = Columns.place(Columns.Words.ANSWERS);

        /** @param wanted keywords of the answers that fit */
        record Question(String question, List<String> wanted, int part, int neutralPart) {

            int part(Set<String> answers) {
                if (!answers.contains(question)) {
                    return neutralPart;
                }
                return wanted.stream().anyMatch(answers::contains) ? part : 0;
            }

            Term term(int weight, int neutral) {
                List<String> words = new ArrayList<>();
                words.add(question);
                words.addAll(wanted);
                int[] points = new int[words.size() + 1];
                Arrays.fill(points, weight * (part - neutral));
                points[0] = weight * (neutralPart - neutral);
                points[1] = -weight * neutral;
                return new Term.KeywordPoints(ANSWERS, words, points, points[0]);
            }
        }

        @Override
        public int level(Row row) {
            Set<String> answers = row.keywords().get(ANSWERS);
            if (questions.stream().noneMatch(question -> answers.contains(question.question()))) {
                return Levels.UNKNOWN;
            }
            return questions.stream()
                    .mapToInt(question -> question.part(answers))
                    .sum();
        }

        @Override
        public List<Term> terms(int weight, int neutral) {
            return IntStream.range(0, questions.size())
                    .mapToObj(i -> questions.get(i).term(weight, i == 0 ? neutral : 0))
                    .toList();
        }
    }

    private static int[] points(int[] levels, int weight, int neutral) {
        return IntStream.of(levels)
                .map(level -> Levels.points(level, weight, neutral))
                .toArray();
    }
}
