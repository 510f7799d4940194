package org.affinity.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The stack that the tests of all modules share, started as they start it. */
class TestStackComponentTest {

    private static final Path ROOT = Path.of(System.getProperty("affinity.root"));

    private static TestStackClient stack;

    @BeforeAll
    static void join() {
        stack = obtain();
    }

    private static TestStackClient obtain() {
        return TestStackClient.obtain(ROOT, ROOT.resolve("deploy/local/target"));
    }

    @Test
    void shouldShareOneStackWithinABuild() {
        // When
        TestStackClient second = obtain();

        // Then
        assertThat(second.pid()).isEqualTo(stack.pid());
    }

    @Test
    void shouldGiveAnEmptyDatabaseEachTime() throws Exception {
        // Given
        TestStackClient.Database first = stack.createDatabase("local_stack_test");
        try (Connection connection = connect(first)) {
            connection.createStatement().execute("create table leftover(id int)");
        }

        // When
        TestStackClient.Database second = stack.createDatabase("local_stack_test");

        // Then
        try (Connection connection = connect(second);
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select to_regclass('leftover'), rolsuper, rolbypassrls, current_setting("
                                + "'server_version') from pg_roles where rolname = current_user")) {
            rows.next();
            assertThat(rows.getString(1)).isNull();
            assertThat(rows.getBoolean(2)).isFalse();
            assertThat(rows.getBoolean(3)).isFalse();
            assertThat(rows.getString(4)).startsWith("18.");
        }
    }

    @Test
    void shouldRefuseAWrongPassword() {
        // Given
        TestStackClient.Database database = stack.createDatabase("local_stack_password_test");

        // Then
        assertThat(catchThrowable(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guessed")))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void shouldCreateEveryDeclaredTopicUnderThePrefix() throws Exception {
        // When
        List<String> created = stack.createTopics("local-stack-test.");

        // Then
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).containsAll(created);
        }
        assertThat(created).hasSize(34).contains("local-stack-test.profile.creator.dlq");
    }

    @Test
    void shouldSignTokensThatThePublishedKeyVerifies() throws Exception {
        // Given
        TokenSigner signer = stack.tokenSigner();

        // When
        String token = signer.sign(Map.of("sub", "somebody"), Instant.EPOCH, Duration.ofMinutes(5));

        // Then
        String[] parts = token.split("\\.", -1);
        JsonNode key = get(stack.issuerUrl() + "/jwks.json").get("keys").get(0);
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key.get("n")), number(key.get("e")))));
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(key.get("kid").textValue()).isEqualTo(signer.keyId());
        assertThat(key.has("d")).as("a published private key").isFalse();
        JsonNode discovery = get(stack.issuerUrl() + "/.well-known/openid-configuration");
        assertThat(discovery.get("issuer").textValue()).isEqualTo(signer.issuer());
        assertThat(discovery.get("jwks_uri").textValue()).isEqualTo(stack.issuerUrl() + "/jwks.json");
    }

    private static BigInteger number(JsonNode base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.textValue()));
    }

    private static JsonNode get(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new ObjectMapper()
                    .readTree(client.send(
                                    HttpRequest.newBuilder(URI.create(url)).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body());
        }
    }

    private static Connection connect(TestStackClient.Database database) throws Exception {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
