package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemKind;
import vn.sipas.io.table.SourceRow;

/** What became of the cells of the row at hand; counted for good only once the row is used. */
final class ImportCells {

    private long used;
    private long blank;
    private long coarsened;
    private long personal;
    private long unused;
    private long setAside;
    private long changedInAll;

    private long rowUsed;
    private long rowBlank;
    private long rowCoarsened;
    private long rowPersonal;
    private long rowUnused;
    private final List<ChangedCell> changed = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Integer> coarsenedColumns = new HashSet<>();
    private final Set<Place> changedRows = new HashSet<>();

    void startRow() {
        rowUsed = 0;
        rowBlank = 0;
        rowCoarsened = 0;
        rowPersonal = 0;
        rowUnused = 0;
        changed.clear();
        problems.clear();
        changedRows.clear();
    }

    void use() {
        rowUsed++;
    }

    void blank() {
        rowBlank++;
    }

    void coarsen(int column) {
        rowCoarsened++;
        coarsenedColumns.add(column);
    }

    /** The columns, counted from 0, of which some time was cut down to its day. */
    Set<Integer> coarsenedColumns() {
        return coarsenedColumns;
    }

    void leaveOut() {
        rowPersonal++;
    }

    void pass() {
        rowUnused++;
    }

    /** Records a cell that was rewritten, or an answer that was left out. */
    void change(
            SourceRow row,
            int index,
            String heading,
            String oldValue,
            String newValue,
            ProblemKind reason,
            Object... attributes) {
        Place place = row.place(index);
        changed.add(new ChangedCell(place, heading, oldValue, newValue, reason));
        changedRows.add(new Place(place.source(), place.line(), OptionalInt.empty(), ""));
        problems.add(Problem.of(reason, place, attributes));
    }

    List<ChangedCell> changed() {
        return changed;
    }

    /** The problems behind the changes that no record of a change speaks for: errors. */
    List<Problem> problems() {
        return problems;
    }

    /** How many of the input rows behind the row have a changed cell. */
    int changedRows() {
        return changedRows.size();
    }

    void finishRow() {
        used += rowUsed;
        blank += rowBlank;
        coarsened += rowCoarsened;
        personal += rowPersonal;
        unused += rowUnused;
        changedInAll += changed.size();
    }

    void setAside(SourceRow row) {
        setAside += row.cells().size();
    }

    /**
     * Closes the account.
     *
     * @param unread cells of rows that were set aside before they became answers
     */
    CellAccount account(long unread) {
        return new CellAccount(used, blank, changedInAll, coarsened, personal, unused, setAside + unread);
    }
}
