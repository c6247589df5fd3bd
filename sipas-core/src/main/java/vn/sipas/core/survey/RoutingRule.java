package vn.sipas.core.survey;

import java.util.Objects;

/**
 * Skip logic: a question is asked only if a condition on earlier answers holds. A question without a rule is always
 * asked.
 *
 * @param question the code of the question that is asked or skipped
 * @param condition when it is asked
 */
public record RoutingRule(String question, Condition condition) {

    public RoutingRule {
        Codes.checked("question", question);
        Objects.requireNonNull(condition, "condition");
    }
}
