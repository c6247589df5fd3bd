package vn.sipas.io.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sipas.io.xml.BoundedXml;
import vn.sipas.io.xml.XmlDefect;
import vn.sipas.io.xml.XmlDefectException;
import vn.sipas.io.xml.XmlLimits;

/** The tables of a structure file of LimeSurvey: rows of fields, all of them texts. */
final class LssTables {

    private static final int MOST_ROWS = 200_000;
    private static final long MOST_CHARACTERS = 64L << 20;
    private static final int LONGEST = 1 << 20;

    private final Map<String, List<Map<String, String>>> tables = new HashMap<>();
    private boolean survey;

    private LssTables() {}

    /** Tables that were put together from another layout of a survey. */
    static LssTables ofSurvey(Map<String, List<Map<String, String>>> tables) {
        LssTables read = new LssTables();
        read.tables.putAll(tables);
        read.survey = true;
        return read;
    }

    static LssTables read(InputStream input, XmlLimits limits) throws IOException, XmlDefectException {
        LssTables read = new LssTables();
        int rows = 0;
        long characters = 0;
        String table = "";
        Map<String, String> row = new HashMap<>();
        try (BoundedXml xml = BoundedXml.open(input, limits)) {
            for (BoundedXml.Event event = xml.next(); event != BoundedXml.Event.DONE; event = xml.next()) {
                if (event != BoundedXml.Event.START) {
                    continue;
                }
                int depth = xml.depth();
                String name = xml.name();
                if (depth == 2 && name.equals("LimeSurveyDocType")) {
                    read.survey = xml.textToEnd(100).strip().equals("Survey");
                } else if (depth == 2) {
                    table = name;
                } else if (depth == 4 && name.equals("row")) {
                    if (++rows > MOST_ROWS) {
                        throw xml.refused(XmlDefect.TOKEN_TOO_LONG);
                    }
                    row = new HashMap<>();
                    read.tables
                            .computeIfAbsent(table, first -> new ArrayList<>())
                            .add(row);
                } else if (depth == 5) {
                    String value = xml.textToEnd(LONGEST);
                    characters += value.length();
                    if (characters > MOST_CHARACTERS) {
                        throw xml.refused(XmlDefect.TOKEN_TOO_LONG);
                    }
                    row.put(name, value);
                }
            }
        }
        return read;
    }

    boolean isSurvey() {
        return survey;
    }

    List<Map<String, String>> table(String name) {
        return tables.getOrDefault(name, List.of());
    }
}
