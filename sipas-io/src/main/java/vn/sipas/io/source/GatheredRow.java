package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.List;
import vn.sipas.core.Place;
import vn.sipas.io.table.SourceRow;

/** Collects the cells of a row and of the repeats that belong to it. */
final class GatheredRow {

    private final Place place;
    private final List<String> cells = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private long rows = 1;

    GatheredRow(SourceRow row) {
        this.place = row.place();
        for (int i = 0; i < row.cells().size(); i++) {
            add(row.cell(i), row.place(i));
        }
    }

    void add(String cell, Place where) {
        cells.add(cell);
        places.add(where);
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            add("", place);
        }
    }

    void count() {
        rows++;
    }

    SourceRow row() {
        return SourceRow.gathered(place, cells, places, rows);
    }
}
