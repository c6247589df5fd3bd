package vn.sipas.core.index;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.sipas.core.Fraction;
import vn.sipas.core.RoundingRule;

/**
 * What a child adds to the node above it.
 *
 * <p>The exact contributions of the children that have a value sum to the exact score of the node, and the rounded ones
 * to its rounded score: rounding gives the units that plain rounding would lose or invent to the contributions with the
 * largest remainders (Hamilton's method), the earlier child first among equals.
 *
 * @param child the id of the child
 * @param weight the weight it counted with, after weights of missing children went to the others; for pooled items its
 *     share of all answers
 * @param exact {@code x·∂f/∂x}: {@code w·x} for an arithmetic mean and pooled items
 * @param rounded the contribution as printed
 */
public record Contribution(String child, Fraction weight, Fraction exact, BigDecimal rounded) {

    public Contribution {
        Objects.requireNonNull(child, "child");
        Objects.requireNonNull(weight, "weight");
        Objects.requireNonNull(exact, "exact");
        Objects.requireNonNull(rounded, "rounded");
    }

    /** Rounds parts so that they sum to the rounded whole. */
    static List<BigDecimal> roundedParts(List<Fraction> parts, BigDecimal whole, RoundingRule rule) {
        RoundingRule down = new RoundingRule(rule.decimals(), RoundingMode.FLOOR);
        List<BigDecimal> rounded = new ArrayList<>(parts.size());
        BigDecimal sum = BigDecimal.ZERO;
        for (Fraction part : parts) {
            BigDecimal floor = part.round(down);
            rounded.add(floor);
            sum = sum.add(floor);
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(rule.decimals());
        BigInteger missing = whole.subtract(sum).divide(unit).toBigIntegerExact();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> parts.get(i).minus(Fraction.of(rounded.get(i))))
                .reversed());
        for (int i = 0; i < missing.intValueExact(); i++) {
            int at = order.get(i % order.size());
            rounded.set(at, rounded.get(at).add(unit));
        }
        return Collections.unmodifiableList(rounded);
    }
}
