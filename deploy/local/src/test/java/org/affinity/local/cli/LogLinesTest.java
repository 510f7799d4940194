package org.affinity.local.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogLinesTest {

    @Test
    void shouldShowMessageAndCauses() {
        assertThat(LogLines.readable("{\"timestamp\":\"2026-11-22T05:02:07.211984928Z\",\"level\":\"ERROR\","
                        + "\"message\":\"Failed to start\",\"exception\":{\"exceptionType\":\"A\",\"message\":\"one\","
                        + "\"causedBy\":{\"exception\":{\"exceptionType\":\"B\",\"message\":\"two\\nlines\"}}}}"))
                .isEqualTo("05:02:07.211 ERROR Failed to start\n  caused by A: one\n  caused by B: two lines");
    }

    @Test
    void shouldLeaveOtherTextAsItIs() {
        assertThat(LogLines.readable("{ not json")).isEqualTo("{ not json");
        assertThat(LogLines.readable("plain")).isEqualTo("plain");
    }
}
