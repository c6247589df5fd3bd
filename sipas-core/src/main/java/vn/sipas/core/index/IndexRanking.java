package vn.sipas.core.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.EstimateFlag;

/**
 * Groups in the order of one node, and how far the data bear that order out.
 *
 * <p>Ranks are competition ranks: 1, 2, 2, 4. All pairs of groups are compared by the t test of their difference, the degrees
 * of freedom of both added up, and corrected for their number by Holm's (1979) step-down procedure, so that the chance of any
 * false separation is at most 1 minus the level of confidence. From the separated pairs follow, for each group, the best and
 * worst rank that the data do not rule out (simultaneously for all groups; compare Mogstad, Romano, Shaikh and Wilhelm 2024),
 * and clusters: the longest runs of neighbours without a separated pair, each with a letter.
 *
 * <p>Where an estimate is unanimous or partly so, its standard error understates; such pairs are compared by the distances
 * from score to interval bound instead ({@code |d| ÷ √(l² + u²)} in units of the t quantile; Zou and Donner 2008).
 *
 * <p>Immutable, safe for use by several threads. Comparing m groups takes m²/2 tests and a double for each.
 */
public final class IndexRanking {

    /** Gives the covariance of two groups, in squared points. */
    @FunctionalInterface
    interface GroupCovariance {
        double between(String first, String second);
    }

    private static final LocalizedText RANK = LocalizedText.of("Hạng", "Rank");
    private static final LocalizedText GROUP = LocalizedText.of("Đơn vị", "Group");
    private static final LocalizedText SCORE = LocalizedText.of("Giá trị", "Score");
    private static final LocalizedText INTERVAL = LocalizedText.of("Khoảng tin cậy", "Interval");
    private static final LocalizedText POSSIBLE = LocalizedText.of("Hạng có thể", "Possible ranks");
    private static final LocalizedText CLUSTER = LocalizedText.of("Nhóm", "Cluster");

    private final String node;
    private final RankingOptions options;
    private final List<RankedGroup> ranked;
    private final List<UnrankedGroup> unranked;
    private final Map<String, Integer> positions = new HashMap<>();
    private final GroupCovariance covariance;
    private final double[] pairs;
    private final double[] sortedPairs;
    private final double threshold;
    private final double level;

    private IndexRanking(List<IndexResult> results, String node, RankingOptions options, GroupCovariance covariance) {
        this.node = node;
        this.options = options;
        this.covariance = covariance;
        List<RankedGroup> first = new ArrayList<>();
        List<UnrankedGroup> out = new ArrayList<>();
        for (IndexResult result : results) {
            NodeResult found = result.node(node)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "results must have node \"" + node + "\", that of " + result.group() + " has not"));
            Optional<LocalizedText> reason = exclusion(found, options.minimumBase());
            if (reason.isPresent()) {
                out.add(new UnrankedGroup(result.group(), reason.orElseThrow()));
            } else {
                first.add(new RankedGroup(
                        result.group(),
                        1,
                        false,
                        found.value().score().orElseThrow(),
                        found.estimate(),
                        1,
                        results.size(),
                        ""));
            }
        }
        first.sort(Comparator.comparing((RankedGroup group) -> group.score().exact())
                .reversed()
                .thenComparing(RankedGroup::group));
        this.level = commonLevel(first);
        this.unranked = List.copyOf(out);
        this.pairs = pValues(first);
        this.sortedPairs =
                Arrays.stream(pairs).filter(p -> !Double.isNaN(p)).sorted().toArray();
        this.threshold = holmThreshold();
        this.ranked = placed(first);
        for (int i = 0; i < ranked.size(); i++) {
            if (positions.put(ranked.get(i).group(), i) != null) {
                throw new IllegalArgumentException("results must be of different groups, \""
                        + ranked.get(i).group() + "\" repeats");
            }
        }
    }

    /**
     * Ranks groups that were sampled on their own.
     *
     * @param results one result for each group, with errors at one level of confidence
     * @param node the id of the node to rank by
     * @param options how groups are ranked; {@link RankingOptions.Covariance#FROM_DESIGN} needs
     *     {@link #of(IndexEstimator, String, List, RankingOptions)}
     * @return the ranking
     * @throws IllegalArgumentException if a result lacks the node, a group repeats, or levels of confidence differ
     */
    public static IndexRanking of(List<IndexResult> results, String node, RankingOptions options) {
        if (options.covariance() == RankingOptions.Covariance.FROM_DESIGN) {
            throw new IllegalArgumentException("options must not ask for covariances of results alone; rank with the"
                    + " IndexEstimator that made them");
        }
        return new IndexRanking(results, Objects.requireNonNull(node, "node"), options, (first, second) -> 0.0);
    }

    /**
     * Ranks domains of one sample.
     *
     * @param estimator the indices of the sample
     * @param node the id of the node to rank by
     * @param domains the domains, with different names
     * @param options how groups are ranked
     * @return the ranking
     */
    public static IndexRanking of(IndexEstimator estimator, String node, List<Domain> domains, RankingOptions options) {
        Map<String, Domain> byName = new HashMap<>();
        domains.forEach(domain -> byName.put(domain.name(), domain));
        GroupCovariance covariance = options.covariance() == RankingOptions.Covariance.INDEPENDENT
                ? (first, second) -> 0.0
                : (first, second) -> estimator
                        .covariance(
                                node,
                                Objects.requireNonNull(byName.get(first)),
                                Objects.requireNonNull(byName.get(second)))
                        .orThrow();
        return new IndexRanking(estimator.estimateAll(domains), node, options, covariance);
    }

    /**
     * Returns the id of the node that ranks.
     *
     * @return the id
     */
    public String node() {
        return node;
    }

    /**
     * Returns how groups were ranked.
     *
     * @return the options
     */
    public RankingOptions options() {
        return options;
    }

    /**
     * Returns the ranked groups, the best first.
     *
     * @return the groups; those of equal rank in the order of their exact scores, then of their names
     */
    public List<RankedGroup> ranked() {
        return ranked;
    }

    /**
     * Returns the groups that are not ranked.
     *
     * @return the groups with the reason, in the order given
     */
    public List<UnrankedGroup> unranked() {
        return unranked;
    }

    /**
     * Compares two ranked groups.
     *
     * @param first one group
     * @param second the other group
     * @return the comparison; absent if one of them has no error
     * @throws IllegalArgumentException if one of them is not ranked
     */
    public Optional<GroupComparison> comparison(String first, String second) {
        int one = position(first);
        int two = position(second);
        if (one == two) {
            throw new IllegalArgumentException("second must be another group than first, was \"" + second + "\"");
        }
        double p = pairs[pair(one, two, ranked.size())];
        if (Double.isNaN(p)) {
            return Optional.empty();
        }
        double adjusted = 0.0;
        for (int i = 0; i < sortedPairs.length && sortedPairs[i] <= p; i++) {
            adjusted = Math.max(adjusted, Math.min(1.0, (sortedPairs.length - i) * sortedPairs[i]));
        }
        double difference =
                ranked.get(one).score().value() - ranked.get(two).score().value();
        return Optional.of(new GroupComparison(
                first, second, difference, reach(ranked.get(one), ranked.get(two)), p, adjusted, p <= threshold));
    }

    /**
     * Tells whether the data separate two ranked groups.
     *
     * @param first one group
     * @param second the other group
     * @return whether their difference is significant after Holm's correction
     * @throws IllegalArgumentException if one of them is not ranked
     */
    public boolean separates(String first, String second) {
        return separated(position(first), position(second), ranked.size());
    }

    /**
     * Prints an aligned table.
     *
     * @param language the language
     * @return lines, each ending in a line feed
     */
    public String toText(Language language) {
        StringBuilder text = new StringBuilder(table(language).toText());
        unranked.forEach(group -> text.append("! ")
                .append(group.group())
                .append(": ")
                .append(group.reason().in(language))
                .append('\n'));
        return text.toString();
    }

    /**
     * Prints an HTML table.
     *
     * @param language the language
     * @return a {@code table} element; every text in it is escaped
     */
    public String toHtml(Language language) {
        return table(language).toHtml();
    }

    /**
     * Returns the English table.
     *
     * @return the table of {@link #toText}
     */
    @Override
    public String toString() {
        return toText(Language.EN);
    }

    private TextTable table(Language language) {
        TextTable table = new TextTable(
                List.of(
                        RANK.in(language),
                        GROUP.in(language),
                        SCORE.in(language),
                        INTERVAL.in(language),
                        POSSIBLE.in(language),
                        CLUSTER.in(language)),
                List.of(
                        TextTable.Align.RIGHT,
                        TextTable.Align.LEFT,
                        TextTable.Align.RIGHT,
                        TextTable.Align.RIGHT,
                        TextTable.Align.RIGHT,
                        TextTable.Align.LEFT));
        for (RankedGroup group : ranked) {
            table.row(
                    group.rank() + (group.tied() ? "=" : ""),
                    group.group(),
                    group.score().toString(),
                    group.estimate()
                            .map(estimate -> IndexResult.bound(
                                            estimate.interval().lower()) + "–"
                                    + IndexResult.bound(estimate.interval().upper()))
                            .orElse(""),
                    group.bestRank() + "–" + group.worstRank(),
                    group.letters());
        }
        return table;
    }

    private static Optional<LocalizedText> exclusion(NodeResult node, long minimumBase) {
        if (node.value() instanceof NoValue none) {
            return Optional.of(none.explanation());
        }
        long base = node.base().map(IndexBase::smallest).orElse(minimumBase);
        return base >= minimumBase
                ? Optional.empty()
                : Optional.of(LocalizedText.of(
                        "Chỉ có " + base + " câu trả lời, cần ít nhất " + minimumBase + " để xếp hạng",
                        "Only " + base + " answers, at least " + minimumBase + " are needed to be ranked"));
    }

    private static double commonLevel(List<RankedGroup> groups) {
        double[] levels = groups.stream()
                .flatMap(group -> group.estimate().stream())
                .mapToDouble(Estimate::level)
                .distinct()
                .toArray();
        if (levels.length > 1) {
            throw new IllegalArgumentException(
                    "results must have one level of confidence, had " + Arrays.toString(levels));
        }
        return levels.length == 0 ? 0.95 : levels[0];
    }

    /** Returns the largest p-value that Holm's procedure rejects, or a negative number. */
    private double holmThreshold() {
        double rejected = -1.0;
        for (int i = 0; i < sortedPairs.length; i++) {
            if ((sortedPairs.length - i) * sortedPairs[i] > 1.0 - level) {
                break;
            }
            rejected = sortedPairs[i];
        }
        return rejected;
    }

    /** Returns the p-value of each pair, row by row of the upper triangle; NaN where an error is missing. */
    private double[] pValues(List<RankedGroup> groups) {
        int size = groups.size();
        double[] all = new double[Math.multiplyExact(size, Math.max(0, size - 1)) / 2];
        int count = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                all[count++] = pValue(groups.get(i), groups.get(j)).orElse(Double.NaN);
            }
        }
        return all;
    }

    private static int pair(int first, int second, int size) {
        int low = Math.min(first, second);
        int high = Math.max(first, second);
        return low * (2 * size - low - 1) / 2 + high - low - 1;
    }

    private boolean separated(int first, int second, int size) {
        return first != second && pairs[pair(first, second, size)] <= threshold;
    }

    private OptionalDouble pValue(RankedGroup one, RankedGroup two) {
        if (one.estimate().isEmpty() || two.estimate().isEmpty()) {
            return OptionalDouble.empty();
        }
        double difference = Math.abs(one.score().value() - two.score().value());
        double df =
                one.estimate().orElseThrow().df() + two.estimate().orElseThrow().df();
        double reach = reach(one, two);
        if (difference == 0.0 || !(df > 0.0)) {
            return OptionalDouble.of(1.0);
        }
        if (reach == 0.0) {
            return OptionalDouble.of(0.0);
        }
        return OptionalDouble.of(IndexQuantiles.twoSided(df, difference / reach * IndexQuantiles.student(df, level)));
    }

    /** Returns the half width of the interval of the difference, on the side towards 0. */
    private double reach(RankedGroup one, RankedGroup two) {
        boolean oneIsHigher = one.score().exact().compareTo(two.score().exact()) >= 0;
        Estimate high = (oneIsHigher ? one : two).estimate().orElseThrow();
        Estimate low = (oneIsHigher ? two : one).estimate().orElseThrow();
        if (isVarying(high) && isVarying(low)) {
            double shared = covariance.between(one.group(), two.group());
            double variance = Math.max(0.0, high.variance() + low.variance() - 2.0 * shared);
            double df = high.df() + low.df();
            return df > 0.0 ? IndexQuantiles.student(df, level) * Math.sqrt(variance) : Double.POSITIVE_INFINITY;
        }
        return Math.hypot(high.value() - high.interval().lower(), low.interval().upper() - low.value());
    }

    private static boolean isVarying(Estimate estimate) {
        return !estimate.has(EstimateFlag.UNANIMOUS) && !estimate.has(EstimateFlag.COMBINED_INTERVAL);
    }

    private List<RankedGroup> placed(List<RankedGroup> groups) {
        int size = groups.size();
        int[] better = new int[size];
        int[] worse = new int[size];
        int[] reachesTo = new int[size];
        Arrays.fill(reachesTo, size);
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (separated(i, j, size)) {
                    better[j]++;
                    worse[i]++;
                    reachesTo[i] = Math.min(reachesTo[i], j);
                }
            }
        }
        String[] letters = letters(reachesTo);
        List<RankedGroup> placed = new ArrayList<>(size);
        int rank = 1;
        for (int i = 0; i < size; i++) {
            if (i > 0 && !ties(groups.get(i - 1), groups.get(i))) {
                rank = i + 1;
            }
            RankedGroup group = groups.get(i);
            boolean tied =
                    (i > 0 && ties(groups.get(i - 1), group)) || (i + 1 < size && ties(group, groups.get(i + 1)));
            placed.add(new RankedGroup(
                    group.group(),
                    rank,
                    tied,
                    group.score(),
                    group.estimate(),
                    1 + better[i],
                    size - worse[i],
                    letters[i]));
        }
        return List.copyOf(placed);
    }

    private boolean ties(RankedGroup one, RankedGroup two) {
        return options.ties() == RankingOptions.Ties.ROUNDED
                ? one.score().rounded().compareTo(two.score().rounded()) == 0
                : one.score().exact().equals(two.score().exact());
    }

    /** Gives a letter to each longest run of neighbours without a separated pair. */
    private static String[] letters(int[] reachesTo) {
        int size = reachesTo.length;
        String[] letters = new String[size];
        Arrays.fill(letters, "");
        int lastEnd = 0;
        int runs = 0;
        for (int start = 0; start < size; start++) {
            int end = size;
            for (int i = start; i < end; i++) {
                end = Math.min(end, reachesTo[i]);
            }
            if (end > lastEnd) {
                String letter = letter(runs++);
                for (int i = start; i < end; i++) {
                    letters[i] += letters[i].isEmpty() || letter.length() == 1 ? letter : "·" + letter;
                }
                lastEnd = end;
            }
        }
        return letters;
    }

    private static String letter(int number) {
        String letter = String.valueOf((char) ('a' + number % 26));
        return number < 26 ? letter : letter + number / 26;
    }

    private int position(String group) {
        Integer position = positions.get(group);
        if (position == null) {
            throw new IllegalArgumentException("group must be ranked, \"" + group + "\" is not");
        }
        return position;
    }
}
