package vn.sipas.io.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.sipas.io.units.UnitFiles.bytes;

import java.io.IOException;
import java.io.StringWriter;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sipas.core.Checked;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.unit.Succession;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitKey;
import vn.sipas.core.unit.UnitLevel;
import vn.sipas.core.unit.UnitLineage;
import vn.sipas.core.unit.UnitRegistry;

class UnitsCsvPropertyTest {

    @Property(tries = 300)
    void readingWhatWasWrittenGivesTheUnitsBack(
            @ForAll("units") List<Unit> units, @ForAll boolean mark, @ForAll boolean decomposed) throws IOException {
        StringWriter out = new StringWriter();
        UnitsCsv.write(units, out);
        String text = (mark ? "\uFEFF" : "") + out;
        UnitList read =
                UnitsCsv.read(bytes(decomposed ? Normalizer.normalize(text, Normalizer.Form.NFD) : text), "units.csv");
        assertEquals(List.of(), read.problems());
        assertEquals(units, read.units());
    }

    @Property(tries = 200)
    void readingWhatWasWrittenGivesTheLineageBack(@ForAll("units") List<Unit> units, @ForAll long seed)
            throws IOException {
        List<Unit> ended = new ArrayList<>();
        List<Unit> started = new ArrayList<>();
        Set<UnitCode> codes = new HashSet<>();
        for (Unit unit : units) {
            if (codes.add(unit.code())) {
                LocalizedText name = unit.name();
                ended.add(Unit.top(new UnitKey(unit.code(), UnitFiles.BEFORE), name, UnitLevel.COMMUNE));
                started.add(Unit.top(new UnitKey(unit.code(), UnitFiles.SINCE), name, UnitLevel.COMMUNE));
            }
        }
        List<Unit> all = new ArrayList<>(ended);
        all.addAll(started);
        UnitRegistry registry = UnitRegistry.of(all).orThrow();
        List<Succession> steps = new ArrayList<>();
        for (int i = 0; i < ended.size(); i++) {
            for (int j = 0; j < started.size(); j++) {
                int choice = Math.floorMod(Long.hashCode(seed * 31 + i * 17L + j), 3);
                if (choice == 0) {
                    steps.add(Succession.of(ended.get(i).key(), started.get(j).key()));
                } else if (choice == 1) {
                    steps.add(Succession.of(ended.get(i).key(), started.get(j).key(), Fraction.of(1 + i, 2 + i + j)));
                }
            }
        }
        UnitLineage lineage = UnitLineage.of(steps).orThrow();
        StringWriter out = new StringWriter();
        LineageCsv.write(lineage, out);
        Checked<UnitLineage> read = LineageCsv.read(bytes(out.toString()), "lineage.csv", registry);
        assertEquals(List.of(), read.problems());
        assertEquals(lineage.steps(), read.orThrow().steps());
    }

    @Property(tries = 300)
    void noBytesMakeTheReadersFail(@ForAll("junk") String junk) throws IOException {
        UnitsCsv.read(bytes("code,name_vi,level,parent_code,valid_from\n" + junk), "units.csv");
        UnitList json = VietnameseProvincesDatabase.readJson(bytes(junk), "units.json", ValidityPeriod.always());
        assertEquals(0, json.units().size());
    }

    @Provide
    Arbitrary<String> junk() {
        return Arbitraries.strings()
                .withChars("\"\n\r,;{}[]:aĐ\0\u0303\uFEFF1-")
                .ofMaxLength(60);
    }

    @Provide
    Arbitrary<List<Unit>> units() {
        Arbitrary<String> codes = Arbitraries.strings()
                .withChars("0123456789abcXYZ._-")
                .ofMaxLength(12)
                .map(tail -> "0" + tail);
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("aĐđàảãạăằấậôơưứựyỷ 1,;\"'\n=")
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(text -> "Xã " + Normalizer.normalize(text, Normalizer.Form.NFC) + "x");
        Arbitrary<Optional<LocalDate>> days = Arbitraries.longs()
                .between(
                        LocalDate.of(1945, 9, 2).toEpochDay(),
                        LocalDate.of(2099, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay)
                .optional();
        Arbitrary<ValidityPeriod> periods = Combinators.combine(days, days)
                .as((from, until) ->
                        new ValidityPeriod(from, until.filter(end -> from.isEmpty() || end.isAfter(from.get()))));
        return Combinators.combine(codes, names, names, Arbitraries.of(UnitLevel.class), codes.optional(), periods)
                .as((code, vi, en, level, parent, period) ->
                        new Unit(UnitKey.of(code, period), LocalizedText.of(vi, en), level, parent.map(UnitCode::of)))
                .list()
                .ofMaxSize(8);
    }
}
