package org.affinity.profile.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small Excel workbooks part by part, as spreadsheets do. */
final class Workbooks {

    private static final String SHEET_TYPE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private String properties = "";

    /** Adds a sheet whose rows are written as XML. */
    Workbooks sheet(String name, String... rows) {
        sheets.put(name, "<worksheet><sheetData>" + String.join("", rows) + "</sheetData></worksheet>");
        return this;
    }

    /** Counts days from 1904, as Excel for Mac did. */
    Workbooks since1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** A row of cells, each of them written as XML. */
    static String row(String... cells) {
        return "<row>" + String.join("", cells) + "</row>";
    }

    static String number(String value, int style) {
        return "<c s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    static String inline(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** A cell that refers to a text which the sheets share. */
    String shared(String text) {
        texts.add(text);
        return "<c t=\"s\"><v>" + (texts.size() - 1) + "</v></c>";
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, "[Content_Types].xml", "<Types/>");
            var list = new StringBuilder();
            var links = new StringBuilder();
            int number = 0;
            for (var sheet : sheets.entrySet()) {
                number++;
                list.append(
                        "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheet.getKey(), number, number));
                links.append("<Relationship Id=\"rId%d\" Type=\"%s\" Target=\"worksheets/sheet%d.xml\"/>"
                        .formatted(number, SHEET_TYPE, number));
                add(zip, "xl/worksheets/sheet" + number + ".xml", sheet.getValue());
            }
            add(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"r\">" + properties + "<sheets>" + list + "</sheets></workbook>");
            add(zip, "xl/_rels/workbook.xml.rels", "<Relationships>" + links + "</Relationships>");
            add(zip, "xl/styles.xml", """
                    <styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0\\ %"/>\
                    <numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts>\
                    <cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>\
                    </styleSheet>""");
            var shared = new StringBuilder();
            texts.forEach(text -> shared.append("<si><r><t>").append(text).append("</t></r></si>"));
            add(zip, "xl/sharedStrings.xml", "<sst>" + shared + "</sst>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
