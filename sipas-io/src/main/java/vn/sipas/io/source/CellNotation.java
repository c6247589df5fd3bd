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
    private final Remembered<Optional<DateText.Parts>> days =
            new Remembered<>(cell -> DateText.parts(Headings.normal(cell)));

    CellNotation(ColumnMapping mapping, ImportOptions options, ImportCells cells) {
        this.mapping = mapping;
        this.options = options;
        this.cells = cells;
    }

    /** A day and whether a time of day stood behind it. */
    record ReadDay(LocalDate day, boolean timed) {}

    /** Reads a day, or records that the cell holds none. */
    @Nullable
    ReadDay readDay(BoundColumn column, SourceRow row, String cell) {
        Optional<DateText.Parts> parts = days.of(cell);
        DateOrder order = options.dateOrder().or(mapping::dateOrder).orElse(null);
        Optional<LocalDate> day = parts.flatMap(found -> found.day(order));
        if (day.isPresent()) {
            return new ReadDay(day.get(), parts.filter(DateText.Parts::timed).isPresent());
        }
        boolean unclear = parts.filter(DateText.Parts::isUnclear).isPresent();
        cells.change(
                row,
                column.index(),
                column.heading(),
                cell,
                "",
                unclear ? SourceProblem.DATE_ORDER_UNCLEAR : SourceProblem.BAD_DAY,
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
