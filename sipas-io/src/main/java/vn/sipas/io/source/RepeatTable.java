package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/**
 * The rows of a repeat (nhóm lặp), found again by the key of the row they belong to. Exports write the rows of parent and
 * repeat in the same order; a window of rows read ahead makes up for small disorder, so that memory does not grow.
 */
final class RepeatTable {

    private final String name;
    private final SourceTable table;
    private final int parentKey;
    private final int key;
    private final int[] carried;
    private final int most;
    private final int window;
    private final List<RepeatTable> inside;
    private final Map<String, List<SourceRow>> ahead = new LinkedHashMap<>();
    private int held;
    private String lastParent = "";
    private boolean ended;
    private long refused;
    private long cellsRefused;

    private RepeatTable(
            String name,
            SourceTable table,
            int parentKey,
            int key,
            int[] carried,
            int most,
            int window,
            List<RepeatTable> inside) {
        this.name = name;
        this.table = table;
        this.parentKey = parentKey;
        this.key = key;
        this.carried = carried;
        this.most = most;
        this.window = window;
        this.inside = List.copyOf(inside);
    }

    /** Opens a table; called once to count and once to read. */
    @FunctionalInterface
    interface Opening {
        Checked<SourceTable> open() throws IOException;
    }

    /**
     * Counts the rows a parent can have and opens the table.
     *
     * @param name what the columns are called by
     * @param opening opens the table
     * @param parentKey the heading of the key of the parent
     * @param key the heading of the own key
     * @param unused headings that carry no answers
     * @param limits how many rows are read ahead, how many rows one parent may have, and how wide a row may become
     * @param inside the repeats inside this one
     */
    static Checked<RepeatTable> open(
            String name,
            Opening opening,
            String parentKey,
            String key,
            java.util.Set<String> unused,
            SourceLimits limits,
            List<RepeatTable> inside)
            throws IOException {
        Checked<SourceTable> counted = opening.open();
        if (counted.value().isEmpty()) {
            return Checked.refused(counted.problems());
        }
        int rows;
        try (SourceTable table = counted.value().get()) {
            rows = most(table, table.headings().indexOf(parentKey), limits.openSubmissions());
        }
        return opening.open().map(table -> {
            List<String> headings = table.headings();
            int[] carried = java.util.stream.IntStream.range(0, headings.size())
                    .filter(column -> !unused.contains(headings.get(column)))
                    .toArray();
            int slot = carried.length
                    + inside.stream().mapToInt(RepeatTable::width).sum();
            int most = Math.min(Math.min(rows, limits.repeats()), Math.max(1, limits.columns() / Math.max(1, slot)));
            return new RepeatTable(
                    name,
                    table,
                    headings.indexOf(parentKey),
                    headings.indexOf(key),
                    carried,
                    most,
                    limits.openSubmissions(),
                    inside);
        });
    }

    /** The most rows that one parent has, as far as its rows stand near each other. */
    private static int most(SourceTable table, int parentKey, int window) throws IOException {
        int most = 0;
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (Optional<SourceRow> row = table.next(passed -> {}); row.isPresent(); row = table.next(passed -> {})) {
            most = Math.max(most, rows.merge(row.get().cell(parentKey), 1, Integer::sum));
            if (rows.size() > window) {
                rows.remove(rows.keySet().iterator().next());
            }
        }
        return most;
    }

    /** The headings that this repeat adds to a row: {@code repeat[1].question}, {@code repeat[2].question} … */
    void headings(String prefix, List<String> target) {
        for (int slot = 1; slot <= most; slot++) {
            String path = prefix + name + "[" + slot + "].";
            for (int column : carried) {
                target.add(path + table.headings().get(column));
            }
            for (RepeatTable child : inside) {
                child.headings(path, target);
            }
        }
    }

    /** How many cells it adds to a row. */
    int width() {
        int own = carried.length;
        for (RepeatTable child : inside) {
            own += child.width();
        }
        return own * most;
    }

    /** Adds the cells of the rows that belong to a key to a gathered row. */
    void gather(String parent, GatheredRow target, Consumer<Problem> problems) throws IOException {
        List<SourceRow> rows = take(parent, problems);
        int slot = 0;
        for (SourceRow row : rows) {
            if (slot == most) {
                refused++;
                cellsRefused += row.cells().size();
                problems.accept(Problem.of(FormToolProblem.TOO_MANY_REPEATS, row.place(), "limit", most));
                continue;
            }
            slot++;
            target.count();
            for (int column : carried) {
                target.add(row.cell(column), row.place(column));
            }
            for (RepeatTable child : inside) {
                child.gather(key < 0 ? "" : row.cell(key), target, problems);
            }
        }
        for (; slot < most; slot++) {
            target.skip(width() / most);
        }
    }

    /** Sets aside the rows that no parent asked for. */
    void finish(Consumer<Problem> problems) throws IOException {
        orphans(problems);
        while (!ended) {
            readNext(problems);
            orphans(problems);
        }
        for (RepeatTable child : inside) {
            child.finish(problems);
        }
    }

    long rowsRead() {
        return table.rowsRead()
                + inside.stream().mapToLong(RepeatTable::rowsRead).sum();
    }

    long rowsSetAside() {
        return table.rowsSetAside()
                + refused
                + inside.stream().mapToLong(RepeatTable::rowsSetAside).sum();
    }

    long cellsSetAside() {
        return table.cellsSetAside()
                + cellsRefused
                + inside.stream().mapToLong(RepeatTable::cellsSetAside).sum();
    }

    long bytesRead() {
        return table.bytesRead()
                + inside.stream().mapToLong(RepeatTable::bytesRead).sum();
    }

    void close() throws IOException {
        table.close();
        for (RepeatTable child : inside) {
            child.close();
        }
    }

    private List<SourceRow> take(String parent, Consumer<Problem> problems) throws IOException {
        while (!ended && held < window) {
            readNext(problems);
        }
        List<SourceRow> taken = new ArrayList<>();
        collect(parent, taken);
        // The rows of one parent may go on behind the window.
        while (!ended && !taken.isEmpty() && parent.equals(lastParent)) {
            readNext(problems);
            collect(parent, taken);
        }
        return taken;
    }

    private void collect(String parent, List<SourceRow> taken) {
        List<SourceRow> found = parent.isEmpty() ? null : ahead.remove(parent);
        if (found != null) {
            held -= found.size();
            taken.addAll(found);
        }
    }

    private void readNext(Consumer<Problem> problems) throws IOException {
        Optional<SourceRow> row = table.next(problems);
        if (row.isEmpty()) {
            ended = true;
        } else {
            lastParent = row.get().cell(parentKey);
            ahead.computeIfAbsent(lastParent, parent -> new ArrayList<>()).add(row.get());
            held++;
        }
    }

    private void orphans(Consumer<Problem> problems) {
        for (List<SourceRow> rows : ahead.values()) {
            for (SourceRow row : rows) {
                refused++;
                cellsRefused += row.cells().size();
                problems.accept(Problem.of(FormToolProblem.ORPHAN_REPEAT, row.place()));
            }
        }
        ahead.clear();
        held = 0;
    }
}
