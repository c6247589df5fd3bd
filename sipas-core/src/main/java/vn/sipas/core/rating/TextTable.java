package vn.sipas.core.rating;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import vn.sipas.core.Language;

/** Rows of text that print aligned or as HTML. */
final class TextTable {

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> header) {
        this.header = header;
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    String toHtml(String name, Language language) {
        StringBuilder html =
                new StringBuilder("<table class=\"" + name + "\" lang=\"" + language.tag() + "\">\n<thead><tr>");
        header.forEach(
                cell -> html.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }

    @Override
    public String toString() {
        int[] widths = new int[header.size()];
        widen(widths, header);
        rows.forEach(row -> widen(widths, row));
        StringBuilder text = new StringBuilder();
        line(text, widths, header);
        rows.forEach(row -> line(text, widths, row));
        return text.toString();
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], width(cells.get(i)));
        }
    }

    private static void line(StringBuilder text, int[] widths, List<String> cells) {
        int start = text.length();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            boolean number =
                    !cell.isEmpty() && cell.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.,…%".indexOf(c) >= 0);
            String padding = " ".repeat(widths[i] - width(cell));
            text.append(number ? padding + cell : cell + padding).append("  ");
        }
        int end = text.length();
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        text.append('\n');
    }

    private static int width(String cell) {
        return (int) Normalizer.normalize(cell, Normalizer.Form.NFC)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .count();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
