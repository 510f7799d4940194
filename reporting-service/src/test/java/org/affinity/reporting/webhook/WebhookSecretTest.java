package org.affinity.reporting.webhook;

import java.util.Base64;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookSecretTest {

    /** The example in the documentation of the Standard Webhooks libraries. */
    @Test
    void shouldSignTheKnownExampleAsTheReferenceLibrariesDo() {
        // Given
        var secret = WebhookSecret.of(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        // When
        var signature = secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}");

        // Then
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void shouldWriteASecretWithItsPrefixAndNowhereElse() {
        // Given
        var secret = WebhookSecret.of(new byte[32]);

        // When
        var text = secret.text();

        // Then
        assertThat(text).isEqualTo("whsec_" + "A".repeat(43) + "=");
        assertThat(secret).hasToString("WebhookSecret[hidden]");
    }
}
