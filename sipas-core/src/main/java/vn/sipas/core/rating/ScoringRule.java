package vn.sipas.core.rating;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Fraction;
import vn.sipas.core.RoundingRule;

/** How a criterion comes to its points. */
public sealed interface ScoringRule {

    /**
     * Points are given by people, in [0, maximum].
     *
     * @param basis whose points count
     */
    record PointsGiven(PointsBasis basis) implements ScoringRule {

        public PointsGiven {
            Objects.requireNonNull(basis, "basis");
        }
    }

    /**
     * The sum of sub-criteria (tiêu chí thành phần).
     *
     * @param parts the sub-criteria, at least one; their maxima sum to the maximum of the criterion
     */
    record SumOfParts(List<Criterion> parts) implements ScoringRule {

        public SumOfParts {
            parts = List.copyOf(parts);
            Require.filled("parts", parts);
        }
    }

    /**
     * Points from a measured value: in proportion or by a band table.
     *
     * @param measure the value
     * @param mapping how it becomes points
     */
    record MeasuredPoints(Measure measure, PointsMapping mapping) implements ScoringRule {

        public MeasuredPoints {
            Objects.requireNonNull(measure, "measure");
            Objects.requireNonNull(mapping, "mapping");
        }
    }

    /**
     * Points from an index of expressed satisfaction.
     *
     * @param fact the key of a fact of kind {@link FactKind#EXPRESSED_SATISFACTION}
     * @param mapping how the share or score becomes points
     */
    record SatisfactionPoints(String fact, PointsMapping mapping) implements ScoringRule {

        public SatisfactionPoints {
            Require.code("fact", fact);
            Objects.requireNonNull(mapping, "mapping");
        }
    }

    /**
     * Full points when there was no case in the year (không phát sinh trong năm), else another rule.
     *
     * @param cases the number of cases
     * @param otherwise the rule when there were cases
     */
    record FullWhenNone(Quantity cases, ScoringRule otherwise) implements ScoringRule {

        public FullWhenNone {
            Objects.requireNonNull(cases, "cases");
            notNested(otherwise);
        }
    }

    /**
     * The average of per-dossier points, as Article 15(2) of Circular 01/2018/TT-VPCP has it: the sum of the points of
     * all dossiers divided by the number of dossiers, rounded.
     *
     * @param points the sum of the points of all dossiers
     * @param dossiers the number of dossiers; without one the criterion has no value
     * @param rounding how the average is rounded
     */
    record DossierAverage(Quantity points, Quantity dossiers, RoundingRule rounding) implements ScoringRule {

        public DossierAverage {
            Objects.requireNonNull(points, "points");
            Objects.requireNonNull(dossiers, "dossiers");
            Objects.requireNonNull(rounding, "rounding");
        }
    }

    /**
     * Another rule less deductions (điểm trừ), never below a floor.
     *
     * @param base the rule from whose points is deducted
     * @param deductions the deductions, at least one
     * @param floor the least points, at most 0 when deductions may reach into other criteria, else 0
     */
    record WithDeductions(ScoringRule base, List<Deduction> deductions, Fraction floor) implements ScoringRule {

        public WithDeductions {
            notNested(base);
            deductions = List.copyOf(deductions);
            Require.filled("deductions", deductions);
            Require.that(floor.signum() <= 0, "floor", "at most 0", floor);
        }
    }

    /** The maximum, from which {@link WithDeductions} deducts. */
    record FullPoints() implements ScoringRule {}

    /**
     * A deduction: {@code each · cases}, at most {@code cap}.
     *
     * @param cases the number of cases
     * @param each the points for each case, more than 0
     * @param cap the most points that this deduction takes, more than 0, if there is a limit
     */
    record Deduction(Quantity cases, Fraction each, Optional<Fraction> cap) {

        public Deduction {
            Objects.requireNonNull(cases, "cases");
            Require.that(each.signum() > 0, "each", "more than 0", each);
            if (cap.isPresent()) {
                Require.that(cap.get().signum() > 0, "cap", "more than 0", cap.get());
            }
        }
    }

    /**
     * Returns the rule of points given by the appraisal council.
     *
     * @return the rule
     */
    static PointsGiven appraised() {
        return new PointsGiven(PointsBasis.APPRAISED);
    }

    private static void notNested(ScoringRule rule) {
        if (Objects.requireNonNull(rule, "rule") instanceof SumOfParts) {
            throw new IllegalArgumentException("otherwise and base must be a rule without parts");
        }
    }
}
