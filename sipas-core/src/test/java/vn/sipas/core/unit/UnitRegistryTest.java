package vn.sipas.core.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ValidityPeriod;

class UnitRegistryTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final ValidityPeriod BEFORE = ValidityPeriod.before(REFORM);
    private static final ValidityPeriod SINCE = ValidityPeriod.from(REFORM);
    private static final LocalDate WAVE = LocalDate.of(2024, 10, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 25);

    // Names and codes: statistics office list as in thanglequoc/vietnamese-provinces-database (MIT).
    private static final Unit BAC_GIANG = unit("24", BEFORE, "Tỉnh Bắc Giang", UnitLevel.PROVINCE, "");
    private static final Unit BAC_GIANG_CITY = unit("213", BEFORE, "Thành phố Bắc Giang", UnitLevel.DISTRICT, "24");
    private static final Unit HOANG_VAN_THU = unit("07210", BEFORE, "Phường Hoàng Văn Thụ", UnitLevel.COMMUNE, "213");
    private static final Unit BAC_NINH = unit("24", SINCE, "Tỉnh Bắc Ninh", UnitLevel.PROVINCE, "");
    private static final Unit BAC_GIANG_WARD = unit("07210", SINCE, "Phường Bắc Giang", UnitLevel.COMMUNE, "24");
    private static final Unit COUNTER = unit("mc-07210-1", SINCE, "Quầy số 1", UnitLevel.OFFICE, "07210");

    private static final UnitRegistry REGISTRY = UnitRegistry.of(
                    List.of(COUNTER, BAC_GIANG_WARD, BAC_NINH, HOANG_VAN_THU, BAC_GIANG_CITY, BAC_GIANG))
            .orThrow();

    @Test
    void answersWhatACodeWasAndIs() {
        assertEquals(Optional.of(HOANG_VAN_THU), REGISTRY.find(UnitCode.of("07210"), WAVE));
        assertEquals(Optional.of(BAC_GIANG_WARD), REGISTRY.find(UnitCode.of("07210"), TODAY));
        assertEquals(List.of(HOANG_VAN_THU, BAC_GIANG_WARD), REGISTRY.history(UnitCode.of("07210")));
        assertEquals(Optional.of(BAC_GIANG), REGISTRY.find(UnitCode.of("24"), REFORM.minusDays(1)));
        assertEquals(Optional.of(BAC_NINH), REGISTRY.find(UnitCode.of("24"), REFORM));
        assertEquals(Optional.empty(), REGISTRY.find(UnitCode.of("213"), TODAY));
        assertEquals(Optional.empty(), REGISTRY.find(UnitCode.of("07210"), UnitLevel.DISTRICT, WAVE));
        assertEquals(Optional.of(HOANG_VAN_THU), REGISTRY.find(HOANG_VAN_THU.key()));
    }

    @Test
    void theHierarchyIsThatOfTheDay() {
        assertEquals(List.of(BAC_GIANG_CITY, BAC_GIANG), REGISTRY.ancestors(UnitCode.of("07210"), WAVE));
        assertEquals(List.of(BAC_NINH), REGISTRY.ancestors(UnitCode.of("07210"), TODAY));
        assertEquals(List.of(BAC_GIANG_CITY), REGISTRY.children(UnitCode.of("24"), WAVE));
        assertEquals(List.of(BAC_GIANG_WARD), REGISTRY.children(UnitCode.of("24"), TODAY));
        assertEquals(List.of(HOANG_VAN_THU, BAC_GIANG_CITY), REGISTRY.descendants(UnitCode.of("24"), WAVE));
        assertEquals(List.of(COUNTER), REGISTRY.descendants(UnitCode.of("24"), UnitLevel.OFFICE, TODAY));
        assertEquals(Optional.of(BAC_NINH), REGISTRY.atLevel(UnitCode.of("mc-07210-1"), UnitLevel.PROVINCE, TODAY));
        assertEquals(List.of(BAC_NINH), REGISTRY.units(UnitLevel.PROVINCE, TODAY));
    }

    @Test
    void findsNamesInEverySpellingAndReturnsAllCandidates() {
        Unit other = unit("00322", BEFORE, "Phường Hoàng Văn Thụ", UnitLevel.COMMUNE, "");
        Unit hoa = unit("00172", BEFORE, "Phường Yên Hoà", UnitLevel.COMMUNE, "");
        Unit numbered = unit("26734", BEFORE, "Phường 1", UnitLevel.COMMUNE, "");
        UnitRegistry registry = UnitRegistry.of(
                        Stream.concat(REGISTRY.units().stream(), Stream.of(other, hoa, numbered))
                                .toList())
                .orThrow();
        // NFD spelling of "Hoàng Văn Thụ": a + U+0300, a + U+0306, u + U+0323 (Unicode canonical decomposition).
        String decomposed = "hoa\u0300ng  va\u0306n thu\u0323";
        assertEquals(List.of(other, HOANG_VAN_THU), registry.named(decomposed, WAVE));
        assertEquals(List.of(other, HOANG_VAN_THU), registry.named("PHƯỜNG HOÀNG VĂN THỤ", WAVE));
        assertEquals(List.of(HOANG_VAN_THU), registry.named("Hoàng Văn Thụ", UnitCode.of("24"), WAVE));
        assertEquals(List.of(), registry.named("Hoàng Văn Thụ", TODAY));
        assertEquals(List.of(hoa), registry.named("Yên Hòa", WAVE));
        assertEquals(List.of(), registry.named("Yên Hoa", WAVE));
        assertEquals(List.of(numbered), registry.named("phường 01", WAVE));
        assertTrue(!numbered.isNamed("Phường 10"));
        assertEquals(List.of(), registry.named("1", WAVE));
        assertEquals("Bắc Giang", BAC_GIANG_CITY.shortName());
    }

    @Test
    void addsUpTheHierarchyOfTheDay() {
        Map<UnitKey, Integer> counts = Map.of(HOANG_VAN_THU.key(), 7, BAC_GIANG_CITY.key(), 2, BAC_GIANG.key(), 1);
        RollUp<Integer> districts = REGISTRY.rollUp(counts, UnitLevel.DISTRICT, WAVE, Integer::sum);
        assertEquals(Map.of(BAC_GIANG_CITY.key(), 9), districts.totals());
        assertEquals(Map.of(BAC_GIANG.key(), 1), districts.apart());
        assertEquals(List.of("unit.no-ancestor"), codes(districts.problems()));
        RollUp<Integer> provinces = REGISTRY.rollUp(counts, UnitLevel.PROVINCE, WAVE, Integer::sum);
        assertEquals(Map.of(BAC_GIANG.key(), 10), provinces.totals());
    }

    @Test
    void oldFiguresAreNotAddedUpUnderTheNewHierarchy() {
        UnitKey stranger = UnitKey.of("99999", SINCE);
        RollUp<Integer> rolled = REGISTRY.rollUp(
                Map.of(HOANG_VAN_THU.key(), 7, BAC_GIANG_WARD.key(), 5, stranger, 1),
                UnitLevel.PROVINCE,
                TODAY,
                Integer::sum);
        assertEquals(Map.of(BAC_NINH.key(), 5), rolled.totals());
        assertEquals(Map.of(HOANG_VAN_THU.key(), 7, stranger, 1), rolled.apart());
        assertEquals(List.of("unit.not-in-force", "unit.unknown"), codes(rolled.problems()));
    }

    @Test
    void setsAsideWhatCannotStandAndKeepsTheRest() {
        Unit again = unit("24", BEFORE, "Tỉnh Bắc Giang", UnitLevel.PROVINCE, "");
        Unit overlapping = unit("24", ValidityPeriod.from(LocalDate.of(2025, 6, 1)), "x", UnitLevel.PROVINCE, "");
        Unit orphan = unit("07213", BEFORE, "Phường Trần Phú", UnitLevel.COMMUNE, "214");
        Unit belowOrphan = unit("mc-07213", BEFORE, "Bộ phận Một cửa", UnitLevel.OFFICE, "07213");
        Unit upsideDown = unit("999", BEFORE, "Huyện x", UnitLevel.DISTRICT, "07210");
        Unit outlives = unit("07216", ValidityPeriod.always(), "Phường y", UnitLevel.COMMUNE, "213");
        UnitRegistry.Builder builder = UnitRegistry.builder().addAll(REGISTRY);
        int line = 2;
        for (Unit unit : List.of(again, overlapping, belowOrphan, orphan, upsideDown, outlives)) {
            builder.add(unit, Place.in("units.csv", line++));
        }
        Checked<UnitRegistry> checked = builder.build();
        assertEquals(REGISTRY.size(), checked.orThrow().size());
        assertEquals(
                List.of(
                        "units.csv:2 unit.duplicate",
                        "units.csv:3 unit.overlap",
                        "units.csv:4 unit.parent.unknown",
                        "units.csv:5 unit.parent.unknown",
                        "units.csv:6 unit.parent.level",
                        "units.csv:7 unit.parent.not-in-force"),
                checked.problems().stream()
                        .map(problem -> problem.place() + " " + problem.code())
                        .toList());
        assertEquals("2025-07-01", checked.problems().get(5).attributes().get("day"));
    }

    @Test
    void aParentMayChangeItsNameUnderItsChildren() {
        LocalDate city = LocalDate.of(2026, 4, 30);
        UnitRegistry registry = UnitRegistry.of(List.of(
                        unit("75", ValidityPeriod.between(REFORM, city), "Tỉnh Đồng Nai", UnitLevel.PROVINCE, ""),
                        unit("75", ValidityPeriod.from(city), "Thành phố Đồng Nai", UnitLevel.PROVINCE, ""),
                        unit("26041", SINCE, "Phường Biên Hoà", UnitLevel.COMMUNE, "75")))
                .orThrow();
        assertEquals(
                "Tỉnh Đồng Nai",
                registry.ancestors(UnitCode.of("26041"), REFORM).get(0).name().vi());
        assertEquals(
                "Thành phố Đồng Nai",
                registry.ancestors(UnitCode.of("26041"), TODAY).get(0).name().vi());
    }

    @Test
    void officesThatLeadBackToThemselvesAreSetAside() {
        Checked<UnitRegistry> checked = UnitRegistry.of(List.of(
                unit("a", SINCE, "A", UnitLevel.OFFICE, "b"),
                unit("b", SINCE, "B", UnitLevel.OFFICE, "c"),
                unit("c", SINCE, "C", UnitLevel.OFFICE, "a"),
                unit("d", SINCE, "D", UnitLevel.OFFICE, "d"),
                unit("e", SINCE, "E", UnitLevel.OFFICE, "")));
        assertEquals(1, checked.orThrow().size());
        assertEquals(4, checked.problems().size());
        assertEquals("unit.parent.cycle", checked.problems().get(0).code());
    }

    @Test
    void theOrderInWhichUnitsAreAddedDoesNotMatter() {
        List<Unit> units = new ArrayList<>(REGISTRY.units());
        Random random = new Random(20241002);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(units, random);
            assertEquals(
                    List.copyOf(REGISTRY.units()),
                    List.copyOf(UnitRegistry.of(units).orThrow().units()));
        }
    }

    @Test
    void aChainOfOfficesIsBounded() {
        List<Unit> chain = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            chain.add(unit("o" + i, SINCE, "O" + i, UnitLevel.OFFICE, i == 0 ? "" : "o" + (i - 1)));
        }
        Checked<UnitRegistry> checked = UnitRegistry.of(chain);
        assertTrue(checked.orThrow().size() < 100, "size " + checked.orThrow().size());
        assertEquals(5_000, checked.orThrow().size() + checked.problems().size());
    }

    @Test
    void problemsSpeakBothLanguagesUnderTheirOwnCodes() {
        for (UnitProblem kind : UnitProblem.values()) {
            assertTrue(!kind.text().vi().equals(kind.text().en()), kind.code());
        }
        assertEquals(
                UnitProblem.values().length,
                Stream.of(UnitProblem.values())
                        .map(UnitProblem::code)
                        .distinct()
                        .count());
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertEquals(
                "key",
                assertThrows(
                                NullPointerException.class,
                                () -> new Unit(null, LocalizedText.same("x"), UnitLevel.OFFICE, Optional.empty()))
                        .getMessage());
        assertThrows(NullPointerException.class, () -> REGISTRY.find(UnitCode.of("24"), null));
    }

    static Unit unit(String code, ValidityPeriod validity, String name, UnitLevel level, String parent) {
        return new Unit(
                UnitKey.of(code, validity),
                LocalizedText.same(name),
                level,
                parent.isEmpty() ? Optional.empty() : Optional.of(UnitCode.of(parent)));
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }
}
