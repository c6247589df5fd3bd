package vn.sipas.io.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.ReadReport;

/**
 * The account of an import.
 *
 * @param detection what the file was found to be, and why
 * @param mapping what the columns became; empty for tools that count
 * @param surveys the surveys the responses answer, one a form: the ones given, or provisional ones made from the mapping
 * @param rows what became of the rows; {@code read = kept + changed + setAside}
 * @param cells what became of the cells
 * @param columns what became of each column, in the order of the file
 * @param responses how many responses were handed over; differs from the rows used where several rows make one response
 * @param incomplete how many of them were begun and not finished, where the tool says so
 * @param counted how many answers were handed over as counts
 */
public record ImportReport(
        Detection detection,
        Optional<ColumnMapping> mapping,
        List<Survey> surveys,
        ReadReport rows,
        CellAccount cells,
        List<ColumnOutcome> columns,
        long responses,
        long incomplete,
        long counted) {

    public ImportReport {
        Objects.requireNonNull(detection, "detection");
        Objects.requireNonNull(mapping, "mapping");
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(cells, "cells");
        surveys = List.copyOf(surveys);
        columns = List.copyOf(columns);
    }

    /**
     * Returns the columns that met a fate.
     *
     * @param fate the fate
     * @return the columns, in the order of the file
     */
    public List<ColumnOutcome> columns(ColumnOutcome.Fate fate) {
        return columns.stream().filter(column -> column.fate() == fate).toList();
    }

    /**
     * Returns the account in two lines.
     *
     * @return rows and cells
     */
    @Override
    public String toString() {
        return rows + "\n" + cells;
    }
}
