package vn.sipas.core.index;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A node made of other nodes: a factor of items, a block of factors, the overall index of blocks.
 *
 * @param id the id of the node, unique in the tree
 * @param name what reports call it
 * @param aggregation how its value comes out of its children; a mean has one weight for each child, summing to exactly
 *     one
 * @param children at least one
 * @param missingData how many children must have a value; for {@link Aggregation.PooledItems} how many items
 */
public record IndexComposite(
        String id, LocalizedText name, Aggregation aggregation, List<IndexNode> children, MissingDataRule missingData)
        implements IndexNode {

    public IndexComposite {
        NodeIds.checked("id", id);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(aggregation, "aggregation");
        Objects.requireNonNull(missingData, "missingData");
        children = List.copyOf(children);
        if (children.isEmpty()) {
            throw new IllegalArgumentException("children of node \"" + id + "\" must number at least 1, were 0");
        }
        if (aggregation instanceof Aggregation.Mean mean) {
            if (mean.weights().size() != children.size()) {
                throw new IllegalArgumentException("weights of node \"" + id + "\" must number " + children.size()
                        + ", one for each child, were " + mean.weights().size());
            }
            ImportanceWeight.requireSumOfOne(id, mean.weights());
        }
    }

    /**
     * Makes an arithmetic mean with equal weights, for which every child must have a value.
     *
     * @param id the id
     * @param name what reports call it
     * @param children at least one
     * @return the node
     */
    public static IndexComposite equal(String id, LocalizedText name, List<? extends IndexNode> children) {
        return mean(id, name, MeanKind.ARITHMETIC, ImportanceWeight.equal(Math.max(1, children.size())), children);
    }

    /**
     * Makes a weighted mean for which every child must have a value.
     *
     * @param id the id
     * @param name what reports call it
     * @param kind which mean
     * @param weights one for each child, summing to exactly one
     * @param children at least one
     * @return the node
     */
    public static IndexComposite mean(
            String id,
            LocalizedText name,
            MeanKind kind,
            List<ImportanceWeight> weights,
            List<? extends IndexNode> children) {
        return new IndexComposite(
                id, name, new Aggregation.Mean(kind, weights), List.copyOf(children), MissingDataRule.complete());
    }

    /**
     * Makes a node of all answers below it taken together, for which every item must have an answer.
     *
     * @param id the id
     * @param name what reports call it
     * @param children at least one
     * @return the node
     */
    public static IndexComposite pooled(String id, LocalizedText name, List<? extends IndexNode> children) {
        return new IndexComposite(
                id, name, new Aggregation.PooledItems(), List.copyOf(children), MissingDataRule.complete());
    }

    /**
     * Returns this node with another rule for missing data.
     *
     * @param rule the rule
     * @return the node
     */
    public IndexComposite withMissingData(MissingDataRule rule) {
        return new IndexComposite(id, name, aggregation, children, rule);
    }

    /**
     * Returns this node with another aggregation.
     *
     * @param newAggregation the aggregation
     * @return the node
     */
    public IndexComposite withAggregation(Aggregation newAggregation) {
        return new IndexComposite(id, name, newAggregation, children, missingData);
    }
}
