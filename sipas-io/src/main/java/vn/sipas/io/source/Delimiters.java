package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/** Tells which character stands between the fields of a text. */
final class Delimiters {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int ROWS = 200;
    private static final double CLOSE = 0.02;
    private static final double FITTING = 0.98;

    /**
     * How well a character fits: how many fields the first record of the table has, how many records have as many, and how
     * many records above were taken for titles.
     */
    private record Fit(char delimiter, int fields, double agreement, int titles) {}

    /**
     * A decision with its reason.
     *
     * @param delimiter the character
     * @param reason why
     */
    record Decided(char delimiter, LocalizedText reason) {}

    private Delimiters() {}

    static Checked<Decided> decide(String text, boolean cut, String source) {
        List<Fit> fits = new ArrayList<>();
        for (char candidate : CANDIDATES) {
            List<List<String>> records = SampleText.records(text, candidate, cut, ROWS);
            int titles = TitleRows.above(records);
            List<List<String>> table = records.subList(titles, records.size());
            if (!table.isEmpty() && table.get(0).size() > 1) {
                int fields = table.get(0).size();
                long agreeing =
                        table.stream().filter(record -> record.size() == fields).count();
                // The first record agrees with itself; it speaks only where it is alone.
                double agreement = table.size() == 1 ? 1.0 : (agreeing - 1.0) / (table.size() - 1.0);
                fits.add(new Fit(candidate, fields, agreement, titles));
            }
        }
        if (fits.isEmpty()) {
            return Checked.of(new Decided(',', LocalizedText.of("Tệp chỉ có một cột", "The file has a single column")));
        }
        // Decimal commas make the headings look like a title, if the comma is tried.
        int fewest = fits.stream().mapToInt(Fit::titles).min().getAsInt();
        boolean fitting = fits.stream().anyMatch(fit -> fit.titles == fewest && fit.agreement >= FITTING);
        fits.removeIf(fit -> fitting && fit.titles > fewest);
        fits.sort(Comparator.comparingDouble(Fit::agreement)
                .thenComparingInt(Fit::fields)
                .reversed());
        Fit best = fits.get(0);
        for (Fit other : fits.subList(1, fits.size())) {
            boolean close = best.agreement - other.agreement <= CLOSE;
            if (close && other.fields >= 2 * best.fields) {
                best = other;
            } else if (close && best.fields < 2 * other.fields) {
                return Checked.refused(Problem.of(
                        SourceProblem.AMBIGUOUS_DELIMITER,
                        Place.in(source, 1),
                        "first",
                        name(best.delimiter),
                        "second",
                        name(other.delimiter)));
            }
        }
        String percent = Math.round(100.0 * best.agreement) + " %";
        return Checked.of(new Decided(
                best.delimiter,
                LocalizedText.of(
                        "Dấu phân cách " + name(best.delimiter) + ": tiêu đề có " + best.fields + " cột, " + percent
                                + " số dòng đầu có cùng số cột",
                        "Delimiter " + name(best.delimiter) + ": the headings have " + best.fields + " fields and "
                                + percent + " of the first rows have as many")));
    }

    private static String name(char delimiter) {
        return delimiter == '\t' ? "TAB" : "\"" + delimiter + "\"";
    }
}
