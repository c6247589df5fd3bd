package vn.sipas.io.units;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Checked;
import vn.sipas.core.Fraction;
import vn.sipas.core.Problem;
import vn.sipas.core.unit.Succession;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitLineage;
import vn.sipas.core.unit.UnitRegistry;

/**
 * The library's own file of what became of units, {@code lineage.csv}: UTF-8, RFC 4180, with a header, one row for each
 * pair of an old and a new unit.
 *
 * <p>Columns: {@code old_code}, {@code old_until} (the first day on which the old unit was no longer in force),
 * {@code new_code}, {@code new_from} (the first day of the new unit, usually the same) and {@code share} (optional: the
 * part of the old unit that went to the new one, as {@code 1/3} or {@code 0.25}). The codes are looked up in a registry on
 * the day before {@code old_until} and on {@code new_from}.
 */
public final class LineageCsv {

    private static final List<String> NEEDED = List.of("old_code", "old_until", "new_code", "new_from");

    private LineageCsv() {}

    /**
     * Reads a file.
     *
     * @param input the bytes; not closed
     * @param source the name of the file for the places of problems
     * @param registry knows the units of both sides
     * @return the lineage of the good rows, and the problems
     * @throws IOException if the bytes cannot be read
     */
    public static Checked<UnitLineage> read(InputStream input, String source, UnitRegistry registry)
            throws IOException {
        Objects.requireNonNull(registry, "registry");
        UnitProblems problems = new UnitProblems();
        UnitTable table = UnitTable.open(input, source, NEEDED, problems);
        UnitLineage.Builder lineage = UnitLineage.builder();
        while (table.next()) {
            Optional<UnitCode> oldCode = table.code("old_code");
            Optional<UnitCode> newCode = table.code("new_code");
            Optional<LocalDate> until = table.requiredDate("old_until");
            Optional<LocalDate> from = table.requiredDate("new_from");
            Optional<Fraction> share = table.share("share");
            if (table.good()) {
                LocalDate last = until.orElseThrow().minusDays(1);
                Optional<Unit> before = registry.find(oldCode.orElseThrow(), last);
                Optional<Unit> after = registry.find(newCode.orElseThrow(), from.orElseThrow());
                if (before.isEmpty()) {
                    problems.accept(Problem.of(
                            UnitFileProblem.OLD_UNIT_UNKNOWN,
                            table.place("old_code"),
                            "code",
                            oldCode.get(),
                            "day",
                            last));
                } else if (after.isEmpty()) {
                    problems.accept(Problem.of(
                            UnitFileProblem.NEW_UNIT_UNKNOWN,
                            table.place("new_code"),
                            "code",
                            newCode.get(),
                            "day",
                            from.get()));
                } else if (before.get().key().equals(after.get().key())) {
                    problems.accept(Problem.of(UnitFileProblem.SAME_UNIT, table.place(), "code", newCode.get()));
                } else {
                    lineage.add(new Succession(before.get().key(), after.get().key(), share), table.place());
                }
            }
        }
        Checked<UnitLineage> built = lineage.build();
        List<Problem> all = new ArrayList<>(problems.toList());
        all.addAll(built.problems());
        return Checked.of(built.orThrow(), all);
    }

    /**
     * Writes a lineage so that {@link #read(InputStream, String, UnitRegistry)} gives it back, given a registry of its
     * units.
     *
     * @param lineage the lineage
     * @param out receives the text; to be written as UTF-8; flushed, not closed
     * @throws IOException if the text cannot be written
     */
    public static void write(UnitLineage lineage, Writer out) throws IOException {
        Objects.requireNonNull(out, "out");
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        writer.writeRecord("old_code", "old_until", "new_code", "new_from", "share");
        for (Succession step : lineage.steps()) {
            // A lineage holds only steps whose old unit ended and whose new unit started.
            writer.writeRecord(
                    step.from().code().value(),
                    step.from().validity().until().orElseThrow().toString(),
                    step.to().code().value(),
                    step.to().validity().from().orElseThrow().toString(),
                    step.share().map(Fraction::toString).orElse(""));
        }
        writer.flush();
    }
}
