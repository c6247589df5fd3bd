package vn.sipas.core.rating;

import java.util.List;

/**
 * Tells whether the stars of any unit can only rise while one fact rises and everything else stays. Where that is so, the draws
 * of a surveyed fact need not be rated one by one: between two equal outcomes all are equal. Where the form of a scheme does
 * not show it, the answer is no, though it may be so.
 */
final class RisingStars {

    private final RatingScheme scheme;
    private final String fact;

    private RisingStars(RatingScheme scheme, String fact) {
        this.scheme = scheme;
        this.fact = fact;
    }

    static boolean with(RatingScheme scheme, String fact) {
        return new RisingStars(scheme, fact).holds();
    }

    private boolean holds() {
        return scheme.registration().filter(fact::equals).isEmpty()
                && rise(scheme.criteria())
                && scheme.bonus().map(bonus -> rise(bonus.criteria())).orElse(true)
                && scheme.gates().stream().allMatch(gate -> rises(gate.test()))
                && scheme.adjustments().stream().allMatch(this::rises);
    }

    private boolean rise(List<Criterion> criteria) {
        return criteria.stream().allMatch(criterion -> rises(criterion.rule()) && rise(criterion.parts()));
    }

    private boolean rises(ScoringRule rule) {
        if (rule instanceof ScoringRule.SatisfactionPoints satisfaction) {
            return !satisfaction.fact().equals(fact) || rises(satisfaction.mapping());
        } else if (rule instanceof ScoringRule.MeasuredPoints measured) {
            return isWithout(measured.measure());
        } else if (rule instanceof ScoringRule.FullWhenNone none) {
            return isWithout(none.cases()) && rises(none.otherwise());
        } else if (rule instanceof ScoringRule.DossierAverage average) {
            return isWithout(average.points()) && isWithout(average.dossiers());
        } else if (rule instanceof ScoringRule.WithDeductions deductions) {
            return rises(deductions.base())
                    && deductions.deductions().stream().allMatch(deduction -> isWithout(deduction.cases()));
        }
        return true; // given or full points, and sums of parts
    }

    private static boolean rises(PointsMapping mapping) {
        if (mapping instanceof PointsMapping.Linear linear) {
            return linear.fullAt().compareTo(linear.zeroAt()) > 0;
        }
        List<ValueBand> bands = ((PointsMapping.Bands) mapping).bands();
        for (int i = 0; i < bands.size(); i++) {
            boolean falls = i == 0
                    ? bands.get(0).points().signum() < 0
                    : bands.get(i).points().compareTo(bands.get(i - 1).points()) < 0;
            if (falls) {
                return false;
            }
        }
        return true;
    }

    /** A gate that is met stays met; criteria rise where this is asked, and other gates are asked themselves. */
    private boolean rises(GateTest test) {
        if (test instanceof GateTest.FactIs is) {
            return !is.fact().equals(fact);
        } else if (test instanceof GateTest.MeasureWithin within) {
            return isWithout(within.measure());
        } else if (test instanceof GateTest.DocumentsComplete complete) {
            return !complete.documents().contains(fact);
        } else if (test instanceof GateTest.AllOf all) {
            return all.tests().stream().allMatch(this::rises);
        } else if (test instanceof GateTest.AnyOf any) {
            return any.tests().stream().allMatch(this::rises);
        }
        return true; // floors, minima of criteria and bases, and other gates
    }

    private boolean rises(StarAdjustment adjustment) {
        return adjustment.change() > 0 ? rises(adjustment.test()) : isSettled(adjustment.test());
    }

    /** Whether a test does not look at the fact at all, through criteria neither. */
    private boolean isSettled(GateTest test) {
        if (test instanceof GateTest.SatisfactionFloor floor) {
            return !floor.fact().equals(fact);
        } else if (test instanceof GateTest.CriterionMinimum || test instanceof GateTest.GateMet) {
            return false;
        } else if (test instanceof GateTest.AllOf all) {
            return all.tests().stream().allMatch(this::isSettled);
        } else if (test instanceof GateTest.AnyOf any) {
            return any.tests().stream().allMatch(this::isSettled);
        }
        return rises(test);
    }

    private boolean isWithout(Measure measure) {
        if (measure instanceof Measure.Amount amount) {
            return isWithout(amount.quantity());
        } else if (measure instanceof Measure.Ratio ratio) {
            return isWithout(ratio.part()) && isWithout(ratio.whole());
        }
        Measure.Complement complement = (Measure.Complement) measure;
        return isWithout(complement.all()) && isWithout(complement.negative());
    }

    private boolean isWithout(Quantity quantity) {
        return quantity.terms().stream().noneMatch(term -> term.fact().equals(fact));
    }
}
