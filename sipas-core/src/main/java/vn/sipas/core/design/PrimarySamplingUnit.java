package vn.sipas.core.design;

import java.util.Comparator;
import java.util.Objects;

/**
 * What is drawn first (đơn vị mẫu cấp một): a commune office, a village, a day. Labels are nested in strata: unit 1 of
 * stratum A and unit 1 of stratum B are two units.
 *
 * @param stratum the label of its stratum
 * @param label its label within the stratum
 * @param respondents how many respondents it had to draw from, for designs with a second stage
 */
public record PrimarySamplingUnit(String stratum, String label, FinitePopulation respondents)
        implements Comparable<PrimarySamplingUnit> {

    private static final Comparator<PrimarySamplingUnit> ORDER =
            Comparator.comparing(PrimarySamplingUnit::stratum).thenComparing(PrimarySamplingUnit::label);

    public PrimarySamplingUnit {
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(respondents, "respondents");
    }

    /**
     * Makes a unit whose respondents are not counted.
     *
     * @param stratum the label of its stratum
     * @param label its label within the stratum
     * @return the unit
     */
    public static PrimarySamplingUnit of(String stratum, String label) {
        return new PrimarySamplingUnit(stratum, label, FinitePopulation.unlimited());
    }

    /**
     * Tells whether another unit has the same stratum and label.
     *
     * @param other the other unit
     * @return whether it is the same unit
     */
    public boolean isSameUnitAs(PrimarySamplingUnit other) {
        return stratum.equals(other.stratum) && label.equals(other.label);
    }

    /** Orders by stratum, then by label. Units that differ only in their respondents compare as equal. */
    @Override
    public int compareTo(PrimarySamplingUnit other) {
        return ORDER.compare(this, other);
    }
}
