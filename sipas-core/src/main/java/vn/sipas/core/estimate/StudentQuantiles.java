package vn.sipas.core.estimate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Two-sided quantiles of Student's t at one level. Finding one takes longer than an estimate with its standard error, and
 * many domains share few degrees of freedom, so each is found once and kept, up to a limit. Safe for use by any number of
 * threads: what is kept depends on the degrees of freedom alone.
 */
final class StudentQuantiles {

    private static final int KEPT = 4096;

    private final double level;
    private final Map<Double, Double> known = new ConcurrentHashMap<>();

    StudentQuantiles(double level) {
        this.level = level;
    }

    /** Returns the quantile for degrees of freedom in the half-open interval (0, ∞]. */
    double of(double df) {
        @Nullable Double kept = known.get(df);
        if (kept != null) {
            return kept;
        }
        double found = Quantiles.student(df, level);
        if (known.size() < KEPT) {
            known.put(df, found);
        }
        return found;
    }
}
