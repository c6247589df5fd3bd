package vn.sipas.io.units;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.sipas.core.Problem;
import vn.sipas.core.ValidityPeriod;

/** What the tests of this package share. */
final class UnitFiles {

    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    static final ValidityPeriod BEFORE = ValidityPeriod.before(REFORM);
    static final ValidityPeriod SINCE = ValidityPeriod.from(REFORM);
    static final LocalDate WAVE = LocalDate.of(2024, 10, 2);
    static final LocalDate TODAY = LocalDate.of(2026, 7, 25);

    private UnitFiles() {}

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static UnitList units(String text) throws IOException {
        return UnitsCsv.read(bytes(text), "units.csv");
    }

    static List<String> places(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.place() + " " + problem.code())
                .toList();
    }

    static Map<String, Long> counts(List<Problem> problems) {
        return problems.stream().collect(Collectors.groupingBy(Problem::code, TreeMap::new, Collectors.counting()));
    }
}
