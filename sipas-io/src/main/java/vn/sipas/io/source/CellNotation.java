package vn.sipas.io.source;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.text.Remembered;

/** How a file writes days and decimals: as the caller declares, else as the mapping says. */
final class CellNotation {

    private final ColumnMapping mapping;
    private final ImportOptions options;
    private final ImportCells cells;
    private final Remembered<FoundDay> days = new Remembered<>(this::find);

    CellNotation(ColumnMapping mapping, ImportOptions options, ImportCells cells) {
        this.mapping = mapping;
        this.options = options;
        this.cells = cells;
    }

    /** A day and whether a time of day stood behind it. */
    record ReadDay(LocalDate day, boolean timed) {}

    /**
     * What a cell says of a day.
     *
     * @param day the day, if it is clear
     * @param unclear whether it is one whose order is unclear
     */
    private record FoundDay(@Nullable ReadDay day, boolean unclear) {}

    private FoundDay find(String cell) {
        Optional<DateText.Parts> parts = DateText.parts(Headings.normal(cell));
        DateOrder order = options.dateOrder().or(mapping::dateOrder).orElse(null);
        ReadDay day = parts.flatMap(found -> found.day(order).map(date -> new ReadDay(date, found.timed())))
                .orElse(null);
        return new FoundDay(day, parts.filter(DateText.Parts::isUnclear).isPresent());
    }

    /** Reads a day, or records that the cell holds none. */
    @Nullable
    ReadDay readDay(BoundColumn column, SourceRow row, String cell) {
        FoundDay found = days.of(cell);
        if (found.day() != null) {
            return found.day();
        }
        cells.change(
                row,
                column.index(),
                column.heading(),
                cell,
                "",
                found.unclear() ? SourceProblem.DATE_ORDER_UNCLEAR : SourceProblem.BAD_DAY,
                "name",
                Headings.normal(column.heading()));
        return null;
    }

    /** The mark before decimals; null where nothing says so. */
    @Nullable
    DecimalMark mark(BoundColumn column) {
        Optional<DecimalMark> own =
                column.mapping() == null ? Optional.empty() : column.mapping().decimalMark();
        return own.or(options::decimalMark).or(mapping::decimalMark).orElse(null);
    }
}
