package org.affinity.profile.imports;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Real lists from the folder that {@code AFFINITY_TEST_DATA} names. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class RealListsComponentTest {

    private static JsonPath importList(String file) throws IOException {
        String folder = System.getenv("AFFINITY_TEST_DATA");
        assumeTrue(
                folder != null && Files.isDirectory(Path.of(folder)),
                "SKIPPED: set AFFINITY_TEST_DATA to the folder with the real creator lists to run this test");
        Path list = Path.of(folder, file);
        assumeTrue(Files.exists(list), "SKIPPED: AFFINITY_TEST_DATA has no " + file);
        JsonPath report = Imports.run(Tokens.operator(), list.getFileName().toString(), Files.readAllBytes(list), null);
        assertThat(report.getString("state")).isEqualTo("SUCCEEDED");
        assertThat(report.getLong("counts.accepted")
                        + report.getLong("counts.updated")
                        + report.getLong("counts.duplicate")
                        + report.getLong("counts.rejected")
                        + report.getLong("counts.blank"))
                .isEqualTo(report.getLong("counts.records"));
        return report;
    }

    @Test
    void shouldImportRankedListWithDuplicates() throws IOException {
        // When
        JsonPath report = importList("profiles/top1000/instagram-2022-09.csv");
        JsonPath again = importList("profiles/top1000/instagram-2022-09.csv");
        // Then
        assertThat(report.getLong("counts.records")).isEqualTo(1050);
        assertThat(report.getLong("counts.accepted") + report.getLong("counts.updated"))
                .isEqualTo(983);
        assertThat(report.getLong("counts.duplicateIdentical")).isEqualTo(61);
        assertThat(report.getLong("counts.duplicateConflicting")).isEqualTo(6);
        assertThat(report.getLong("followersSum")).isEqualTo(26_599_100_000L);
        assertThat(again.getLong("counts.accepted")).isZero();
        assertThat(again.getLong("counts.unchanged")).isEqualTo(983);
    }

    @Test
    void shouldImportListWithDecimalCommas() throws IOException {
        // When
        JsonPath report = importList("yoo/influencers-odd-ids.csv");
        // Then
        assertThat(report.getLong("counts.records")).isEqualTo(5627);
        assertThat(report.getLong("counts.accepted") + report.getLong("counts.updated"))
                .isEqualTo(5616);
        assertThat(report.getLong("counts.duplicate")).isEqualTo(11);
        assertThat(report.getList("mapping.columns.engagementRate"))
                .containsExactly("instagram_average_engagement_rate");
    }

    @Test
    void shouldImportOtherShapes() throws IOException {
        // When
        JsonPath percent = importList("profiles/top200-instagram.csv");
        JsonPath tabs = importList("profiles/kim-influencers-A.tsv");
        JsonPath swapped = importList("profiles/top1000/instagram-2022-11.csv");
        JsonPath channels = importList("profiles/top1000/youtube-2022-09.csv");
        JsonPath views = importList("profiles/top1000/tiktok-2022-03.csv");
        // Then
        assertThat(percent.getLong("counts.rejected")).isEqualTo(1);
        assertThat(percent.getLong("counts.records")).isEqualTo(200);
        assertThat(tabs.getLong("counts.records")).isEqualTo(17_036);
        assertThat(tabs.getLong("counts.rejected")).isEqualTo(1);
        assertThat(swapped.getList("mapping.columns.handle")).containsExactly("Name");
        assertThat(swapped.getLong("counts.rejected")).isZero();
        assertThat(channels.getString("mapping.platform")).isEqualTo("YOUTUBE");
        assertThat(views.getLong("counts.rejected")).isZero();
    }
}
