package vn.sipas.core.rating;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;

/**
 * A criterion or a group of criteria (tiêu chí, nhóm tiêu chí) with its maximum points.
 *
 * @param code the code, 1 to 64 letters, digits, dots, hyphens or underscores
 * @param title what it is called
 * @param maximum the most points, more than 0; a fraction, so that nine elements of 100/9 sum to exactly 100
 * @param rule how it comes to its points
 * @param provenance where its maximum and rule come from
 */
public record Criterion(String code, LocalizedText title, Fraction maximum, ScoringRule rule, Provenance provenance) {

    public Criterion {
        Require.code("code", code);
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(provenance, "provenance");
        Require.that(maximum.signum() > 0, "max", "more than 0", maximum);
        if (rule instanceof ScoringRule.SumOfParts sum) {
            Fraction total =
                    Fraction.sum(sum.parts().stream().map(Criterion::maximum).toList());
            if (total.compareTo(maximum) != 0) {
                throw Require.defect(
                        RatingProblem.MAXIMUM_SUM,
                        "parts",
                        "sum",
                        Decimals.exact(total),
                        "expected",
                        Decimals.exact(maximum));
            }
        }
        checkBands(rule, maximum);
    }

    /**
     * Makes a criterion whose points are given by the appraisal council.
     *
     * @param code the code
     * @param title what it is called
     * @param maximum the most points, more than 0
     * @return the criterion, an assumption
     */
    public static Criterion given(String code, LocalizedText title, long maximum) {
        return new Criterion(code, title, Fraction.of(maximum, 1), ScoringRule.appraised(), Provenance.assumption());
    }

    /**
     * Returns the sub-criteria.
     *
     * @return the sub-criteria in order, empty for a criterion that is scored itself
     */
    public List<Criterion> parts() {
        return rule instanceof ScoringRule.SumOfParts sum ? sum.parts() : List.of();
    }

    /**
     * Returns the least points the rule can give: 0, or the negative floor of its deductions.
     *
     * @return the least points
     */
    public Fraction least() {
        if (rule instanceof ScoringRule.SumOfParts sum) {
            return Fraction.sum(sum.parts().stream().map(Criterion::least).toList());
        }
        return least(rule);
    }

    private static Fraction least(ScoringRule rule) {
        if (rule instanceof ScoringRule.WithDeductions deductions) {
            return deductions.floor();
        }
        return rule instanceof ScoringRule.FullWhenNone none ? least(none.otherwise()) : Fraction.ZERO;
    }

    private static void checkBands(ScoringRule rule, Fraction maximum) {
        if (rule instanceof ScoringRule.FullWhenNone none) {
            checkBands(none.otherwise(), maximum);
        } else if (rule instanceof ScoringRule.WithDeductions deductions) {
            checkBands(deductions.base(), maximum);
        } else if (rule instanceof ScoringRule.MeasuredPoints measured) {
            checkBands(measured.mapping(), maximum);
        } else if (rule instanceof ScoringRule.SatisfactionPoints satisfaction) {
            checkBands(satisfaction.mapping(), maximum);
        }
    }

    private static void checkBands(PointsMapping mapping, Fraction maximum) {
        if (mapping instanceof PointsMapping.Bands table) {
            for (ValueBand band : table.bands()) {
                Require.that(
                        band.points().compareTo(maximum) <= 0,
                        "points",
                        "at most the maximum " + Decimals.exact(maximum) + " of the criterion",
                        band.points());
            }
        }
    }
}
