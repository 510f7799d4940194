package org.affinity.profile.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the rows of a sheet as text: numbers plainly, percentages with their sign, dates as ISO 8601. */
final class SheetReader {

    /** What Excel keeps of a number; the digits behind are noise of the binary fraction. */
    private static final MathContext PRECISION = new MathContext(15);

    private static final int LAST_DAY = 2_958_465;
    private static final int MAX_EXPONENT = 100;
    private static final int LONGEST_CELL = 40_000;

    private final XMLStreamReader xml;
    private final List<String> texts;
    private final WorkbookStyles styles;
    private final LocalDate dayZero;
    private int line;

    SheetReader(XMLStreamReader xml, List<String> texts, WorkbookStyles styles, LocalDate dayZero) {
        this.xml = xml;
        this.texts = texts;
        this.styles = styles;
        this.dayZero = dayZero;
    }

    /** Takes one row, numbered from 1; false ends the reading. */
    interface RowReceiver {
        boolean take(int line, List<String> cells);
    }

    void read(RowReceiver receiver) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("row")) {
                line = number(xml.getAttributeValue(null, "r"), line + 1);
                if (!receiver.take(line, row())) {
                    return;
                }
            }
        }
    }

    private List<String> row() throws XMLStreamException {
        var cells = new ArrayList<String>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return cells;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"), cells.size());
                while (cells.size() < column) {
                    cells.add("");
                }
                cells.add(cell());
            }
        }
        return cells;
    }

    /** Position of a cell from its address, such as 27 for {@code AB12}. */
    private static int column(String address, int next) {
        if (address == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
            if (column > WorkbookFormat.MAX_COLUMNS) {
                throw new UnreadableFileException(
                        "The sheet has more than " + WorkbookFormat.MAX_COLUMNS + " columns.");
            }
        }
        return Math.max(column - 1, next);
    }

    private String cell() throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        int style = number(xml.getAttributeValue(null, "s"), -1);
        var value = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> append(xml, value);
                    case "is" -> value.append(text(xml, "is"));
                    default -> {
                        // a formula: its last result is what counts
                    }
                }
            }
        }
        return shown(value.toString(), type == null ? "n" : type, style);
    }

    private String shown(String value, String type, int style) {
        return switch (type) {
            case "s" -> {
                int text = number(value, -1);
                yield text >= 0 && text < texts.size() ? texts.get(text) : "";
            }
            case "b" -> value.equals("1") ? "true" : "false";
            case "n" -> value.isBlank() ? "" : shown(value, styles.kindOf(style));
            default -> value;
        };
    }

    private String shown(String value, WorkbookStyles.Kind kind) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.strip()).round(PRECISION);
        } catch (NumberFormatException notANumber) {
            return value;
        }
        if (Math.abs((long) number.scale()) > MAX_EXPONENT) {
            return value;
        }
        return switch (kind) {
            case NUMBER -> plain(number);
            case PERCENT -> plain(number.movePointRight(2)) + "%";
            case DATE -> date(number);
        };
    }

    private String date(BigDecimal days) {
        boolean isDate = days.signum() > 0 && days.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0;
        return isDate ? dayZero.plusDays(days.longValue()).toString() : plain(days);
    }

    private static String plain(BigDecimal number) {
        return TypedNumbers.text(number.stripTrailingZeros());
    }

    /** The text of the runs in an element; phonetic hints are not part of it. */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        boolean isHint = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) {
                isHint = true;
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("rPh")) {
                isHint = false;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("t")
                    && !isHint) {
                append(xml, text);
            }
        }
        return text.isEmpty() ? "" : text.toString();
    }

    /** Adds the characters of the present element piece by piece, so that no cell can fill the memory. */
    private static void append(XMLStreamReader xml, StringBuilder text) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
            if (text.length() > LONGEST_CELL) {
                throw new UnreadableFileException(
                        "A cell of the workbook has more than " + LONGEST_CELL + " characters.");
            }
        }
    }

    private static int number(String text, int fallback) {
        try {
            return text == null ? fallback : Integer.parseInt(text.strip());
        } catch (NumberFormatException notANumber) {
            return fallback;
        }
    }
}
