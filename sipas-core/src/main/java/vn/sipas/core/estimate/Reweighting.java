package vn.sipas.core.estimate;

import java.util.Arrays;
import java.util.Optional;

/**
 * Factors on the weights of a sample that has been counted: per group from a calibration, per primary sampling unit from a
 * replicate.
 */
final class Reweighting {

    private static final Reweighting NONE = new Reweighting(new double[0], new double[0], Optional.empty());

    /** Empty for no factor. */
    private final double[] groupFactors;
    /** Empty for no factor. */
    private final double[] positionFactors;

    private final Optional<ResidualProjection> projection;

    private Reweighting(double[] groupFactors, double[] positionFactors, Optional<ResidualProjection> projection) {
        this.groupFactors = groupFactors;
        this.positionFactors = positionFactors;
        this.projection = projection;
    }

    static Reweighting none() {
        return NONE;
    }

    Reweighting withGroupFactors(double[] factors, ResidualProjection newProjection) {
        return new Reweighting(factors.clone(), positionFactors, Optional.of(newProjection));
    }

    Reweighting withPositionFactors(double[] factors) {
        return new Reweighting(groupFactors, factors.clone(), projection);
    }

    double factor(int group, int position) {
        double factor = groupFactors.length == 0 ? 1.0 : groupFactors[group];
        return positionFactors.length == 0 ? factor : factor * positionFactors[position];
    }

    boolean isPresent() {
        return groupFactors.length > 0 || positionFactors.length > 0;
    }

    Optional<ResidualProjection> projection() {
        return projection;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reweighting that
                && Arrays.equals(groupFactors, that.groupFactors)
                && Arrays.equals(positionFactors, that.positionFactors);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(groupFactors);
    }
}
