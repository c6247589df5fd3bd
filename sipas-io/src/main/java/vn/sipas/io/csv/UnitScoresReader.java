package vn.sipas.io.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.ScoreEntry;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/**
 * Reads scores of units from a long table with the columns {@code unit,key,value}, in any order of rows.
 *
 * <p>The keys are those of {@link ScoreEntry}: a criterion, a criterion and {@code :self}, a fact, a satisfaction fact
 * and {@code :se} or {@code :n}. Rows that cannot be used become problems; the others are kept. Immutable and safe for
 * use by several threads.
 */
public final class UnitScoresReader {

    private static final List<String> COLUMNS = List.of("unit", "key", "value");

    private final RatingScheme scheme;

    private UnitScoresReader(RatingScheme scheme) {
        this.scheme = Objects.requireNonNull(scheme, "scheme");
    }

    /**
     * Makes a reader.
     *
     * @param scheme the scheme whose criteria and facts the keys name
     * @return the reader
     */
    public static UnitScoresReader of(RatingScheme scheme) {
        return new UnitScoresReader(scheme);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @param file the file
     * @return the scores of the units in the order in which they first appear, and the problems
     * @throws IOException if the file cannot be read
     */
    public Checked<List<UnitScores>> read(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return read(input, file.toString());
        }
    }

    /**
     * Reads a stream in UTF-8, which the caller closes.
     *
     * @param input the stream
     * @param source the name under which problems refer to it
     * @return the scores of the units in the order in which they first appear, and the problems
     * @throws IOException if the stream cannot be read
     */
    public Checked<List<UnitScores>> read(InputStream input, String source) throws IOException {
        Checked<CsvRowReader> opened = CsvRowReader.open(input, source, CsvFormat.rfc4180());
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        CsvRowReader rows = opened.value().get();
        List<Problem> missing = rows.missing(COLUMNS);
        if (!missing.isEmpty()) {
            return Checked.refused(missing);
        }
        Scores scores = new Scores(
                opened.problems(),
                COLUMNS.stream()
                        .mapToInt(column -> rows.column(column).orElseThrow())
                        .toArray());
        for (Optional<CsvRow> row = rows.next(scores.problems::add);
                row.isPresent();
                row = rows.next(scores.problems::add)) {
            scores.accept(row.get().fields(), row.get()::place);
        }
        return scores.read();
    }

    /**
     * Reads a table of any container, such as a sheet of a workbook, which the caller closes.
     *
     * @param table the table
     * @return the scores of the units in the order in which they first appear, and the problems
     * @throws IOException if the table cannot be read
     */
    public Checked<List<UnitScores>> read(SourceTable table) throws IOException {
        List<Problem> missing = new ArrayList<>();
        Map<String, Integer> indexes = CsvHeader.indexes(table.headings(), COLUMNS, table.headerPlace(), missing);
        if (!missing.isEmpty()) {
            return Checked.refused(missing);
        }
        Scores scores = new Scores(
                List.of(),
                COLUMNS.stream()
                        .mapToInt(column -> CsvHeader.indexOf(indexes, column))
                        .toArray());
        for (Optional<SourceRow> row = table.next(scores.problems::add);
                row.isPresent();
                row = table.next(scores.problems::add)) {
            scores.accept(row.get().cells(), row.get()::place);
        }
        return scores.read();
    }

    /** The entries of each unit, collected row by row. */
    private final class Scores {

        private final List<Problem> problems;
        private final int[] columns;
        private final Map<UnitCode, List<ScoreEntry>> byUnit = new LinkedHashMap<>();

        Scores(List<Problem> problems, int[] columns) {
            this.problems = new ArrayList<>(problems);
            this.columns = columns;
        }

        void accept(List<String> fields, IntFunction<Place> place) {
            try {
                byUnit.computeIfAbsent(UnitCode.of(fields.get(columns[0]).strip()), code -> new ArrayList<>())
                        .add(new ScoreEntry(fields.get(columns[1]), fields.get(columns[2]), place.apply(columns[2])));
            } catch (IllegalArgumentException refused) {
                problems.add(Problem.of(UnitScoresProblem.UNIT_FORM, place.apply(columns[0])));
            }
        }

        Checked<List<UnitScores>> read() {
            List<UnitScores> scores = new ArrayList<>(byUnit.size());
            byUnit.forEach((code, entries) -> {
                Checked<UnitScores> read = UnitScores.read(scheme, code, entries);
                problems.addAll(read.problems());
                read.value().ifPresent(scores::add);
            });
            return Checked.of(List.copyOf(scores), problems);
        }
    }
}
