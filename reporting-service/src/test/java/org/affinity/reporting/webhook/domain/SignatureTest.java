package org.affinity.reporting.webhook.domain;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTest {

    /** The example in the documentation of the Standard Webhooks libraries. */
    @Test
    void shouldSignTheKnownExampleAsTheReferenceLibrariesDo() {
        // Given
        byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        // When
        var signature = Signature.sign(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body);

        // Then
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void shouldWriteASecretWithItsPrefix() {
        // When
        var secret = Signature.secret(new byte[32]);

        // Then
        assertThat(secret).isEqualTo("whsec_" + "A".repeat(43) + "=");
    }
}
