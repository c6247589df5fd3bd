package vn.sipas.core.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.Condition;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;

/** From a survey to its document. */
final class SurveyDescription {

    private SurveyDescription() {}

    static SurveyDocument of(Survey survey) {
        Map<String, ScaleDocument> scales = new LinkedHashMap<>();
        survey.ratingQuestions()
                .forEach(question -> scales.putIfAbsent(question.scale().id(), scale(question.scale())));
        return new SurveyDocument(
                survey.key().id(),
                survey.key().revision(),
                TextDocument.of(survey.title()),
                List.copyOf(scales.values()),
                survey.sections().stream()
                        .map(section -> new SectionDocument(
                                section.code(),
                                TextDocument.of(section.title()),
                                section.questions().stream()
                                        .map(SurveyDescription::question)
                                        .toList()))
                        .toList(),
                survey.routing().stream()
                        .map(rule -> new RoutingDocument(rule.question(), condition(rule.condition())))
                        .toList());
    }

    private static ScaleDocument scale(RatingScale scale) {
        return new ScaleDocument(
                scale.id(),
                scale.levels().stream()
                        .map(level -> new LevelDocument(
                                level.value(), level.code(), TextDocument.of(level.label()), Words.of(level.favour())))
                        .toList());
    }

    private static QuestionDocument question(Question question) {
        String kind = Words.of(QuestionKind.of(question));
        String code = question.code();
        TextDocument text = TextDocument.of(question.text());
        String requirement = Words.of(question.requirement());
        if (question instanceof RatingQuestion rating) {
            return new QuestionDocument(
                    kind, code, text, requirement, rating.scale().id(), null, null, null, null, null);
        }
        if (question instanceof SingleChoiceQuestion single) {
            return new QuestionDocument(
                    kind, code, text, requirement, null, choices(single.choices()), null, null, null, null);
        }
        if (question instanceof MultipleChoiceQuestion multiple) {
            return new QuestionDocument(
                    kind,
                    code,
                    text,
                    requirement,
                    null,
                    choices(multiple.choices()),
                    multiple.maxSelections(),
                    null,
                    null,
                    null);
        }
        if (question instanceof OpenTextQuestion open) {
            return new QuestionDocument(kind, code, text, requirement, null, null, null, open.maxLength(), null, null);
        }
        NumberQuestion number = (NumberQuestion) question;
        return new QuestionDocument(
                kind, code, text, requirement, null, null, null, null, number.minimum(), number.maximum());
    }

    private static List<ChoiceDocument> choices(List<Choice> choices) {
        return choices.stream()
                .map(choice -> new ChoiceDocument(choice.code(), TextDocument.of(choice.label())))
                .toList();
    }

    private static ConditionDocument condition(Condition condition) {
        if (condition instanceof Condition.Selected selected) {
            return new ConditionDocument(
                    selected.question(), List.copyOf(new TreeSet<>(selected.codes())), null, null, null);
        }
        if (condition instanceof Condition.AllOf all) {
            return new ConditionDocument(null, null, conditions(all.parts()), null, null);
        }
        if (condition instanceof Condition.AnyOf any) {
            return new ConditionDocument(null, null, null, conditions(any.parts()), null);
        }
        return new ConditionDocument(null, null, null, null, condition(((Condition.Not) condition).part()));
    }

    private static List<ConditionDocument> conditions(List<Condition> parts) {
        return parts.stream().map(SurveyDescription::condition).toList();
    }
}
