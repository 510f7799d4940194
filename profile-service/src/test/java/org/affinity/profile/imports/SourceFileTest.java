package org.affinity.profile.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.affinity.profile.imports.domain.RawRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SourceFileTest {

    private static final long LIMIT = 10_000_000;

    @TempDir
    Path folder;

    private SourceFile file(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private SourceFile file(byte[] content) {
        try {
            return SourceFile.open(Files.write(folder.resolve("list"), content), null, LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RawRecord> records(SourceFile file) {
        var records = new ArrayList<RawRecord>();
        file.forEach(records::add);
        return records;
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void shouldDetectDelimiter(String delimiter) {
        // Given
        String text = "handle,rate,name\na,\"0,5\",\"x;y\"\n"
                .replace(delimiter.equals(",") ? "\u0000" : ",", delimiter)
                .replace("0" + delimiter + "5", "0.5");
        // When
        SourceFile file = file(text);
        // Then
        assertThat(file.header().columns()).containsExactly("handle", "rate", "name");
        assertThat(records(file)).hasSize(1);
    }

    @Test
    void shouldReadQuotedLineBreaksBlankLinesAndByteOrderMark() {
        // Given
        SourceFile file = file("\ufeff\"Handle\n\",Bio\r\na,\"two\nlines\"\r\n\r\nb,\"say \"\"hi\"\"\"");
        // When
        List<RawRecord> records = records(file);
        // Then
        assertThat(file.header().columns()).containsExactly("Handle", "Bio");
        assertThat(records)
                .extracting(RawRecord::row, RawRecord::line, RawRecord::isBlank)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, 3L, false),
                        org.assertj.core.groups.Tuple.tuple(2L, 5L, true),
                        org.assertj.core.groups.Tuple.tuple(3L, 6L, false));
        assertThat(records.getLast().cells()).containsExactly("b", "say \"hi\"");
    }

    @Test
    void shouldFallBackToWindowsEncoding() {
        // Given
        byte[] content = "handle;name\na;Léa\n".getBytes(Charset.forName("windows-1252"));
        // When
        SourceFile file = file(content);
        // Then
        assertThat(records(file).getFirst().cells()).containsExactly("a", "Léa");
        assertThat(file.description()).isEqualTo("CSV, delimiter ';', windows-1252");
    }

    @Test
    void shouldReadOneJsonObjectPerLine() {
        // Given
        SourceFile file = file(
                "{\"handle\":\"a\",\"followers\":1200.0,\"topics\":[\"x\",\"y\"]}\n\nnot json\n{\"handle\":\"b\",\"country\":null}\n");
        // When
        List<RawRecord> records = records(file);
        // Then
        assertThat(file.header().columns()).containsExactly("handle", "followers", "topics", "country");
        assertThat(records.get(0).cells()).containsExactly("a", "1200", "x;y", "");
        assertThat(records.get(1).isBlank()).isTrue();
        assertThat(records.get(2).defect()).isEqualTo("MALFORMED_JSON");
        assertThat(records.get(3).cells()).containsExactly("b", "", "", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "[{\"handle\":\"a\"}]", "{broken\n"})
    void shouldRefuseFileWithoutList(String text) {
        assertThatThrownBy(() -> file(text)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void shouldReadAllOfLargeFileBeforeTakingItForUtf8() {
        // Given
        byte[] utf8 = ("handle;name\na;" + "é€".repeat(20_000) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] spoilt = Arrays.copyOf(utf8, utf8.length + 1);
        spoilt[utf8.length] = (byte) 0xE9;
        // Then
        assertThat(file(utf8).description()).endsWith("UTF-8");
        assertThat(file(spoilt).description()).endsWith("windows-1252");
    }

    @Test
    void shouldNameKeysOfObjectsLikeColumns() {
        // Given
        SourceFile file = file("{\" user\\nname\":\"a\",\"Rate\":1,\"rate\":2,\"x\\u0000\\ud83d\":\"odd\"}\n");
        // When
        List<RawRecord> records = records(file);
        // Then
        assertThat(file.header().columns()).containsExactly("user name", "Rate", "rate (2)", "x\ufffd\ufffd");
        assertThat(records.getFirst().cells()).containsExactly("a", "1", "2", "odd");
    }

    @Test
    void shouldNotWriteOutNumberOfGigabytesOfDigits() {
        // Given
        SourceFile file = file("{\"handle\":\"a\",\"followers\":1e2000000000,\"rate\":1e-3,\"views\":12.345}\n");
        // When
        List<RawRecord> records = records(file);
        // Then
        assertThat(records.getFirst().cells()).containsExactly("a", "1E+2000000000", "0.001", "12.3450");
    }
}
