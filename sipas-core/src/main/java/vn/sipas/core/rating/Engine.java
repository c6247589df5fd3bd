package vn.sipas.core.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Fraction;
import vn.sipas.core.RoundingRule;

/**
 * Computes by a scheme. The order is: points of each criterion, sums, bonus and its cap, rounding of the total, band,
 * caps on the band, adjustments, caps on the stars, exclusion and blocking.
 *
 * <p>Immutable and safe for use by several threads; everything that belongs to a unit lives in {@link Standing}.
 */
final class Engine {

    /** What decided. */
    enum Verdict {
        NOT_REGISTERED,
        EXCLUDED,
        BLOCKED,
        BELOW_BANDS,
        AWARDED
    }

    /** Why a criterion has no points. */
    enum Gap {
        NOT_GIVEN,
        NO_CASES
    }

    /** A leaf criterion after its rule was applied. */
    record LeafScore(@Nullable Fraction points, @Nullable Gap gap) {}

    /** Where a unit stands. Arrays are by position in {@link #nodes}, {@link #gates} and {@link #adjustments}. */
    static final class Standing {
        final @Nullable Fraction[] points;
        final boolean complete;
        final Fraction bonusEarned;
        final Fraction bonusCounted;
        final Fraction exactTotal;
        final Fraction total;
        final boolean[] met;
        final boolean[] applied;
        final int bandStars;
        final int stars;
        final Verdict verdict;

        Standing(
                @Nullable Fraction[] points,
                boolean complete,
                Fraction bonusEarned,
                Fraction bonusCounted,
                Fraction exactTotal,
                Fraction total,
                boolean[] met,
                boolean[] applied,
                int bandStars,
                int stars,
                Verdict verdict) {
            this.points = points;
            this.complete = complete;
            this.bonusEarned = bonusEarned;
            this.bonusCounted = bonusCounted;
            this.exactTotal = exactTotal;
            this.total = total;
            this.met = met;
            this.applied = applied;
            this.bandStars = bandStars;
            this.stars = stars;
            this.verdict = verdict;
        }
    }

    final RatingScheme scheme;
    final List<Criterion> nodes = new ArrayList<>();
    final List<Integer> leaves = new ArrayList<>();
    final List<Gate> gates;
    final List<StarAdjustment> adjustments;
    final List<StarBand> bands;
    private final List<int[]> children = new ArrayList<>();
    private final Map<String, Integer> nodeByCode = new HashMap<>();
    private final Map<String, Integer> gateByCode = new HashMap<>();
    private final int[] roots;
    private final int[] bonusRoots;
    private final int firstBonusNode;

    Engine(RatingScheme scheme) {
        this.scheme = scheme;
        this.gates = scheme.gates();
        this.adjustments = scheme.adjustments();
        this.bands = scheme.bands();
        this.roots = flatten(scheme.criteria());
        this.firstBonusNode = nodes.size();
        this.bonusRoots = flatten(scheme.bonus().map(Bonus::criteria).orElse(List.of()));
        for (int i = 0; i < gates.size(); i++) {
            gateByCode.put(gates.get(i).code(), i);
        }
    }

    private int[] flatten(List<Criterion> criteria) {
        int[] positions = new int[criteria.size()];
        for (int i = 0; i < positions.length; i++) {
            Criterion criterion = criteria.get(i);
            int position = nodes.size();
            positions[i] = position;
            nodes.add(criterion);
            children.add(new int[0]);
            nodeByCode.put(criterion.code(), position);
            if (criterion.parts().isEmpty()) {
                leaves.add(position);
            } else {
                children.set(position, flatten(criterion.parts()));
            }
        }
        return positions;
    }

    int node(String code) {
        Integer position = nodeByCode.get(code);
        if (position == null) {
            throw new IllegalArgumentException("code must name a criterion of " + scheme + ", was \"" + code + "\"");
        }
        return position;
    }

    boolean isBonus(int node) {
        return node >= firstBonusNode;
    }

    /** Returns the points of the leaves, in the order of {@link #leaves}; absent where they are missing. */
    @Nullable
    Fraction[] leafPoints(UnitScores scores) {
        @Nullable Fraction[] points = new Fraction[leaves.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = leaf(nodes.get(leaves.get(i)), scores).points();
        }
        return points;
    }

    LeafScore leaf(Criterion criterion, UnitScores scores) {
        LeafScore score = apply(criterion.rule(), criterion, scores);
        Optional<RoundingRule> rounding = scheme.rounding().criterion();
        Fraction points = score.points();
        if (points == null || rounding.isEmpty()) {
            return score;
        }
        return new LeafScore(Fraction.of(points.round(rounding.get())), null);
    }

    private LeafScore apply(ScoringRule rule, Criterion criterion, UnitScores scores) {
        if (rule instanceof ScoringRule.PointsGiven given) {
            PointsEntry entry = scores.points().getOrDefault(criterion.code(), PointsEntry.NONE);
            Optional<Fraction> points = entry.appraised();
            if (points.isEmpty() && given.basis() == PointsBasis.APPRAISED_ELSE_SELF) {
                points = entry.self();
            }
            return points.map(Engine::scored).orElseGet(Engine::notGiven);
        } else if (rule instanceof ScoringRule.MeasuredPoints measured) {
            return measured(measured.measure(), measured.mapping(), criterion, scores);
        } else if (rule instanceof ScoringRule.SatisfactionPoints satisfaction) {
            Fraction value = fact(satisfaction.fact(), scores);
            return value == null ? notGiven() : scored(map(satisfaction.mapping(), value, criterion.maximum()));
        } else if (rule instanceof ScoringRule.FullWhenNone none) {
            Fraction cases = quantity(none.cases(), scores);
            if (cases == null) {
                return notGiven();
            }
            return cases.signum() == 0 ? scored(criterion.maximum()) : apply(none.otherwise(), criterion, scores);
        } else if (rule instanceof ScoringRule.DossierAverage average) {
            Fraction points = quantity(average.points(), scores);
            Fraction dossiers = quantity(average.dossiers(), scores);
            if (points == null || dossiers == null) {
                return notGiven();
            }
            if (dossiers.signum() == 0) {
                return new LeafScore(null, Gap.NO_CASES);
            }
            Fraction rounded = Fraction.of(points.dividedBy(dossiers).round(average.rounding()));
            return scored(clamp(rounded, Fraction.ZERO, criterion.maximum()));
        } else if (rule instanceof ScoringRule.WithDeductions deductions) {
            LeafScore base = apply(deductions.base(), criterion, scores);
            Fraction points = base.points();
            if (points == null) {
                return base;
            }
            for (ScoringRule.Deduction deduction : deductions.deductions()) {
                Fraction taken = deducted(deduction, scores);
                if (taken == null) {
                    return notGiven();
                }
                points = points.minus(taken);
            }
            return scored(clamp(points, deductions.floor(), criterion.maximum()));
        } else {
            return scored(criterion.maximum());
        }
    }

    @Nullable
    Fraction deducted(ScoringRule.Deduction deduction, UnitScores scores) {
        Fraction cases = quantity(deduction.cases(), scores);
        if (cases == null) {
            return null;
        }
        Fraction taken = cases.signum() < 0 ? Fraction.ZERO : cases.times(deduction.each());
        return deduction.cap().isPresent() && taken.compareTo(deduction.cap().get()) > 0
                ? deduction.cap().get()
                : taken;
    }

    private LeafScore measured(Measure measure, PointsMapping mapping, Criterion criterion, UnitScores scores) {
        Fraction value = measure(measure, scores);
        if (value == null) {
            return hasNoCases(measure, scores) ? new LeafScore(null, Gap.NO_CASES) : notGiven();
        }
        return scored(map(mapping, value, criterion.maximum()));
    }

    private static LeafScore scored(Fraction points) {
        return new LeafScore(points, null);
    }

    private static LeafScore notGiven() {
        return new LeafScore(null, Gap.NOT_GIVEN);
    }

    static Fraction map(PointsMapping mapping, Fraction value, Fraction maximum) {
        if (mapping instanceof PointsMapping.Linear linear) {
            Fraction share =
                    value.minus(linear.zeroAt()).dividedBy(linear.fullAt().minus(linear.zeroAt()));
            return clamp(share, Fraction.ZERO, Fraction.ONE).times(maximum);
        }
        Fraction points = Fraction.ZERO;
        for (ValueBand band : ((PointsMapping.Bands) mapping).bands()) {
            if (band.from().isPresent() && value.compareTo(band.from().get()) < 0) {
                break;
            }
            points = band.points();
        }
        return points;
    }

    private static Fraction clamp(Fraction value, Fraction least, Fraction most) {
        return value.compareTo(least) < 0 ? least : value.compareTo(most) > 0 ? most : value;
    }

    @Nullable
    Fraction fact(String key, UnitScores scores) {
        FactValue value = scores.facts().get(key);
        if (value != null) {
            return value.value();
        }
        return scheme.fact(key).flatMap(FactDefinition::whenAbsent).orElse(null);
    }

    @Nullable
    Fraction quantity(Quantity quantity, UnitScores scores) {
        Fraction sum = quantity.constant();
        for (Quantity.Term term : quantity.terms()) {
            Fraction value = fact(term.fact(), scores);
            if (value == null) {
                return null;
            }
            sum = sum.plus(value.times(term.factor()));
        }
        return sum;
    }

    /** Returns the value, absent if a fact is missing or there is no case. */
    @Nullable
    Fraction measure(Measure measure, UnitScores scores) {
        if (measure instanceof Measure.Amount amount) {
            return quantity(amount.quantity(), scores);
        }
        Fraction part;
        Fraction whole;
        Fraction scale;
        if (measure instanceof Measure.Ratio ratio) {
            part = quantity(ratio.part(), scores);
            whole = quantity(ratio.whole(), scores);
            scale = ratio.scale();
        } else {
            Measure.Complement complement = (Measure.Complement) measure;
            whole = quantity(complement.all(), scores);
            Fraction negative = quantity(complement.negative(), scores);
            part = whole == null || negative == null ? null : whole.minus(negative);
            scale = complement.scale();
        }
        return part == null || whole == null || whole.signum() == 0
                ? null
                : part.dividedBy(whole).times(scale);
    }

    private boolean hasNoCases(Measure measure, UnitScores scores) {
        Quantity whole;
        if (measure instanceof Measure.Ratio ratio) {
            whole = ratio.whole();
        } else if (measure instanceof Measure.Complement complement) {
            whole = complement.all();
        } else {
            return false;
        }
        Fraction cases = quantity(whole, scores);
        return cases != null && cases.signum() == 0;
    }

    Standing standing(UnitScores scores) {
        return standing(scores, leafPoints(scores), new boolean[gates.size()]);
    }

    /** Returns the standing with given points of the leaves and with some gates lifted. */
    Standing standing(UnitScores scores, @Nullable Fraction[] leafPoints, boolean[] lifted) {
        @Nullable Fraction[] points = new Fraction[nodes.size()];
        boolean complete = true;
        for (int i = 0; i < leafPoints.length; i++) {
            int node = leaves.get(i);
            points[node] = leafPoints[i];
            complete &= leafPoints[i] != null || isBonus(node);
        }
        Fraction base = sum(roots, points);
        Fraction earned = sum(bonusRoots, points);
        Fraction counted = earned;
        Fraction exact = base;
        if (scheme.bonus().isPresent()) {
            Bonus bonus = scheme.bonus().get();
            counted = clamp(earned, Fraction.ZERO, bonus.cap());
            exact = base.plus(counted);
            if (bonus.reach() == Bonus.Reach.WITHIN_TOTAL && exact.compareTo(scheme.total()) > 0) {
                exact = scheme.total();
            }
        }
        Fraction total = rounded(exact);
        boolean[] met = new boolean[gates.size()];
        @Nullable Boolean[] known = new Boolean[gates.size()];
        for (int i = 0; i < met.length; i++) {
            met[i] = gateMet(i, scores, points, lifted, known);
        }
        boolean[] applied = new boolean[adjustments.size()];
        for (int i = 0; i < applied.length; i++) {
            applied[i] = holds(adjustments.get(i).test(), scores, points, lifted, known);
        }
        int bandStars = bandStars(total);
        int stars = stars(bandStars, met, applied);
        Verdict verdict = verdict(scores, complete, met, stars);
        return new Standing(points, complete, earned, counted, exact, total, met, applied, bandStars, stars, verdict);
    }

    Fraction rounded(Fraction exact) {
        return scheme.rounding()
                .total()
                .map(rule -> Fraction.of(exact.round(rule)))
                .orElse(exact);
    }

    private Fraction sum(int[] positions, @Nullable Fraction[] points) {
        Fraction sum = Fraction.ZERO;
        for (int position : positions) {
            int[] parts = children.get(position);
            if (parts.length > 0) {
                points[position] = sum(parts, points);
            }
            Fraction value = points[position];
            if (value != null) {
                sum = sum.plus(value);
            }
        }
        return sum;
    }

    int bandStars(Fraction total) {
        int stars = 0;
        for (StarBand band : bands) {
            if (band.from().isPresent() && total.compareTo(band.from().get()) < 0) {
                break;
            }
            stars = band.stars();
        }
        return stars;
    }

    int stars(int bandStars, boolean[] met, boolean[] applied) {
        if (bandStars == 0) {
            return 0;
        }
        int stars = bandStars;
        for (int i = 0; i < met.length; i++) {
            if (!met[i] && gates.get(i).effect() instanceof GateEffect.CapBandStars cap) {
                stars = Math.min(stars, cap.stars());
            }
        }
        int lowest = bands.get(0).stars();
        int highest = bands.get(bands.size() - 1).stars();
        for (int i = 0; i < applied.length; i++) {
            if (applied[i]) {
                stars = Math.max(
                        lowest, Math.min(highest, stars + adjustments.get(i).change()));
            }
        }
        for (int i = 0; i < met.length; i++) {
            if (!met[i] && gates.get(i).effect() instanceof GateEffect.CapStars cap) {
                stars = Math.min(stars, cap.stars());
            }
        }
        return existing(stars);
    }

    /** Returns the highest number of stars that a band gives and that is not above the argument; 0 if there is none. */
    int existing(int stars) {
        int found = 0;
        for (StarBand band : bands) {
            if (band.stars() <= stars) {
                found = band.stars();
            }
        }
        return found;
    }

    private Verdict verdict(UnitScores scores, boolean complete, boolean[] met, int stars) {
        if (scheme.registration().isPresent()) {
            Fraction registered = fact(scheme.registration().get(), scores);
            if (registered == null || registered.signum() == 0) {
                return Verdict.NOT_REGISTERED;
            }
        }
        boolean blocked = false;
        for (int i = 0; i < met.length; i++) {
            if (!met[i] && gates.get(i).effect() instanceof GateEffect.Exclude) {
                return Verdict.EXCLUDED;
            }
            blocked |= !met[i] && gates.get(i).effect() instanceof GateEffect.Block;
        }
        if (!complete && scheme.missing() == MissingPoints.EXCLUDE) {
            return Verdict.EXCLUDED;
        }
        if (blocked) {
            return Verdict.BLOCKED;
        }
        return stars == 0 ? Verdict.BELOW_BANDS : Verdict.AWARDED;
    }

    private boolean gateMet(
            int gate, UnitScores scores, @Nullable Fraction[] points, boolean[] lifted, @Nullable Boolean[] known) {
        Boolean before = known[gate];
        if (before != null) {
            return before;
        }
        boolean met = lifted[gate] || holds(gates.get(gate).test(), scores, points, lifted, known);
        known[gate] = met;
        return met;
    }

    private boolean holds(
            GateTest test,
            UnitScores scores,
            @Nullable Fraction[] points,
            boolean[] lifted,
            @Nullable Boolean[] known) {
        if (test instanceof GateTest.CriterionMinimum minimum) {
            Fraction value = points[node(minimum.criterion())];
            return value != null && value.compareTo(minimum.atLeast()) >= 0;
        } else if (test instanceof GateTest.FactIs is) {
            Fraction value = fact(is.fact(), scores);
            return value != null && (value.signum() != 0) == is.expected();
        } else if (test instanceof GateTest.MeasureWithin within) {
            Fraction value = measure(within.measure(), scores);
            if (value == null) {
                return hasNoCases(within.measure(), scores);
            }
            return within.atLeast().map(least -> value.compareTo(least) >= 0).orElse(true)
                    && within.atMost().map(most -> value.compareTo(most) <= 0).orElse(true);
        } else if (test instanceof GateTest.SatisfactionFloor floor) {
            Fraction value = fact(floor.fact(), scores);
            return value != null
                    && value.compareTo(floor.atLeast()) >= 0
                    && respondents(floor.fact(), scores) >= floor.minimumBase();
        } else if (test instanceof GateTest.MinimumBase base) {
            return respondents(base.fact(), scores) >= base.respondents();
        } else if (test instanceof GateTest.DocumentsComplete complete) {
            return complete.documents().stream().allMatch(document -> isYes(document, scores));
        } else if (test instanceof GateTest.AllOf all) {
            return all.tests().stream().allMatch(inner -> holds(inner, scores, points, lifted, known));
        } else if (test instanceof GateTest.AnyOf any) {
            return any.tests().stream().anyMatch(inner -> holds(inner, scores, points, lifted, known));
        } else {
            Integer other = gateByCode.get(((GateTest.GateMet) test).gate());
            return other != null && gateMet(other, scores, points, lifted, known);
        }
    }

    boolean isYes(String key, UnitScores scores) {
        Fraction value = fact(key, scores);
        return value != null && value.signum() != 0;
    }

    static long respondents(String key, UnitScores scores) {
        return scores.facts().get(key) instanceof FactValue.Surveyed surveyed
                ? surveyed.respondents().orElse(0)
                : 0;
    }
}
