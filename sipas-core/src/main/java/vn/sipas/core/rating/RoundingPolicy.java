package vn.sipas.core.rating;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.RoundingRule;

/**
 * Where a scheme rounds. Without a rule the exact value goes on, so that 89.995 is below 90.
 *
 * @param criterion how the points of each scored criterion are rounded, if they are
 * @param total how the total is rounded before the bands look at it, if it is
 * @param display how the total is printed; never looked at by a band
 */
public record RoundingPolicy(Optional<RoundingRule> criterion, Optional<RoundingRule> total, RoundingRule display) {

    private static final RoundingPolicy EXACT =
            new RoundingPolicy(Optional.empty(), Optional.empty(), RoundingRule.TWO_DECIMALS_HALF_UP);

    public RoundingPolicy {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(display, "display");
    }

    /**
     * Returns the policy that rounds nothing but the printed total, to two decimals.
     *
     * @return the policy
     */
    public static RoundingPolicy exact() {
        return EXACT;
    }

    /**
     * Returns the policy that rounds the total before the bands look at it.
     *
     * @param rule the rule
     * @return the policy
     */
    public static RoundingPolicy total(RoundingRule rule) {
        return new RoundingPolicy(Optional.empty(), Optional.of(rule), rule);
    }
}
