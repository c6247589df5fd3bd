package vn.sipas.io.units;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.unit.Succession;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitKey;
import vn.sipas.core.unit.UnitLevel;
import vn.sipas.core.unit.UnitLineage;
import vn.sipas.core.unit.UnitRegistry;

/**
 * Which old unit went to which new one on the day of a reform, by code and name, as a source lists it.
 *
 * @param rows the good rows in the order of the file
 * @param problems what was wrong with the others
 */
public record ReformTable(List<Row> rows, List<Problem> problems) {

    private static final List<String> NEEDED = List.of(
            "old_code",
            "old_full_name",
            "old_district_code",
            "new_code",
            "new_full_name",
            "new_province_code",
            "divided");

    /**
     * One pair of an old and a new unit.
     *
     * @param place file and line
     * @param oldCode the code until the day before the reform
     * @param oldName the full name until then
     * @param oldLevel the level until then
     * @param oldParent the code of the unit above until then
     * @param newCode the code from the day of the reform on
     * @param newName the full name from then on
     * @param newParent the code of the unit above from then on
     * @param divided whether the source says that the old unit was split over several new ones
     */
    public record Row(
            Place place,
            UnitCode oldCode,
            String oldName,
            UnitLevel oldLevel,
            UnitCode oldParent,
            UnitCode newCode,
            String newName,
            UnitCode newParent,
            boolean divided) {

        public Row {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(oldCode, "oldCode");
            Objects.requireNonNull(oldName, "oldName");
            Objects.requireNonNull(oldLevel, "oldLevel");
            Objects.requireNonNull(oldParent, "oldParent");
            Objects.requireNonNull(newCode, "newCode");
            Objects.requireNonNull(newName, "newName");
            Objects.requireNonNull(newParent, "newParent");
        }
    }

    /** What to do when the registry knows an old code under another name than the table. */
    public enum NameMismatch {
        /** The registry's unit gets no successor: codes are re-used, so it may be another unit. The default. */
        REFUSE,
        /** It is taken to be the same unit, with a warning. */
        ACCEPT
    }

    public ReformTable {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a table with the columns {@code old_code}, {@code old_full_name}, {@code old_district_code}, {@code new_code},
     * {@code new_full_name}, {@code new_province_code} and {@code divided}; further columns are ignored.
     *
     * @param input the bytes; not closed
     * @param source the name of the file for the places of problems
     * @return the table
     * @throws IOException if the bytes cannot be read
     */
    public static ReformTable read(InputStream input, String source) throws IOException {
        UnitProblems problems = new UnitProblems();
        UnitTable table = UnitTable.open(input, source, NEEDED, problems);
        List<Row> rows = new ArrayList<>();
        while (table.next()) {
            Optional<UnitCode> oldCode = table.code("old_code");
            Optional<String> oldName = table.name("old_full_name");
            Optional<UnitCode> oldParent = table.code("old_district_code");
            Optional<UnitCode> newCode = table.code("new_code");
            Optional<String> newName = table.name("new_full_name");
            Optional<UnitCode> newParent = table.code("new_province_code");
            Optional<Boolean> divided = table.flag("divided");
            if (table.good()) {
                rows.add(new Row(
                        table.place(),
                        oldCode.orElseThrow(),
                        oldName.orElseThrow(),
                        UnitLevel.COMMUNE,
                        oldParent.orElseThrow(),
                        newCode.orElseThrow(),
                        newName.orElseThrow(),
                        newParent.orElseThrow(),
                        divided.orElseThrow()));
            }
        }
        return new ReformTable(rows, problems.toList());
    }

    /**
     * Returns the old units of the table, which is itself a list of the communal units on the eve of the reform.
     *
     * @param validity the days for which the caller takes that list to hold, usually ending on the day of the reform
     * @return the old units, each once, in the order of the table
     */
    public UnitList unitsBefore(ValidityPeriod validity) {
        Objects.requireNonNull(validity, "validity");
        List<UnitList.Entry> entries = new ArrayList<>();
        Set<UnitCode> seen = new HashSet<>();
        for (Row row : rows) {
            if (seen.add(row.oldCode())) {
                Unit unit = Unit.below(
                        new UnitKey(row.oldCode(), validity),
                        LocalizedText.same(row.oldName()),
                        row.oldLevel(),
                        row.oldParent());
                entries.add(new UnitList.Entry(unit, row.place()));
            }
        }
        return new UnitList(entries, List.of());
    }

    /**
     * Makes a lineage of the table, refusing names that differ.
     *
     * @param registry knows the units of both sides
     * @param day the first day of the new units
     * @return the lineage and the problems
     * @see #lineage(UnitRegistry, LocalDate, NameMismatch)
     */
    public Checked<UnitLineage> lineage(UnitRegistry registry, LocalDate day) {
        return lineage(registry, day, NameMismatch.REFUSE);
    }

    /**
     * Makes a lineage of the table by looking up the old codes on the day before and the new ones on the day.
     *
     * <p>If anything is wrong with one row of an old unit, or the flag for split units disagrees with the number of its
     * rows, no row carries its figures: a part of a split unit would pass for the whole. The new units of such rows keep
     * a predecessor {@code code@last day/day} that no registry has, so that carried figures know that they are incomplete.
     *
     * @param registry knows the units of both sides
     * @param day the first day of the new units
     * @param mismatch what to do with old names that differ
     * @return the lineage and the problems, those of the table first
     */
    public Checked<UnitLineage> lineage(UnitRegistry registry, LocalDate day, NameMismatch mismatch) {
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(mismatch, "mismatch");
        Map<UnitCode, List<Row>> byOld = new LinkedHashMap<>();
        rows.forEach(row ->
                byOld.computeIfAbsent(row.oldCode(), code -> new ArrayList<>(1)).add(row));
        UnitProblems found = new UnitProblems();
        problems.forEach(found);
        UnitLineage.Builder lineage = UnitLineage.builder();
        byOld.values().forEach(group -> new Resolution(registry, day, mismatch, found).add(group, lineage));
        Checked<UnitLineage> built = lineage.build();
        built.problems().forEach(found);
        return Checked.of(built.orThrow(), found.toList());
    }

    /** The rows of one old unit against the registry. */
    private record Resolution(UnitRegistry registry, LocalDate day, NameMismatch mismatch, UnitProblems found) {

        void add(List<Row> group, UnitLineage.Builder lineage) {
            LocalDate last = day.minusDays(1);
            UnitCode code = group.get(0).oldCode();
            Optional<Unit> before = registry.find(code, last);
            boolean sound = true;
            Map<Row, UnitKey> successors = new LinkedHashMap<>();
            Set<Row> reported = new HashSet<>();
            for (Row row : group) {
                if (before.isEmpty()) {
                    report(UnitFileProblem.OLD_UNIT_UNKNOWN, row, code, last, reported);
                } else if (!before.get().isNamed(row.oldName())) {
                    if (mismatch == NameMismatch.REFUSE) {
                        report(UnitFileProblem.OLD_NAME_DIFFERS, row, code, last, reported);
                    } else {
                        found.accept(problem(UnitFileProblem.NAME_ACCEPTED, row, code, last));
                    }
                }
                Optional<Unit> after = registry.find(row.newCode(), day);
                if (after.isEmpty()) {
                    report(UnitFileProblem.NEW_UNIT_UNKNOWN, row, row.newCode(), day, reported);
                } else {
                    if (!after.get().isNamed(row.newName())) {
                        found.accept(problem(UnitFileProblem.NAME_ACCEPTED, row, row.newCode(), day));
                    }
                    if (before.isPresent()
                            && before.get().key().equals(after.get().key())) {
                        report(UnitFileProblem.SAME_UNIT, row, code, day, reported);
                    } else {
                        successors.put(row, after.get().key());
                    }
                }
            }
            if (group.stream().anyMatch(row -> row.divided() != group.size() > 1)) {
                sound = false;
                found.accept(Problem.of(
                        UnitFileProblem.DIVIDED_DISAGREES, group.get(0).place(), "code", code, "rows", group.size()));
            } else if (!reported.isEmpty()) {
                sound = false;
                group.stream()
                        .filter(row -> !reported.contains(row))
                        .forEach(row ->
                                found.accept(Problem.of(UnitFileProblem.REFORM_INCOMPLETE, row.place(), "code", code)));
            }
            UnitKey from = sound ? before.orElseThrow().key() : new UnitKey(code, ValidityPeriod.between(last, day));
            successors.forEach((row, to) -> lineage.add(Succession.of(from, to), row.place()));
        }

        private void report(UnitFileProblem kind, Row row, UnitCode code, LocalDate on, Set<Row> reported) {
            if (reported.add(row)) {
                found.accept(problem(kind, row, code, on));
            }
        }

        private static Problem problem(UnitFileProblem kind, Row row, UnitCode code, LocalDate on) {
            return Problem.of(kind, row.place(), "code", code, "day", on);
        }
    }
}
