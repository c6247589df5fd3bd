package vn.sipas.io.workbook;

import java.util.List;
import java.util.OptionalDouble;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;
import vn.sipas.core.LocalizedText;
import vn.sipas.io.progress.WriteSteps;

/** A sheet with a title, one header row that stays in view, and rows of cells. */
final class Sheet {

    static final String PERCENT = "0.00";
    static final String COUNT = "#,##0";
    static final String GENERAL = "General";

    private static final double LINE = 13.5;

    /** How much wider a text may run than its characters on average, and what wrapping at words loses. */
    private static final double WIDENING = 1.2;

    private static final String HEAD = "1F4E79";
    private static final String GOOD = "C6E7CE";
    private static final String BAD = "F8CBAD";
    private static final String RULE = "BFC7D1";

    /** A column: what it is called and how wide it is, in characters. */
    record Column(LocalizedText heading, double width) {

        static Column of(String vi, String en, double width) {
            return new Column(LocalizedText.of(vi, en), width);
        }
    }

    private final WriteSteps steps;
    private final Worksheet sheet;
    private final List<Column> columns;
    private final int header;
    private int row;
    private int column;
    private int lines = 1;

    Sheet(Book book, String name, List<LocalizedText> titles, List<Column> columns) {
        this.steps = book.steps();
        this.sheet = book.workbook().newWorksheet(name);
        this.columns = List.copyOf(columns);
        int line = 0;
        for (LocalizedText title : titles) {
            String both = title.vi().equals(title.en()) ? title.vi() : title.vi() + " / " + title.en();
            sheet.value(line, 0, WorkbookText.of(both));
            sheet.style(line, 0).bold().fontSize(line == 0 ? 14 : 11).set();
            line++;
        }
        header = titles.isEmpty() ? 0 : line + 1;
        for (int i = 0; i < columns.size(); i++) {
            LocalizedText heading = columns.get(i).heading();
            sheet.value(
                    header,
                    i,
                    WorkbookText.of(
                            heading.vi().equals(heading.en()) ? heading.vi() : heading.vi() + "\n" + heading.en()));
            sheet.width(i, columns.get(i).width());
        }
        sheet.range(header, 0, header, columns.size() - 1)
                .style()
                .bold()
                .fontColor("FFFFFF")
                .fillColor(HEAD)
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .set();
        sheet.rowHeight(header, 62);
        sheet.freezePane(0, header + 1);
        row = header;
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(header);
        sheet.footer("&P / &N", Position.RIGHT);
    }

    /** Starts the next row. */
    Sheet next() {
        endRow();
        steps.row();
        row++;
        column = 0;
        return this;
    }

    /** Gives a row the height of its wrapped texts, which programs do not all find out by themselves. */
    private void endRow() {
        if (row > header && lines > 1) {
            sheet.rowHeight(row, Math.min(400, lines * LINE));
        }
        lines = 1;
    }

    private void measure(String text) {
        double width = columns.get(column).width();
        int needed = 0;
        for (String line : text.split("\n", -1)) {
            needed += Math.max(1, (int) Math.ceil(line.length() * WIDENING / width));
        }
        lines = Math.max(lines, needed);
    }

    Sheet text(String text) {
        if (!text.isEmpty()) {
            measure(text);
            sheet.value(row, column, WorkbookText.of(text));
            indented(0);
        }
        column++;
        return this;
    }

    /** A text in two columns, Vietnamese and English. */
    Sheet both(LocalizedText text) {
        return text(text.vi()).text(text.en());
    }

    /** A text below other names, set in by its depth. */
    Sheet indented(String text, int depth) {
        measure(text + " ".repeat(2 * depth));
        sheet.value(row, column, WorkbookText.of(text));
        indented(depth);
        column++;
        return this;
    }

    /** Texts stand off the rule, so that they do not run into the number on their left. */
    private void indented(int depth) {
        sheet.style(row, column)
                .wrapText(true)
                .horizontalAlignment("left")
                .verticalAlignment("top")
                .indent(Math.min(15, 1 + depth))
                .set();
    }

    Sheet number(double number, String format) {
        if (Double.isInfinite(number)) {
            sheet.value(row, column, number > 0 ? "∞" : "−∞");
            sheet.style(row, column)
                    .horizontalAlignment("right")
                    .verticalAlignment("top")
                    .set();
        } else {
            sheet.value(row, column, number);
            sheet.style(row, column).format(format).verticalAlignment("top").set();
        }
        column++;
        return this;
    }

    Sheet number(OptionalDouble number, String format) {
        return number.isPresent() ? number(number.getAsDouble(), format) : text("");
    }

    Sheet count(long number) {
        sheet.value(row, column, number);
        sheet.style(row, column).format(COUNT).verticalAlignment("top").set();
        column++;
        return this;
    }

    /** Marks the cell just written as clearly above (positive) or below (negative) what it is compared with. */
    Sheet marked(int direction) {
        if (direction != 0) {
            sheet.style(row, column - 1).fillColor(direction > 0 ? GOOD : BAD).set();
        }
        return this;
    }

    /** Makes the row just written stand out. */
    Sheet strong() {
        sheet.range(row, 0, row, columns.size() - 1).style().bold().set();
        return this;
    }

    /**
     * Colours the cells of a column by a condition on {@code {cell}}, the cell itself. The condition stands in the file as it
     * is, so that it must not contain what XML gives a meaning to.
     */
    void colour(int of, String condition, String fill, String font) {
        if (row <= header) {
            return;
        }
        String cell = "$" + letters(of) + (header + 2);
        sheet.range(header + 1, of, row, of)
                .style()
                .fillColor(fill)
                .fontColor(font)
                .set(new ConditionalFormattingExpressionRule(condition.replace("{cell}", cell), false));
    }

    /** Ends the sheet: filter and rules; says so if it has no rows. */
    void finish() {
        if (row == header) {
            next().text("Không có / None");
        } else {
            sheet.setAutoFilter(header, 0, row, columns.size() - 1);
        }
        endRow();
        sheet.range(header, 0, row, columns.size() - 1)
                .style()
                .borderStyle("thin")
                .borderColor(RULE)
                .set();
    }

    private static String letters(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : letters(index / 26 - 1) + (char) ('A' + index % 26);
    }
}
