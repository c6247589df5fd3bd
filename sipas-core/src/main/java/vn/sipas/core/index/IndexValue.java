package vn.sipas.core.index;

import java.util.Optional;

/** What a node came to: a score, or the reason why there is none. */
public sealed interface IndexValue permits IndexScore, NoValue {

    /**
     * Returns the score, if there is one.
     *
     * @return the score
     */
    default Optional<IndexScore> score() {
        return this instanceof IndexScore score ? Optional.of(score) : Optional.empty();
    }
}
