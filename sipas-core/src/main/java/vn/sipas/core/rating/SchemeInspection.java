package vn.sipas.core.rating;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sipas.core.Fraction;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/** What must hold between the parts of a scheme. */
final class SchemeInspection {

    private final RatingScheme.Builder scheme;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, FactDefinition> facts = new HashMap<>();
    private final Map<String, Criterion> criteria = new HashMap<>();
    private final Map<String, Integer> gates = new LinkedHashMap<>();
    private final Set<String> usedFacts = new HashSet<>();
    private List<StarBand> sortedBands = List.of();

    SchemeInspection(RatingScheme.Builder scheme) {
        this.scheme = scheme;
        codes();
        maxima();
        bands();
        for (int i = 0; i < scheme.criteria.size(); i++) {
            criterion(scheme.criteria.get(i), "criteria[" + i + "]");
        }
        scheme.bonus.ifPresent(bonus -> {
            for (int i = 0; i < bonus.criteria().size(); i++) {
                criterion(bonus.criteria().get(i), "bonus.criteria[" + i + "]");
            }
        });
        for (int i = 0; i < scheme.gates.size(); i++) {
            Gate gate = scheme.gates.get(i);
            test(gate.test(), "gates[" + i + "].require");
            String otherwise = "gates[" + i + "].otherwise.stars";
            if (gate.effect() instanceof GateEffect.CapStars cap) {
                stars(cap.stars(), otherwise);
            } else if (gate.effect() instanceof GateEffect.CapBandStars cap) {
                stars(cap.stars(), otherwise);
            }
        }
        for (int i = 0; i < scheme.adjustments.size(); i++) {
            test(scheme.adjustments.get(i).test(), "adjustments[" + i + "].when");
        }
        for (int i = 0; i < scheme.quotas.size(); i++) {
            stars(scheme.quotas.get(i).stars(), "quotas[" + i + "].stars");
        }
        scheme.registration.ifPresent(key -> fact(key, "registration", FactKind.YES_NO));
        circles();
        for (int i = 0; i < scheme.facts.size(); i++) {
            if (!usedFacts.contains(scheme.facts.get(i).key())) {
                report(
                        RatingProblem.FACT_UNUSED,
                        "facts[" + i + "]",
                        "fact",
                        scheme.facts.get(i).key());
            }
        }
    }

    List<Problem> problems() {
        return problems;
    }

    List<StarBand> sortedBands() {
        return sortedBands;
    }

    private void codes() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < scheme.facts.size(); i++) {
            FactDefinition fact = scheme.facts.get(i);
            facts.put(fact.key(), fact);
            unique(keys, fact.key(), "facts[" + i + "].key");
        }
        for (int i = 0; i < scheme.criteria.size(); i++) {
            criterionCodes(scheme.criteria.get(i), "criteria[" + i + "]", keys);
        }
        scheme.bonus.ifPresent(bonus -> {
            for (int i = 0; i < bonus.criteria().size(); i++) {
                criterionCodes(bonus.criteria().get(i), "bonus.criteria[" + i + "]", keys);
            }
        });
        Set<String> ruleCodes = new HashSet<>();
        for (int i = 0; i < scheme.gates.size(); i++) {
            gates.put(scheme.gates.get(i).code(), i);
            unique(ruleCodes, scheme.gates.get(i).code(), "gates[" + i + "].code");
        }
        for (int i = 0; i < scheme.adjustments.size(); i++) {
            unique(ruleCodes, scheme.adjustments.get(i).code(), "adjustments[" + i + "].code");
        }
        for (int i = 0; i < scheme.quotas.size(); i++) {
            unique(ruleCodes, scheme.quotas.get(i).code(), "quotas[" + i + "].code");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < scheme.settings.size(); i++) {
            unique(names, scheme.settings.get(i).name(), "settings[" + i + "].name");
        }
    }

    private void criterionCodes(Criterion criterion, String path, Set<String> keys) {
        criteria.put(criterion.code(), criterion);
        unique(keys, criterion.code(), path + ".code");
        for (int i = 0; i < criterion.parts().size(); i++) {
            criterionCodes(criterion.parts().get(i), path + ".parts[" + i + "]", keys);
        }
    }

    private void unique(Set<String> seen, String code, String path) {
        if (!seen.add(code)) {
            report(RatingProblem.CODE_REPEATED, path, "code", code);
        }
    }

    private void maxima() {
        if (scheme.criteria.isEmpty()) {
            report(RatingProblem.LIST_EMPTY, "criteria", "field", "criteria");
            return;
        }
        Fraction sum =
                Fraction.sum(scheme.criteria.stream().map(Criterion::maximum).toList());
        if (sum.compareTo(scheme.total) != 0) {
            report(
                    RatingProblem.MAXIMUM_SUM,
                    "total",
                    "sum",
                    Decimals.exact(sum),
                    "expected",
                    Decimals.exact(scheme.total));
        }
    }

    private void bands() {
        try {
            sortedBands = BandOrder.ascending(scheme.bands, StarBand::from, StarBand::below);
        } catch (SchemeDefectException defect) {
            problems.add(defect.problem());
            return;
        }
        Fraction highest = scheme.bonus
                .filter(bonus -> bonus.reach() == Bonus.Reach.ON_TOP)
                .map(bonus -> scheme.total.plus(bonus.cap()))
                .orElse(scheme.total);
        for (int i = 0; i < sortedBands.size(); i++) {
            StarBand band = sortedBands.get(i);
            String path = "bands[" + scheme.bands.indexOf(band) + "]";
            if (i > 0 && band.stars() <= sortedBands.get(i - 1).stars()) {
                report(
                        RatingProblem.BAND_ORDER,
                        path + ".stars",
                        "stars",
                        band.stars(),
                        "lower",
                        sortedBands.get(i - 1).stars());
            }
            if (band.from().isPresent() && band.from().get().compareTo(highest) > 0) {
                report(
                        RatingProblem.BAND_UNREACHABLE,
                        path + ".from",
                        "start",
                        Decimals.exact(band.from().get()),
                        "maximum",
                        Decimals.exact(highest));
            }
        }
    }

    private void criterion(Criterion criterion, String path) {
        for (int i = 0; i < criterion.parts().size(); i++) {
            criterion(criterion.parts().get(i), path + ".parts[" + i + "]");
        }
        rule(criterion.rule(), path + ".rule");
    }

    private void rule(ScoringRule rule, String path) {
        if (rule instanceof ScoringRule.MeasuredPoints measured) {
            measure(measured.measure(), path + ".measure");
        } else if (rule instanceof ScoringRule.SatisfactionPoints satisfaction) {
            fact(satisfaction.fact(), path + ".fact", FactKind.EXPRESSED_SATISFACTION);
        } else if (rule instanceof ScoringRule.FullWhenNone none) {
            quantity(none.cases(), path + ".cases");
            rule(none.otherwise(), path + ".otherwise");
        } else if (rule instanceof ScoringRule.DossierAverage average) {
            quantity(average.points(), path + ".points");
            quantity(average.dossiers(), path + ".dossiers");
        } else if (rule instanceof ScoringRule.WithDeductions deductions) {
            rule(deductions.base(), path + ".base");
            for (int i = 0; i < deductions.deductions().size(); i++) {
                quantity(deductions.deductions().get(i).cases(), path + ".deductions[" + i + "].cases");
            }
        }
    }

    private void measure(Measure measure, String path) {
        List<Quantity> quantities;
        if (measure instanceof Measure.Amount amount) {
            quantities = List.of(amount.quantity());
            quantity(amount.quantity(), path + ".amount");
        } else if (measure instanceof Measure.Ratio ratio) {
            quantities = List.of(ratio.part(), ratio.whole());
            quantity(ratio.part(), path + ".part");
            quantity(ratio.whole(), path + ".whole");
        } else {
            Measure.Complement complement = (Measure.Complement) measure;
            quantities = List.of(complement.all(), complement.negative());
            quantity(complement.all(), path + ".all");
            quantity(complement.negative(), path + ".negative");
            refuse(quantities, FactKind.EXPRESSED_SATISFACTION, path);
        }
        if (has(quantities, FactKind.COMPLEMENT_SATISFACTION)) {
            refuse(quantities, FactKind.EXPRESSED_SATISFACTION, path);
        }
    }

    private boolean has(List<Quantity> quantities, FactKind kind) {
        return quantities.stream()
                .flatMap(quantity -> quantity.terms().stream())
                .anyMatch(term -> isOf(term.fact(), kind));
    }

    private void refuse(List<Quantity> quantities, FactKind kind, String path) {
        quantities.stream()
                .flatMap(quantity -> quantity.terms().stream())
                .filter(term -> isOf(term.fact(), kind))
                .forEach(term -> report(RatingProblem.STATISTIC_MIXED, path, "fact", term.fact()));
    }

    private boolean isOf(String key, FactKind kind) {
        FactDefinition definition = facts.get(key);
        return definition != null && definition.kind() == kind;
    }

    private void quantity(Quantity quantity, String path) {
        for (Quantity.Term term : quantity.terms()) {
            usedFacts.add(term.fact());
            if (!facts.containsKey(term.fact())) {
                report(RatingProblem.FACT_UNKNOWN, path, "fact", term.fact());
            }
        }
    }

    private void fact(String key, String path, FactKind expected) {
        usedFacts.add(key);
        FactDefinition definition = facts.get(key);
        if (definition == null) {
            report(RatingProblem.FACT_UNKNOWN, path, "fact", key);
        } else if (expected == FactKind.EXPRESSED_SATISFACTION
                && definition.kind() == FactKind.COMPLEMENT_SATISFACTION) {
            report(RatingProblem.STATISTIC_MIXED, path, "fact", key);
        } else if (definition.kind() != expected) {
            report(
                    RatingProblem.FACT_KIND,
                    path,
                    "fact",
                    key,
                    "kind",
                    definition.kind().tag(),
                    "expected",
                    expected.tag());
        }
    }

    private void test(GateTest test, String path) {
        if (test instanceof GateTest.CriterionMinimum minimum) {
            Criterion criterion = criteria.get(minimum.criterion());
            if (criterion == null) {
                report(RatingProblem.CRITERION_UNKNOWN, path + ".criterion", "criterion", minimum.criterion());
            } else if (minimum.atLeast().compareTo(criterion.maximum()) > 0) {
                report(
                        RatingProblem.MINIMUM_UNREACHABLE,
                        path + ".atLeast",
                        "minimum",
                        Decimals.exact(minimum.atLeast()),
                        "maximum",
                        Decimals.exact(criterion.maximum()),
                        "criterion",
                        minimum.criterion());
            }
        } else if (test instanceof GateTest.FactIs is) {
            fact(is.fact(), path + ".fact", FactKind.YES_NO);
        } else if (test instanceof GateTest.MeasureWithin within) {
            measure(within.measure(), path + ".measure");
        } else if (test instanceof GateTest.SatisfactionFloor floor) {
            fact(floor.fact(), path + ".fact", FactKind.EXPRESSED_SATISFACTION);
        } else if (test instanceof GateTest.MinimumBase base) {
            fact(base.fact(), path + ".fact", FactKind.EXPRESSED_SATISFACTION);
        } else if (test instanceof GateTest.DocumentsComplete complete) {
            for (int i = 0; i < complete.documents().size(); i++) {
                fact(complete.documents().get(i), path + ".documents[" + i + "]", FactKind.YES_NO);
            }
        } else if (test instanceof GateTest.GateMet met) {
            if (!gates.containsKey(met.gate())) {
                report(RatingProblem.GATE_UNKNOWN, path + ".gate", "gate", met.gate());
            }
        } else {
            List<GateTest> tests = combined(test);
            for (int i = 0; i < tests.size(); i++) {
                test(tests.get(i), path + ".tests[" + i + "]");
            }
        }
    }

    private static List<GateTest> combined(GateTest test) {
        if (test instanceof GateTest.AllOf all) {
            return all.tests();
        }
        return test instanceof GateTest.AnyOf any ? any.tests() : List.of();
    }

    private void stars(int stars, String path) {
        if (scheme.bands.stream().noneMatch(band -> band.stars() == stars)) {
            report(RatingProblem.STARS_UNKNOWN, path, "stars", stars);
        }
    }

    private void circles() {
        Set<String> settled = new HashSet<>();
        for (String gate : gates.keySet()) {
            follow(gate, new ArrayDeque<>(), settled);
        }
    }

    private void follow(String gate, Deque<String> trail, Set<String> settled) {
        if (settled.contains(gate)) {
            return;
        }
        if (trail.contains(gate)) {
            List<String> circle = new ArrayList<>(trail);
            circle = new ArrayList<>(circle.subList(circle.indexOf(gate), circle.size()));
            circle.add(gate);
            report(
                    RatingProblem.GATE_CIRCULAR,
                    "gates[" + gates.get(gate) + "].require",
                    "circle",
                    String.join(" → ", circle));
            settled.addAll(circle);
            return;
        }
        Integer position = gates.get(gate);
        if (position == null) {
            return;
        }
        trail.addLast(gate);
        for (String next : references(scheme.gates.get(position).test())) {
            follow(next, trail, settled);
        }
        trail.removeLast();
        settled.add(gate);
    }

    private static List<String> references(GateTest test) {
        if (test instanceof GateTest.GateMet met) {
            return List.of(met.gate());
        }
        return combined(test).stream()
                .flatMap(inner -> references(inner).stream())
                .toList();
    }

    private void report(RatingProblem kind, String path, Object... attributes) {
        problems.add(Problem.of(kind, Place.path(path), attributes));
    }
}
