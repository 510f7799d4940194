package org.affinity.kit.privacy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TransitBoxTest {

    private static final byte[] TEXT = "[{\"displayName\": \"Léa\"}]".getBytes(StandardCharsets.UTF_8);

    private final KeyPair keys = TransitBox.newKeys();
    private final byte[] privateKey = keys.getPrivate().getEncoded();
    private final byte[] publicKey = keys.getPublic().getEncoded();

    @Test
    void shouldOpenWhatWasSealedForItsKey() {
        // When
        byte[] sealed = TransitBox.seal(publicKey, TEXT);

        // Then
        assertThat(TransitBox.open(privateKey, publicKey, sealed)).isEqualTo(TEXT);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("displayName");
    }

    @Test
    void shouldNeverGiveTheSameBytesTwice() {
        assertThat(TransitBox.seal(publicKey, TEXT)).isNotEqualTo(TransitBox.seal(publicKey, TEXT));
    }

    @Test
    void shouldNotOpenWithAnotherKeyNorWhatWasAltered() {
        // Given
        KeyPair other = TransitBox.newKeys();
        byte[] sealed = TransitBox.seal(publicKey, TEXT);
        byte[] altered = sealed.clone();
        altered[altered.length - 1]++;

        // Then
        assertThatThrownBy(() -> TransitBox.open(
                        other.getPrivate().getEncoded(), other.getPublic().getEncoded(), sealed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TransitBox.open(privateKey, publicKey, altered))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
