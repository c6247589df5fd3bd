package vn.sipas.core.estimate;

import java.util.Objects;
import vn.sipas.core.design.LonelyPsuPolicy;

/**
 * How estimates are made.
 *
 * @param level the level of confidence, in the open interval (0, 1)
 * @param interval the method for shares; means, totals, ratios and differences have the t interval
 * @param lonelyPsu what to do about a stratum with a single primary sampling unit
 * @param degreesOfFreedom which units and strata are counted
 */
public record EstimationOptions(
        double level, ProportionInterval interval, LonelyPsuPolicy lonelyPsu, DegreesOfFreedom degreesOfFreedom) {

    public EstimationOptions {
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(lonelyPsu, "lonelyPsu");
        Objects.requireNonNull(degreesOfFreedom, "degreesOfFreedom");
        if (!(level > 0.0 && level < 1.0)) {
            throw new IllegalArgumentException("level must be in (0, 1), was " + level);
        }
    }

    /**
     * Returns the defaults: 95 %, {@link ProportionInterval#WILSON}, {@link LonelyPsuPolicy#FAIL},
     * {@link DegreesOfFreedom#DOMAIN}.
     *
     * @return the options
     */
    public static EstimationOptions defaults() {
        return new EstimationOptions(0.95, ProportionInterval.WILSON, LonelyPsuPolicy.FAIL, DegreesOfFreedom.DOMAIN);
    }

    /**
     * Returns these options with another level.
     *
     * @param newLevel the level of confidence, in the open interval (0, 1)
     * @return the options
     */
    public EstimationOptions withLevel(double newLevel) {
        return new EstimationOptions(newLevel, interval, lonelyPsu, degreesOfFreedom);
    }

    /**
     * Returns these options with another interval for shares.
     *
     * @param newInterval the method
     * @return the options
     */
    public EstimationOptions withInterval(ProportionInterval newInterval) {
        return new EstimationOptions(level, newInterval, lonelyPsu, degreesOfFreedom);
    }

    /**
     * Returns these options with another policy for lonely units.
     *
     * @param newPolicy the policy
     * @return the options
     */
    public EstimationOptions withLonelyPsu(LonelyPsuPolicy newPolicy) {
        return new EstimationOptions(level, interval, newPolicy, degreesOfFreedom);
    }

    /**
     * Returns these options with other degrees of freedom.
     *
     * @param newDegreesOfFreedom which units and strata are counted
     * @return the options
     */
    public EstimationOptions withDegreesOfFreedom(DegreesOfFreedom newDegreesOfFreedom) {
        return new EstimationOptions(level, interval, lonelyPsu, newDegreesOfFreedom);
    }
}
