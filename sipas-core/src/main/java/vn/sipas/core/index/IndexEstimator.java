package vn.sipas.core.index;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.sipas.core.Checked;
import vn.sipas.core.Language;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.estimate.DesignEffect;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.EstimateFlag;
import vn.sipas.core.estimate.EstimationOptions;
import vn.sipas.core.estimate.Estimator;
import vn.sipas.core.estimate.Interval;
import vn.sipas.core.estimate.ItemTarget;
import vn.sipas.core.estimate.JointEstimate;
import vn.sipas.core.estimate.ProportionInterval;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.RatingDistribution;
import vn.sipas.core.estimate.Replicates;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.estimate.Statistic;

/**
 * Indices with their sampling error, for any domain of a sample.
 *
 * <p>The standard error of a node is linearised: with g the derivatives of the node by the values of its items (and, where
 * answers are pooled, by the sizes of their bases) and Σ the covariance matrix of these under the design, it is
 * {@code √(g'Σg)}. A geometric or harmonic mean that is 0 has no derivative; its node then has a score without an error and
 * the warning {@link IndexProblem#NO_ERROR}, as has every node where the design itself forbids an error (a stratum with a
 * single unit, cross moments that were not kept).
 *
 * <p>The interval of a node made of favourable shares is that of the options (Wilson unless stated otherwise) on the
 * effective size {@code p(1 − p)/se²}; with a rescaled mean among its items it is the t interval, cut to [0, 100].
 *
 * <p>Unanimous items, whose answers all agree, show no variation although the population may: at shares of 99 to 100 % and 59
 * answers that is the usual case. They enter the interval, not the standard error: with {@code d} the distance from an item
 * to the bound of its own interval on the effective size, the node reaches {@code √(r² + (Σ|g|·d)²)} to either side, r being
 * the reach from the other items (the square root of the sum of squares after Zou and Donner 2008, the sum within because
 * answers of one person agree across items). Such an estimate is flagged {@link EstimateFlag#COMBINED_INTERVAL}, and
 * {@link EstimateFlag#UNANIMOUS} if no item varies.
 *
 * <p>Immutable, safe for use by several threads.
 */
public final class IndexEstimator {

    /** The statistic that estimates of nodes carry; the method version and item statistic are those of the definition. */
    public static final String STATISTIC = "index";

    /** A variance below this part of the squared scale is what rounding left of 0. */
    private static final double ROUNDING = 1e-20;

    private static final double POINTS = 100.0;

    private final IndexCalculator calculator;
    private final IndexFormula formula;
    private final Estimator estimator;
    private final Map<String, RatedItem> rated;

    private IndexEstimator(IndexCalculator calculator, Estimator estimator) {
        this.calculator = calculator;
        this.formula = calculator.formula();
        this.estimator = estimator;
        this.rated = new HashMap<>();
        estimator.totals().items().forEach(item -> rated.put(item.code(), item));
    }

    /**
     * Makes an estimator.
     *
     * @param definition what to compute
     * @param totals what was counted; for errors where respondents are drawn directly with the cross moments of
     *     {@link IndexAccumulator#momentsFor}
     * @param options how errors and intervals are made
     * @return the estimator
     */
    public static IndexEstimator of(IndexDefinition definition, SampleTotals totals, EstimationOptions options) {
        return new IndexEstimator(IndexCalculator.of(definition), Estimator.of(totals, options));
    }

    /**
     * Makes an estimator with {@link EstimationOptions#defaults()}.
     *
     * @param definition what to compute
     * @param totals what was counted
     * @return the estimator
     */
    public static IndexEstimator of(IndexDefinition definition, SampleTotals totals) {
        return of(definition, totals, EstimationOptions.defaults());
    }

    /**
     * Returns what is computed.
     *
     * @return the definition
     */
    public IndexDefinition definition() {
        return calculator.definition();
    }

    /**
     * Returns what was counted.
     *
     * @return the totals
     */
    public SampleTotals totals() {
        return estimator.totals();
    }

    /**
     * Returns how errors and intervals are made.
     *
     * @return the options
     */
    public EstimationOptions options() {
        return estimator.options();
    }

    /**
     * Computes the index of a domain without sampling errors.
     *
     * @param domain the domain
     * @return the result
     */
    public IndexResult calculate(Domain domain) {
        Map<String, RatingDistribution> distributions = new LinkedHashMap<>();
        for (IndexItem item : definition().items()) {
            if (rated.containsKey(item.question())) {
                distributions.put(item.question(), totals().distribution(domain, item.question()));
            }
        }
        return calculator.calculate(domain.name(), distributions);
    }

    /**
     * Computes the index of a domain with the standard error and interval of every node that has a value.
     *
     * @param domain the domain
     * @return the result; nodes whose error cannot be computed carry {@link IndexProblem#NO_ERROR}
     */
    public IndexResult estimate(Domain domain) {
        IndexResult result = calculate(domain);
        Linear linear = new Linear(domain, result);
        Checked<JointEstimate> joint = linear.joint();
        return new IndexResult(
                result.definition(), result.group(), withEstimates(result.root(), 0, linear, joint), result.warnings());
    }

    /**
     * Computes the index of several domains with errors.
     *
     * @param domains the domains
     * @return the results in the order of the domains
     */
    public List<IndexResult> estimateAll(List<Domain> domains) {
        return domains.stream().map(this::estimate).toList();
    }

    /**
     * Computes the index of the whole sample and of each of its groups with errors.
     *
     * @return the whole first, named {@code ALL}, then the groups in the order of {@link SampleTotals#groups()}
     */
    public List<IndexResult> estimateGroups() {
        List<Domain> domains = new ArrayList<>();
        domains.add(Domain.all());
        totals().groups().forEach(group -> domains.add(Domain.of(group)));
        return estimateAll(domains);
    }

    /**
     * Returns the score of a node in another sample of the same questions, such as a replicate: the function to hand to
     * whatever replicates the sample, for trees or zeros that have no linearised error.
     *
     * @param sample the other sample
     * @param node the id of the node
     * @param domain the domain
     * @return the unrounded score in points, empty where the node has none
     * @throws IllegalArgumentException if the tree has no such node
     */
    public OptionalDouble score(SampleTotals sample, String node, Domain domain) {
        int at = position(node);
        double[] scores = new double[formula.size()];
        double[] weights = new double[formula.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Double.NaN;
            if (formula.node(i) instanceof IndexItem item && rated.containsKey(item.question())) {
                RatingDistribution answers = sample.distribution(domain, item.question());
                if (answers.base() > 0) {
                    double value = answers.value(statistic(definition().statisticOf(item)))
                            .orElseThrow();
                    double points =
                            definition().statisticOf(item) == ItemStatistic.FAVOURABLE_SHARE ? POINTS * value : value;
                    scores[i] = item.direction() == Direction.LOWER_IS_BETTER ? POINTS - points : points;
                    weights[i] = answers.weight();
                }
            }
        }
        double value = formula.evaluate(scores, weights)[at];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Estimates the covariance of one node between two domains of this sample, which is 0 unless they share primary sampling
     * units or strata.
     *
     * @param node the id of the node
     * @param first one domain
     * @param second the other domain
     * @return the covariance in squared points, or why there is none
     */
    public Checked<Double> covariance(String node, Domain first, Domain second) {
        return shared(node, first, second).map(Shared::covariance);
    }

    /**
     * Estimates the difference of one node between two domains of this sample, with their covariance: two offices, or two waves
     * that asked in the same primary sampling units and were counted under a group each.
     *
     * @param node the id of the node
     * @param first the domain a
     * @param second the domain b
     * @return the score of a less that of b in points, to be tested by {@link vn.sipas.core.estimate.DifferenceTest}; or why
     *     there is none
     * @throws IllegalArgumentException if the tree has no such node
     */
    public Checked<Estimate> difference(String node, Domain first, Domain second) {
        Checked<Shared> shared = shared(node, first, second);
        Optional<Estimate> one = estimate(first).node(node).flatMap(NodeResult::estimate);
        Optional<Estimate> two = estimate(second).node(node).flatMap(NodeResult::estimate);
        if (one.isEmpty() || two.isEmpty()) {
            return Checked.refused(
                    shared.value().isEmpty() ? shared.problems() : List.of(noCovariance(node, first, second)));
        }
        return shared.map(
                both -> Estimate.difference(one.orElseThrow(), two.orElseThrow(), both.covariance(), both.df()));
    }

    /**
     * Estimates a node by replicates: for trees or zeros that have no linearised error, and to check those that have.
     *
     * @param replicates replicates of the sample that this estimator has
     * @param node the id of the node
     * @param domain the domain
     * @param centre around what deviations are taken
     * @return the score with the replicate variance and a t interval cut to [0, 100], its base the smallest among the items
     *     below; or why there is none
     * @throws IllegalArgumentException if the tree has no such node
     */
    public Checked<Estimate> replicated(Replicates replicates, String node, Domain domain, Replicates.Centre centre) {
        int at = position(node);
        long base = calculate(domain)
                .nodes()
                .get(at)
                .base()
                .map(IndexBase::smallest)
                .orElse(0L);
        return replicates
                .estimate(
                        domain.name(),
                        node,
                        STATISTIC,
                        new Interval(0.0, POINTS),
                        options().level(),
                        centre,
                        sample -> score(sample, node, domain))
                .map(found -> found.withBase(base));
    }

    /** What two domains have in common: the covariance of a node, and the degrees of freedom of both together. */
    private record Shared(double covariance, double df) {}

    private static Problem noCovariance(String node, Domain first, Domain second) {
        return Problem.of(
                IndexProblem.NO_COVARIANCE,
                Place.path(node),
                "node",
                node,
                "first",
                first.name(),
                "second",
                second.name());
    }

    private Checked<Shared> shared(String node, Domain first, Domain second) {
        int at = position(node);
        Linear one = new Linear(first, calculate(first));
        Linear two = new Linear(second, calculate(second));
        Optional<double[]> left = one.gradient(at);
        Optional<double[]> right = two.gradient(at);
        if (left.isEmpty() || right.isEmpty() || one.targets.isEmpty() || two.targets.isEmpty()) {
            return Checked.refused(noCovariance(node, first, second));
        }
        List<ItemTarget> targets = new ArrayList<>(one.targets);
        targets.addAll(two.targets);
        return estimator.joint(targets).map(joint -> {
            double sum = 0.0;
            for (int i = 0; i < one.targets.size(); i++) {
                for (int j = 0; j < two.targets.size(); j++) {
                    sum += left.orElseThrow()[i] * joint.covariance(i, one.targets.size() + j) * right.orElseThrow()[j];
                }
            }
            return new Shared(sum, joint.df());
        });
    }

    private int position(String node) {
        int at = formula.position(node);
        if (at < 0) {
            throw new IllegalArgumentException("node must be in " + definition().method() + ", was \"" + node + "\"");
        }
        return at;
    }

    private NodeResult withEstimates(NodeResult node, int at, Linear linear, Checked<JointEstimate> joint) {
        List<NodeResult> children = new ArrayList<>(node.children().size());
        for (int i = 0; i < node.children().size(); i++) {
            children.add(withEstimates(node.children().get(i), formula.children(at)[i], linear, joint));
        }
        List<Problem> warnings = new ArrayList<>(node.warnings());
        Optional<Estimate> estimate = Optional.empty();
        if (node.value().score().isPresent()) {
            Checked<Estimate> checked = node.node() instanceof IndexItem item
                    ? linear.item(item).map(found -> inPoints(item, found))
                    : linear.composite(at, node, joint);
            estimate = checked.value();
            checked.problems().stream()
                    .findFirst()
                    .filter(problem -> checked.value().isEmpty())
                    .ifPresent(problem -> warnings.add(noError(node, linear.domain, problem)));
        }
        return new NodeResult(
                node.node(), node.value(), node.base(), estimate, node.contributions(), children, warnings);
    }

    private static Problem noError(NodeResult node, Domain domain, Problem cause) {
        return Problem.of(
                IndexProblem.NO_ERROR,
                Place.path(node.id()),
                "node",
                node.id(),
                "group",
                domain.name(),
                "cause",
                cause.code(),
                "reason",
                cause.message(Language.EN));
    }

    /** Turns the estimate of a question into points of 100, its direction turned if it must be. */
    private Estimate inPoints(IndexItem item, Estimate found) {
        double factor = definition().statisticOf(item) == ItemStatistic.FAVOURABLE_SHARE ? POINTS : 1.0;
        double value = factor * found.value();
        double lower = Math.max(0.0, factor * found.interval().lower());
        double upper = Math.min(POINTS, factor * found.interval().upper());
        boolean reversed = item.direction() == Direction.LOWER_IS_BETTER;
        return new Estimate(
                found.domain(),
                item.id(),
                STATISTIC,
                reversed ? POINTS - value : value,
                factor * found.standardError(),
                found.df(),
                found.dfCounted(),
                reversed ? new Interval(POINTS - upper, POINTS - lower) : new Interval(lower, upper),
                found.level(),
                found.method(),
                found.base(),
                found.effectiveBase(),
                found.designEffect(),
                found.lonelyPsu(),
                found.flags());
    }

    private static Statistic statistic(ItemStatistic statistic) {
        return statistic == ItemStatistic.FAVOURABLE_SHARE ? Statistic.FAVOURABLE_SHARE : Statistic.RESCALED_MEAN;
    }

    /** The tree of one domain at its estimates: what the linearisation needs. */
    private final class Linear {

        private final Domain domain;
        private final double[] scores;
        private final double[] itemTotals;
        private final double[] values;
        private final int[] slopeTarget;
        private final int[] totalTarget;
        private final List<ItemTarget> targets = new ArrayList<>();
        private final Map<String, Checked<Estimate>> items = new HashMap<>();

        Linear(Domain domain, IndexResult result) {
            this.domain = domain;
            this.scores = new double[formula.size()];
            this.itemTotals = new double[formula.size()];
            this.slopeTarget = new int[formula.size()];
            this.totalTarget = new int[formula.size()];
            List<NodeResult> nodes = result.nodes();
            for (int at = 0; at < formula.size(); at++) {
                scores[at] =
                        nodes.get(at).value().score().map(IndexScore::value).orElse(Double.NaN);
                slopeTarget[at] = -1;
                totalTarget[at] = -1;
                if (formula.node(at) instanceof IndexItem item && !Double.isNaN(scores[at])) {
                    slopeTarget[at] = targets.size();
                    targets.add(new ItemTarget(
                            domain, item.question(), statistic(definition().statisticOf(item))));
                    if (isPooled(at)) {
                        totalTarget[at] = targets.size();
                        targets.add(new ItemTarget(domain, item.question(), Statistic.ANSWER_TOTAL));
                        itemTotals[at] =
                                totals().distribution(domain, item.question()).weight();
                    }
                }
            }
            this.values = formula.evaluate(scores, itemTotals);
        }

        private boolean isPooled(int at) {
            for (int above = formula.parent(at); above >= 0; above = formula.parent(above)) {
                if (((IndexComposite) formula.node(above)).aggregation() instanceof Aggregation.PooledItems) {
                    return true;
                }
            }
            return false;
        }

        Checked<JointEstimate> joint() {
            return targets.isEmpty()
                    ? Checked.refused(Problem.of(IndexProblem.NO_ANSWERS, Place.nowhere(), "group", domain.name()))
                    : estimator.joint(targets);
        }

        Checked<Estimate> item(IndexItem item) {
            return items.computeIfAbsent(
                    item.question(),
                    question -> estimator.estimate(
                            domain, question, statistic(definition().statisticOf(item))));
        }

        /** Returns the derivatives of a node by the targets, unless a mean on the way is 0. */
        Optional<double[]> gradient(int at) {
            double[] bySlope = new double[formula.size()];
            double[] byTotal = new double[formula.size()];
            if (!formula.gradient(at, values, scores, itemTotals, 1.0, bySlope, byTotal)) {
                return Optional.empty();
            }
            double[] gradient = new double[targets.size()];
            for (int i = 0; i < formula.size(); i++) {
                if (slopeTarget[i] >= 0) {
                    IndexItem item = (IndexItem) formula.node(i);
                    double factor = definition().statisticOf(item) == ItemStatistic.FAVOURABLE_SHARE ? POINTS : 1.0;
                    double sign = item.direction() == Direction.LOWER_IS_BETTER ? -1.0 : 1.0;
                    gradient[slopeTarget[i]] = sign * factor * bySlope[i];
                }
                if (totalTarget[i] >= 0) {
                    gradient[totalTarget[i]] = byTotal[i];
                }
            }
            return Optional.of(gradient);
        }

        Checked<Estimate> composite(int at, NodeResult node, Checked<JointEstimate> checked) {
            Optional<double[]> gradient = gradient(at);
            if (gradient.isEmpty()) {
                return Checked.refused(
                        Problem.of(IndexProblem.NOT_DIFFERENTIABLE, Place.path(node.id()), "node", node.id()));
            }
            if (checked.value().isEmpty()) {
                return Checked.refused(checked.problems());
            }
            JointEstimate joint = checked.orThrow();
            double variance = joint.variance(gradient.orElseThrow());
            double error = variance < ROUNDING * POINTS * POINTS ? 0.0 : Math.sqrt(variance);
            return reach(at, node, joint, gradient.orElseThrow(), error);
        }

        private Checked<Estimate> reach(int at, NodeResult node, JointEstimate joint, double[] gradient, double error) {
            double downUnanimous = 0.0;
            double upUnanimous = 0.0;
            boolean anyUnanimous = false;
            boolean anyVaries = false;
            boolean allShares = true;
            double kish = Double.POSITIVE_INFINITY;
            for (int i : formula.itemsBelow(at)) {
                if (slopeTarget[i] < 0 || gradient[slopeTarget[i]] == 0.0) {
                    continue;
                }
                IndexItem item = (IndexItem) formula.node(i);
                allShares &= definition().statisticOf(item) == ItemStatistic.FAVOURABLE_SHARE;
                if (!joint.isUnanimous(slopeTarget[i])) {
                    anyVaries = true;
                    continue;
                }
                anyUnanimous = true;
                Checked<Estimate> own = item(item);
                if (own.value().isEmpty()) {
                    return own;
                }
                Estimate found = own.orThrow();
                double slope = gradient[slopeTarget[i]];
                double below =
                        Math.abs(slope) * (found.value() - found.interval().lower());
                double above = Math.abs(slope) * (found.interval().upper() - found.value());
                downUnanimous += slope > 0.0 ? below : above;
                upUnanimous += slope > 0.0 ? above : below;
                kish = Math.min(kish, found.effectiveBase().orElse(kish));
            }
            EnumSet<EstimateFlag> flags = EnumSet.noneOf(EstimateFlag.class);
            flags.addAll(joint.flags());
            double value = values[at];
            double share = value / POINTS;
            boolean inside = share > 0.0 && share < 1.0;
            long base = node.base().map(IndexBase::smallest).orElse(0L);
            double df = joint.df();
            String method;
            Interval interval;
            if (!(df > 0.0)) {
                flags.add(EstimateFlag.NO_DEGREES_OF_FREEDOM);
                method = "range";
                interval = new Interval(0.0, POINTS);
            } else {
                ProportionInterval wanted = options().interval();
                Interval varying = new Interval(value, value);
                method = "mover";
                if (anyVaries && error == 0.0) {
                    flags.add(EstimateFlag.ZERO_VARIANCE);
                } else if (anyVaries && allShares && inside) {
                    Interval found =
                            wanted.of(share, error / POINTS, base, df, options().level());
                    varying = new Interval(POINTS * found.lower(), POINTS * found.upper());
                    method = wanted.name().toLowerCase(Locale.ROOT);
                } else if (anyVaries) {
                    double t = IndexQuantiles.student(df, options().level());
                    varying = new Interval(value - t * error, value + t * error);
                    method = "t";
                }
                interval = varying;
                if (anyUnanimous) {
                    flags.add(EstimateFlag.COMBINED_INTERVAL);
                    interval = new Interval(
                            value - Math.hypot(value - varying.lower(), downUnanimous),
                            value + Math.hypot(varying.upper() - value, upUnanimous));
                }
                if (anyUnanimous && !anyVaries) {
                    flags.add(EstimateFlag.UNANIMOUS);
                }
                interval = new Interval(
                        Math.min(value, Math.max(0.0, interval.lower())),
                        Math.max(value, Math.min(POINTS, interval.upper())));
            }
            OptionalDouble effective = OptionalDouble.empty();
            if (error > 0.0 && allShares && inside) {
                effective = OptionalDouble.of(share * (1.0 - share) / (error * error / (POINTS * POINTS)));
            } else if (anyUnanimous && !anyVaries && Double.isFinite(kish)) {
                effective = OptionalDouble.of(kish);
            }
            return Checked.of(new Estimate(
                    domain.name(),
                    node.id(),
                    STATISTIC,
                    value,
                    error,
                    df,
                    options().degreesOfFreedom(),
                    interval,
                    options().level(),
                    method,
                    base,
                    effective,
                    new DesignEffect(OptionalDouble.empty(), OptionalDouble.empty()),
                    options().lonelyPsu(),
                    flags));
        }
    }
}
