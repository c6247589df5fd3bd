package vn.sipas.io.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import vn.sipas.core.unit.UnitCode;

/**
 * A unit for which answers are made up.
 *
 * @param code the code of the unit
 * @param stratum the stratum its respondents are in, such as the code of its district or province; not blank
 * @param responses how many responses, at least 0
 * @param weight the design weight of each of them, positive and finite
 */
public record SimulatedUnit(UnitCode code, String stratum, int responses, double weight) {

    public SimulatedUnit {
        Objects.requireNonNull(code, "code");
        if (stratum.isBlank()) {
            throw new IllegalArgumentException("stratum must not be blank");
        }
        if (responses < 0) {
            throw new IllegalArgumentException("responses must be at least 0, was " + responses);
        }
        if (!(weight > 0.0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight must be positive and finite, was " + weight);
        }
    }

    /**
     * Makes up units {@code 00001}, {@code 00002} … in 34 strata, of different sizes and weights, with a given total of
     * responses.
     *
     * @param units how many units, in the closed interval [1, 99999]
     * @param responses how many responses all together, in the closed interval [0, 2,000,000,000]
     * @param seed the seed
     * @return the units; every unit has a response if there are at least as many responses as units
     */
    public static List<SimulatedUnit> madeUp(int units, long responses, long seed) {
        if (units < 1 || units > 99_999) {
            throw new IllegalArgumentException("units must be in [1, 99999], was " + units);
        }
        if (responses < 0 || responses > 2_000_000_000L) {
            throw new IllegalArgumentException("responses must be in [0, 2000000000], was " + responses);
        }
        SplitMix64 random = SplitMix64.stream(seed, -1);
        long[] shares = new long[units];
        long total = 0;
        for (int i = 0; i < units; i++) {
            shares[i] = 500L + random.nextInt(1001);
            total += shares[i];
        }
        long guaranteed = responses >= units ? 1 : 0;
        long divided = responses - guaranteed * units;
        List<SimulatedUnit> made = new ArrayList<>(units);
        long sharesBefore = 0;
        for (int i = 0; i < units; i++) {
            // Differences of rounded-down running totals add up exactly.
            long before = divided * sharesBefore / total;
            sharesBefore += shares[i];
            long own = divided * sharesBefore / total - before + guaranteed;
            made.add(new SimulatedUnit(
                    UnitCode.of(String.format(Locale.ROOT, "%05d", i + 1)),
                    String.format(Locale.ROOT, "T%02d", 1 + (int) (34L * i / units)),
                    (int) own,
                    (100 + random.nextInt(400)) / 100.0));
        }
        return List.copyOf(made);
    }
}
