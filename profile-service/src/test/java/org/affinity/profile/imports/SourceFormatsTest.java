package org.affinity.profile.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.affinity.profile.imports.domain.RawRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.affinity.profile.imports.Workbooks.inline;
import static org.affinity.profile.imports.Workbooks.number;
import static org.affinity.profile.imports.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SourceFormatsTest {

    private static final long LIMIT = 200_000;

    @TempDir
    Path folder;

    private SourceFile open(byte[] content, String sheet) {
        try {
            return SourceFile.open(Files.write(folder.resolve("list"), content), sheet, LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> cells(SourceFile file) {
        var cells = new ArrayList<List<String>>();
        file.forEach((RawRecord row) -> cells.add(row.cells()));
        return cells;
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,false", "UTF-16BE,false", "UTF-16LE,true", "UTF-16BE,true"})
    void shouldReadUtf16WithAndWithoutByteOrderMark(String charset, boolean hasMark) {
        // Given
        String text = (hasMark ? "\ufeff" : "") + "handle;name\na;Zoé 🤍\n";
        // When
        try (SourceFile file = open(text.getBytes(Charset.forName(charset)), null)) {
            // Then
            assertThat(file.description()).isEqualTo("CSV, delimiter ';', " + charset);
            assertThat(cells(file)).containsExactly(List.of("a", "Zoé 🤍"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"^", "~", ":", "\u0001", "\u00a6"})
    void shouldFindRareDelimiter(String delimiter) {
        // Given
        String text = "handle|name|followers\na|An A, or so|1\nb|B|2\n".replace("|", delimiter);
        // When
        try (SourceFile file = open(text.getBytes(StandardCharsets.UTF_8), null)) {
            // Then
            assertThat(file.header().columns()).containsExactly("handle", "name", "followers");
            assertThat(cells(file)).containsExactly(List.of("a", "An A, or so", "1"), List.of("b", "B", "2"));
        }
    }

    @Test
    void shouldTakeDelimiterThatFirstLineNames() {
        // Given
        String text = "sep=;\nhandle;a,b,c\nx;1,2,3\n";
        // When
        try (SourceFile file = open(text.getBytes(StandardCharsets.UTF_8), null)) {
            // Then
            assertThat(file.header().columns()).containsExactly("handle", "a,b,c");
            assertThat(cells(file)).containsExactly(List.of("x", "1,2,3"));
        }
    }

    @Test
    void shouldReadCompressedFile() {
        // Given
        byte[] content = gzip("handle,followers\na,1\n".getBytes(StandardCharsets.UTF_8));
        // When
        try (SourceFile file = open(content, null)) {
            // Then
            assertThat(file.description()).isEqualTo("CSV, delimiter ',', UTF-8, gzip");
            assertThat(cells(file)).containsExactly(List.of("a", "1"));
        }
    }

    @Test
    void shouldRefuseFileThatGrowsBeyondLimitWhenInflated() {
        // Given
        byte[] bomb = gzip(("handle\n" + "a\n".repeat(200_000)).getBytes(StandardCharsets.UTF_8));
        byte[] workbook = new Workbooks()
                .sheet("Bomb", row(inline("handle")), row(inline("a")).repeat(10_000))
                .bytes();
        // Then
        assertThat(bomb.length).isLessThan(2_000);
        assertThatThrownBy(() -> open(bomb, null)).isInstanceOf(UnreadableFileException.class);
        try (SourceFile file = open(workbook, null)) {
            assertThatThrownBy(() -> cells(file)).isInstanceOf(UnreadableFileException.class);
        }
    }

    @Test
    void shouldRefuseCompressedFileThatIsCutOff() {
        // Given
        byte[] whole = gzip("handle,followers\na,1\n".repeat(500).getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(whole, whole.length - 12);
        // Then
        assertThatThrownBy(() -> open(cut, null))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void shouldCountDaysFrom1904WhenWorkbookSaysSo() {
        // Given
        byte[] content = new Workbooks()
                .since1904()
                .sheet("Creators", row(inline("handle"), inline("born")), row(inline("a"), number("31538", 3)))
                .bytes();
        // When
        try (SourceFile file = open(content, null)) {
            // Then
            assertThat(cells(file)).containsExactly(List.of("a", "1990-05-07"));
        }
    }

    @Test
    void shouldReadCellsOfWorkbookAsTheyAreShown() {
        // Given
        var workbook = new Workbooks();
        byte[] content = workbook.sheet(
                        "Creators",
                        row(),
                        row(workbook.shared("Handle"), inline("Rate"), inline("Views"), inline("Born"), inline("Bio")),
                        row(
                                workbook.shared("Zoé 🤍 &amp; co"),
                                number("1.3899999999999999E-2", 1),
                                number("4.779E8", 0),
                                number("33000", 3),
                                "<c r=\"F3\" t=\"b\"><v>1</v></c>"),
                        row(
                                workbook.shared("b"),
                                number("0.125", 2),
                                number("12.345", 0),
                                "<c t=\"e\"><v>#N/A</v></c>",
                                "<c t=\"str\"><f>A1&amp;B1</f><v>ab</v></c>"),
                        row(inline("c")))
                .sheet("Other", row(inline("handle"), inline("x")), row(inline("o"), inline("y")))
                .bytes();
        // When
        try (SourceFile first = open(content, null)) {
            // Then
            assertThat(first.description()).isEqualTo("XLSX, sheet 'Creators'");
            assertThat(first.header().columns()).containsExactly("Handle", "Rate", "Views", "Born", "Bio");
            assertThat(cells(first))
                    .containsExactly(
                            List.of("Zoé 🤍 & co", "1.39%", "477900000", "1990-05-07", "", "true"),
                            List.of("b", "12.5%", "12.3450", "#N/A", "ab"),
                            List.of("c", "", "", "", ""));
        }
        try (SourceFile other = open(content, "other")) {
            assertThat(cells(other)).containsExactly(List.of("o", "y"));
        }
        assertThatThrownBy(() -> open(content, "Nothing"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("Creators");
    }

    @Test
    void shouldNotLetAddressOfCellTakeMemory() {
        // Given
        byte[] content = new Workbooks()
                .sheet("Wide", row(inline("handle")), "<row><c r=\"ZZZZZZ2\"><v>1</v></c></row>")
                .bytes();
        // When
        try (SourceFile file = open(content, null)) {
            // Then
            assertThatThrownBy(() -> cells(file))
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageContaining("columns");
        }
    }

    @Test
    void shouldReadNoEntityOfWorkbook() {
        // Given
        byte[] content = new Workbooks()
                .sheet("Entity", row(inline("handle")), row(inline("&evil;")))
                .bytes();
        // When
        try (SourceFile file = open(content, null)) {
            // Then
            assertThatThrownBy(() -> cells(file)).isInstanceOf(UnreadableFileException.class);
        }
    }

    @Test
    void shouldRefuseOtherArchivesAndOldWorkbooks() {
        // Given
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0};
        byte[] noZip = {'P', 'K', 3, 4, 0, 0};
        // Then
        assertThatThrownBy(() -> open(old, null)).hasMessageContaining("old format");
        assertThatThrownBy(() -> open(noZip, null)).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> open(new Workbooks().bytes(), null)).hasMessageContaining("no sheets");
    }
}
