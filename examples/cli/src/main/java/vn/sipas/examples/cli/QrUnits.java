package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.csv.CsvFormat;
import vn.sipas.io.csv.CsvRow;
import vn.sipas.io.csv.CsvRowReader;
import vn.sipas.qr.issue.BatchOrder;
import vn.sipas.qr.payload.UnitNumber;

/**
 * The offices that get codes: any CSV file with a column {@code unit} or {@code code} and a column {@code name},
 * {@code name_vi} or {@code full_name}, and {@code name_en} if there is one. The library's own files of units fit; their
 * provinces and districts get no code.
 */
final class QrUnits {

    private static final CsvFormat FORMAT = CsvFormat.rfc4180().withLimits(64 * 1024, 4 * 1024);
    private static final Set<String> HIGHER_LEVELS = Set.of("PROVINCE", "DISTRICT");

    private final CsvRowReader reader;
    private final int code;
    private final int name;
    private final OptionalInt english;
    private final OptionalInt level;
    private final Consumer<Problem> problems;

    private QrUnits(CsvRowReader reader, int code, int name, Consumer<Problem> problems) {
        this.reader = reader;
        this.code = code;
        this.name = name;
        this.english = reader.column("name_en");
        this.level = reader.column("level");
        this.problems = problems;
    }

    /** Reads the good rows; the others go to {@code problems}. */
    static List<BatchOrder.NamedUnit> read(Path file, Consumer<Problem> problems) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            Checked<CsvRowReader> opened = CsvRowReader.open(input, file.toString(), FORMAT);
            opened.problems().forEach(problems);
            if (opened.value().isEmpty()) {
                return List.of();
            }
            CsvRowReader reader = opened.value().get();
            OptionalInt code = first(reader, "unit", "code");
            OptionalInt name = first(reader, "name", "name_vi", "full_name");
            if (code.isEmpty() || name.isEmpty()) {
                problems.accept(Problem.of(QrProblem.HEADINGS, reader.headerPlace()));
                return List.of();
            }
            return new QrUnits(reader, code.getAsInt(), name.getAsInt(), problems).rows(file);
        }
    }

    private List<BatchOrder.NamedUnit> rows(Path file) throws IOException {
        List<BatchOrder.NamedUnit> units = new ArrayList<>();
        Set<UnitNumber> seen = new HashSet<>();
        int higher = 0;
        for (Optional<CsvRow> row = reader.next(problems); row.isPresent(); row = reader.next(problems)) {
            if (ofHigherLevel(row.get())) {
                higher++;
                continue;
            }
            Optional<BatchOrder.NamedUnit> unit = unit(row.get());
            if (unit.isPresent() && !seen.add(unit.get().unit())) {
                problems.accept(Problem.of(
                        QrProblem.UNIT_REPEATED,
                        row.get().place(code),
                        "unit",
                        unit.get().unit()));
            } else {
                unit.ifPresent(units::add);
            }
        }
        if (higher > 0) {
            problems.accept(Problem.of(QrProblem.OTHER_LEVEL, Place.in(file.toString()), "count", higher));
        }
        if (units.isEmpty()) {
            problems.accept(Problem.of(QrProblem.NO_UNITS, Place.in(file.toString())));
        }
        return units;
    }

    private boolean ofHigherLevel(CsvRow row) {
        return level.isPresent()
                && HIGHER_LEVELS.contains(row.field(level.getAsInt()).strip().toUpperCase(Locale.ROOT));
    }

    private Optional<BatchOrder.NamedUnit> unit(CsvRow row) {
        Optional<UnitNumber> number = number(row.field(code).strip());
        if (number.isEmpty()) {
            problems.accept(Problem.of(QrProblem.UNIT_NUMBER, row.place(code)));
            return Optional.empty();
        }
        String vietnamese = row.field(name).strip();
        if (vietnamese.isEmpty()) {
            problems.accept(Problem.of(QrProblem.NAME_MISSING, row.place(name)));
            return Optional.empty();
        }
        String translation = english.isPresent() ? row.field(english.getAsInt()).strip() : "";
        LocalizedText text = LocalizedText.of(vietnamese, translation.isEmpty() ? vietnamese : translation);
        return Optional.of(new BatchOrder.NamedUnit(number.get(), text));
    }

    private static Optional<UnitNumber> number(String text) {
        try {
            return UnitNumber.ofCode(UnitCode.of(text));
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }

    private static OptionalInt first(CsvRowReader reader, String... headings) {
        for (String heading : headings) {
            OptionalInt index = reader.column(heading);
            if (index.isPresent()) {
                return index;
            }
        }
        return OptionalInt.empty();
    }
}
