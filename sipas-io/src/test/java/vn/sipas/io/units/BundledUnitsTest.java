package vn.sipas.io.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.sipas.core.unit.CarriedWave;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitKey;
import vn.sipas.core.unit.UnitLevel;
import vn.sipas.core.unit.UnitLineage;
import vn.sipas.core.unit.UnitRegistry;

class BundledUnitsTest {

    private final UnitRegistry provinces = BundledUnits.provinces();
    private final UnitLineage lineage = BundledUnits.provinceLineage();

    @Test
    void thereWere63ProvincesAndAre34() {
        // Decision 19/2025/QĐ-TTg; github.com/thanglequoc/vietnamese-provinces-database, README.
        assertEquals(63, provinces.units(UnitLevel.PROVINCE, UnitFiles.WAVE).size());
        assertEquals(34, provinces.units(UnitLevel.PROVINCE, UnitFiles.REFORM).size());
        assertEquals(34, provinces.units(UnitLevel.PROVINCE, UnitFiles.TODAY).size());
    }

    @Test
    void codesChangedOwner() {
        // The provincial codes that were re-used, counted from the two data sets.
        Map<String, List<String>> reused = Map.of(
                "24", List.of("Bắc Giang", "Bắc Ninh"),
                "15", List.of("Yên Bái", "Lào Cai"),
                "52", List.of("Bình Định", "Gia Lai"),
                "80", List.of("Long An", "Tây Ninh"),
                "82", List.of("Tiền Giang", "Đồng Tháp"),
                "91", List.of("Kiên Giang", "An Giang"),
                "44", List.of("Quảng Bình", "Quảng Trị"));
        reused.forEach((code, names) -> {
            assertEquals(names.get(0), name(code, LocalDate.of(2025, 6, 30)));
            assertEquals(names.get(1), name(code, LocalDate.of(2025, 7, 1)));
        });
        assertEquals("Bắc Ninh", name("27", UnitFiles.WAVE));
    }

    @Test
    void dongNaiIsACitySince30April2026() {
        UnitCode code = UnitCode.of("75");
        assertEquals(3, provinces.history(code).size());
        assertEquals(
                "Tỉnh Đồng Nai",
                provinces
                        .find(code, LocalDate.of(2026, 4, 29))
                        .orElseThrow()
                        .name()
                        .vi());
        assertEquals(
                "Thành phố Đồng Nai",
                provinces
                        .find(code, LocalDate.of(2026, 4, 30))
                        .orElseThrow()
                        .name()
                        .vi());
    }

    @Test
    void everyProvinceHasItsPredecessors() {
        // Rows of the table of 34 provinces, counted from the two data sets.
        assertEquals(List.of("24", "27"), predecessors("24"));
        assertEquals(List.of("17", "25", "26"), predecessors("25"));
        assertEquals(List.of("74", "77", "79"), predecessors("79"));
        assertEquals(List.of("54", "66"), predecessors("66"));
        assertEquals(List.of("70", "75"), predecessors("75"));
        assertEquals(List.of("01"), predecessors("01"));
        int whole = 0;
        for (Unit unit : provinces.units(UnitLevel.PROVINCE, UnitFiles.WAVE)) {
            assertEquals(1, lineage.successors(unit.key()).size(), unit.name().vi());
            whole++;
        }
        assertEquals(63, whole);
    }

    @Test
    void figuresOfAll63ProvincesCarryOntoThe34() {
        Map<UnitKey, Long> states = new TreeMap<>();
        provinces.units(UnitLevel.PROVINCE, UnitFiles.WAVE).forEach(unit -> states.put(unit.key(), 1L));
        CarriedWave<Long> wave = lineage.carry(states, UnitFiles.TODAY, Long::sum);
        assertEquals(34, wave.units().size());
        assertEquals(List.of(), wave.problems());
        assertEquals(
                63,
                wave.units().values().stream()
                        .mapToLong(carried -> carried.state())
                        .sum());
    }

    @Test
    void bacGiangHad209CommunalUnitsInTenDistricts() {
        // domain: survey of 2-4 October 2024, QR codes for 209 communes under 10 districts.
        UnitRegistry bacGiang = BundledUnits.bacGiang2024();
        UnitCode province = UnitCode.of("24");
        assertEquals(220, bacGiang.size());
        assertEquals(10, bacGiang.children(province, UnitFiles.WAVE).size());
        assertEquals(
                209,
                bacGiang.descendants(province, UnitLevel.COMMUNE, UnitFiles.WAVE)
                        .size());
        Unit ward = bacGiang.find(UnitCode.of("07210"), UnitFiles.WAVE).orElseThrow();
        assertEquals("Phường Hoàng Văn Thụ", ward.name().vi());
        assertEquals("Hoang Van Thu Ward", ward.name().en());
        assertEquals(
                List.of("213", "24"),
                bacGiang.ancestors(ward.code(), UnitFiles.WAVE).stream()
                        .map(unit -> unit.code().value())
                        .toList());
        assertTrue(bacGiang.units().stream()
                .allMatch(unit -> unit.name().en().chars().allMatch(c -> c < 128)));
    }

    private String name(String code, LocalDate day) {
        return provinces.find(UnitCode.of(code), day).orElseThrow().shortName();
    }

    private List<String> predecessors(String code) {
        UnitKey key = provinces
                .find(UnitCode.of(code), UnitFiles.REFORM)
                .orElseThrow()
                .key();
        return lineage.predecessors(key).stream().map(old -> old.code().value()).toList();
    }
}
