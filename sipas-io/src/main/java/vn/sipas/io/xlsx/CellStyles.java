package vn.sipas.io.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sipas.io.xml.BoundedXml;
import vn.sipas.io.xml.XmlDefectException;

/** What the cell styles of a workbook make of numbers. */
final class CellStyles {

    /** More styles than spreadsheet programs allow (64,000). */
    private static final int MOST = 65_536;

    private final List<DateFormats.Shows> styles;

    private CellStyles(List<DateFormats.Shows> styles) {
        this.styles = styles;
    }

    static CellStyles none() {
        return new CellStyles(List.of());
    }

    /** Reads the part {@code styles.xml}. */
    static CellStyles read(BoundedXml xml) throws IOException, XmlDefectException {
        Map<Integer, DateFormats.Shows> codes = new HashMap<>();
        List<DateFormats.Shows> styles = new ArrayList<>();
        boolean inCells = false;
        for (BoundedXml.Event event = xml.next(); event != BoundedXml.Event.DONE; event = xml.next()) {
            if (event == BoundedXml.Event.TEXT) {
                continue;
            }
            boolean start = event == BoundedXml.Event.START;
            switch (xml.name()) {
                case "numFmt" -> {
                    String code = start ? xml.attribute("formatCode") : null;
                    if (code != null && codes.size() < MOST) {
                        codes.put(number(xml.attribute("numFmtId")), DateFormats.code(code));
                    }
                }
                case "cellXfs" -> inCells = start;
                case "xf" -> {
                    if (start && inCells && styles.size() < MOST) {
                        int id = number(xml.attribute("numFmtId"));
                        DateFormats.Shows custom = codes.get(id);
                        styles.add(custom == null ? DateFormats.builtIn(id) : custom);
                    }
                }
                default -> {}
            }
        }
        return new CellStyles(styles);
    }

    /** Returns what the style shows that a cell names; numbers if it names none. */
    DateFormats.Shows of(@Nullable String style) {
        int index = number(style);
        return index < 0 || index >= styles.size() ? DateFormats.Shows.NUMBER : styles.get(index);
    }

    private static int number(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 6) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + (digit - '0');
        }
        return number;
    }
}
