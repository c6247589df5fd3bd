package vn.sipas.io.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.io.table.SourceFile;

/**
 * The start of a file, as adapters see it when they are asked whether they know it.
 *
 * @param file the file
 * @param kind the kind of container
 * @param format encoding and delimiter, for delimited text
 * @param sheets the first rows: one sheet for delimited text, every sheet of a workbook, none for JSON
 * @param text the first characters, for delimited text and JSON; empty for workbooks
 */
public record SourceSample(
        SourceFile file, SourceKind kind, Optional<TextFormat> format, List<SheetSample> sheets, String text) {

    public SourceSample {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(text, "text");
        sheets = List.copyOf(sheets);
    }

    /**
     * Returns the first sheet.
     *
     * @return the sheet, without rows if there is none
     */
    public SheetSample first() {
        return sheets.isEmpty() ? new SheetSample("", List.of()) : sheets.get(0);
    }

    /**
     * Returns the file and the kind only, so that answers never reach a log.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return "SourceSample[" + file + ", " + kind + "]";
    }
}
