package vn.sipas.core.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * How a sample was drawn: what was drawn first, how rows are weighted, and from how large a population.
 *
 * <p>Strata and units need not be listed: their labels come with the rows. They are listed to state their populations.
 *
 * @param selection what was drawn
 * @param weighting where the weights of the rows come from
 * @param strata strata with a known population, labels unique
 * @param units primary sampling units with a known number of respondents, unique within their stratum; only for
 *     {@link Selection#TWO_STAGE}
 */
public record SampleDesign(
        Selection selection, Weighting weighting, List<Stratum> strata, List<PrimarySamplingUnit> units) {

    /** What was drawn. */
    public enum Selection {
        /** Respondents were drawn directly; each row is its own primary sampling unit. */
        RESPONDENTS,
        /**
         * Primary sampling units were drawn. The variance is that between the units (ultimate clusters), whatever was
         * done within them.
         */
        CLUSTERS,
        /**
         * Primary sampling units were drawn and respondents within them, and both stages have a finite population: the
         * variance within units is added as {@code n/N · Σ_i (1 − m_i/M_i) · s_i²}, as R {@code survey} does with
         * {@code fpc = ~fpc1 + fpc2}.
         */
        TWO_STAGE
    }

    /** Where the weights of the rows come from. */
    public enum Weighting {
        /** Every row counts once. */
        EQUAL,
        /** Every row brings its weight. */
        GIVEN,
        /**
         * Every row of a stratum stands for N/n members of its population, and with two stages for N/n · M/m. Known
         * only after the last row, and applied then.
         */
        FROM_POPULATION
    }

    public SampleDesign {
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(weighting, "weighting");
        strata = List.copyOf(strata);
        units = List.copyOf(units);
        TreeSet<String> labels = new TreeSet<>();
        for (Stratum stratum : strata) {
            if (!labels.add(stratum.label())) {
                throw new IllegalArgumentException(
                        "strata must have unique labels, \"" + stratum.label() + "\" repeats");
            }
        }
        if (!units.isEmpty() && selection != Selection.TWO_STAGE) {
            throw new IllegalArgumentException("units must be empty unless the selection is TWO_STAGE");
        }
        TreeSet<PrimarySamplingUnit> seen = new TreeSet<>();
        for (PrimarySamplingUnit unit : units) {
            if (!seen.add(unit)) {
                throw new IllegalArgumentException("units must be unique within their stratum, \"" + unit.label()
                        + "\" of stratum \"" + unit.stratum() + "\" repeats");
            }
        }
    }

    /**
     * Returns the design in which respondents are drawn at random, with or without strata, and each counts once.
     *
     * @return the design
     */
    public static SampleDesign simpleRandom() {
        return new SampleDesign(Selection.RESPONDENTS, Weighting.EQUAL, List.of(), List.of());
    }

    /**
     * Returns the design in which primary sampling units are drawn and each row counts once.
     *
     * @return the design
     */
    public static SampleDesign clustered() {
        return new SampleDesign(Selection.CLUSTERS, Weighting.EQUAL, List.of(), List.of());
    }

    /**
     * Returns the design in which primary sampling units and then respondents are drawn, and each row counts once.
     *
     * @return the design
     */
    public static SampleDesign twoStage() {
        return new SampleDesign(Selection.TWO_STAGE, Weighting.EQUAL, List.of(), List.of());
    }

    /**
     * Returns this design with rows that bring their weights.
     *
     * @return the design with {@link Weighting#GIVEN}
     */
    public SampleDesign weighted() {
        return withWeighting(Weighting.GIVEN);
    }

    /**
     * Returns this design with weights that follow from the stated populations.
     *
     * @return the design with {@link Weighting#FROM_POPULATION}
     */
    public SampleDesign weightedByPopulation() {
        return withWeighting(Weighting.FROM_POPULATION);
    }

    /**
     * Returns this design with another origin of the weights.
     *
     * @param newWeighting the origin
     * @return the design
     */
    public SampleDesign withWeighting(Weighting newWeighting) {
        return new SampleDesign(selection, newWeighting, strata, units);
    }

    /**
     * Returns this unstratified design with a population.
     *
     * @param population the population that the sample was drawn from
     * @return the design
     */
    public SampleDesign withPopulation(FinitePopulation population) {
        return withStratum(Stratum.UNSTRATIFIED, population);
    }

    /**
     * Returns this design with one more stratum of known population.
     *
     * @param label the label of the stratum
     * @param population its population
     * @return the design
     */
    public SampleDesign withStratum(String label, FinitePopulation population) {
        List<Stratum> more = new ArrayList<>(strata);
        more.add(new Stratum(label, population));
        return new SampleDesign(selection, weighting, more, units);
    }

    /**
     * Returns this design with one more primary sampling unit of known size.
     *
     * @param unit the unit
     * @return the design
     */
    public SampleDesign withUnit(PrimarySamplingUnit unit) {
        List<PrimarySamplingUnit> more = new ArrayList<>(units);
        more.add(unit);
        return new SampleDesign(selection, weighting, strata, more);
    }

    /**
     * Tells whether rows carry the label of a primary sampling unit.
     *
     * @return whether units are drawn before respondents
     */
    public boolean isClustered() {
        return selection != Selection.RESPONDENTS;
    }
}
