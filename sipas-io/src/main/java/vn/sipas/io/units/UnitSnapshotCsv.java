package vn.sipas.io.units;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitKey;
import vn.sipas.core.unit.UnitLevel;

/**
 * A list of units as they were on some day, without validity: columns {@code code}, {@code full_name}, {@code level}
 * (PROVINCE, DISTRICT, COMMUNE, OFFICE) and {@code parent_code}; further columns are ignored.
 */
public final class UnitSnapshotCsv {

    private static final List<String> NEEDED = List.of("code", "full_name", "level", "parent_code");

    private UnitSnapshotCsv() {}

    /**
     * Reads a snapshot.
     *
     * @param input the bytes; not closed
     * @param source the name of the file for the places of problems
     * @param validity the days for which the caller takes the snapshot to hold
     * @return the units and the problems
     * @throws IOException if the bytes cannot be read
     */
    public static UnitList read(InputStream input, String source, ValidityPeriod validity) throws IOException {
        Objects.requireNonNull(validity, "validity");
        UnitProblems problems = new UnitProblems();
        UnitTable table = UnitTable.open(input, source, NEEDED, problems);
        List<UnitList.Entry> entries = new ArrayList<>();
        while (table.next()) {
            Optional<UnitCode> code = table.code("code");
            Optional<String> name = table.name("full_name");
            Optional<UnitLevel> level = table.level("level");
            Optional<UnitCode> parent = table.optionalCode("parent_code");
            if (table.good()) {
                Unit unit = new Unit(
                        new UnitKey(code.orElseThrow(), validity),
                        LocalizedText.same(name.orElseThrow()),
                        level.orElseThrow(),
                        parent);
                entries.add(new UnitList.Entry(unit, table.place()));
            }
        }
        return new UnitList(entries, problems.toList());
    }
}
