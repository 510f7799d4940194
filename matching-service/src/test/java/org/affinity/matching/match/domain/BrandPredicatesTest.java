package org.affinity.matching.match.domain;

import org.affinity.matching.engine.domain.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.assertj.core.api.Assertions.assertThat;

class BrandPredicatesTest {

    private static final BrandPredicates PREDICATES = new BrandPredicates(ShippedData.RULES);

    @ParameterizedTest
    @CsvSource({"2026-03-01, 9999-12-31", "0001-01-01, 2026-03-31", "0001-01-01, 9999-12-31", "9000-01-01, 9999-12-31"})
    void shouldAskForFewWordsHoweverLongACampaignIs(String first, String last) {
        // Given
        Brief brief = brief().dates(first, last)
                .conditions(Asked.competitors("Sommet"))
                .build();

        // When
        Predicate competitors = PREDICATES.competitors(brief, ShippedData.AS_OF);

        // Then: a word for undated work, and of 110 years those of the days and months before the first whole one
        assertThat(words(competitors)).isBetween(1, 1 + 30 + 11 + 110);
    }

    private static int words(Predicate predicate) {
        var none = (Predicate.Not) predicate;
        return ((Predicate.AnyKeyword) none.part()).words().size();
    }
}
