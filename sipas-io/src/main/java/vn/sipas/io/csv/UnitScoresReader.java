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
import java.util.regex.Pattern;
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
 * Reads scores of units from a table: long, with the columns {@code unit,key,value} (mã đơn vị, tiêu chí, điểm) in any order of
 * rows, or wide, with one row a unit and a column for each key.
 *
 * <p>The keys are those of {@link ScoreEntry}: a criterion, a criterion and {@code :self}, a fact, a satisfaction fact
 * and {@code :se} or {@code :n}; a criterion or a fact may also go by its title. In a wide table an empty cell is no score, and
 * a column that names nothing of the scheme is a warning.
 *
 * <p>Decimals have a point, or a comma where a value such as {@code 14,5} proves that the file writes them so; {@code 14,125}
 * alone proves nothing and is refused. Rows that cannot be used become problems; the others are kept. Immutable and safe for
 * use by several threads.
 */
public final class UnitScoresReader {

    private static final Pattern COMMA_DECIMALS = Pattern.compile("[+-]?\\d+,(?:\\d{1,2}|\\d{4,})");
    private static final Pattern POINT_GROUPS = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+");

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
        Checked<ScoreColumns> columns = ScoreColumns.of(rows.headings(), rows.headerPlace(), scheme);
        if (columns.value().isEmpty()) {
            return Checked.refused(columns.problems());
        }
        Scores scores = new Scores(opened.problems(), columns.value().get());
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
        Checked<ScoreColumns> columns = ScoreColumns.of(table.headings(), table.headerPlace(), scheme);
        if (columns.value().isEmpty()) {
            return Checked.refused(columns.problems());
        }
        Scores scores = new Scores(List.of(), columns.value().get());
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
        private final ScoreColumns columns;
        private final Map<UnitCode, List<ScoreEntry>> byUnit = new LinkedHashMap<>();
        private boolean commas;

        Scores(List<Problem> problems, ScoreColumns columns) {
            this.problems = new ArrayList<>(problems);
            this.problems.addAll(columns.unknown());
            this.columns = columns;
        }

        void accept(List<String> fields, IntFunction<Place> place) {
            try {
                List<ScoreEntry> entries = byUnit.computeIfAbsent(
                        UnitCode.of(fields.get(columns.unit()).strip()), code -> new ArrayList<>());
                for (ScoreEntry entry : columns.entries(fields, place)) {
                    commas |= COMMA_DECIMALS.matcher(entry.value().strip()).matches();
                    entries.add(entry);
                }
            } catch (IllegalArgumentException refused) {
                problems.add(Problem.of(UnitScoresProblem.UNIT_FORM, place.apply(columns.unit())));
            }
        }

        Checked<List<UnitScores>> read() {
            List<UnitScores> scores = new ArrayList<>(byUnit.size());
            byUnit.forEach((code, entries) -> {
                Checked<UnitScores> read = UnitScores.read(
                        scheme,
                        code,
                        commas ? entries.stream().map(Scores::pointed).toList() : entries);
                problems.addAll(read.problems());
                read.value().ifPresent(scores::add);
            });
            return Checked.of(List.copyOf(scores), problems);
        }

        /** The entry with a point before its decimals, in a file that writes commas there. */
        private static ScoreEntry pointed(ScoreEntry entry) {
            String value = entry.value().strip();
            boolean grouped = POINT_GROUPS.matcher(value).matches();
            if (!grouped && !COMMA.matcher(value).matches()) {
                return entry;
            }
            return new ScoreEntry(entry.key(), value.replace(".", "").replace(',', '.'), entry.place());
        }
    }
}
