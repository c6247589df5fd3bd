package vn.sipas.core.validation;

import static java.util.Objects.requireNonNull;
import static vn.sipas.core.validation.Lists.orEmpty;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.Condition;
import vn.sipas.core.survey.Favour;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.RoutingRule;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.core.survey.Section;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;

/** From a document without errors to the survey. */
final class SurveyAssembly {

    private final Map<String, RatingScale> scales = new HashMap<>();

    private SurveyAssembly() {}

    static Survey of(SurveyDocument document) {
        SurveyAssembly assembly = new SurveyAssembly();
        for (ScaleDocument scale : orEmpty(document.scales())) {
            RatingScale built = scale(scale);
            assembly.scales.put(built.id(), built);
        }
        return Survey.of(
                SurveyKey.of(requireNonNull(document.id()), requireNonNull(document.revision())),
                text(document.title()),
                orEmpty(document.sections()).stream().map(assembly::section).toList(),
                orEmpty(document.routing()).stream()
                        .map(rule -> new RoutingRule(
                                requireNonNull(rule.question()), condition(requireNonNull(rule.askedIf()))))
                        .toList());
    }

    private static RatingScale scale(ScaleDocument scale) {
        return new RatingScale(
                requireNonNull(scale.id()),
                orEmpty(scale.levels()).stream()
                        .map(level -> new ScaleLevel(
                                requireNonNull(level.value()),
                                requireNonNull(level.code()),
                                text(level.label()),
                                Words.find(Favour.class, requireNonNull(level.favour()))
                                        .orElseThrow()))
                        .toList());
    }

    private Section section(SectionDocument section) {
        return new Section(
                requireNonNull(section.code()),
                text(section.title()),
                orEmpty(section.questions()).stream().map(this::question).toList());
    }

    private Question question(QuestionDocument document) {
        String code = requireNonNull(document.code());
        LocalizedText text = text(document.text());
        Requirement requirement = document.requirement() == null
                ? Requirement.REQUIRED
                : Words.find(Requirement.class, document.requirement()).orElseThrow();
        QuestionKind kind =
                Words.find(QuestionKind.class, requireNonNull(document.kind())).orElseThrow();
        return switch (kind) {
            case RATING ->
                new RatingQuestion(
                        code, text, requirement, requireNonNull(scales.get(requireNonNull(document.scale()))));
            case SINGLE_CHOICE -> new SingleChoiceQuestion(code, text, requirement, choices(document));
            case MULTIPLE_CHOICE ->
                new MultipleChoiceQuestion(
                        code,
                        text,
                        requirement,
                        choices(document),
                        document.maxSelections() == null ? choices(document).size() : document.maxSelections());
            case OPEN_TEXT -> new OpenTextQuestion(code, text, requirement, requireNonNull(document.maxLength()));
            case NUMBER ->
                new NumberQuestion(
                        code,
                        text,
                        requirement,
                        requireNonNull(document.minimum()),
                        requireNonNull(document.maximum()));
        };
    }

    private static List<Choice> choices(QuestionDocument document) {
        return orEmpty(document.choices()).stream()
                .map(choice -> new Choice(requireNonNull(choice.code()), text(choice.label())))
                .toList();
    }

    private static Condition condition(ConditionDocument document) {
        if (document.question() != null) {
            return new Condition.Selected(document.question(), new HashSet<>(orEmpty(document.selected())));
        }
        if (document.allOf() != null) {
            return new Condition.AllOf(conditions(document.allOf()));
        }
        if (document.anyOf() != null) {
            return new Condition.AnyOf(conditions(document.anyOf()));
        }
        return new Condition.Not(condition(requireNonNull(document.not())));
    }

    private static List<Condition> conditions(List<ConditionDocument> parts) {
        return parts.stream().map(SurveyAssembly::condition).toList();
    }

    private static LocalizedText text(@Nullable TextDocument document) {
        TextDocument text = requireNonNull(document);
        return LocalizedText.of(requireNonNull(text.vi()), requireNonNull(text.en()));
    }
}
