package vn.sipas.core.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import vn.sipas.core.Fraction;

/**
 * The arithmetic of a tree, laid out in arrays: nodes in the order of {@link IndexDefinition#nodes()}, a parent before
 * its children. Evaluates exactly for results, and in {@code double} for gradients, replicates and simulations, where a
 * missing value is NaN inside and never leaves the package.
 */
final class IndexFormula {

    private final List<IndexNode> nodes;
    private final int[][] children;
    private final int[] parents;
    private final int[][] itemsBelow;
    private final List<List<Fraction>> exactWeights;
    private final double[][] weights;
    private final MeanKind[] kinds;

    private IndexFormula(IndexFormula other, double[][] weights, MeanKind[] kinds) {
        this.nodes = other.nodes;
        this.children = other.children;
        this.parents = other.parents;
        this.itemsBelow = other.itemsBelow;
        this.exactWeights = other.exactWeights;
        this.weights = weights;
        this.kinds = kinds;
    }

    private IndexFormula(List<IndexNode> nodes, int[][] children, int[] parents, int[][] itemsBelow) {
        this.nodes = nodes;
        this.children = children;
        this.parents = parents;
        this.itemsBelow = itemsBelow;
        this.exactWeights = new ArrayList<>(nodes.size());
        this.weights = new double[nodes.size()][];
        this.kinds = new MeanKind[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            List<Fraction> own = List.of();
            kinds[i] = MeanKind.ARITHMETIC;
            if (nodes.get(i) instanceof IndexComposite composite
                    && composite.aggregation() instanceof Aggregation.Mean mean) {
                own = mean.weights().stream().map(ImportanceWeight::value).toList();
                kinds[i] = mean.kind();
            }
            exactWeights.add(own);
            weights[i] = own.stream().mapToDouble(Fraction::doubleValue).toArray();
        }
    }

    static IndexFormula of(IndexComposite root) {
        List<IndexNode> nodes = new ArrayList<>();
        List<int[]> children = new ArrayList<>();
        List<Integer> parents = new ArrayList<>();
        lay(root, -1, nodes, children, parents);
        int[][] childArray = children.toArray(int[][]::new);
        int[][] itemsBelow = new int[nodes.size()][];
        for (int i = nodes.size() - 1; i >= 0; i--) {
            List<Integer> below = new ArrayList<>();
            if (nodes.get(i) instanceof IndexItem) {
                below.add(i);
            }
            for (int child : childArray[i]) {
                for (int item : itemsBelow[child]) {
                    below.add(item);
                }
            }
            itemsBelow[i] = below.stream().mapToInt(Integer::intValue).toArray();
        }
        return new IndexFormula(
                List.copyOf(nodes),
                childArray,
                parents.stream().mapToInt(Integer::intValue).toArray(),
                itemsBelow);
    }

    private static int lay(
            IndexNode node, int parent, List<IndexNode> nodes, List<int[]> children, List<Integer> parents) {
        int at = nodes.size();
        nodes.add(node);
        parents.add(parent);
        children.add(new int[0]);
        if (node instanceof IndexComposite composite) {
            int[] own = new int[composite.children().size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = lay(composite.children().get(i), at, nodes, children, parents);
            }
            children.set(at, own);
        }
        return at;
    }

    int size() {
        return nodes.size();
    }

    IndexNode node(int at) {
        return nodes.get(at);
    }

    int[] children(int at) {
        return children[at];
    }

    int parent(int at) {
        return parents[at];
    }

    /** Returns the positions of the items below a node, or of the item itself. */
    int[] itemsBelow(int at) {
        return itemsBelow[at];
    }

    int position(String id) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** The weights that the children of a node count with once those without a value are left out; 0 for these. */
    List<Fraction> effectiveWeights(int at, List<Optional<Fraction>> values) {
        List<Fraction> all = exactWeights.get(at);
        Fraction present = Fraction.ZERO;
        for (int i = 0; i < all.size(); i++) {
            if (values.get(children[at][i]).isPresent()) {
                present = present.plus(all.get(i));
            }
        }
        List<Fraction> effective = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            boolean counts = values.get(children[at][i]).isPresent();
            effective.add(counts ? all.get(i).dividedBy(present) : Fraction.ZERO);
        }
        return effective;
    }

    /** Returns the mean of a node from the values of its children, at least one of them present. */
    Fraction mean(int at, MeanKind kind, List<Fraction> effective, List<Optional<Fraction>> values) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < effective.size(); i++) {
            Fraction weight = effective.get(i);
            if (weight.signum() == 0) {
                continue;
            }
            Fraction value = values.get(children[at][i]).orElseThrow();
            if (kind == MeanKind.ARITHMETIC) {
                sum = sum.plus(weight.times(value));
            } else if (value.signum() == 0) {
                return Fraction.ZERO;
            } else if (kind == MeanKind.HARMONIC) {
                sum = sum.plus(weight.dividedBy(value));
            }
        }
        return switch (kind) {
            case ARITHMETIC -> sum;
            case HARMONIC -> Fraction.ONE.dividedBy(sum);
            case GEOMETRIC -> geometric(at, effective, values);
        };
    }

    private Fraction geometric(int at, List<Fraction> effective, List<Optional<Fraction>> values) {
        double logarithm = 0.0;
        Fraction smallest = IndexScore.HUNDRED;
        Fraction largest = Fraction.ZERO;
        for (int i = 0; i < effective.size(); i++) {
            if (effective.get(i).signum() == 0) {
                continue;
            }
            Fraction value = values.get(children[at][i]).orElseThrow();
            smallest = value.compareTo(smallest) < 0 ? value : smallest;
            largest = value.compareTo(largest) > 0 ? value : largest;
            logarithm += effective.get(i).doubleValue() * StrictMath.log(value.doubleValue());
        }
        Fraction mean = ItemTotals.ofDouble(StrictMath.exp(logarithm));
        mean = mean.compareTo(smallest) < 0 ? smallest : mean;
        return mean.compareTo(largest) > 0 ? largest : mean;
    }

    /**
     * Evaluates every node in {@code double}.
     *
     * @param scores the value of each item at its position, NaN if missing; other positions are ignored
     * @param totals the sum of the weights of the valid answers to each item, for pooled nodes
     * @return the value of each node, NaN if it has none
     */
    double[] evaluate(double[] scores, double[] totals) {
        double[] values = new double[nodes.size()];
        for (int at = nodes.size() - 1; at >= 0; at--) {
            values[at] = nodes.get(at) instanceof IndexComposite composite
                    ? value(at, composite, values, scores, totals)
                    : scores[at];
        }
        return values;
    }

    /** Returns a variant for {@link #evaluate} with weights moved by random factors, and with random means if any are given. */
    IndexFormula varied(Random random, double spread, List<MeanKind> means) {
        double[][] moved = new double[weights.length][];
        MeanKind[] drawn = new MeanKind[weights.length];
        for (int at = 0; at < weights.length; at++) {
            moved[at] = weights[at].clone();
            boolean weighted = weights[at].length > 0;
            drawn[at] = weighted && !means.isEmpty() ? means.get(random.nextInt(means.size())) : kinds[at];
            for (int i = 0; i < moved[at].length; i++) {
                moved[at][i] *= 1.0 + spread * (2.0 * random.nextDouble() - 1.0);
            }
        }
        return new IndexFormula(this, moved, drawn);
    }

    private double value(int at, IndexComposite composite, double[] values, double[] scores, double[] totals) {
        boolean pooled = composite.aggregation() instanceof Aggregation.PooledItems;
        int[] parts = pooled ? itemsBelow[at] : children[at];
        double[] partValues = pooled ? scores : values;
        int present = 0;
        for (int part : parts) {
            present += Double.isNaN(partValues[part]) ? 0 : 1;
        }
        if (!composite.missingData().isMetBy(present, parts.length)) {
            return Double.NaN;
        }
        MeanKind kind = kinds[at];
        double weightSum = 0.0;
        double sum = 0.0;
        for (int i = 0; i < parts.length; i++) {
            double x = partValues[parts[i]];
            if (!Double.isNaN(x)) {
                double w = pooled ? totals[parts[i]] : weights[at][i];
                weightSum += w;
                sum += w * transformed(kind, x);
            }
        }
        // weights need not sum to one here
        return back(kind, sum / weightSum);
    }

    private static double transformed(MeanKind kind, double x) {
        return switch (kind) {
            case ARITHMETIC -> x;
            case GEOMETRIC -> StrictMath.log(x);
            case HARMONIC -> 1.0 / x;
        };
    }

    private static double back(MeanKind kind, double mean) {
        return switch (kind) {
            case ARITHMETIC -> mean;
            case GEOMETRIC -> StrictMath.exp(mean);
            case HARMONIC -> 1.0 / mean;
        };
    }

    /**
     * Differentiates a node by what its items add up to.
     *
     * <p>The value of an item is {@code s = 100·Y/W}; the derivative by {@code s} goes to {@code bySlope}. A pooled node
     * also depends on {@code W} itself, so its derivative by {@code W} at a fixed {@code s} goes to {@code byTotal}.
     *
     * @return whether the derivative exists, that is, no geometric or harmonic mean on the way is 0
     */
    boolean gradient(
            int at,
            double[] values,
            double[] scores,
            double[] totals,
            double factor,
            double[] bySlope,
            double[] byTotal) {
        if (!(nodes.get(at) instanceof IndexComposite composite)) {
            bySlope[at] += factor;
            return true;
        }
        if (composite.aggregation() instanceof Aggregation.Mean mean) {
            double weightSum = 0.0;
            for (int i = 0; i < children[at].length; i++) {
                weightSum += Double.isNaN(values[children[at][i]]) ? 0.0 : weights[at][i];
            }
            boolean smooth = mean.kind() == MeanKind.ARITHMETIC || values[at] > 0.0;
            for (int i = 0; smooth && i < children[at].length; i++) {
                int child = children[at][i];
                if (!Double.isNaN(values[child])) {
                    double derivative = weights[at][i] / weightSum * slope(mean.kind(), values[at], values[child]);
                    smooth = gradient(child, values, scores, totals, factor * derivative, bySlope, byTotal);
                }
            }
            return smooth;
        }
        double weightSum = 0.0;
        for (int item : itemsBelow[at]) {
            weightSum += Double.isNaN(scores[item]) ? 0.0 : totals[item];
        }
        for (int item : itemsBelow[at]) {
            if (!Double.isNaN(scores[item])) {
                bySlope[item] += factor * totals[item] / weightSum;
                byTotal[item] += factor * (scores[item] - values[at]) / weightSum;
            }
        }
        return true;
    }

    private static double slope(MeanKind kind, double mean, double x) {
        return switch (kind) {
            case ARITHMETIC -> 1.0;
            case GEOMETRIC -> mean / x;
            case HARMONIC -> (mean / x) * (mean / x);
        };
    }
}
