package org.affinity.profile.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of an Excel workbook: which sheets there are, the texts that they share, and which styles are percentages
 * or dates. Nothing in the file decides how much memory is taken: parts are limited in size when they are inflated,
 * whatever the archive says of itself, and no document type or outside entity is read.
 */
final class Workbook {

    /** Shared texts are held in memory; more than this many bytes of them would not fit into a small one. */
    private static final long MAX_SHARED_TEXT = 64L << 20;

    private static final XMLInputFactory XML = xml();

    private final ZipFile zip;
    private final long maxInflated;

    Workbook(ZipFile zip, long maxInflated) {
        this.zip = zip;
        this.maxInflated = maxInflated;
    }

    /** The name of a sheet as the workbook writes it; the first one when {@code wanted} is null. */
    String sheetNamed(String wanted) throws IOException, XMLStreamException {
        List<String> names = List.copyOf(sheets().keySet());
        if (names.isEmpty()) {
            throw new UnreadableFileException("The workbook has no sheets.");
        }
        return wanted == null
                ? names.getFirst()
                : names.stream()
                        .filter(name -> name.equalsIgnoreCase(wanted.strip()))
                        .findFirst()
                        .orElseThrow(() -> new UnreadableFileException(
                                "The workbook has no sheet '" + wanted + "'; it has " + names + "."));
    }

    /** Hands over the rows of a sheet while the receiver asks for more. */
    void read(String sheet, SheetReader.RowReceiver receiver) throws IOException, XMLStreamException {
        List<String> texts = sharedTexts();
        WorkbookStyles styles = styles();
        try (InputStream content = part(sheets().get(sheet), maxInflated)) {
            XMLStreamReader xml = XML.createXMLStreamReader(content);
            new SheetReader(xml, texts, styles, dayZero()).read(receiver);
        }
    }

    /**
     * The day that is number 0: two days before 1900, or the first of 1904 (ECMA-376, part 1, 18.2.28 and 18.17.4.1).
     */
    private LocalDate dayZero() throws IOException, XMLStreamException {
        var dayZero = new LocalDate[] {LocalDate.of(1899, 12, 30)};
        forEach("xl/workbook.xml", "workbookPr", xml -> {
            String since1904 = xml.getAttributeValue(null, "date1904");
            if ("1".equals(since1904) || "true".equals(since1904)) {
                dayZero[0] = LocalDate.of(1904, 1, 1);
            }
        });
        return dayZero[0];
    }

    private Map<String, String> sheets() throws IOException, XMLStreamException {
        var targets = new LinkedHashMap<String, String>();
        forEach("xl/_rels/workbook.xml.rels", "Relationship", xml -> {
            String target = xml.getAttributeValue(null, "Target");
            String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            targets.put(xml.getAttributeValue(null, "Id"), path);
        });
        var sheets = new LinkedHashMap<String, String>();
        forEach("xl/workbook.xml", "sheet", xml -> {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                boolean isLink =
                        xml.getAttributeLocalName(i).equals("id") && targets.containsKey(xml.getAttributeValue(i));
                if (isLink) {
                    sheets.put(xml.getAttributeValue(null, "name"), targets.get(xml.getAttributeValue(i)));
                }
            }
        });
        return sheets;
    }

    /** The texts that cells refer to by number; phonetic hints beside them are left out. */
    private List<String> sharedTexts() throws IOException, XMLStreamException {
        var texts = new ArrayList<String>();
        if (zip.getEntry("xl/sharedStrings.xml") == null) {
            return texts;
        }
        try (InputStream content = part("xl/sharedStrings.xml", MAX_SHARED_TEXT)) {
            XMLStreamReader xml = XML.createXMLStreamReader(content);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    texts.add(SheetReader.text(xml, "si"));
                }
            }
            return texts;
        }
    }

    private WorkbookStyles styles() throws IOException, XMLStreamException {
        if (zip.getEntry("xl/styles.xml") == null) {
            return WorkbookStyles.NONE;
        }
        try (InputStream content = part("xl/styles.xml", maxInflated)) {
            return WorkbookStyles.read(XML.createXMLStreamReader(content));
        }
    }

    private void forEach(String part, String element, ElementReceiver receiver) throws IOException, XMLStreamException {
        try (InputStream content = part(part, maxInflated)) {
            XMLStreamReader xml = XML.createXMLStreamReader(content);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    receiver.take(xml);
                }
            }
        }
    }

    private InputStream part(String name, long limit) throws IOException {
        ZipEntry entry = name == null ? null : zip.getEntry(name);
        if (entry == null) {
            throw new UnreadableFileException("The file is a ZIP archive, but not an Excel workbook.");
        }
        return new LimitedInputStream(zip.getInputStream(entry), limit);
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private interface ElementReceiver {
        void take(XMLStreamReader xml) throws XMLStreamException;
    }
}
