package vn.sipas.core.design;

import java.util.Objects;

/**
 * A part of the population that is sampled on its own (tầng).
 *
 * @param label its label as the rows carry it; the empty label is the single stratum of an unstratified design
 * @param population the number of primary sampling units it was drawn from, or of respondents where respondents are
 *     drawn directly
 */
public record Stratum(String label, FinitePopulation population) {

    /** The label of the single stratum of a design without strata. */
    public static final String UNSTRATIFIED = "";

    public Stratum {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(population, "population");
    }
}
