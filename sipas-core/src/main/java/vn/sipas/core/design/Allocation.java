package vn.sipas.core.design;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How a sample is divided over strata.
 *
 * <p>Sizes are whole numbers that add up to the total. Shares are rounded by largest remainders, ties going to the
 * stratum that comes first; no stratum is given more than its population, and what it cannot take goes to the others in
 * proportion.
 *
 * @param method the method
 * @param parts one part per stratum, in the order given
 */
public record Allocation(Method method, List<Part> parts) {

    /** The method of division. */
    public enum Method {
        /** In proportion to the population: {@code n_h = n·N_h/N}. */
        PROPORTIONAL,
        /** In proportion to population times standard deviation: {@code n_h = n·N_h·S_h / Σ N_k·S_k} (Neyman 1934). */
        NEYMAN
    }

    /**
     * A stratum to be sampled.
     *
     * @param label its label
     * @param population the number of respondents in it N_h, at least 1
     * @param standardDeviation the expected standard deviation of an answer S_h, at least 0 and finite; for a share p it
     *     is √(p(1−p))
     */
    public record Planned(String label, long population, double standardDeviation) {

        public Planned {
            Objects.requireNonNull(label, "label");
            if (population < 1) {
                throw new IllegalArgumentException("population must be at least 1, was " + population);
            }
            if (!(standardDeviation >= 0.0) || Double.isInfinite(standardDeviation)) {
                throw new IllegalArgumentException(
                        "standardDeviation must be at least 0 and finite, was " + standardDeviation);
            }
        }

        /**
         * Makes a stratum of which only the population is known.
         *
         * @param label its label
         * @param population the number of respondents in it, at least 1
         * @return the stratum, with the deviation 0.5 of an evenly split question
         */
        public static Planned of(String label, long population) {
            return new Planned(label, population, 0.5);
        }
    }

    /**
     * What a stratum is given.
     *
     * @param stratum the stratum
     * @param size the number of respondents to draw, in the closed interval [0, population]
     */
    public record Part(Planned stratum, long size) {}

    public Allocation {
        Objects.requireNonNull(method, "method");
        parts = List.copyOf(parts);
    }

    /**
     * Divides in proportion to the population.
     *
     * @param total the size of the sample, in the closed interval [0, sum of the populations]
     * @param strata the strata, at least one
     * @return the allocation
     */
    public static Allocation proportional(long total, List<Planned> strata) {
        return divide(Method.PROPORTIONAL, total, strata, stratum -> (double) stratum.population());
    }

    /**
     * Divides so that the variance of the overall mean is least.
     *
     * @param total the size of the sample, in the closed interval [0, sum of the populations]
     * @param strata the strata, at least one
     * @return the allocation; if no stratum varies it is the proportional one
     */
    public static Allocation neyman(long total, List<Planned> strata) {
        boolean varies = strata.stream().anyMatch(stratum -> stratum.standardDeviation() > 0.0);
        return divide(
                Method.NEYMAN,
                total,
                strata,
                stratum -> varies ? stratum.population() * stratum.standardDeviation() : (double) stratum.population());
    }

    /**
     * Returns the size of the whole sample.
     *
     * @return the sum of the parts
     */
    public long total() {
        return parts.stream().mapToLong(Part::size).sum();
    }

    private static Allocation divide(
            Method method, long total, List<Planned> strata, ToDoubleFunction<Planned> measure) {
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("strata must not be empty");
        }
        long available = strata.stream().mapToLong(Planned::population).sum();
        if (total < 0 || total > available) {
            throw new IllegalArgumentException("total must be in [0, " + available + "], was " + total);
        }
        int count = strata.size();
        double[] weights = strata.stream().mapToDouble(measure).toArray();
        double[] exact = new double[count];
        boolean[] full = new boolean[count];
        double left = total;
        boolean settled = false;
        while (!settled) {
            settled = true;
            double open = 0.0;
            for (int i = 0; i < count; i++) {
                open += full[i] ? 0.0 : weights[i];
            }
            if (!(open > 0.0)) {
                // only strata without variation are left: they share by population
                for (int i = 0; i < count; i++) {
                    weights[i] = full[i] ? 0.0 : strata.get(i).population();
                    open += weights[i];
                }
            }
            for (int i = 0; i < count; i++) {
                exact[i] = full[i] || !(open > 0.0) ? exact[i] : left * weights[i] / open;
            }
            for (int i = 0; i < count; i++) {
                long population = strata.get(i).population();
                if (!full[i] && exact[i] > population) {
                    exact[i] = population;
                    full[i] = true;
                    left -= population;
                    settled = false;
                }
            }
        }
        return new Allocation(method, rounded(total, strata, exact));
    }

    private static List<Part> rounded(long total, List<Planned> strata, double[] exact) {
        long[] sizes =
                Arrays.stream(exact).mapToLong(size -> (long) Math.floor(size)).toArray();
        long given = Arrays.stream(sizes).sum();
        int[] order = IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> sizes[i] - exact[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int next = 0;
        while (given < total) {
            int stratum = order[next % order.length];
            if (sizes[stratum] < strata.get(stratum).population()) {
                sizes[stratum]++;
                given++;
            }
            next++;
        }
        return IntStream.range(0, exact.length)
                .mapToObj(i -> new Part(strata.get(i), sizes[i]))
                .toList();
    }
}
