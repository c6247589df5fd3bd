package vn.sipas.core.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Proportion;

/**
 * How sure the stars of a unit are, given the sampling error of the surveys that feed its points and gates.
 *
 * <p>Each surveyed fact is taken as normal around its estimate with its standard error, kept inside the interval of the
 * fact; different facts are taken as independent. The unit is rated again for every draw, with caps, steps and gates as
 * the scheme has them. Draws are stratified (Latin hypercube, McKay, Beckman and Conover 1979), so that with one
 * surveyed fact a probability is exact to about one in the number of draws. Where the facts are correlated, or not
 * normal, {@link #ofReplicates} takes bootstrap replicates instead. Quotas are left out: they depend on other units.
 *
 * @param rating the rating
 * @param probabilities the probability of each number of stars that occurs, with 0 for no stars
 * @param standardError the standard error of the total: the root of the sum of the squares of half the difference
 *     between the totals at one standard error above and below each estimate (delta method), or the standard deviation
 *     over replicates; 0 without a survey
 * @param hangs the surveyed facts of which one standard error up or down changes the stars
 */
public record StarUncertainty(
        StarRating rating, SortedMap<Integer, Proportion> probabilities, double standardError, List<Hanging> hangs) {

    /** The number of draws unless the caller says otherwise. */
    public static final int DRAWS = 2_000;

    private static final int DECIMALS = 9;
    private static final int LEVELS = 12;

    /**
     * A surveyed fact on which the stars hang.
     *
     * @param fact the key of the fact
     * @param starsBelow the stars at one standard error below the estimate, 0 for none
     * @param starsAbove the stars at one standard error above the estimate, 0 for none
     */
    public record Hanging(String fact, int starsBelow, int starsAbove) {}

    public StarUncertainty {
        Objects.requireNonNull(rating, "rating");
        probabilities = Collections.unmodifiableSortedMap(new TreeMap<>(probabilities));
        hangs = List.copyOf(hangs);
    }

    /**
     * Computes with {@value #DRAWS} draws and a fixed seed.
     *
     * @param rating the rating
     * @return the uncertainty
     */
    public static StarUncertainty of(StarRating rating) {
        return of(rating, DRAWS, 20_241_002L);
    }

    /**
     * Computes with a given number of draws.
     *
     * @param rating the rating
     * @param draws the number of draws, in the closed interval [100, 1000000]
     * @param seed the seed; equal seeds give equal results
     * @return the uncertainty
     */
    public static StarUncertainty of(StarRating rating, int draws, long seed) {
        if (draws < 100 || draws > 1_000_000) {
            throw new IllegalArgumentException("draws must be in [100, 1000000], was " + draws);
        }
        Redraw redraw = new Redraw(rating);
        List<String> facts = redraw.surveyed();
        if (facts.isEmpty()) {
            return new StarUncertainty(
                    rating, new TreeMap<>(Map.of(redraw.stars(Map.of()), Proportion.of(1))), 0, List.of());
        }
        int[] counts = facts.size() == 1 && RisingStars.with(rating.scheme(), facts.get(0))
                ? countsOfRising(redraw, facts.get(0), draws)
                : countsOfAll(redraw, facts, draws, new SplittableRandom(seed));
        return new StarUncertainty(rating, shares(counts, draws), redraw.standardError(), redraw.hanging());
    }

    private static int[] countsOfAll(Redraw redraw, List<String> facts, int draws, SplittableRandom random) {
        List<BigDecimal[]> columns =
                facts.stream().map(fact -> redraw.column(fact, draws, random)).toList();
        int[] counts = new int[LEVELS];
        for (int draw = 0; draw < draws; draw++) {
            Map<String, BigDecimal> values = new LinkedHashMap<>();
            for (int i = 0; i < facts.size(); i++) {
                values.put(facts.get(i), columns.get(i)[draw]);
            }
            counts[redraw.stars(values)]++;
        }
        return counts;
    }

    /** The same counts where the stars rise with the only fact: a search among its draws for each next outcome. */
    private static int[] countsOfRising(Redraw redraw, String fact, int draws) {
        NormalDistribution normal = redraw.distribution(fact);
        int[] counts = new int[LEVELS];
        int from = 0;
        while (from < draws) {
            int stars = redraw.stars(Map.of(fact, draw(normal, from, draws)));
            int last = from;
            int beyond = draws;
            while (beyond - last > 1) {
                int middle = (last + beyond) >>> 1;
                if (redraw.stars(Map.of(fact, draw(normal, middle, draws))) == stars) {
                    last = middle;
                } else {
                    beyond = middle;
                }
            }
            counts[stars] += beyond - from;
            from = beyond;
        }
        return counts;
    }

    private static BigDecimal draw(NormalDistribution normal, int number, int draws) {
        return BigDecimal.valueOf(normal.inverseCumulativeProbability((number + 0.5) / draws));
    }

    /** Rates draw by draw, whatever the form of the scheme. */
    static SortedMap<Integer, Proportion> drawByDraw(StarRating rating, int draws, long seed) {
        Redraw redraw = new Redraw(rating);
        return shares(countsOfAll(redraw, redraw.surveyed(), draws, new SplittableRandom(seed)), draws);
    }

    static double standardErrorOfTotal(StarRating rating) {
        return new Redraw(rating).standardError();
    }

    /**
     * Computes from replicates, such as those of a bootstrap over the survey.
     *
     * @param rating the rating
     * @param replicates at least 2 replicates; each gives values for some of the surveyed facts
     * @return the uncertainty; a fact hangs where its own standard error says so
     */
    public static StarUncertainty ofReplicates(StarRating rating, List<Map<String, BigDecimal>> replicates) {
        if (replicates.size() < 2) {
            throw new IllegalArgumentException("replicates must number at least 2, were " + replicates.size());
        }
        Redraw redraw = new Redraw(rating);
        int[] counts = new int[LEVELS];
        double mean = 0;
        double squares = 0;
        int n = 0;
        for (Map<String, BigDecimal> replicate : replicates) {
            counts[redraw.stars(replicate)]++;
            double total = redraw.total(replicate);
            n++;
            double step = total - mean;
            mean += step / n;
            squares += step * (total - mean); // Welford 1962
        }
        return new StarUncertainty(
                rating, shares(counts, replicates.size()), Math.sqrt(squares / (n - 1)), redraw.hanging());
    }

    /**
     * Returns the probability of a number of stars.
     *
     * @param stars the number of stars, 0 for none
     * @return the probability
     */
    public Proportion probability(int stars) {
        return probabilities.getOrDefault(stars, Proportion.of(0));
    }

    /**
     * Returns how far the total lies above the cut-off of its band, in standard errors of the total.
     *
     * @return the margin, absent without sampling error, without a total or without a cut-off below
     */
    public OptionalDouble marginAboveCutOff() {
        Optional<Fraction> cut = rating.starsByPoints().isPresent()
                ? rating.scheme().band(rating.starsByPoints().getAsInt()).flatMap(StarBand::from)
                : Optional.empty();
        return margin(cut, 1);
    }

    /**
     * Returns how far the total lies below the cut-off of the next band, in standard errors of the total.
     *
     * @return the margin, absent without sampling error, without a total or at the top
     */
    public OptionalDouble marginBelowNextCutOff() {
        int stars = rating.starsByPoints().orElse(0);
        Optional<Fraction> cut = rating.scheme().bands().stream()
                .filter(band -> band.stars() > stars)
                .findFirst()
                .flatMap(StarBand::from);
        return margin(cut, -1);
    }

    /**
     * Warns when the stars hang on less than one standard error.
     *
     * @return the warning, absent if they do not
     */
    public Optional<LocalizedText> warning() {
        OptionalDouble margin = marginAboveCutOff();
        if (hangs.isEmpty() && (margin.isEmpty() || margin.getAsDouble() >= 1)) {
            return Optional.empty();
        }
        String facts = hangs.stream().map(Hanging::fact).collect(Collectors.joining(", "));
        String suffix = facts.isEmpty() ? "" : " (" + facts + ")";
        return Optional.of(LocalizedText.of(
                "Số sao phụ thuộc vào chưa đến một sai số chuẩn của khảo sát" + suffix,
                "The stars hang on less than one standard error of the survey" + suffix));
    }

    /**
     * Returns the probabilities and the warning as an aligned table.
     *
     * @param language the language
     * @return the lines
     */
    public String table(Language language) {
        return rows(language).toString();
    }

    /**
     * Returns the probabilities and the warning as an HTML fragment.
     *
     * @param language the language
     * @return a table, escaped
     */
    public String toHtml(Language language) {
        return rows(language).toHtml("sipas-star-uncertainty", language);
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
        TextTable table = new TextTable(vi ? List.of("Mức", "Xác suất") : List.of("Level", "Probability"));
        probabilities.forEach((stars, probability) -> table.row(List.of(
                rating.scheme()
                        .band(stars)
                        .map(band -> band.label().in(language))
                        .orElse(vi ? "không có sao" : "no stars"),
                BigDecimal.valueOf(probability.percent())
                                .setScale(1, RoundingMode.HALF_UP)
                                .toPlainString()
                                .replace('.', vi ? ',' : '.')
                        + " %")));
        warning().ifPresent(warning -> table.row(List.of(warning.in(language), "")));
        return table;
    }

    private OptionalDouble margin(Optional<Fraction> cut, int sign) {
        if (cut.isEmpty() || rating.total().isEmpty() || standardError == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sign * rating.total().get().minus(cut.get()).doubleValue() / standardError);
    }

    private static SortedMap<Integer, Proportion> shares(int[] counts, int draws) {
        SortedMap<Integer, Proportion> shares = new TreeMap<>();
        for (int stars = 0; stars < counts.length; stars++) {
            if (counts[stars] > 0) {
                shares.put(stars, Proportion.of(counts[stars], draws));
            }
        }
        return shares;
    }

    /** Rates one unit again and again, recomputing only the criteria that the surveyed facts feed. */
    private static final class Redraw {

        private final StarRating rating;
        private final Engine engine;
        private final @Nullable Fraction[] leafPoints;
        private final boolean[] lifted;
        private final Map<String, FactValue.Surveyed> surveyed = new LinkedHashMap<>();
        private final List<Integer> fed = new ArrayList<>();

        Redraw(StarRating rating) {
            this.rating = rating;
            this.engine = rating.engine();
            this.leafPoints = engine.leafPoints(rating.scores());
            this.lifted = new boolean[engine.gates.size()];
            rating.scores().facts().forEach((key, value) -> {
                if (value instanceof FactValue.Surveyed estimate) {
                    surveyed.put(key, estimate);
                }
            });
            for (int leaf = 0; leaf < leafPoints.length; leaf++) {
                Criterion criterion = engine.nodes.get(engine.leaves.get(leaf));
                if (!(criterion.rule() instanceof ScoringRule.PointsGiven)) {
                    fed.add(leaf);
                }
            }
        }

        List<String> surveyed() {
            return surveyed.entrySet().stream()
                    .filter(entry -> entry.getValue().standardError() > 0)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        NormalDistribution distribution(String fact) {
            FactValue.Surveyed value = value(fact);
            return NormalDistribution.of(value.estimate().doubleValue(), value.standardError());
        }

        BigDecimal[] column(String fact, int draws, SplittableRandom random) {
            NormalDistribution normal = distribution(fact);
            BigDecimal[] column = new BigDecimal[draws];
            for (int i = 0; i < draws; i++) {
                column[i] = draw(normal, i, draws);
            }
            for (int i = draws - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                BigDecimal swapped = column[i];
                column[i] = column[j];
                column[j] = swapped;
            }
            return column;
        }

        Map<String, BigDecimal> moved(String fact, int direction) {
            FactValue.Surveyed value = value(fact);
            return Map.of(fact, value.estimate().add(BigDecimal.valueOf(direction * value.standardError())));
        }

        int stars(Map<String, BigDecimal> values) {
            Engine.Standing standing = standing(values);
            return standing.verdict == Engine.Verdict.AWARDED ? standing.stars : 0;
        }

        double total(Map<String, BigDecimal> values) {
            return standing(values).exactTotal.doubleValue();
        }

        double standardError() {
            double variance = 0;
            for (String fact : surveyed()) {
                double half = (total(moved(fact, 1)) - total(moved(fact, -1))) / 2;
                variance += half * half;
            }
            return Math.sqrt(variance);
        }

        List<Hanging> hanging() {
            int now = stars(Map.of());
            List<Hanging> hanging = new ArrayList<>();
            for (String fact : surveyed()) {
                int below = stars(moved(fact, -1));
                int above = stars(moved(fact, 1));
                if (below != now || above != now) {
                    hanging.add(new Hanging(fact, below, above));
                }
            }
            return hanging;
        }

        private FactValue.Surveyed value(String fact) {
            return Objects.requireNonNull(surveyed.get(fact), fact);
        }

        private Engine.Standing standing(Map<String, BigDecimal> values) {
            Map<String, FactValue> facts = new LinkedHashMap<>();
            values.forEach((fact, value) -> {
                OptionalLong base = surveyed.containsKey(fact) ? value(fact).respondents() : OptionalLong.empty();
                facts.put(fact, new FactValue.Surveyed(inside(fact, value), 0, base));
            });
            UnitScores scores = rating.scores().withFacts(facts);
            @Nullable Fraction[] points = leafPoints.clone();
            for (int leaf : fed) {
                points[leaf] = engine.leaf(engine.nodes.get(engine.leaves.get(leaf)), scores)
                        .points();
            }
            return engine.standing(scores, points, lifted);
        }

        private BigDecimal inside(String key, BigDecimal value) {
            FactDefinition fact = engine.scheme
                    .fact(key)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "replicates must name facts of the scheme, \"" + key + "\" is none"));
            BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
            Fraction exact = Fraction.of(rounded);
            if (fact.minimum().isPresent() && exact.compareTo(fact.minimum().get()) < 0) {
                return decimal(fact.minimum().get());
            }
            if (fact.maximum().isPresent() && exact.compareTo(fact.maximum().get()) > 0) {
                return decimal(fact.maximum().get());
            }
            return rounded;
        }

        private static BigDecimal decimal(Fraction limit) {
            return new BigDecimal(limit.numerator())
                    .divide(new BigDecimal(limit.denominator()), DECIMALS, RoundingMode.HALF_EVEN);
        }
    }
}
