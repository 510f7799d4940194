package org.affinity.matching.engine.opensearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.MatchingProblem;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.columnar.RandomIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A node that is reached by TLS alone, and by one user alone. */
class OpenSearchSecurityTest {

    private static final String LOCAL = "ip:127.0.0.1";

    @TempDir
    private static Path directory;

    private static OpenSearchNodes nodes;
    private static NodeCertificate certificate;
    private static SecuredDoor door;
    private final RandomIndex source = new RandomIndex(new SplittableRandom(4));

    @BeforeAll
    static void start() throws Exception {
        nodes = OpenSearchNodes.alone(Path.of("target", "opensearch"));
        certificate = NodeCertificate.of(directory.resolve("node"), LOCAL);
        door = new SecuredDoor(nodes.urls().getFirst(), certificate);
    }

    @AfterAll
    static void stop() throws IOException {
        door.close();
        nodes.close();
    }

    private static OpenSearchEngine engine(
            SecuredDoor at, Optional<ClusterSettings.User> user, Optional<Path> certificates) {
        return new OpenSearchEngine(
                RandomIndex.SCHEMA,
                nodes.settings("secured", List.of(at.url()), user, certificates),
                new ObjectMapper());
    }

    @Test
    void shouldWriteAndSearchAsTheUserItWasGiven() {
        try (OpenSearchEngine engine =
                engine(door, Optional.of(SecuredDoor.USER), Optional.of(certificate.authority()))) {
            // Given
            List<Entry> entries = IntStream.range(0, 200)
                    .mapToObj(number -> source.entry(source.id(number), 1))
                    .toList();
            ExhaustiveEngine plain = new ExhaustiveEngine(RandomIndex.SCHEMA);
            plain.putAll(entries);
            Plan plan = source.plan();

            // When
            engine.clear();
            engine.putAll(entries);

            // Then
            assertThat(engine.search(plan)).isEqualTo(plain.search(plan));
            assertThat(engine.size()).isEqualTo(200);
            engine.check();
        }
    }

    @Test
    void shouldBeUnavailableWithAWrongPassword() {
        int before = door.knocks();
        assertUnavailable(
                door,
                Optional.of(new ClusterSettings.User(SecuredDoor.USER.name(), "guessed")),
                Optional.of(certificate.authority()));
        assertThat(door.knocks()).isGreaterThan(before);
    }

    @Test
    void shouldBeUnavailableWithoutAUser() {
        assertUnavailable(door, Optional.empty(), Optional.of(certificate.authority()));
    }

    @Test
    void shouldSendNothingToANodeThatAnotherAuthoritySpeaksFor() throws Exception {
        int before = door.knocks();
        NodeCertificate other = NodeCertificate.of(directory.resolve("other"), LOCAL);
        assertUnavailable(door, Optional.of(SecuredDoor.USER), Optional.of(other.authority()));
        assertUnavailable(door, Optional.of(SecuredDoor.USER), Optional.empty());
        assertThat(door.knocks()).isEqualTo(before);
    }

    @Test
    void shouldSendNothingToANodeWhoseCertificateIsForAnotherName() throws Exception {
        NodeCertificate elsewhere = NodeCertificate.of(directory.resolve("elsewhere"), "dns:elsewhere.example");
        try (SecuredDoor wrong = new SecuredDoor(nodes.urls().getFirst(), elsewhere)) {
            assertUnavailable(wrong, Optional.of(SecuredDoor.USER), Optional.of(elsewhere.authority()));
            assertThat(wrong.knocks()).isZero();
        }
    }

    private static void assertUnavailable(
            SecuredDoor at, Optional<ClusterSettings.User> user, Optional<Path> certificates) {
        try (OpenSearchEngine engine = engine(at, user, certificates)) {
            assertThatThrownBy(engine::check)
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            e -> assertThat(e.type()).isEqualTo(MatchingProblem.ENGINE_UNAVAILABLE));
        }
    }
}
