package vn.sipas.core.index;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.estimate.Estimate;

/**
 * A group in a ranking.
 *
 * @param group the group
 * @param rank one more than the number of groups with a higher score, so that ties share a rank and the next rank is skipped
 * @param tied whether another group has the same rank
 * @param score the score
 * @param estimate the score with its error, if there is one; without, nothing separates the group from others
 * @param bestRank one more than the number of groups that are significantly better: the best rank the data do not rule out
 * @param worstRank the number of groups less those that are significantly worse
 * @param letters the clusters of neighbours it belongs to, such as {@code ab}; groups that share a letter cannot be separated
 */
public record RankedGroup(
        String group,
        int rank,
        boolean tied,
        IndexScore score,
        Optional<Estimate> estimate,
        int bestRank,
        int worstRank,
        String letters) {

    public RankedGroup {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(estimate, "estimate");
        Objects.requireNonNull(letters, "letters");
        if (rank < 1 || bestRank < 1 || worstRank < bestRank) {
            throw new IllegalArgumentException("ranks must be at least 1 and bestRank at most worstRank, were " + rank
                    + ", " + bestRank + " and " + worstRank);
        }
    }
}
