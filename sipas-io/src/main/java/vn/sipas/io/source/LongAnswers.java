package vn.sipas.io.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.identifier.IdentifierMemory;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/**
 * Gathers the rows of each submission of a long table. Rows of different submissions may be mixed; only so many
 * submissions are open at a time, and the one that was quiet longest is closed first.
 */
final class LongAnswers implements AnswerTable {

    /** Stands between the answers of one submission to one question: the picture of the unit separator. */
    static final String SEPARATOR = "\u241f";

    private static final int REMEMBERED = 4_000_000;

    private final SourceTable table;
    private final LongLayout layout;
    private final List<AnswerColumn> columns;
    private final SourceLimits limits;
    private final Map<String, Integer> columnOf = new HashMap<>();
    private final LinkedHashMap<String, Gathering> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<SourceRow> ready = new ArrayDeque<>();
    private final IdentifierMemory closed = new IdentifierMemory(REMEMBERED);
    private boolean ended;
    private boolean started;
    private long refused;
    private long cellsRefused;

    /** A submission whose rows are still coming. */
    private static final class Gathering {
        private final Place place;
        private final String[] cells;
        private final Place[] places;
        private long rows;

        Gathering(Place place, int columns) {
            this.place = place;
            this.cells = new String[columns];
            this.places = new Place[columns];
        }

        SourceRow row() {
            List<String> texts = new ArrayList<>(cells.length);
            List<Place> where = new ArrayList<>(cells.length);
            for (int i = 0; i < cells.length; i++) {
                texts.add(cells[i] == null ? "" : cells[i]);
                where.add(places[i] == null ? place : places[i]);
            }
            return SourceRow.gathered(place, texts, where, rows);
        }
    }

    LongAnswers(SourceTable table, LongLayout layout, List<AnswerColumn> columns, SourceLimits limits) {
        this.table = table;
        this.layout = layout;
        this.columns = List.copyOf(columns);
        this.limits = limits;
        int index = layout.described().size();
        for (String question : layout.questions()) {
            columnOf.put(question, index++);
        }
    }

    @Override
    public List<AnswerColumn> columns() {
        return columns;
    }

    @Override
    public Place headerPlace() {
        return table.headerPlace();
    }

    @Override
    public Optional<SourceRow> next(Consumer<Problem> problems) throws IOException {
        if (!started) {
            started = true;
            for (int index : layout.described()) {
                if (layout.isPerAnswer(index) && index != layout.order()) {
                    Place place = table.headerPlace();
                    problems.accept(Problem.of(
                            SourceProblem.PER_ANSWER_COLUMN,
                            new Place(place.source(), place.line(), OptionalInt.of(index + 1), ""),
                            "name",
                            Headings.normal(table.headings().get(index))));
                }
            }
        }
        while (ready.isEmpty() && !ended) {
            Optional<SourceRow> row = table.next(problems);
            if (row.isPresent()) {
                gather(row.get(), problems);
            } else {
                ended = true;
                open.values().forEach(gathering -> ready.add(gathering.row()));
                open.clear();
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    private void gather(SourceRow row, Consumer<Problem> problems) {
        String id = Headings.normal(row.cell(layout.submission()));
        String question = Headings.normal(row.cell(layout.question()));
        if (id.isEmpty() || question.isEmpty()) {
            refuse(SourceProblem.NO_ID, row, id.isEmpty() ? layout.submission() : layout.question(), problems);
            return;
        }
        Gathering gathering = open.get(id);
        if (gathering == null) {
            byte[] key = id.getBytes(StandardCharsets.UTF_8);
            if (!closed.add(key, 0, key.length)) {
                refuse(SourceProblem.LATE_ROW, row, layout.submission(), problems);
                return;
            }
            gathering = new Gathering(row.place(), columns.size());
            open.put(id, gathering);
            for (int i = 0; i < layout.described().size(); i++) {
                int index = layout.described().get(i);
                gathering.cells[i] = row.cell(index);
                gathering.places[i] = row.place(index);
            }
            if (open.size() > limits.openSubmissions()) {
                Map.Entry<String, Gathering> eldest = open.entrySet().iterator().next();
                ready.add(eldest.getValue().row());
                open.remove(eldest.getKey());
            }
        }
        if (contradicts(gathering, row, problems)) {
            return;
        }
        int column = columnOf.getOrDefault(question, -1);
        String answer = row.cell(layout.answer());
        String earlier = gathering.cells[column];
        if (earlier == null) {
            gathering.cells[column] = answer;
            gathering.places[column] = row.place(layout.answer());
        } else if (List.of(earlier.split(SEPARATOR, -1)).contains(answer) || !layout.isRepeated(question)) {
            refuse(SourceProblem.REPEATED_ANSWER, row, layout.answer(), problems);
            return;
        } else {
            gathering.cells[column] = earlier + SEPARATOR + answer;
        }
        gathering.rows++;
    }

    /**
     * Compares what a row says about its submission with the rows before it: blank cells are filled in, other differences
     * are reported.
     *
     * @return whether it is not clear where the answer belongs; the row is set aside then
     */
    private boolean contradicts(Gathering gathering, SourceRow row, Consumer<Problem> problems) {
        List<Integer> differing = new ArrayList<>();
        for (int i = 0; i < layout.described().size(); i++) {
            int index = layout.described().get(i);
            if (columns.get(i).role().filter(role -> role == ColumnRole.IGNORE).isPresent()
                    || row.cell(index).isBlank()
                    || gathering.cells[i].isBlank()) {
                continue;
            }
            if (LongLayout.comparable(row.cell(index)).equals(LongLayout.comparable(gathering.cells[i]))) {
                continue;
            }
            if (HeadingRoles.placesAnswers(table.headings().get(index))) {
                refuse(SourceProblem.OTHER_UNIT, row, index, problems);
                return true;
            }
            differing.add(index);
        }
        for (int i = 0; i < layout.described().size(); i++) {
            int index = layout.described().get(i);
            if (gathering.cells[i].isBlank()) {
                gathering.cells[i] = row.cell(index);
                gathering.places[i] = row.place(index);
            }
        }
        differing.forEach(index -> problems.accept(Problem.of(
                SourceProblem.OTHER_DESCRIPTION,
                row.place(index),
                "name",
                Headings.normal(table.headings().get(index)))));
        return false;
    }

    private void refuse(SourceProblem kind, SourceRow row, int index, Consumer<Problem> problems) {
        refused++;
        cellsRefused += row.cells().size();
        problems.accept(Problem.of(
                kind,
                row.place(index),
                "limit",
                limits.openSubmissions(),
                "name",
                Headings.normal(table.headings().get(index))));
    }

    @Override
    public long rowsRead() {
        return table.rowsRead();
    }

    @Override
    public long rowsSetAside() {
        return table.rowsSetAside() + refused;
    }

    @Override
    public long cellsSetAside() {
        return table.cellsSetAside() + cellsRefused;
    }

    @Override
    public long bytesRead() {
        return table.bytesRead();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
