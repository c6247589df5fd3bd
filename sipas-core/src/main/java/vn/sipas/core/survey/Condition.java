package vn.sipas.core.survey;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A condition on earlier answers. */
public sealed interface Condition {

    /**
     * Tells whether the condition holds.
     *
     * @param selected gives the codes of the levels or options selected for a question; empty if there are none
     * @return whether it holds
     */
    boolean holds(Function<String, Set<String>> selected);

    /**
     * Returns the questions that the condition looks at.
     *
     * @return their codes
     */
    Set<String> questions();

    /**
     * Holds if any of some codes was selected.
     *
     * @param question the code of an earlier rating or choice question
     * @param codes the codes of levels or options, at least one
     */
    record Selected(String question, Set<String> codes) implements Condition {

        public Selected {
            Codes.checked("question", question);
            codes = Set.copyOf(codes);
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("codes must not be empty");
            }
        }

        @Override
        public boolean holds(Function<String, Set<String>> selected) {
            return selected.apply(question).stream().anyMatch(codes::contains);
        }

        @Override
        public Set<String> questions() {
            return Set.of(question);
        }
    }

    /**
     * Holds if every part holds.
     *
     * @param parts at least one condition
     */
    record AllOf(List<Condition> parts) implements Condition {

        public AllOf {
            parts = nonEmpty(parts);
        }

        @Override
        public boolean holds(Function<String, Set<String>> selected) {
            return parts.stream().allMatch(part -> part.holds(selected));
        }

        @Override
        public Set<String> questions() {
            return union(parts);
        }
    }

    /**
     * Holds if at least one part holds.
     *
     * @param parts at least one condition
     */
    record AnyOf(List<Condition> parts) implements Condition {

        public AnyOf {
            parts = nonEmpty(parts);
        }

        @Override
        public boolean holds(Function<String, Set<String>> selected) {
            return parts.stream().anyMatch(part -> part.holds(selected));
        }

        @Override
        public Set<String> questions() {
            return union(parts);
        }
    }

    /**
     * Holds if its part does not.
     *
     * @param part a condition
     */
    record Not(Condition part) implements Condition {

        @Override
        public boolean holds(Function<String, Set<String>> selected) {
            return !part.holds(selected);
        }

        @Override
        public Set<String> questions() {
            return part.questions();
        }
    }

    private static List<Condition> nonEmpty(List<Condition> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts must not be empty");
        }
        return List.copyOf(parts);
    }

    private static Set<String> union(List<Condition> parts) {
        Set<String> union = new LinkedHashSet<>();
        parts.forEach(part -> union.addAll(part.questions()));
        return union;
    }
}
