package org.affinity.matching.match.store;

import net.jpountz.lz4.LZ4Factory;
import org.affinity.matching.match.domain.SavedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PackedJsonTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 10_000})
    void shouldGiveBackTheSameBytes(int places) {
        // Given
        SavedJson json = SavedJson.of("[" + "{\"creator\":\"Zoé\",\"score\":0.25},".repeat(places) + "{}]");

        // When
        byte[] packed = PackedJson.pack(json);

        // Then
        assertThat(PackedJson.unpack(packed).bytes()).isEqualTo(json.bytes());
        assertThat(packed.length).isLessThan(json.bytes().length / 20 + 100);
    }

    @Test
    void shouldBeReadByPlainJavaWhenNativeCodeHasPackedItAndTheOtherWayRound() {
        // Given
        SavedJson json = SavedJson.of("[" + "{\"creator\":\"Zoé\",\"score\":0.25},".repeat(1_000) + "{}]");
        LZ4Factory plain = LZ4Factory.safeInstance();
        LZ4Factory other = LZ4Factory.nativeInstance();

        // Then
        assertThat(PackedJson.unpack(PackedJson.pack(json, other), plain).bytes())
                .isEqualTo(json.bytes());
        assertThat(PackedJson.unpack(PackedJson.pack(json, plain), other).bytes())
                .isEqualTo(json.bytes());
    }
}
