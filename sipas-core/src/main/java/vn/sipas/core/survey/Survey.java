package vn.sipas.core.survey;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.sipas.core.LocalizedText;

/**
 * A questionnaire (phiếu khảo sát) in one revision. Immutable and safe for use by several threads.
 */
public final class Survey {

    private final SurveyKey key;
    private final LocalizedText title;
    private final List<Section> sections;
    private final List<RoutingRule> routing;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Condition> conditions = new LinkedHashMap<>();

    private Survey(SurveyKey key, LocalizedText title, List<Section> sections, List<RoutingRule> routing) {
        this.key = Objects.requireNonNull(key, "key");
        this.title = Objects.requireNonNull(title, "title");
        this.sections = List.copyOf(sections);
        this.routing = List.copyOf(routing);
        Set<String> sectionCodes = new HashSet<>();
        Map<String, RatingScale> scales = new LinkedHashMap<>();
        for (Section section : this.sections) {
            if (!sectionCodes.add(section.code())) {
                throw new IllegalArgumentException("section codes must be unique, \"" + section.code() + "\" repeats");
            }
            for (Question question : section.questions()) {
                if (questions.put(question.code(), question) != null) {
                    throw new IllegalArgumentException(
                            "question codes must be unique, \"" + question.code() + "\" repeats");
                }
                if (question instanceof RatingQuestion rating) {
                    RatingScale known = scales.putIfAbsent(rating.scale().id(), rating.scale());
                    if (known != null && !known.equals(rating.scale())) {
                        throw new IllegalArgumentException(
                                "scale ids must be unique, \"" + rating.scale().id() + "\" names two scales");
                    }
                }
            }
        }
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("sections must not be empty");
        }
        List<String> order = List.copyOf(questions.keySet());
        for (RoutingRule rule : this.routing) {
            int position = order.indexOf(rule.question());
            if (position < 0) {
                throw new IllegalArgumentException("routing names the unknown question \"" + rule.question() + "\"");
            }
            if (conditions.put(rule.question(), rule.condition()) != null) {
                throw new IllegalArgumentException("routing names \"" + rule.question() + "\" twice");
            }
            for (String earlier : rule.condition().questions()) {
                int earlierPosition = order.indexOf(earlier);
                if (earlierPosition < 0 || earlierPosition >= position) {
                    throw new IllegalArgumentException("routing of \"" + rule.question()
                            + "\" must look at earlier questions only, looks at \"" + earlier + "\"");
                }
            }
            requireKnownCodes(rule.condition());
        }
    }

    private void requireKnownCodes(Condition condition) {
        if (condition instanceof Condition.Selected selected) {
            List<String> known =
                    Objects.requireNonNull(questions.get(selected.question())).selectableCodes();
            for (String code : selected.codes()) {
                if (!known.contains(code)) {
                    throw new IllegalArgumentException(
                            "routing looks for \"" + code + "\", which \"" + selected.question() + "\" does not offer");
                }
            }
        } else if (condition instanceof Condition.AllOf all) {
            all.parts().forEach(this::requireKnownCodes);
        } else if (condition instanceof Condition.AnyOf any) {
            any.parts().forEach(this::requireKnownCodes);
        } else if (condition instanceof Condition.Not not) {
            requireKnownCodes(not.part());
        }
    }

    /**
     * Makes a survey.
     *
     * @param key its id and revision
     * @param title what the citizen reads at the top
     * @param sections at least one section; section codes and question codes are unique, and no two scales share an id
     * @param routing at most one rule a question, each looking at earlier questions only
     * @return the survey
     * @throws IllegalArgumentException if a code repeats or a rule looks at a later or unknown question
     */
    public static Survey of(SurveyKey key, LocalizedText title, List<Section> sections, List<RoutingRule> routing) {
        return new Survey(key, title, sections, routing);
    }

    /**
     * Makes a survey of rating questions alone, in one section, without routing.
     *
     * @param key its id and revision
     * @param title what the citizen reads at the top
     * @param questions at least one question
     * @return the survey
     */
    public static Survey ofRatings(SurveyKey key, LocalizedText title, List<RatingQuestion> questions) {
        return new Survey(key, title, List.of(new Section("main", title, List.copyOf(questions))), List.of());
    }

    /**
     * Returns id and revision.
     *
     * @return the key
     */
    public SurveyKey key() {
        return key;
    }

    /**
     * Returns the title.
     *
     * @return what the citizen reads at the top
     */
    public LocalizedText title() {
        return title;
    }

    /**
     * Returns the sections.
     *
     * @return the sections in order
     */
    public List<Section> sections() {
        return sections;
    }

    /**
     * Returns the skip logic.
     *
     * @return the rules
     */
    public List<RoutingRule> routing() {
        return routing;
    }

    /**
     * Returns all questions.
     *
     * @return the questions of all sections in order
     */
    public List<Question> questions() {
        return List.copyOf(questions.values());
    }

    /**
     * Returns the rating questions, the items that indices are computed from.
     *
     * @return the rating questions in order
     */
    public List<RatingQuestion> ratingQuestions() {
        return questions.values().stream()
                .filter(RatingQuestion.class::isInstance)
                .map(RatingQuestion.class::cast)
                .toList();
    }

    /**
     * Finds a question.
     *
     * @param code its code
     * @return the question, if the survey has it
     */
    public Optional<Question> question(String code) {
        return Optional.ofNullable(questions.get(code));
    }

    /**
     * Tells whether a respondent is asked a question, given the earlier answers.
     *
     * @param code the code of a question of this survey
     * @param selected gives the codes of the levels or options selected for a question; empty if there are none
     * @return whether it is asked
     * @throws IllegalArgumentException if the survey has no such question
     */
    public boolean asks(String code, Function<String, Set<String>> selected) {
        if (!questions.containsKey(code)) {
            throw new IllegalArgumentException("code must name a question of " + key + ", was \"" + code + "\"");
        }
        Condition condition = conditions.get(code);
        return condition == null || condition.holds(selected);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Survey survey
                && key.equals(survey.key)
                && title.equals(survey.title)
                && sections.equals(survey.sections)
                && routing.equals(survey.routing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, title, sections, routing);
    }

    /**
     * Returns the key and the number of questions.
     *
     * @return a line for logs
     */
    @Override
    public String toString() {
        return key + " (" + questions.size() + " questions)";
    }
}
