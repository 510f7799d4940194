package org.affinity.reporting.report.web;

import java.net.URI;
import org.affinity.reporting.report.domain.ShareToken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReportResourceTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org/v1/shared-reports/abc",
        "https://example.org/, https://example.org/v1/shared-reports/abc",
        "https://example.org/affinity, https://example.org/affinity/v1/shared-reports/abc",
        "https://example.org/affinity/, https://example.org/affinity/v1/shared-reports/abc"
    })
    void shouldPutShareLinksBelowThePublicAddress(URI publicUrl, String link) {
        // When
        URI address = ReportResource.address(publicUrl, new ShareToken("abc"));

        // Then
        assertThat(address).hasToString(link);
    }
}
