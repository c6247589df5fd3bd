package vn.sipas.core.index;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.LocalizedText;

/** How a node of the tree comes out of what lies below it. */
public sealed interface Aggregation {

    /**
     * A mean of the values of the children.
     *
     * @param kind which mean
     * @param weights one weight for each child, in the order of the children, summing to exactly one
     */
    record Mean(MeanKind kind, List<ImportanceWeight> weights) implements Aggregation {

        public Mean {
            Objects.requireNonNull(kind, "kind");
            weights = List.copyOf(weights);
        }

        @Override
        public LocalizedText label() {
            return kind.label();
        }
    }

    /**
     * All answers to all items below the node taken together: Σ favourable ÷ Σ valid (or Σ rescaled ÷ Σ valid). An item
     * then counts in proportion to how many answered it, and the nodes between it and this one do not matter. This is
     * how the Ministry of Health's instruction pools the questions of a form.
     */
    record PooledItems() implements Aggregation {

        @Override
        public LocalizedText label() {
            return LocalizedText.of("Gộp mọi câu trả lời", "All answers pooled");
        }
    }

    /**
     * Returns the name in reports.
     *
     * @return the label
     */
    LocalizedText label();
}
