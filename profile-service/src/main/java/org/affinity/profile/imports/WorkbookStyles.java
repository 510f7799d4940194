package org.affinity.profile.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cell styles of a workbook show a number as a percentage or as a date (ECMA-376, part 1, 18.8.30). */
final class WorkbookStyles {

    /** Every style shows plain numbers. */
    static final WorkbookStyles NONE = new WorkbookStyles(List.of());

    private static final int MAX_STYLES = 65_536;
    private static final Set<String> PERCENT_FORMATS = Set.of("9", "10");
    private static final Set<String> DATE_FORMATS = Set.of("14", "15", "16", "17", "22");

    /** A format code without its literal and bracketed parts. */
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");

    private final List<Kind> kinds;

    private WorkbookStyles(List<Kind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** How a style shows a number. */
    enum Kind {
        NUMBER,
        PERCENT,
        DATE
    }

    /** How the style of this number shows numbers. */
    Kind kindOf(int style) {
        return style >= 0 && style < kinds.size() ? kinds.get(style) : Kind.NUMBER;
    }

    static WorkbookStyles read(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> codes = new HashMap<>();
        List<Kind> kinds = new ArrayList<>();
        boolean inCells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
                return new WorkbookStyles(kinds);
            }
            if (event == XMLStreamConstants.START_ELEMENT && kinds.size() < MAX_STYLES) {
                switch (xml.getLocalName()) {
                    case "numFmt" ->
                        codes.put(xml.getAttributeValue(null, "numFmtId"), xml.getAttributeValue(null, "formatCode"));
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        if (inCells) {
                            kinds.add(kind(xml.getAttributeValue(null, "numFmtId"), codes));
                        }
                    }
                    default -> {
                        // fonts, fills and borders say nothing of a number
                    }
                }
            }
        }
        return new WorkbookStyles(kinds);
    }

    private static Kind kind(String format, Map<String, String> codes) {
        if (format == null) {
            return Kind.NUMBER;
        }
        String code = LITERALS.matcher(codes.getOrDefault(format, "")).replaceAll("");
        if (PERCENT_FORMATS.contains(format) || code.contains("%")) {
            return Kind.PERCENT;
        }
        boolean isDate = code.toLowerCase(java.util.Locale.ROOT).contains("yy");
        return DATE_FORMATS.contains(format) || isDate ? Kind.DATE : Kind.NUMBER;
    }
}
