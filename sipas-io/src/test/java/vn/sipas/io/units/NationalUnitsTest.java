package vn.sipas.io.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.sipas.io.units.UnitFiles.BEFORE;
import static vn.sipas.io.units.UnitFiles.REFORM;
import static vn.sipas.io.units.UnitFiles.SINCE;
import static vn.sipas.io.units.UnitFiles.TODAY;
import static vn.sipas.io.units.UnitFiles.WAVE;
import static vn.sipas.io.units.UnitFiles.counts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.unit.CarriedWave;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitKey;
import vn.sipas.core.unit.UnitLevel;
import vn.sipas.core.unit.UnitLineage;
import vn.sipas.core.unit.UnitRegistry;

/**
 * The whole country from the reference data beside the checkout. Expected counts were made with Python's csv module over
 * the same files (names compared after NFC, lower case, blanks for hyphens, one place for tone marks).
 */
class NationalUnitsTest {

    private static UnitList snapshot2024;
    private static UnitList snapshot2026;
    private static ReformTable reform;
    private static UnitRegistry registry;

    @BeforeAll
    static void read() throws IOException {
        Path folder = Path.of(System.getProperty("sipas.sharedData", "absent"), "admin-units");
        Assumptions.assumeTrue(
                Files.isDirectory(folder), "skipped: the reference data is not beside the checkout (sipas.sharedData)");
        try (InputStream old = Files.newInputStream(folder.resolve("units-2024-11.csv"));
                InputStream current = Files.newInputStream(folder.resolve("units-2026-07.csv"));
                InputStream lineage = Files.newInputStream(folder.resolve("lineage-2025-07-01.csv"))) {
            snapshot2024 = UnitSnapshotCsv.read(old, "units-2024-11.csv", BEFORE);
            snapshot2026 = UnitSnapshotCsv.read(current, "units-2026-07.csv", SINCE);
            reform = ReformTable.read(lineage, "lineage-2025-07-01.csv");
        }
        Checked<UnitRegistry> checked = UnitList.registry(List.of(snapshot2024, snapshot2026));
        assertEquals(List.of(), checked.problems());
        registry = checked.orThrow();
    }

    @Test
    void allUnitsLoad() {
        assertEquals(63, registry.units(UnitLevel.PROVINCE, WAVE).size());
        assertEquals(704, registry.units(UnitLevel.DISTRICT, WAVE).size());
        assertEquals(10_472, registry.units(UnitLevel.COMMUNE, WAVE).size());
        assertEquals(34, registry.units(UnitLevel.PROVINCE, TODAY).size());
        assertEquals(0, registry.units(UnitLevel.DISTRICT, TODAY).size());
        assertEquals(3_321, registry.units(UnitLevel.COMMUNE, TODAY).size());
    }

    @Test
    void theBundledUnitsAreThoseOfTheData() {
        for (Unit unit : BundledUnits.bacGiang2024().units()) {
            Unit national = registry.find(unit.code(), WAVE).orElseThrow();
            assertEquals(national.name().vi(), unit.name().vi());
            assertEquals(national.parent(), unit.parent());
        }
        for (Unit unit : registry.units(UnitLevel.PROVINCE, TODAY)) {
            assertEquals(
                    Optional.of(unit.name().vi()),
                    BundledUnits.provinces().find(unit.code(), TODAY).map(bundled -> bundled.name()
                            .vi()));
        }
    }

    @Test
    void code24And07210ChangedOwner() {
        assertEquals("Tỉnh Bắc Giang", name("24", WAVE));
        assertEquals("Tỉnh Bắc Ninh", name("24", TODAY));
        assertEquals("Phường Hoàng Văn Thụ", name("07210", WAVE));
        assertEquals("Phường Bắc Giang", name("07210", TODAY));
        UnitCode bacGiang = UnitCode.of("24");
        assertEquals(10, registry.children(bacGiang, WAVE).size());
        assertEquals(
                209, registry.descendants(bacGiang, UnitLevel.COMMUNE, WAVE).size());
        assertEquals(99, registry.children(bacGiang, TODAY).size());
    }

    @Test
    void codesOf2203CommunalUnitsWereReused() {
        // domain: 1,112 current codes existed on 30 June 2025 with the same full name, 2,203 with another, 6 did not.
        Map<UnitCode, String> old = new TreeMap<>();
        reform.rows().forEach(row -> old.put(row.oldCode(), row.oldName()));
        int same = 0;
        int other = 0;
        int fresh = 0;
        for (Unit unit : registry.units(UnitLevel.COMMUNE, TODAY)) {
            String name = old.get(unit.code());
            if (name == null) {
                fresh++;
            } else if (name.equals(unit.name().vi())) {
                same++;
            } else {
                other++;
            }
        }
        assertEquals(List.of(1_112, 2_203, 6), List.of(same, other, fresh));
    }

    @Test
    void namesRepeatEvenInsideAProvince() {
        assertTrue(registry.named("Trần Phú", WAVE).size() > 5);
        assertEquals(
                List.of("07213"),
                registry.named("phường Trần Phú", UnitCode.of("24"), WAVE).stream()
                        .map(unit -> unit.code().value())
                        .toList());
    }

    /** The table's own list of old units, on the eve of the reform: only Ba Chẽ (06970, in the other set 06978) is lost. */
    @Test
    void everyLineageRowResolvesAgainstTheUnitsOfJune2025() {
        assertEquals(10_597, reform.rows().size());
        assertEquals(List.of(), reform.problems());
        UnitList before = reform.unitsBefore(BEFORE);
        assertEquals(10_035, before.units().size());
        UnitList upper = new UnitList(
                snapshot2024.entries().stream()
                        .filter(entry -> entry.unit().level() != UnitLevel.COMMUNE)
                        .toList(),
                List.of());
        UnitList tops = new UnitList(
                before.entries().stream()
                        .map(entry -> new UnitList.Entry(
                                Unit.top(entry.unit().key(), entry.unit().name(), UnitLevel.COMMUNE), entry.place()))
                        .toList(),
                List.of());
        Checked<UnitRegistry> june = UnitList.registry(List.of(upper, tops, snapshot2026));
        assertEquals(List.of(), june.problems());
        Checked<UnitLineage> lineage = reform.lineage(june.orThrow(), REFORM);
        assertEquals(
                Map.of(
                        "units.reform.new-unknown", 5L,
                        "units.reform.incomplete", 2L,
                        "units.reform.name-accepted", 39L),
                counts(lineage.problems()));
        assertEquals(10_592, lineage.orThrow().steps().size());
        long divided = june.orThrow().units(UnitLevel.COMMUNE, WAVE).stream()
                .filter(unit -> lineage.orThrow().divided(unit.key()))
                .count();
        // 471 split units less 06886, one of whose three parts went to 06970.
        assertEquals(470, divided);
    }

    /** Between November 2024 and June 2025 units were merged and renamed, so the older list resolves less. */
    @Test
    void theOlderListResolvesWhereCodeAndNameAgree() {
        Checked<UnitLineage> lineage = reform.lineage(registry, REFORM);
        assertEquals(
                Map.of(
                        "units.reform.old-unknown", 3L,
                        "units.reform.new-unknown", 5L,
                        "units.reform.old-name-differs", 539L,
                        "units.reform.incomplete", 2L,
                        "units.reform.name-accepted", 39L),
                counts(lineage.problems()));
        Map<UnitKey, Long> states = new TreeMap<>();
        registry.units(UnitLevel.COMMUNE, WAVE).forEach(unit -> states.put(unit.key(), 1L));
        CarriedWave<Long> wave = lineage.orThrow().carry(states, TODAY, Long::sum);
        long all = sum(wave.notCarried().values());
        List<Long> carried = new ArrayList<>();
        wave.units().values().forEach(state -> carried.add(state.state()));
        wave.incomplete().values().forEach(state -> carried.add(state.state()));
        assertEquals(10_472, all + sum(carried));
        assertEquals(1_376, wave.notCarried().size());
        assertEquals(2_545, wave.units().size());
        Map<UnitKey, Long> provinces = new TreeMap<>();
        wave.units().forEach((key, state) -> provinces.put(key, state.state()));
        assertEquals(
                sum(provinces.values()),
                sum(registry.rollUp(provinces, UnitLevel.PROVINCE, TODAY, Long::sum)
                        .totals()
                        .values()));
    }

    private static long sum(Iterable<Long> values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }

    private static String name(String code, LocalDate day) {
        return registry.find(UnitCode.of(code), day).orElseThrow().name().vi();
    }
}
