package vn.sipas.io.units;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitLevel;
import vn.sipas.io.csv.CsvFormat;
import vn.sipas.io.csv.CsvRow;
import vn.sipas.io.csv.CsvRowReader;

/** A delimited file of units: the fields of the current row by heading, each parsed or reported. */
final class UnitTable {

    /** More than ten times the communal units that the country ever had at once. */
    static final int MAX_ROWS = 200_000;

    /** Names are short; a longer field is a sign of a lost quote. */
    private static final CsvFormat FORMAT = CsvFormat.rfc4180().withLimits(64 * 1024, 4 * 1024);

    private final Optional<CsvRowReader> reader;
    private final UnitProblems problems;
    private @Nullable CsvRow row;
    private int rows;
    private boolean rowIsGood;

    private UnitTable(Optional<CsvRowReader> reader, UnitProblems problems) {
        this.reader = reader;
        this.problems = problems;
    }

    static UnitTable open(InputStream input, String source, List<String> needed, UnitProblems problems)
            throws IOException {
        Checked<CsvRowReader> opened = CsvRowReader.open(input, source, FORMAT);
        opened.problems().forEach(problems);
        if (opened.value().isEmpty()) {
            return new UnitTable(Optional.empty(), problems);
        }
        List<Problem> missing = opened.value().get().missing(needed);
        missing.forEach(problems);
        return new UnitTable(missing.isEmpty() ? opened.value() : Optional.empty(), problems);
    }

    /** Goes on to the next row. */
    boolean next() throws IOException {
        if (reader.isEmpty()) {
            return false;
        }
        Optional<CsvRow> next = reader.get().next(problems);
        if (next.isEmpty()) {
            return false;
        }
        if (rows == MAX_ROWS) {
            problems.accept(Problem.of(UnitFileProblem.TOO_MANY_ROWS, next.get().place(), "limit", MAX_ROWS));
            return false;
        }
        rows++;
        row = next.get();
        rowIsGood = true;
        return true;
    }

    /** Whether nothing was wrong with the fields asked for so far. */
    boolean good() {
        return rowIsGood;
    }

    boolean has(String heading) {
        return reader.isPresent() && reader.get().column(heading).isPresent();
    }

    Place place() {
        return current().place();
    }

    Place place(String heading) {
        return current().place(index(heading).orElse(0));
    }

    /** The field without surrounding space; empty if there is no such column. */
    String text(String heading) {
        OptionalInt index = index(heading);
        return index.isEmpty() ? "" : current().field(index.getAsInt()).strip();
    }

    Optional<UnitCode> code(String heading) {
        return code(heading, text(heading));
    }

    /** A code that a spreadsheet program stripped of its leading zeros or wrote as a decimal: 1, 1.0 for 00001. */
    Optional<UnitCode> numericCode(String heading, int digits) {
        String text = text(heading);
        String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        boolean number =
                !whole.isEmpty() && whole.length() <= digits && whole.chars().allMatch(c -> c >= '0' && c <= '9');
        return code(heading, number ? "0".repeat(digits - whole.length()) + whole : "");
    }

    Optional<UnitCode> optionalCode(String heading) {
        return text(heading).isEmpty() ? Optional.empty() : code(heading);
    }

    private Optional<UnitCode> code(String heading, String text) {
        try {
            return Optional.of(UnitCode.of(text));
        } catch (IllegalArgumentException malformed) {
            return refuse(UnitFileProblem.CODE_FORM, heading);
        }
    }

    Optional<String> name(String heading) {
        String text = text(heading);
        return text.isEmpty() ? refuse(UnitFileProblem.NAME_MISSING, heading) : Optional.of(text);
    }

    Optional<LocalizedText> name(String vietnamese, String english) {
        String translation = text(english);
        return name(vietnamese).map(name -> LocalizedText.of(name, translation.isEmpty() ? name : translation));
    }

    Optional<UnitLevel> level(String heading) {
        String text = text(heading).toUpperCase(Locale.ROOT);
        for (UnitLevel level : UnitLevel.values()) {
            if (level.name().equals(text)) {
                return Optional.of(level);
            }
        }
        return refuse(UnitFileProblem.LEVEL_UNKNOWN, heading);
    }

    Optional<LocalDate> date(String heading) {
        String text = text(heading);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException malformed) {
            return refuse(UnitFileProblem.DATE_FORM, heading);
        }
    }

    Optional<LocalDate> requiredDate(String heading) {
        return text(heading).isEmpty() ? refuse(UnitFileProblem.DATE_FORM, heading) : date(heading);
    }

    Optional<ValidityPeriod> period(String from, String until) {
        Optional<LocalDate> first = date(from);
        Optional<LocalDate> end = date(until);
        if (first.isPresent() && end.isPresent() && !end.get().isAfter(first.get())) {
            return refuse(UnitFileProblem.PERIOD_ORDER, until);
        }
        return Optional.of(new ValidityPeriod(first, end));
    }

    Optional<Boolean> flag(String heading) {
        return switch (text(heading).toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> refuse(UnitFileProblem.FLAG_FORM, heading);
        };
    }

    /** An absent share is empty and good; a bad one is empty and not. */
    Optional<Fraction> share(String heading) {
        String text = text(heading);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Fraction share = Fraction.parse(text);
            return share.signum() > 0 && share.compareTo(Fraction.ONE) <= 0
                    ? Optional.of(share)
                    : refuse(UnitFileProblem.SHARE_FORM, heading);
        } catch (IllegalArgumentException malformed) {
            return refuse(UnitFileProblem.SHARE_FORM, heading);
        }
    }

    private <T> Optional<T> refuse(ProblemKind kind, String heading) {
        rowIsGood = false;
        problems.accept(Problem.of(kind, place(heading), "field", heading));
        return Optional.empty();
    }

    private OptionalInt index(String heading) {
        return reader.isEmpty() ? OptionalInt.empty() : reader.get().column(heading);
    }

    private CsvRow current() {
        if (row == null) {
            throw new IllegalStateException("next() must have returned true");
        }
        return row;
    }
}
