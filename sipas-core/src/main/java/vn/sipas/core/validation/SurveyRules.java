package vn.sipas.core.validation;

import static vn.sipas.core.validation.Lists.orEmpty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.Favour;
import vn.sipas.core.survey.Requirement;

/**
 * The rules between the fields of a survey definition. What a constraint already reports (an absent or ill-formed value)
 * is passed over here, so that one mistake is one problem.
 */
final class SurveyRules {

    /** A question that routing can look at or decide on. */
    private record Located(
            int position, String path, @Nullable QuestionKind kind, List<String> selectable) {}

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, ScaleDocument> scales = new LinkedHashMap<>();
    private final Map<String, Located> questions = new LinkedHashMap<>();

    private SurveyRules() {}

    static List<Problem> problems(SurveyDocument document) {
        SurveyRules rules = new SurveyRules();
        rules.checkScales(orEmpty(document.scales()));
        rules.checkSections(orEmpty(document.sections()));
        rules.checkRouting(orEmpty(document.routing()));
        return rules.problems;
    }

    private void checkScales(List<@Nullable ScaleDocument> documents) {
        Codes ids = new Codes(ValidationProblem.DUPLICATE_SCALE);
        for (int i = 0; i < documents.size(); i++) {
            ScaleDocument scale = documents.get(i);
            if (scale != null) {
                String path = "scales[" + i + "]";
                if (scale.id() != null) {
                    ids.add(scale.id(), path + ".id");
                    scales.putIfAbsent(scale.id(), scale);
                }
                checkLevels(path, orEmpty(scale.levels()));
            }
        }
    }

    private void checkLevels(String scalePath, List<@Nullable LevelDocument> levels) {
        Codes codes = new Codes(ValidationProblem.DUPLICATE_LEVEL);
        Integer lastValue = null;
        Favour lastFavour = null;
        boolean allFavoursKnown = levels.size() >= 2;
        boolean anyFavourable = false;
        boolean anyOther = false;
        for (int i = 0; i < levels.size(); i++) {
            LevelDocument level = levels.get(i);
            if (level == null) {
                allFavoursKnown = false;
                continue;
            }
            String path = scalePath + ".levels[" + i + "]";
            codes.add(level.code(), path + ".code");
            if (lastValue != null && level.value() != null && level.value() <= lastValue) {
                report(ValidationProblem.LEVEL_ORDER, path + ".value");
            }
            lastValue = level.value() == null ? lastValue : level.value();
            Favour favour = word(Favour.class, level.favour(), path + ".favour");
            if (favour == null) {
                allFavoursKnown = false;
                continue;
            }
            anyFavourable |= favour == Favour.FAVOURABLE;
            anyOther |= favour != Favour.FAVOURABLE;
            // Favour is declared from the most to the least favourable, so that a later constant is worse.
            if (lastFavour != null && favour.compareTo(lastFavour) > 0) {
                report(ValidationProblem.FAVOUR_ORDER, path + ".favour");
            }
            lastFavour = favour;
        }
        if (allFavoursKnown && !(anyFavourable && anyOther)) {
            report(ValidationProblem.ONE_SIDED_SCALE, scalePath + ".levels");
        }
    }

    private void checkSections(List<@Nullable SectionDocument> sections) {
        Codes sectionCodes = new Codes(ValidationProblem.DUPLICATE_SECTION);
        Codes questionCodes = new Codes(ValidationProblem.DUPLICATE_QUESTION);
        for (int i = 0; i < sections.size(); i++) {
            SectionDocument section = sections.get(i);
            if (section == null) {
                continue;
            }
            sectionCodes.add(section.code(), "sections[" + i + "].code");
            List<@Nullable QuestionDocument> documents = orEmpty(section.questions());
            for (int j = 0; j < documents.size(); j++) {
                QuestionDocument question = documents.get(j);
                if (question != null) {
                    String path = "sections[" + i + "].questions[" + j + "]";
                    questionCodes.add(question.code(), path + ".code");
                    checkQuestion(path, question);
                }
            }
        }
    }

    private void checkQuestion(String path, QuestionDocument question) {
        QuestionKind kind = word(QuestionKind.class, question.kind(), path + ".kind");
        word(Requirement.class, question.requirement(), path + ".requirement");
        List<String> selectable = new ArrayList<>();
        Codes choiceCodes = new Codes(ValidationProblem.DUPLICATE_CHOICE);
        List<@Nullable ChoiceDocument> choices = orEmpty(question.choices());
        for (int i = 0; i < choices.size(); i++) {
            ChoiceDocument choice = choices.get(i);
            if (choice != null && choice.code() != null) {
                choiceCodes.add(choice.code(), path + ".choices[" + i + "].code");
                selectable.add(choice.code());
            }
        }
        if (kind != null) {
            checkFields(path, kind, question);
        }
        if (kind == QuestionKind.RATING && question.scale() != null) {
            ScaleDocument scale = scales.get(question.scale());
            if (scale == null) {
                problems.add(Problem.of(
                        ValidationProblem.UNKNOWN_SCALE,
                        Place.path(path + ".scale"),
                        "known",
                        scales.isEmpty() ? "–" : String.join(", ", scales.keySet())));
            } else {
                for (LevelDocument level : orEmpty(scale.levels())) {
                    if (level != null && level.code() != null) {
                        selectable.add(level.code());
                    }
                }
            }
        }
        if (kind == QuestionKind.MULTIPLE_CHOICE
                && question.maxSelections() != null
                && !choices.isEmpty()
                && question.maxSelections() > choices.size()) {
            problems.add(Problem.of(
                    ValidationProblem.MORE_SELECTIONS_THAN_CHOICES,
                    Place.path(path + ".maxSelections"),
                    "max",
                    choices.size()));
        }
        if (question.minimum() != null
                && question.maximum() != null
                && question.maximum().compareTo(question.minimum()) < 0) {
            report(ValidationProblem.EMPTY_INTERVAL, path + ".maximum");
        }
        if (question.code() != null) {
            questions.putIfAbsent(question.code(), new Located(questions.size(), path, kind, selectable));
        }
    }

    private void checkFields(String path, QuestionKind kind, QuestionDocument question) {
        checkField(path + ".scale", kind, question.scale(), kind == QuestionKind.RATING, true);
        checkField(path + ".choices", kind, question.choices(), kind.hasChoices(), true);
        checkField(
                path + ".maxSelections", kind, question.maxSelections(), kind == QuestionKind.MULTIPLE_CHOICE, false);
        checkField(path + ".maxLength", kind, question.maxLength(), kind == QuestionKind.OPEN_TEXT, true);
        checkField(path + ".minimum", kind, question.minimum(), kind == QuestionKind.NUMBER, true);
        checkField(path + ".maximum", kind, question.maximum(), kind == QuestionKind.NUMBER, true);
    }

    private void checkField(String path, QuestionKind kind, @Nullable Object value, boolean belongs, boolean needed) {
        if (belongs && needed && value == null) {
            report(ValidationProblem.MISSING, path);
        } else if (!belongs && value != null) {
            problems.add(Problem.of(ValidationProblem.FIELD_NOT_FOR_KIND, Place.path(path), "kind", Words.of(kind)));
        }
    }

    private void checkRouting(List<@Nullable RoutingDocument> routing) {
        Codes ruled = new Codes(ValidationProblem.ROUTING_TWICE);
        for (int i = 0; i < routing.size(); i++) {
            RoutingDocument rule = routing.get(i);
            if (rule == null) {
                continue;
            }
            String path = "routing[" + i + "]";
            ruled.add(rule.question(), path + ".question");
            Located target = rule.question() == null ? null : questions.get(rule.question());
            if (rule.question() != null && target == null) {
                report(ValidationProblem.ROUTING_UNKNOWN_QUESTION, path + ".question");
            }
            if (rule.askedIf() != null) {
                checkCondition(path + ".askedIf", rule.askedIf(), target);
            }
        }
    }

    private void checkCondition(String path, ConditionDocument condition, @Nullable Located target) {
        boolean selection = condition.question() != null || condition.selected() != null;
        int forms = (selection ? 1 : 0)
                + (condition.allOf() == null ? 0 : 1)
                + (condition.anyOf() == null ? 0 : 1)
                + (condition.not() == null ? 0 : 1);
        if (forms != 1 || (selection && (condition.question() == null || condition.selected() == null))) {
            report(ValidationProblem.CONDITION_FORM, path);
            return;
        }
        if (condition.question() != null) {
            checkSelection(path, condition.question(), orEmpty(condition.selected()), target);
        }
        checkParts(path + ".allOf", orEmpty(condition.allOf()), target);
        checkParts(path + ".anyOf", orEmpty(condition.anyOf()), target);
        if (condition.not() != null) {
            checkCondition(path + ".not", condition.not(), target);
        }
    }

    private void checkParts(String path, List<@Nullable ConditionDocument> parts, @Nullable Located target) {
        for (int i = 0; i < parts.size(); i++) {
            ConditionDocument part = parts.get(i);
            if (part != null) {
                checkCondition(path + "[" + i + "]", part, target);
            }
        }
    }

    private void checkSelection(
            String path, String question, List<@Nullable String> selected, @Nullable Located target) {
        Located source = questions.get(question);
        if (source == null) {
            report(ValidationProblem.ROUTING_UNKNOWN_QUESTION, path + ".question");
            return;
        }
        if (target != null && source.position >= target.position) {
            report(ValidationProblem.ROUTING_NOT_EARLIER, path + ".question");
        }
        if (source.kind == QuestionKind.OPEN_TEXT || source.kind == QuestionKind.NUMBER) {
            report(ValidationProblem.ROUTING_NOTHING_TO_SELECT, path + ".question");
        } else if (source.kind != null && !source.selectable.isEmpty()) {
            for (int i = 0; i < selected.size(); i++) {
                String code = selected.get(i);
                if (code != null && !source.selectable.contains(code)) {
                    problems.add(Problem.of(
                            ValidationProblem.ROUTING_UNKNOWN_CODE,
                            Place.path(path + ".selected[" + i + "]"),
                            "known",
                            String.join(", ", source.selectable)));
                }
            }
        }
    }

    private <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String word, String path) {
        if (word == null) {
            return null;
        }
        E constant = Words.find(type, word).orElse(null);
        if (constant == null) {
            problems.add(Problem.of(ValidationProblem.WORD, Place.path(path), "allowed", Words.all(type)));
        }
        return constant;
    }

    private void report(ValidationProblem kind, String path) {
        problems.add(Problem.of(kind, Place.path(path)));
    }

    /** Codes seen so far, and where. */
    private final class Codes {

        private final ValidationProblem repeated;
        private final Map<String, String> places = new HashMap<>();

        Codes(ValidationProblem repeated) {
            this.repeated = repeated;
        }

        void add(@Nullable String code, String path) {
            if (code == null) {
                return;
            }
            String first = places.putIfAbsent(code, path);
            if (first != null) {
                problems.add(Problem.of(repeated, Place.path(path), "first", first));
            }
        }
    }
}
