package vn.sipas.core.index;

import java.util.ArrayList;
import java.util.List;

/** Rows of texts that print as an aligned table or as HTML. */
final class TextTable {

    /** Where the texts of a column stand. */
    enum Align {
        LEFT,
        RIGHT
    }

    private final List<String> header;
    private final List<Align> alignment;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> header, List<Align> alignment) {
        this.header = List.copyOf(header);
        this.alignment = List.copyOf(alignment);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    String toText() {
        int[] widths = new int[header.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = length(header.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        line(text, header, widths);
        for (int width : widths) {
            text.append("-".repeat(width)).append("  ");
        }
        strip(text).append('\n');
        for (List<String> row : rows) {
            line(text, row, widths);
        }
        return text.toString();
    }

    String toHtml() {
        StringBuilder html = new StringBuilder("<table>\n<thead><tr>");
        for (int i = 0; i < header.size(); i++) {
            cell(html, "th", i, header.get(i));
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell(html, "td", i, row.get(i));
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n").toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private void cell(StringBuilder html, String tag, int column, String text) {
        html.append('<').append(tag);
        html.append(alignment.get(column) == Align.RIGHT ? " style=\"text-align:right\">" : ">");
        html.append(escaped(text).replace("  ", "&#160;&#160;"));
        html.append("</").append(tag).append('>');
    }

    private void line(StringBuilder text, List<String> row, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String padding = " ".repeat(widths[i] - length(cell));
            text.append(alignment.get(i) == Align.RIGHT ? padding + cell : cell + padding)
                    .append("  ");
        }
        strip(text).append('\n');
    }

    private static StringBuilder strip(StringBuilder text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        return text;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
