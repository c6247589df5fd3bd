package vn.sipas.examples.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.design.Allocation;
import vn.sipas.core.response.CollectionMode;
import vn.sipas.core.response.Wave;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitLevel;
import vn.sipas.core.unit.UnitRegistry;
import vn.sipas.io.simulate.SimulatedUnit;
import vn.sipas.io.simulate.SimulationPlan;
import vn.sipas.io.units.BundledUnits;

/**
 * The survey of 2 to 4 October 2024 in Bắc Giang, as far as it was published: 209 commune offices, 7 questions, more than
 * 12,300 answers, and the totals of three districts (Vietnam News Service, 6 November 2024). How the answers spread over
 * the other districts and over the communes is made up from the seed, and so is every answer.
 */
final class OctoberWave {

    static final int ANSWERS = 12_300;

    /** The wave; its id ends in the mark of simulated data. */
    static final Wave WAVE = new Wave(
            "2024-10-" + SimulationPlan.MARK,
            LocalizedText.of("Đợt khảo sát 2–4/10/2024 (mô phỏng)", "Survey of 2–4 October 2024 (simulated)"),
            LocalDate.of(2024, 10, 2),
            LocalDate.of(2024, 10, 4));

    /** Lục Ngạn, Việt Yên, Lục Nam. */
    private static final Map<UnitCode, Integer> PUBLISHED_TOTALS =
            Map.of(UnitCode.of("219"), 1837, UnitCode.of("222"), 1586, UnitCode.of("218"), 1464);

    private final long seed;
    private final UnitRegistry registry = BundledUnits.bacGiang2024();

    OctoberWave(long seed) {
        this.seed = seed;
    }

    UnitRegistry registry() {
        return registry;
    }

    Unit province() {
        return registry.units(UnitLevel.PROVINCE, WAVE.firstDay()).get(0);
    }

    List<Unit> districts() {
        return sorted(registry.units(UnitLevel.DISTRICT, WAVE.firstDay()));
    }

    List<Unit> communes() {
        return sorted(registry.units(UnitLevel.COMMUNE, WAVE.firstDay()));
    }

    List<Unit> communesOf(Unit district) {
        return sorted(registry.children(district.code(), WAVE.firstDay()));
    }

    /** Plans who answers where; every office is a stratum of its own. */
    SimulationPlan plan(Survey survey) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SimulatedUnit> units = new ArrayList<>();
        Map<String, Long> byDistrict = districtTotals();
        for (Unit district : districts()) {
            List<Allocation.Planned> visitors = new ArrayList<>();
            for (Unit commune : communesOf(district)) {
                visitors.add(Allocation.Planned.of(commune.code().value(), 7000L + random.nextInt(7000)));
            }
            long total = byDistrict.getOrDefault(district.code().value(), 0L);
            for (Allocation.Part part : Allocation.proportional(total, visitors).parts()) {
                String code = part.stratum().label();
                units.add(new SimulatedUnit(UnitCode.of(code), code, (int) part.size(), 1.0));
            }
        }
        return new SimulationPlan(seed, survey, WAVE.id(), CollectionMode.QR, units);
    }

    private Map<String, Long> districtTotals() {
        List<Allocation.Planned> others = new ArrayList<>();
        long left = ANSWERS;
        Map<String, Long> totals = new HashMap<>();
        for (Unit district : districts()) {
            Integer published = PUBLISHED_TOTALS.get(district.code());
            if (published == null) {
                others.add(Allocation.Planned.of(
                        district.code().value(),
                        ANSWERS * (long) communesOf(district).size()));
            } else {
                totals.put(district.code().value(), published.longValue());
                left -= published;
            }
        }
        for (Allocation.Part part : Allocation.proportional(left, others).parts()) {
            totals.put(part.stratum().label(), part.size());
        }
        return totals;
    }

    private static List<Unit> sorted(List<Unit> units) {
        return units.stream().sorted(Comparator.comparing(Unit::code)).toList();
    }
}
