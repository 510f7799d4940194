package org.affinity.reporting.webhook;

import java.util.List;
import java.util.Map;
import org.affinity.reporting.Receiver;
import org.affinity.reporting.ReportingTest;
import org.junit.jupiter.api.Test;

import static org.affinity.reporting.Line.as;
import static org.assertj.core.api.Assertions.assertThat;

/** What the log of deliveries shows. */
@ReportingTest
class WebhookLogComponentTest {

    @Test
    void shouldFilterTheLogByState() {
        // Given
        var hooks = Hooks.to(Receiver.at("receiver.test"));
        hooks.awaitState(hooks.fire(), "SUCCEEDED");
        hooks.awaitState(hooks.fire(), "SUCCEEDED");
        String list = "/v1/webhook-deliveries?endpointId=" + hooks.endpoint;

        // When
        var failed = as(hooks.token).get(list + "&state=FAILED");
        var first = as(hooks.token).get(list + "&state=SUCCEEDED&limit=1");
        var second = as(hooks.token).get(list + "&state=SUCCEEDED&limit=1&cursor=" + first.path("nextCursor"));
        var wrong = as(hooks.token).get(list + "&state=LOST");

        // Then
        assertThat(failed.<List<String>>path("items")).isEmpty();
        assertThat(second.<String>path("items[0].deliveryId")).isNotEqualTo(first.path("items[0].deliveryId"));
        assertThat(second.<String>path("nextCursor")).isNull();
        assertThat(wrong.statusCode()).isEqualTo(400);
    }

    @Test
    void shouldShowNoMoreOfAnAnswerThanAnExcerpt() {
        // Given
        var hooks = Hooks.to(Receiver.at("receiver.test").answers(200, Map.of(), "\u0000x".repeat(100_000)));

        // When
        var delivery = hooks.awaitState(hooks.fire(), "SUCCEEDED");

        // Then
        assertThat(delivery.<String>path("attempts[0].responseExcerpt")).hasSize(1000);
    }
}
