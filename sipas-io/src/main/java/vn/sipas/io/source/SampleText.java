package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.List;

/** Splits the start of a delimited text into records, forgiving where the real reader is strict. */
final class SampleText {

    private SampleText() {}

    /**
     * Splits a text.
     *
     * @param text the text
     * @param delimiter the character between fields
     * @param cut whether the text ends in the middle of the file, so that the last record may be cut off
     * @param most how many records are wanted
     */
    static List<List<String>> records(String text, char delimiter, boolean cut, int most) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean started = false;
        int i = 0;
        while (i < text.length() && records.size() < most) {
            char c = text.charAt(i++);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i < text.length() && text.charAt(i) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
                started = true;
            } else if (c == delimiter) {
                record.add(field.toString());
                field.setLength(0);
                started = true;
            } else if (c == '\n' || c == '\r') {
                if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
                    i++;
                }
                if (started || !field.isEmpty()) {
                    record.add(field.toString());
                    records.add(record);
                }
                record = new ArrayList<>();
                field.setLength(0);
                started = false;
            } else {
                field.append(c);
            }
        }
        boolean whole = !cut && !quoted;
        if (whole && records.size() < most && (started || !field.isEmpty())) {
            record.add(field.toString());
            records.add(record);
        }
        return records;
    }
}
