package vn.sipas.io.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The title of a report (tiêu đề báo cáo) that offices put above the headings of a table: rows with a cell or two, where the
 * table has more.
 */
final class TitleRows {

    private static final int MOST = 20;
    private static final int MOST_CELLS = 2;
    private static final double USUAL = 0.8;
    private static final String NO_HEADING = "[-+\\d.,/:\\s%]+";

    private TitleRows() {}

    /** How many of the first rows stand above the headings; 0 where the first row may be the headings itself. */
    static int above(List<List<String>> rows) {
        int widest = rows.stream().mapToInt(TitleRows::filled).max().orElse(0);
        int least = Math.min(widest, MOST_CELLS + 1);
        int headings = 0;
        while (headings < Math.min(MOST + 1, rows.size()) && filled(rows.get(headings)) < least) {
            headings++;
        }
        boolean titles = least > 1
                && headings > 0
                && headings <= MOST
                && headings + 1 < rows.size()
                && areHeadings(rows.get(headings))
                && areTitles(rows.subList(0, headings), rows.get(headings).size())
                && isTable(rows.subList(headings, rows.size()));
        return titles ? headings : 0;
    }

    private static int filled(List<String> row) {
        return (int) row.stream().filter(cell -> !cell.isBlank()).count();
    }

    private static boolean areHeadings(List<String> row) {
        Set<String> seen = new HashSet<>();
        return row.stream()
                .filter(cell -> !cell.isBlank())
                .allMatch(cell -> !cell.strip().matches(NO_HEADING) && seen.add(Headings.folded(cell)));
    }

    /** Rows of one cell, or as wide as the table in a file that fills its rows up. */
    private static boolean areTitles(List<List<String>> rows, int width) {
        return rows.stream().allMatch(row -> filled(row) <= 1 || row.size() >= width);
    }

    /** Whether most rows are no wider than the headings and hold more than a title does. */
    private static boolean isTable(List<List<String>> rows) {
        int width = rows.get(0).size();
        int least = Math.min(filled(rows.get(0)), MOST_CELLS);
        long fitting = rows.stream()
                .filter(row -> row.size() <= width && filled(row) >= least)
                .count();
        return fitting >= USUAL * rows.size();
    }
}
