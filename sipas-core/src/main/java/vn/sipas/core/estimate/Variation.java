package vn.sipas.core.estimate;

import java.util.EnumSet;

/** The covariance matrix of linearised statistics, and the degrees of freedom behind it. */
final class Variation {

    private final double[][] covariance;
    private final long df;
    private final EnumSet<EstimateFlag> flags;

    Variation(double[][] covariance, long df, EnumSet<EstimateFlag> flags) {
        this.covariance = covariance;
        this.df = df;
        this.flags = flags;
    }

    double covariance(int first, int second) {
        return covariance[first][second];
    }

    long df() {
        return df;
    }

    EnumSet<EstimateFlag> flags() {
        return flags;
    }
}
