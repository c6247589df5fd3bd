package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.table.SourceTable;

/**
 * A workbook of KoboToolbox: one sheet of submissions and one for each repeat, whose rows name the sheet and the row they
 * belong to. Sheet names are cut to 31 characters, and so may be the names that rows refer to.
 */
final class KoboWorkbook {

    private static final int LONGEST_NAME = 31;
    private static final String PARENT = "_parent_index";
    private static final String PARENT_TABLE = "_parent_table_name";
    private static final String KEY = "_index";

    private KoboWorkbook() {}

    static Checked<SourceTable> open(SourceFile file, SourceLimits limits) throws IOException {
        Checked<List<SheetSample>> sampled = WorkbookTables.sample(file, limits, 3);
        if (sampled.value().isEmpty()) {
            return Checked.refused(sampled.problems());
        }
        List<SheetSample> sheets = sampled.value().get();
        Map<String, List<SheetSample>> byParent = new HashMap<>();
        List<SheetSample> tops = new ArrayList<>();
        List<Problem> notes = new ArrayList<>();
        for (SheetSample sheet : sheets) {
            int parentTable = sheet.headings().indexOf(PARENT_TABLE);
            if (parentTable >= 0 && sheet.headings().contains(PARENT)) {
                String parent = sheet.rows().size() < 2 || sheet.row(1).size() <= parentTable
                        ? ""
                        : sheet.row(1).get(parentTable);
                byParent.computeIfAbsent(cut(parent), first -> new ArrayList<>())
                        .add(sheet);
            } else {
                tops.add(sheet);
            }
        }
        SheetSample main = tops.stream()
                .filter(sheet ->
                        sheet.headings().contains("_uuid") || sheet.headings().contains(KEY))
                .findFirst()
                .orElse(sheets.get(0));
        Set<String> read = new HashSet<>(Set.of(main.name()));
        List<RepeatTable> repeats = new ArrayList<>();
        Checked<SourceTable> table = Checked.refused(Problem.of(SourceProblem.EMPTY, Place.in(file.name())));
        try {
            for (SheetSample sheet : byParent.getOrDefault(cut(main.name()), List.of())) {
                repeats.add(repeat(file, limits, sheet, byParent, read));
            }
            for (SheetSample sheet : sheets) {
                if (!read.contains(sheet.name())) {
                    notes.add(Problem.of(
                            FormToolProblem.SHEET_NOT_READ,
                            Place.in(file.name() + "!" + sheet.name()),
                            "name",
                            sheet.name()));
                }
            }
            table = WorkbookTables.open(file, limits, main.name(), notes);
        } finally {
            if (table.value().isEmpty()) {
                for (RepeatTable repeat : repeats) {
                    repeat.close();
                }
            }
        }
        return repeats.isEmpty() ? table : table.map(top -> new RepeatJoin(top, KEY, repeats));
    }

    private static RepeatTable repeat(
            SourceFile file,
            SourceLimits limits,
            SheetSample sheet,
            Map<String, List<SheetSample>> byParent,
            Set<String> read)
            throws IOException {
        read.add(sheet.name());
        List<RepeatTable> inside = new ArrayList<>();
        for (SheetSample child : byParent.getOrDefault(cut(sheet.name()), List.of())) {
            if (!read.contains(child.name())) {
                inside.add(repeat(file, limits, child, byParent, read));
            }
        }
        Set<String> unused = new HashSet<>();
        for (String heading : sheet.headings()) {
            if (heading.equals(PARENT)
                    || heading.equals(PARENT_TABLE)
                    || heading.equals(KEY)
                    || heading.startsWith("_submission_")) {
                unused.add(heading);
            }
        }
        return RepeatTable.open(
                        sheet.name(),
                        () -> WorkbookTables.open(file, limits, sheet.name(), List.of()),
                        PARENT,
                        KEY,
                        unused,
                        limits,
                        inside)
                .orThrow();
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
