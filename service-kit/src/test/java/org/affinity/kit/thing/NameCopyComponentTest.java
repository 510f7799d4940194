package org.affinity.kit.thing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.test.AffinityTestStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A copy of names refuses others once it is complete, and never before. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class NameCopyComponentTest {

    private static final Integer UNTOLD = null;
    private static final SequencedMap<String, String> OTHER = new LinkedHashMap<>(Map.of("/name", "CUP"));

    private final ThingNames names;

    private final AgroalDataSource dataSource;

    NameCopyComponentTest(ThingNames names, AgroalDataSource dataSource) {
        this.names = names;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void forgetAll() {
        names.clear();
    }

    private void assertTaken() {
        assertThatCode(() -> names.requireKnown(OTHER)).doesNotThrowAnyException();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> names.requireKnown(OTHER)).isInstanceOf(DomainException.class);
    }

    @Test
    void shouldNameWhatIsUnknownAndWhatIsKnown() {
        // Given
        names.store("SPOON", 1, 2);
        names.store("FORK", 1, 2);
        SequencedMap<String, String> asked = new LinkedHashMap<>();
        asked.put("/things/0", "FORK");
        asked.put("/things/1", "CUP");

        // Then
        assertThatThrownBy(() -> names.requireKnown(asked)).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(CommonProblem.VALIDATION_FAILED);
            assertThat(refusal.errors())
                    .containsExactly(FieldError.at("/things/1", "thing", "must be one of [FORK, SPOON]"));
        });
        assertThat(names.known()).containsExactly("FORK", "SPOON");
    }

    @Test
    void shouldTakeAnyNameUntilAllWereHeardOf() {
        assertTaken();
        names.store("SPOON", 1, 2);
        assertTaken();
        names.store("FORK", 1, 2);
        assertRefused();
    }

    @Test
    void shouldTakeAnyNameWhileNobodySaidHowManyThereAre() {
        // When
        names.store("SPOON", 1, UNTOLD);
        names.store("FORK", 1, UNTOLD);

        // Then
        assertTaken();
    }

    @Test
    void shouldAskTheTableNoMoreForNamesThatItHad() throws Exception {
        // Given
        names.store("CUP", 1, 1);
        assertTaken();

        // When
        try (Connection connection = dataSource.getConnection()) {
            connection.createStatement().executeUpdate("update thing_name set name = 'SPOON'");
        }

        // Then
        assertThat(names.known()).containsExactly("SPOON");
        assertTaken();
    }

    @Test
    void shouldNotRememberNamesBeyondTheirTable() {
        // Given
        names.store("CUP", 1, 1);
        assertTaken();

        // When
        names.clear();
        names.store("SPOON", 1, 1);

        // Then
        assertRefused();
    }

    @Test
    void shouldHearFromTheSameVersionHowManyThereAre() {
        // Given
        names.store("SPOON", 3, UNTOLD);

        // When
        names.store("SPOON", 3, 1);

        // Then
        assertRefused();
    }

    @Test
    void shouldNotForgetHowManyThereAreWhenANewerVersionDoesNotSay() {
        // Given
        names.store("SPOON", 1, 1);

        // When
        names.store("SPOON", 2, UNTOLD);

        // Then
        assertRefused();
    }

    @Test
    void shouldPassOverOlderVersions() {
        // Given
        names.store("SPOON", 3, UNTOLD);

        // When
        names.store("SPOON", 2, 1);

        // Then
        assertTaken();
    }
}
