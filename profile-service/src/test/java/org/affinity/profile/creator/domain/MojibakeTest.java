package org.affinity.profile.creator.domain;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MojibakeTest {

    private static final Charset LATIN = StandardCharsets.ISO_8859_1;
    private static final int RUNS = 500;

    @ParameterizedTest
    @CsvSource({"CÃ´te d'Ivoire,Côte d'Ivoire", "BeyoncÃ©,Beyoncé", "ÃƒÂ©tÃƒÂ©,été", "itâ€™s,it’s"})
    void shouldReadTextThatWasDecodedWrongly(String text, String meant) {
        // Then
        assertThat(Mojibake.repaired(text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Léa", "SÃO PAULO", "Ã", "naïve café", "été Ã©", "漢字", "CÃ´te 🤍", "Â"})
    void shouldLeaveOtherTextAlone(String text) {
        // Then
        assertThat(Mojibake.repaired(text)).isEmpty();
    }

    @Test
    void shouldRepairAnyTextThatIsNotAscii() {
        String letters = "aé漢я🤍ñÅ ";
        int[] points = letters.codePoints().toArray();
        for (int seed = 0; seed < RUNS; seed++) {
            // Given
            var random = new Random(seed);
            var text = new StringBuilder("é");
            for (int i = random.nextInt(10); i > 0; i--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            String misread = new String(text.toString().getBytes(StandardCharsets.UTF_8), LATIN);
            // Then
            assertThat(Mojibake.repaired(misread)).as("seed %d", seed).contains(text.toString());
        }
    }
}
