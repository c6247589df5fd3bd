package vn.sipas.core.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.sipas.core.Fraction;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.estimate.RatingDistribution;

/**
 * Computes an index for one group after the other.
 *
 * <p>An item is the favourable share or the rescaled mean of its answers, times 100; a composite is the mean of its
 * children ({@code Σ w·x}, {@code Π x^w} or {@code 1 ÷ Σ w/x}) or all answers below it pooled. Nothing is rounded on the
 * way up; every node is rounded once from its exact score. Counts give exact fractions, so the result does not depend on
 * how the answers were split or in which order they came.
 *
 * <p>An item without a valid answer has {@link NoValue}, and a composite has if fewer components have a value than its
 * {@link MissingDataRule} asks for; otherwise the weights of the present ones are scaled to one and a warning says so.
 * A score never lies outside the range of the components that count. More favourable answers never lower it, as long as
 * no item is {@link Direction#LOWER_IS_BETTER}.
 *
 * <p>Immutable, safe for use by several threads.
 */
public final class IndexCalculator {

    private final IndexDefinition definition;
    private final IndexFormula formula;
    private final List<Problem> definitionWarnings;

    private IndexCalculator(IndexDefinition definition) {
        this.definition = definition;
        this.formula = IndexFormula.of(definition.root());
        this.definitionWarnings = assumptions(definition);
    }

    /**
     * Makes a calculator.
     *
     * @param definition what to compute
     * @return the calculator
     */
    public static IndexCalculator of(IndexDefinition definition) {
        return new IndexCalculator(Objects.requireNonNull(definition, "definition"));
    }

    /**
     * Returns what is computed.
     *
     * @return the definition
     */
    public IndexDefinition definition() {
        return definition;
    }

    /**
     * Computes the index from scores that are already there, such as published factor values. A score may be given for
     * any node; nothing below such a node is looked at.
     *
     * @param group who the scores belong to
     * @param scores scores by node id, each in the closed interval [0, 100]
     * @return the result; nodes that have neither a score nor enough components have {@link NoValue}
     * @throws IllegalArgumentException if an id is not in the tree, a score is outside its interval, or a node without
     *     a score pools its items, which takes counts
     */
    public IndexResult calculateFromScores(String group, Map<String, BigDecimal> scores) {
        Map<String, Fraction> given = new LinkedHashMap<>();
        scores.forEach((id, score) -> {
            if (formula.position(id) < 0) {
                throw new IllegalArgumentException(
                        "scores must name nodes of " + definition.method() + ", named \"" + id + "\"");
            }
            if (score.signum() < 0 || score.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new IllegalArgumentException(
                        "score of \"" + id + "\" must be in [0, 100], was " + score.toPlainString());
            }
            given.put(id, Fraction.of(score));
        });
        return calculate(group, Map.of(), given);
    }

    /**
     * Computes the index of a group from the distributions of its answers.
     *
     * @param group who gave the answers, such as the code of a unit
     * @param distributions the distributions by question code; questions that are not in the tree are ignored
     * @return the result, without sampling errors
     */
    public IndexResult calculate(String group, Map<String, RatingDistribution> distributions) {
        Map<String, ItemTotals> items = new LinkedHashMap<>();
        for (IndexItem item : definition.items()) {
            RatingDistribution distribution = distributions.get(item.question());
            if (distribution != null) {
                items.put(item.question(), ItemTotals.of(distribution));
            }
        }
        return calculate(group, items, Map.of());
    }

    private IndexResult calculate(String group, Map<String, ItemTotals> items, Map<String, Fraction> given) {
        Objects.requireNonNull(group, "group");
        Evaluation evaluation = new Evaluation(items, given);
        return new IndexResult(definition, group, evaluation.result(0), definitionWarnings);
    }

    IndexFormula formula() {
        return formula;
    }

    private static List<Problem> assumptions(IndexDefinition definition) {
        String parts = definition.provenance().stream()
                .filter(part -> part.standing() == MethodVersion.Standing.ASSUMPTION)
                .map(Provenance::about)
                .collect(Collectors.joining(", "));
        return parts.isEmpty()
                ? List.of()
                : List.of(Problem.of(
                        IndexProblem.ASSUMED_PARTS, Place.nowhere(), "method", definition.method(), "parts", parts));
    }

    /** One walk over the tree for one group, children before parents. */
    private final class Evaluation {

        private final Map<String, ItemTotals> items;
        private final Map<String, Fraction> given;
        private final List<Optional<Fraction>> values = new ArrayList<>();

        Evaluation(Map<String, ItemTotals> items, Map<String, Fraction> given) {
            this.items = items;
            this.given = given;
            for (int i = 0; i < formula.size(); i++) {
                values.add(Optional.empty());
            }
        }

        NodeResult result(int at) {
            IndexNode node = formula.node(at);
            Fraction score = given.get(node.id());
            if (score != null) {
                values.set(at, Optional.of(score));
                return new NodeResult(
                        node, rounded(score), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
            }
            return node instanceof IndexComposite composite ? composite(at, composite) : item(at, (IndexItem) node);
        }

        private NodeResult item(int at, IndexItem item) {
            ItemTotals totals = items.get(item.question());
            if (totals == null || totals.total().signum() == 0) {
                NoValue none =
                        totals == null ? NoValue.notInData(item.question()) : NoValue.noValidAnswer(item.question());
                return new NodeResult(item, none, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
            }
            Fraction score = totals.score(definition.statisticOf(item), item.direction());
            values.set(at, Optional.of(score));
            return new NodeResult(
                    item,
                    rounded(score),
                    Optional.of(IndexBase.of(totals.base())),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of());
        }

        private NodeResult composite(int at, IndexComposite composite) {
            List<NodeResult> children = new ArrayList<>();
            for (int child : formula.children(at)) {
                children.add(result(child));
            }
            boolean pooled = composite.aggregation() instanceof Aggregation.PooledItems;
            int[] parts = pooled ? formula.itemsBelow(at) : formula.children(at);
            int present = 0;
            for (int part : parts) {
                present += values.get(part).isPresent() ? 1 : 0;
            }
            if (!composite.missingData().isMetBy(present, parts.length)) {
                NoValue none = NoValue.tooFewComponents(
                        present, composite.missingData().needed(parts.length), parts.length);
                return new NodeResult(
                        composite, none, Optional.empty(), Optional.empty(), List.of(), children, List.of());
            }
            List<Problem> warnings = new ArrayList<>();
            if (present < parts.length) {
                warnings.add(
                        warning(IndexProblem.COMPONENTS_MISSING, composite, "present", present, "total", parts.length));
            }
            return composite.aggregation() instanceof Aggregation.Mean mean
                    ? mean(at, composite, mean.kind(), children, warnings)
                    : pooled(at, composite, children, warnings);
        }

        private NodeResult mean(
                int at, IndexComposite composite, MeanKind kind, List<NodeResult> children, List<Problem> warnings) {
            List<Fraction> weights = formula.effectiveWeights(at, values);
            Fraction score = formula.mean(at, kind, weights, values);
            values.set(at, Optional.of(score));
            List<String> ids = new ArrayList<>();
            List<Fraction> counted = new ArrayList<>();
            List<Fraction> parts = new ArrayList<>();
            int[] positions = formula.children(at);
            for (int i = 0; i < positions.length; i++) {
                if (weights.get(i).signum() == 0) {
                    continue;
                }
                Fraction value = values.get(positions[i]).orElseThrow();
                ids.add(formula.node(positions[i]).id());
                counted.add(weights.get(i));
                parts.add(part(kind, weights.get(i), value, score));
                if (kind != MeanKind.ARITHMETIC && value.signum() == 0) {
                    warnings.add(warning(
                            IndexProblem.ZERO_COMPONENT,
                            composite,
                            "child",
                            formula.node(positions[i]).id()));
                }
            }
            return finished(composite, score, ids, counted, parts, children, warnings);
        }

        /** Euler's decomposition of a mean that is homogeneous of degree one. */
        private Fraction part(MeanKind kind, Fraction weight, Fraction value, Fraction mean) {
            return switch (kind) {
                case ARITHMETIC -> weight.times(value);
                case GEOMETRIC -> weight.times(mean);
                case HARMONIC ->
                    mean.signum() == 0
                            ? Fraction.ZERO
                            : weight.times(mean).times(mean).dividedBy(value);
            };
        }

        private NodeResult pooled(int at, IndexComposite composite, List<NodeResult> children, List<Problem> warnings) {
            Fraction total = Fraction.ZERO;
            for (int item : formula.itemsBelow(at)) {
                total = total.plus(answers(item, composite));
            }
            List<String> ids = new ArrayList<>();
            List<Fraction> weights = new ArrayList<>();
            List<Fraction> parts = new ArrayList<>();
            Fraction score = Fraction.ZERO;
            for (int child : formula.children(at)) {
                Fraction weight = Fraction.ZERO;
                Fraction part = Fraction.ZERO;
                for (int item : formula.itemsBelow(child)) {
                    if (values.get(item).isPresent()) {
                        Fraction share = answers(item, composite).dividedBy(total);
                        weight = weight.plus(share);
                        part = part.plus(share.times(values.get(item).orElseThrow()));
                    }
                }
                if (weight.signum() > 0) {
                    ids.add(formula.node(child).id());
                    weights.add(weight);
                    parts.add(part);
                    score = score.plus(part);
                }
            }
            values.set(at, Optional.of(score));
            return finished(composite, score, ids, weights, parts, children, warnings);
        }

        /** The sum of the weights of the valid answers to an item; zero if it has no value. */
        private Fraction answers(int at, IndexComposite pooling) {
            if (values.get(at).isEmpty()) {
                return Fraction.ZERO;
            }
            ItemTotals totals = items.get(((IndexItem) formula.node(at)).question());
            if (totals == null) {
                throw new IllegalArgumentException(
                        "scores must name node \"" + pooling.id() + "\" itself: it pools answers, which takes counts");
            }
            return totals.total();
        }

        private NodeResult finished(
                IndexComposite composite,
                Fraction score,
                List<String> ids,
                List<Fraction> weights,
                List<Fraction> parts,
                List<NodeResult> children,
                List<Problem> warnings) {
            IndexScore rounded = rounded(score);
            List<BigDecimal> roundedParts = Contribution.roundedParts(parts, rounded.rounded(), definition.rounding());
            List<Contribution> contributions = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                contributions.add(new Contribution(ids.get(i), weights.get(i), parts.get(i), roundedParts.get(i)));
            }
            return new NodeResult(
                    composite, rounded, base(children), Optional.empty(), contributions, children, warnings);
        }

        private Optional<IndexBase> base(List<NodeResult> children) {
            return children.stream()
                    .map(NodeResult::base)
                    .flatMap(Optional::stream)
                    .reduce(IndexBase::plus);
        }

        private IndexScore rounded(Fraction score) {
            return IndexScore.of(score, definition.rounding());
        }

        private Problem warning(IndexProblem kind, IndexComposite node, Object... namesAndValues) {
            Object[] all = new Object[namesAndValues.length + 2];
            all[0] = "node";
            all[1] = node.id();
            System.arraycopy(namesAndValues, 0, all, 2, namesAndValues.length);
            return Problem.of(kind, Place.path(node.id()), all);
        }
    }
}
