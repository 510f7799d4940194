package org.affinity.local;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JsonTest {

    @Test
    void shouldReadWhatItWrites() {
        // Given
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("text", "a \"quoted\" \\ line\nwith é and \u0001");
        document.put("numbers", List.of(1L, -7L, new BigDecimal("0.25")));
        document.put("nothing", Arrays.asList(null, true, false));
        document.put("empty", Map.of("list", List.of(), "object", Map.of()));

        // When
        Map<String, Object> read = Json.readObject(Json.write(document));

        // Then
        assertThat(read).isEqualTo(document);
    }

    @Test
    void shouldReadEscapes() {
        // When
        Object read = Json.read(" [ \"\\u00e9\\n\\/\" , 1e3 ] ");

        // Then
        assertThat(read).isEqualTo(List.of("é\n/", new BigDecimal("1e3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"a\"}", "{\"a\":1,}", "[1 2]", "nul", "\"\\x\"", "\"\\u12\"", "1 2", "\"\n\"", "-"})
    void shouldRefuseWhatIsNotJson(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read(text));
    }
}
