package vn.sipas.core.index;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.survey.RatingQuestion;

/**
 * A tip of the tree: one rating question.
 *
 * @param id the id of the node, unique in the tree
 * @param name what reports call it
 * @param question the code of the question in the survey; a question counts once in a tree
 * @param direction which end is the good one
 * @param statistic what is computed from its answers, if not the statistic of the definition
 */
public record IndexItem(
        String id, LocalizedText name, String question, Direction direction, Optional<ItemStatistic> statistic)
        implements IndexNode {

    public IndexItem {
        NodeIds.checked("id", id);
        NodeIds.checked("question", question);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(statistic, "statistic");
    }

    /**
     * Makes an item with the id of its question, counted as it is by the statistic of the definition.
     *
     * @param question the code of the question
     * @param name what reports call it
     * @return the item
     */
    public static IndexItem of(String question, LocalizedText name) {
        return new IndexItem(question, name, question, Direction.HIGHER_IS_BETTER, Optional.empty());
    }

    /**
     * Makes an item with code and text of a question of a survey.
     *
     * @param question the question
     * @return the item
     */
    public static IndexItem of(RatingQuestion question) {
        return of(question.code(), question.text());
    }
}
