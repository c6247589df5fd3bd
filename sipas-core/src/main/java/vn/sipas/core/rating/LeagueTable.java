package vn.sipas.core.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.distribution.NormalDistribution;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.unit.UnitCode;

/**
 * Units ordered by total, honest about what the order means: equal totals share a rank (competition ranking 1, 2, 2, 4),
 * and groups of units that sampling error does not separate are named.
 *
 * <p>Two totals are separated if the two-sided normal test of their difference, with the standard errors that their
 * surveys give them, is significant after the step-down adjustment over all pairs (Holm 1979). Totals without sampling
 * error are separated by any difference. The work grows with the square of the number of units.
 *
 * @param entries the units with a total from the highest; units without a total are left out
 * @param groups maximal runs of at least two neighbouring units of which no two are separated
 * @param errorRate the family-wise error rate
 */
public record LeagueTable(List<Entry> entries, List<List<UnitCode>> groups, double errorRate) {

    /** The family-wise error rate unless the caller says otherwise. */
    public static final double ERROR_RATE = 0.05;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * A line of the table.
     *
     * @param rank the rank, shared by equal totals
     * @param rating the rating
     * @param total the total
     * @param standardError the standard error of the total, at least 0
     */
    public record Entry(int rank, StarRating rating, Fraction total, double standardError) {

        public Entry {
            Objects.requireNonNull(rating, "rating");
            Objects.requireNonNull(total, "total");
        }
    }

    public LeagueTable {
        entries = List.copyOf(entries);
        groups = groups.stream().map(List::copyOf).toList();
    }

    /**
     * Orders units.
     *
     * @param ratings the ratings
     * @param errorRate the family-wise error rate, in the open interval (0, 1)
     * @return the table
     */
    public static LeagueTable of(Collection<StarRating> ratings, double errorRate) {
        if (!(errorRate > 0 && errorRate < 1)) {
            throw new IllegalArgumentException("errorRate must be in (0, 1), was " + errorRate);
        }
        List<StarRating> ordered = ratings.stream()
                .filter(rating -> rating.total().isPresent())
                .sorted(Comparator.comparing(
                                (StarRating rating) -> rating.total().orElseThrow())
                        .reversed()
                        .thenComparing(StarRating::unit))
                .toList();
        List<Entry> entries = new ArrayList<>();
        for (StarRating rating : ordered) {
            Fraction total = rating.total().orElseThrow();
            boolean tied = !entries.isEmpty()
                    && entries.get(entries.size() - 1).total().equals(total);
            int rank = tied ? entries.get(entries.size() - 1).rank() : entries.size() + 1;
            entries.add(new Entry(rank, rating, total, StarUncertainty.standardErrorOfTotal(rating)));
        }
        return new LeagueTable(entries, groups(entries, errorRate), errorRate);
    }

    /**
     * Returns the table with aligned columns.
     *
     * @param language the language
     * @return the lines
     */
    public String table(Language language) {
        return rows(language).toString();
    }

    /**
     * Returns the table as an HTML fragment.
     *
     * @param language the language
     * @return a table, escaped
     */
    public String toHtml(Language language) {
        return rows(language).toHtml("sipas-league", language);
    }

    /**
     * Returns the table in English.
     *
     * @return the lines
     */
    @Override
    public String toString() {
        return table(Language.EN);
    }

    private TextTable rows(Language language) {
        boolean vi = language == Language.VI;
        TextTable table = new TextTable(
                vi
                        ? List.of("Hạng", "Đơn vị", "Tổng điểm", "Mức", "Nhóm không phân biệt được")
                        : List.of("Rank", "Unit", "Total", "Level", "Inseparable groups"));
        for (Entry entry : entries) {
            List<String> names = new ArrayList<>();
            for (int group = 0; group < groups.size(); group++) {
                if (groups.get(group).contains(entry.rating().unit())) {
                    names.add("" + (group + 1));
                }
            }
            table.row(List.of(
                    "" + entry.rank(),
                    entry.rating().unit().value(),
                    Decimals.shown(entry.total(), language),
                    entry.rating().outcome() instanceof RatingOutcome.Awarded awarded
                            ? awarded.label().in(language)
                            : "–",
                    String.join(" ", names)));
        }
        return table;
    }

    private static List<List<UnitCode>> groups(List<Entry> entries, double errorRate) {
        int n = entries.size();
        if (n < 2) {
            return List.of();
        }
        double[] totals = entries.stream()
                .mapToDouble(entry -> entry.total().doubleValue())
                .toArray();
        double[] variances = entries.stream()
                .mapToDouble(entry -> entry.standardError() * entry.standardError())
                .toArray();
        double limit = holmLimit(totals, variances, errorRate);
        List<List<UnitCode>> groups = new ArrayList<>();
        int reached = 0;
        int last = 0;
        for (int first = 0; first < n; first++) {
            last = Math.max(first, last); // what did not separate for an earlier start does not separate now
            while (last + 1 < n && joins(first, last, last + 1, totals, variances, limit)) {
                last++;
            }
            if (last > first && last > reached) {
                groups.add(entries.subList(first, last + 1).stream()
                        .map(entry -> entry.rating().unit())
                        .toList());
                reached = last;
            }
        }
        return groups;
    }

    private static boolean joins(int first, int last, int next, double[] totals, double[] variances, double limit) {
        for (int i = first; i <= last; i++) {
            if (probability(i, next, totals, variances) <= limit) {
                return false;
            }
        }
        return true;
    }

    /** Returns the largest p-value that Holm's procedure rejects; below 0 if it rejects none. */
    private static double holmLimit(double[] totals, double[] variances, double errorRate) {
        int n = totals.length;
        double[] sorted = new double[n * (n - 1) / 2];
        int position = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                sorted[position++] = probability(i, j, totals, variances);
            }
        }
        Arrays.sort(sorted);
        double limit = -1;
        for (int k = 0; k < sorted.length; k++) {
            if (sorted[k] > errorRate / (sorted.length - k)) {
                break;
            }
            limit = sorted[k];
        }
        return limit;
    }

    private static double probability(int i, int j, double[] totals, double[] variances) {
        double difference = Math.abs(totals[i] - totals[j]);
        double variance = variances[i] + variances[j];
        if (variance == 0) {
            return difference > 0 ? 0 : 1;
        }
        return 2 * NORMAL.survivalProbability(difference / Math.sqrt(variance));
    }
}
