package org.affinity.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.campaign.creator.CreatorContact;
import org.affinity.campaign.creator.CreatorDirectory;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The copy of creators: read from their profiles' events, and built again on demand. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CreatorComponentTest {

    private static final UUID ACCOUNT = UUID.fromString("01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02");

    private final UUID creatorId = Driver.id();
    private final CreatorDirectory directory;

    CreatorComponentTest(CreatorDirectory directory) {
        this.directory = directory;
    }

    @Test
    void shouldKeepWhatItTakesToAddressCreator() {
        // Given
        ObjectNode creator = Driver.creator(creatorId, 3, "Léa", "fr");

        // When
        Events.publish(Driver.CREATOR_UPDATED, creatorId, 3, creator);

        // Then
        awaitContact(new CreatorContact(
                creatorId, 3, true, "Léa", "fr", "Europe/Paris", Map.of(ACCOUNT, "lea.cuisine"), true));
    }

    @Test
    void shouldIgnoreDuplicatesOlderStateAndUnknownTypes() {
        // Given
        String first = Events.publish(Driver.CREATOR_UPDATED, creatorId, 2, Driver.creator(creatorId, 2, "two", "fr"));

        // When
        Events.publish(Driver.CREATOR_UPDATED, creatorId, 1, Driver.creator(creatorId, 1, "one", "fr"));
        Events.publishAs(first, Driver.CREATOR_UPDATED, creatorId, 9, Driver.creator(creatorId, 9, "nine", "fr"));
        Events.publish("profile.creator.applauded.v1", creatorId, 10, "{}".getBytes(StandardCharsets.UTF_8));
        awaitPassed();

        // Then
        assertThat(contact()).get().extracting(CreatorContact::displayName).isEqualTo("two");
    }

    @Test
    void shouldKeepNothingOfAnEventThatFailsBeforeCommit() {
        // Given
        ObjectNode nameless = Driver.creator(creatorId, 1, "Léa", "fr").putNull("displayName");

        // When
        Events.publish(Driver.CREATOR_UPDATED, creatorId, 1, nameless);
        awaitPassed();

        // Then
        assertThat(contact()).isEmpty();
        Events.publish(Driver.CREATOR_UPDATED, creatorId, 1, Driver.creator(creatorId, 1, "Léa", "fr"));
        awaitContact("Léa");
    }

    @Test
    void shouldBuildTheCopyAgainFromTheFirstEvent() {
        // Given
        Events.publish(Driver.CREATOR_UPDATED, creatorId, 1, Driver.creator(creatorId, 1, "Léa", "fr"));
        awaitContact("Léa");

        // When
        Response response = Driver.as(Tokens.operator()).post("/v1/campaign-read-models/creators/rebuilds");

        // Then
        response.then().statusCode(202);
        awaitContact("Léa");
        Driver.asBrand(Driver.id())
                .post("/v1/campaign-read-models/creators/rebuilds")
                .then()
                .statusCode(403);
    }

    private Optional<CreatorContact> contact() {
        return contact(creatorId);
    }

    private Optional<CreatorContact> contact(UUID id) {
        try {
            return Tenancy.callAsSystem(
                    () -> Optional.ofNullable(directory.find(List.of(id)).get(id)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitContact(CreatorContact expected) {
        await().atMost(Driver.PATIENCE)
                .untilAsserted(() -> assertThat(contact()).contains(expected));
    }

    private void awaitContact(String displayName) {
        await().atMost(Driver.PATIENCE)
                .untilAsserted(() -> assertThat(contact())
                        .get()
                        .extracting(CreatorContact::displayName)
                        .isEqualTo(displayName));
    }

    /** Waits until the consumer has passed everything sent with this key so far. */
    private void awaitPassed() {
        UUID marker = Driver.id();
        Events.publish(Driver.CREATOR_UPDATED, creatorId, 1, Driver.creator(marker, 1, "marker", "fr"));
        await().atMost(Driver.PATIENCE)
                .untilAsserted(() -> assertThat(contact(marker)).isPresent());
    }
}
