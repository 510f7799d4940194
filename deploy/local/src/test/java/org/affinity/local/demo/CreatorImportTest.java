package org.affinity.local.demo;

import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CreatorImportTest {

    @Test
    void shouldAcceptAReportThatAccountsForEveryRecord() {
        assertThatCode(() -> CreatorImport.requireAllAccountedFor(ApiClient.body(
                        Map.of("records", 10, "accepted", 4, "updated", 3, "duplicate", 2, "rejected", 1, "blank", 0))))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseAReportThatLostARecord() {
        assertThatThrownBy(() ->
                        CreatorImport.requireAllAccountedFor(ApiClient.body(Map.of("records", 10, "accepted", 9))))
                .hasMessageContaining("add up to 9, not to 10");
    }
}
