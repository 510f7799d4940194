package org.affinity.kit.problem;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommonProblemTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "28P01", "40P01", "53300", "57P01", "58030"})
    void shouldTakeForPassingWhatTheDatabaseItselfIsTheReasonOf(String state) {
        assertThat(CommonProblem.isPassing(new SQLException("", state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22003", "23505", "25P02", "42501"})
    void shouldNotTakeForPassingWhatTheStatementIsTheReasonOf(String state) {
        assertThat(CommonProblem.isPassing(new SQLException("", state))).isFalse();
    }

    @Test
    void shouldTakeForPassingWhatNeverReachedTheDatabase() {
        assertThat(CommonProblem.isPassing(new SQLException("the pool is empty")))
                .isTrue();
    }
}
