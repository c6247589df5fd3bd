package vn.sipas.io.units;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
 * The library's own file of units, {@code units.csv}: UTF-8, RFC 4180, with a header.
 *
 * <p>Columns: {@code code}, {@code name_vi} (full name with its type), {@code name_en} (optional), {@code level}
 * (PROVINCE, DISTRICT, COMMUNE, OFFICE), {@code parent_code} (empty at the top), {@code valid_from} and {@code valid_until}
 * (ISO dates, optional columns; {@code valid_until} is the first day no longer in force, an empty field means no limit).
 * Further columns are ignored. At most 200,000 units a file.
 */
public final class UnitsCsv {

    private static final List<String> NEEDED = List.of("code", "name_vi", "level", "parent_code");

    private UnitsCsv() {}

    /**
     * Reads a file.
     *
     * @param input the bytes; not closed
     * @param source the name of the file for the places of problems
     * @return the units and the problems
     * @throws IOException if the bytes cannot be read
     */
    public static UnitList read(InputStream input, String source) throws IOException {
        UnitProblems problems = new UnitProblems();
        UnitTable table = UnitTable.open(input, source, NEEDED, problems);
        List<UnitList.Entry> entries = new ArrayList<>();
        while (table.next()) {
            Optional<UnitCode> code = table.code("code");
            Optional<LocalizedText> name = table.name("name_vi", "name_en");
            Optional<UnitLevel> level = table.level("level");
            Optional<UnitCode> parent = table.optionalCode("parent_code");
            Optional<ValidityPeriod> validity = table.period("valid_from", "valid_until");
            if (table.good()) {
                UnitKey key = new UnitKey(code.orElseThrow(), validity.orElseThrow());
                Unit unit = new Unit(key, name.orElseThrow(), level.orElseThrow(), parent);
                entries.add(new UnitList.Entry(unit, table.place()));
            }
        }
        return new UnitList(entries, problems.toList());
    }

    /**
     * Writes units so that {@link #read(InputStream, String)} gives them back. An English name equal to the Vietnamese one
     * is left empty.
     *
     * @param units the units, written in their order
     * @param out receives the text; to be written as UTF-8; flushed, not closed
     * @throws IOException if the text cannot be written
     */
    public static void write(Collection<Unit> units, Writer out) throws IOException {
        Objects.requireNonNull(out, "out");
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        writer.writeRecord("code", "name_vi", "name_en", "level", "parent_code", "valid_from", "valid_until");
        for (Unit unit : units) {
            LocalizedText name = unit.name();
            writer.writeRecord(
                    unit.code().value(),
                    name.vi(),
                    name.en().equals(name.vi()) ? "" : name.en(),
                    unit.level().name(),
                    unit.parent().map(UnitCode::value).orElse(""),
                    unit.validity().from().map(LocalDate::toString).orElse(""),
                    unit.validity().until().map(LocalDate::toString).orElse(""));
        }
        writer.flush();
    }
}
