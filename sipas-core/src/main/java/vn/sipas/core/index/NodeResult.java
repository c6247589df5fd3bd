package vn.sipas.core.index;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Problem;
import vn.sipas.core.estimate.Estimate;

/**
 * What one node of an index came to for one group.
 *
 * @param node the node
 * @param value its score, or why there is none
 * @param base the answers behind it; absent without a score and for scores that were given instead of computed
 * @param estimate the score with its sampling error, in points of 100; absent where none was asked for or none exists, and
 *     then a warning says why
 * @param contributions what the children with a value add, in their order; they sum exactly to the score
 * @param children the results of the children; empty for items and for scores that were given
 * @param warnings what a reader should know about this node
 */
public record NodeResult(
        IndexNode node,
        IndexValue value,
        Optional<IndexBase> base,
        Optional<Estimate> estimate,
        List<Contribution> contributions,
        List<NodeResult> children,
        List<Problem> warnings) {

    public NodeResult {
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(estimate, "estimate");
        contributions = List.copyOf(contributions);
        children = List.copyOf(children);
        warnings = List.copyOf(warnings);
    }

    /**
     * Returns the id of the node.
     *
     * @return the id
     */
    public String id() {
        return node.id();
    }

    /**
     * Returns what a child adds to this node.
     *
     * @param child the id of the child
     * @return its contribution, absent if it has no value
     */
    public Optional<Contribution> contribution(String child) {
        return contributions.stream()
                .filter(contribution -> contribution.child().equals(child))
                .findFirst();
    }
}
