package org.affinity.profile.imports;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Real lists from the folder that {@code AFFINITY_TEST_DATA} names; each comes twice. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class RealListsComponentTest {

    private static byte[] list(String file) throws IOException {
        String folder = System.getenv("AFFINITY_TEST_DATA");
        assumeTrue(
                folder != null && Files.isDirectory(Path.of(folder)),
                "SKIPPED: set AFFINITY_TEST_DATA to the folder with the real creator lists to run this test");
        Path list = Path.of(folder, file);
        assumeTrue(Files.exists(list), "SKIPPED: AFFINITY_TEST_DATA has no " + file);
        return Files.readAllBytes(list);
    }

    private static JsonPath importList(String file, Map<String, String> parts) throws IOException {
        String name = Path.of(file).getFileName().toString();
        JsonPath report = Imports.runWith(Tokens.operator(), name, list(file), parts);
        assertThat(report.getString("state")).isEqualTo("SUCCEEDED");
        assertThat(report.getLong("counts.accepted")
                        + report.getLong("counts.updated")
                        + report.getLong("counts.duplicate")
                        + report.getLong("counts.rejected")
                        + report.getLong("counts.blank"))
                .isEqualTo(report.getLong("counts.records"));
        return report;
    }

    private static long profiles(JsonPath report) {
        return report.getLong("counts.accepted") + report.getLong("counts.updated");
    }

    @ParameterizedTest
    @CsvSource({
        "profiles/top1000/instagram-2022-03.csv,0,0,0,0,0,0,0",
        "profiles/top1000/instagram-2022-09.csv,1050,983,61,6,0,0,26599100000",
        "profiles/top1000/instagram-2022-11.csv,0,0,0,0,0,0,0",
        "profiles/top1000/tiktok-2022-03.csv,0,0,0,0,0,0,0",
        "profiles/top1000/tiktok-2022-09.csv,0,0,0,0,0,0,0",
        "profiles/top1000/youtube-2022-03.csv,0,0,0,0,0,0,0",
        "profiles/top1000/youtube-2022-09.csv,0,0,0,0,0,0,0",
        "profiles/top200-instagram.csv,200,0,0,0,1,0,0",
        "profiles/kim-influencers-A.tsv,17036,0,0,0,1,0,0",
        "yoo/influencers-odd-ids.csv,5627,5616,0,0,0,0,0"
    })
    void shouldTakeOverEveryProfileOnce(
            String file,
            long records,
            long profiles,
            long identical,
            long conflicting,
            long rejected,
            long blank,
            long followers)
            throws IOException {
        // When
        JsonPath report = importList(file, Map.of());
        JsonPath again = importList(file, Map.of());
        // Then
        System.out.println("TABLE " + file + " " + report.getMap("counts") + " " + report.getLong("followersSum") + " "
                + report.getMap("rejections") + report.getMap("notes") + report.getMap("mapping.columns") + " AGAIN "
                + again.getMap("counts") + report.getMap("progress"));
        assertThat(report.getLong("counts.records")).isEqualTo(records);
        assertThat(profiles(report)).isEqualTo(profiles);
        assertThat(report.getLong("counts.duplicateIdentical")).isEqualTo(identical);
        assertThat(report.getLong("counts.duplicateConflicting")).isEqualTo(conflicting);
        assertThat(report.getLong("counts.rejected")).isEqualTo(rejected);
        assertThat(report.getLong("counts.blank")).isEqualTo(blank);
        assertThat(report.getLong("followersSum")).isEqualTo(followers);
        assertThat(again.getLong("counts.accepted")).isZero();
        assertThat(again.getLong("counts.updated")).isEqualTo(profiles);
        assertThat(again.getLong("counts.unchanged")).isEqualTo(profiles);
    }
}
