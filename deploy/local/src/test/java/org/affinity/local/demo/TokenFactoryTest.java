package org.affinity.local.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.local.TokenSigner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TokenFactoryTest {

    private static final UUID CLIENT = UUID.fromString("0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b01");

    @TempDir
    private Path directory;

    private TokenFactory tokens;

    @BeforeEach
    void prepare() throws Exception {
        Path key = Files.writeString(directory.resolve("key.json"), TokenSigner.generateKey());
        tokens = new TokenFactory(
                TokenSigner.read(key, "http://127.0.0.1:8085"),
                Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC));
    }

    @Test
    void shouldNameAnAgencysClients() {
        // When
        Map<String, Object> claims =
                claims(tokens.token(Role.AGENCY, null, null, List.of(CLIENT), null, Duration.ofMinutes(1)));

        // Then
        assertThat(claims)
                .containsEntry("iss", "http://127.0.0.1:8085")
                .containsEntry("aud", "affinity")
                .containsEntry("groups", List.of("agency"))
                .containsEntry("org_id", TokenFactory.DEMO_ORGANISATION.toString())
                .containsEntry("acts_for", List.of(CLIENT.toString()))
                .containsEntry("iat", 1_800_000_000)
                .containsEntry("exp", 1_800_000_060);
    }

    @Test
    void shouldGiveACreatorNoOrganisation() {
        // When
        Map<String, Object> claims =
                claims(tokens.token(Role.CREATOR, CLIENT, CLIENT, List.of(), "lea", Duration.ofMinutes(1)));

        // Then
        assertThat(claims)
                .containsEntry("sub", "lea")
                .containsEntry("creator_id", CLIENT.toString())
                .doesNotContainKeys("org_id", "acts_for");
    }

    @Test
    void shouldLeaveTheCreatorToTheServicesWhenNoneIsNamed() {
        assertThat(claims(tokens.token(Role.CREATOR, null, null, List.of(), "lea", Duration.ofMinutes(1))))
                .doesNotContainKey("creator_id");
    }

    private static Map<String, Object> claims(String token) {
        try {
            return new ObjectMapper()
                    .readValue(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
