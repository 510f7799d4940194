package org.affinity.profile.imports;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.affinity.profile.ProfileApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Real lists from the folder that {@code AFFINITY_TEST_DATA} names; each comes twice. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class RealListsComponentTest {

    private static final List<String> MONTHS = List.of("2022-03", "2022-09", "2022-11");
    private static final List<List<Integer>> ORDERS = List.of(
            List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2), List.of(1, 2, 0), List.of(2, 0, 1), List.of(2, 1, 0));

    @Inject
    AgroalDataSource dataSource;

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
        "profiles/top1000/instagram-2022-03.csv,1000,997,0,3,0,0,25463000000",
        "profiles/top1000/instagram-2022-09.csv,1050,983,61,6,0,0,26599100000",
        "profiles/top1000/instagram-2022-11.csv,1000,998,2,0,0,0,26724200000",
        "profiles/top1000/tiktok-2022-03.csv,1000,987,11,2,0,0,6793709200",
        "profiles/top1000/tiktok-2022-09.csv,1000,996,2,2,0,0,7018511300",
        "profiles/top1000/youtube-2022-03.csv,1000,998,1,1,0,0,17379300000",
        "profiles/top1000/youtube-2022-09.csv,1047,999,47,1,0,0,18745800000",
        "profiles/top200-instagram.csv,200,199,0,0,1,0,15435400000",
        "profiles/kim-influencers-A.tsv,17036,17035,0,0,1,0,2354360507",
        "yoo/influencers-odd-ids.csv,5627,5616,11,0,0,0,32494275"
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

    @ParameterizedTest
    @CsvSource({
        "profiles/top200-instagram.csv,INVALID_HANDLE,5-Minute Crafts GIRLY",
        "profiles/kim-influencers-A.tsv,TOO_FEW_CELLS,====="
    })
    void shouldSayWhyItRejects(String file, String reason, String beginning) throws IOException {
        // When
        JsonPath report = importList(file, Map.of("dryRun", "true"));
        // Then
        assertThat(report.getMap("rejections")).isEqualTo(Map.of(reason, 1));
        String path = Imports.PATH + "/" + report.getString("importId") + "/rows?outcome=REJECTED";
        assertThat(as(Tokens.operator()).get(path).jsonPath().getString("items[0].cell"))
                .startsWith(beginning);
    }

    @Test
    void shouldFindColumnsOfEveryShape() throws IOException {
        // When
        JsonPath swapped = importList("profiles/top1000/instagram-2022-11.csv", Map.of("dryRun", "true"));
        JsonPath parts = importList("profiles/top1000/tiktok-2022-03.csv", Map.of("dryRun", "true"));
        JsonPath channels = importList("profiles/top1000/youtube-2022-09.csv", Map.of("dryRun", "true"));
        JsonPath percent = importList("profiles/top200-instagram.csv", Map.of("dryRun", "true"));
        JsonPath french = importList("yoo/influencers-odd-ids.csv", Map.of("dryRun", "true"));
        // Then
        assertThat(swapped.getList("mapping.columns.handle")).containsExactly("Name");
        assertThat(parts.getList("mapping.columns.interactions"))
                .containsExactly("Likes avg", "Comments avg.", "Shares avg");
        assertThat(channels.getString("mapping.platform")).isEqualTo("YOUTUBE");
        assertThat(channels.getList("mapping.columns.handle")).containsExactly("Youtuber");
        assertThat(percent.getMap("notes")).isEqualTo(Map.of("ENCODING_REPAIRED", 1));
        assertThat(percent.getList("mapping.columns.engagementRate")).containsExactly("60_day_eng_rate");
        assertThat(french.getList("mapping.columns.engagementRate"))
                .containsExactly("instagram_average_engagement_rate");
    }

    @Test
    void shouldTellTheSameGrowthInWhateverOrderMonthsCome() throws Exception {
        // Given
        var histories = new ArrayList<List<String>>();
        // When
        for (List<Integer> order : ORDERS) {
            forgetCreators();
            for (int month : order) {
                String name = MONTHS.get(month);
                importList("profiles/top1000/instagram-" + name + ".csv", Map.of("observedAt", name + "-15T00:00:00Z"));
            }
            histories.add(growth());
        }
        // Then
        assertThat(histories.getFirst()).hasSizeGreaterThan(1_000);
        assertThat(histories).allMatch(histories.getFirst()::equals);
    }

    /** Everyone with an account on Instagram is gone, as if they had never been imported. */
    private void forgetCreators() throws Exception {
        Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                return statement.executeUpdate("delete from creator c where exists"
                        + " (select from account a where a.creator_id = c.id and a.platform = 'INSTAGRAM')");
            }
        });
    }

    /** The present figures of each account, and everything that was observed of it, in the order of observation. */
    private List<String> growth() throws Exception {
        return Tenancy.callAsSystem(() -> {
            var found = new ArrayList<String>();
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("""
                            select concat_ws(' ', a.handle_key, a.followers, a.engagement_rate, a.average_views,
                                       a.observed_at at time zone 'UTC', a.source, string_agg(concat_ws(' ', 'then',
                                       s.observed_at at time zone 'UTC', s.followers, s.engagement_rate,
                                       s.average_views, s.source, s.corrects is not null), ' '
                                       order by s.observed_at, s.followers))
                            from account a join metric_snapshot s on s.account_id = a.id
                            where a.platform = 'INSTAGRAM' group by a.id order by a.handle_key""")) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        });
    }
}
