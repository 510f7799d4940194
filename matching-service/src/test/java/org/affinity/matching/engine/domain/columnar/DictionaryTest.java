package org.affinity.matching.engine.domain.columnar;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DictionaryTest {

    @Test
    void shouldHashTheSameWordsAlikeInWhateverOrder() {
        assertThat(hash(ordered("food", "travel", "été"), Set.of()))
                .isEqualTo(hash(ordered("été", "food", "travel"), Set.of()));
    }

    @Test
    void shouldHashOtherWordsOtherwise() {
        long one = hash(Set.of("Aa", "food"), Set.of());

        assertThat(List.of(
                        // As strings, both have the same hash.
                        hash(Set.of("BB", "food"), Set.of()),
                        hash(Set.of("food"), Set.of("Aa")),
                        hash(Set.of("Aa"), Set.of("food")),
                        hash(Set.of("food"), Set.of()),
                        hash(Set.of("Aafood"), Set.of()),
                        hash(Set.of(), Set.of())))
                .doesNotContain(one)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldHashLikeWordsOfOtherSetsOtherwise() {
        assertThat(hash(Set.of("mike"), Set.of())).isNotEqualTo(hash(Set.of(), Set.of("nike")));
        assertThat(hash(Set.of("art"), Set.of())).isNotEqualTo(hash(Set.of(), Set.of("brt")));
    }

    private static long hash(Set<String> first, Set<String> second) {
        return Dictionary.hash(List.of(first, second));
    }

    private static Set<String> ordered(String... words) {
        return new LinkedHashSet<>(List.of(words));
    }
}
