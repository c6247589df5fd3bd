package vn.sipas.io.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.rating.Predecessors;
import vn.sipas.core.unit.UnitCode;

/**
 * Reads which units a unit goes back to from a table with the columns {@code unit,predecessor}.
 *
 * <p>One row a pair: a merged unit stands once for each unit it came from, a split one once for each unit that came of
 * it. An empty predecessor says that the unit goes back to none, for a code that was given to another unit. Units
 * without a row go back to the same code. A lineage of the whole country is read by {@code io.units} and followed by
 * {@link Predecessors#by} instead.
 */
public final class PredecessorTable {

    private static final List<String> COLUMNS = List.of("unit", "predecessor");

    private PredecessorTable() {}

    /**
     * Reads a stream in UTF-8, which the caller closes.
     *
     * @param input the stream
     * @param source the name under which problems refer to it
     * @return the predecessors, and a problem for each row that was set aside
     * @throws IOException if the stream cannot be read
     */
    public static Checked<Predecessors> read(InputStream input, String source) throws IOException {
        Checked<CsvRowReader> opened = CsvRowReader.open(input, source, CsvFormat.rfc4180());
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        CsvRowReader rows = opened.value().get();
        List<Problem> missing = rows.missing(COLUMNS);
        if (!missing.isEmpty()) {
            return Checked.refused(missing);
        }
        int unit = rows.column("unit").orElseThrow();
        int predecessor = rows.column("predecessor").orElseThrow();
        List<Problem> problems = new ArrayList<>(opened.problems());
        Map<UnitCode, Set<UnitCode>> changed = new HashMap<>();
        for (Optional<CsvRow> row = rows.next(problems::add); row.isPresent(); row = rows.next(problems::add)) {
            CsvRow fields = row.get();
            Optional<UnitCode> later = code(fields, unit, problems);
            boolean none = fields.field(predecessor).isBlank();
            Optional<UnitCode> earlier = none ? Optional.empty() : code(fields, predecessor, problems);
            if (later.isPresent() && (none || earlier.isPresent())) {
                Set<UnitCode> before = changed.computeIfAbsent(later.get(), code -> new LinkedHashSet<>());
                earlier.ifPresent(before::add);
            }
        }
        return Checked.of(Predecessors.changed(changed), problems);
    }

    private static Optional<UnitCode> code(CsvRow row, int column, List<Problem> problems) {
        try {
            return Optional.of(UnitCode.of(row.field(column).strip()));
        } catch (IllegalArgumentException refused) {
            problems.add(Problem.of(UnitScoresProblem.UNIT_FORM, row.place(column)));
            return Optional.empty();
        }
    }
}
