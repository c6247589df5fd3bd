package vn.sipas.io.source;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.Survey;

/** Finds the columns that answer the questions of a given survey: by code, or by what the citizen reads. */
final class SurveyColumns {

    private final Map<String, Question> byCode = new HashMap<>();
    private final Map<String, Question> byText = new HashMap<>();

    SurveyColumns(Survey survey) {
        for (Question question : survey.questions()) {
            byCode.putIfAbsent(squeezed(question.code()), question);
            byText.putIfAbsent(Headings.folded(question.text().vi()), question);
            byText.putIfAbsent(Headings.folded(question.text().en()), question);
        }
    }

    Optional<MappedColumn> column(AnswerColumn column, ColumnProfile profile, boolean ticks) {
        if (column.option().isPresent()) {
            Question group = question(column, column.question());
            if (group instanceof MultipleChoiceQuestion multiple) {
                Optional<MappedColumn> option = option(column, multiple, profile);
                if (option.isPresent()) {
                    return option;
                }
            }
            String own = column.question() + "." + column.option().get();
            Question row = ticks ? null : byCode.get(squeezed(own));
            return Optional.ofNullable(row == null ? byCode.get(squeezed(column.heading())) : row)
                    .map(question -> answer(column, question, profile));
        }
        return Optional.ofNullable(question(column, column.question()))
                .map(question -> answer(column, question, profile));
    }

    private @Nullable Question question(AnswerColumn column, String code) {
        Question found = byCode.get(squeezed(code));
        if (found == null) {
            found = byCode.get(squeezed(column.heading()));
        }
        if (found == null && column.text().isPresent()) {
            found = byText.get(Headings.folded(column.text().get()));
        }
        return found == null ? byText.get(Headings.folded(column.heading())) : found;
    }

    private static MappedColumn answer(AnswerColumn column, Question question, ColumnProfile profile) {
        AnswerKind kind = kindOf(question);
        Map<String, String> values = new LinkedHashMap<>(column.values());
        Optional<String> scale = Optional.empty();
        if (question instanceof RatingQuestion rating) {
            scale = Optional.of(rating.scale().id());
        }
        AnswerCodes codes = new AnswerCodes(question, values);
        String separator = "";
        if (kind == AnswerKind.MULTIPLE_CHOICE) {
            separator = column.separator().isEmpty() ? separatorOf(profile) : column.separator();
            values.putAll(labels((MultipleChoiceQuestion) question));
        } else if (!question.selectableCodes().isEmpty()) {
            Map<String, String> wordings = question instanceof RatingQuestion rating
                    ? KnownScales.values(rating.scale(), profile.values())
                    : Map.of();
            for (String value : profile.values()) {
                AnswerCodes.Found found = codes.find(value);
                String code = found == null ? wordings.get(value) : found.code();
                if (code != null && !code.equals(value)) {
                    values.putIfAbsent(value, code);
                }
            }
        }
        return new MappedColumn(
                column.heading(),
                column.occurrence(),
                ColumnRole.ANSWER,
                Optional.of(question.code()),
                Optional.empty(),
                Optional.of(kind),
                scale,
                column.text(),
                kind == AnswerKind.OPEN_TEXT
                        ? Optional.of(column.personal().orElse(PersonalData.FREE_TEXT))
                        : Optional.empty(),
                values,
                separator,
                kind == AnswerKind.NUMBER ? profile.decimalMark() : Optional.empty());
    }

    private static Optional<MappedColumn> option(
            AnswerColumn column, MultipleChoiceQuestion question, ColumnProfile profile) {
        AnswerCodes codes = new AnswerCodes(question, Map.of());
        AnswerCodes.Found found = codes.find(column.option().orElse(""));
        if (found == null) {
            found = column.text().map(codes::find).orElse(null);
        }
        Map<String, String> values = new LinkedHashMap<>(Ticks.values(profile.values()));
        for (String value : profile.values()) {
            values.putIfAbsent(value, Ticks.TICKED);
        }
        values.putAll(column.values());
        return Optional.ofNullable(found)
                .map(code -> new MappedColumn(
                        column.heading(),
                        column.occurrence(),
                        ColumnRole.OPTION,
                        Optional.of(question.code()),
                        Optional.of(code.code()),
                        Optional.of(AnswerKind.MULTIPLE_CHOICE),
                        Optional.empty(),
                        column.text(),
                        Optional.empty(),
                        values,
                        "",
                        Optional.empty()));
    }

    private static Map<String, String> labels(MultipleChoiceQuestion question) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Choice choice : question.choices()) {
            labels.put(choice.label().vi(), choice.code());
        }
        return labels;
    }

    private static String separatorOf(ColumnProfile profile) {
        List<String> values = profile.values();
        for (String candidate : List.of(";", "|", ", ", ",")) {
            if (values.stream().anyMatch(value -> value.contains(candidate))) {
                return candidate;
            }
        }
        return ", ";
    }

    private static AnswerKind kindOf(Question question) {
        if (question instanceof RatingQuestion) {
            return AnswerKind.RATING;
        }
        if (question instanceof MultipleChoiceQuestion) {
            return AnswerKind.MULTIPLE_CHOICE;
        }
        if (question instanceof NumberQuestion) {
            return AnswerKind.NUMBER;
        }
        return question instanceof OpenTextQuestion ? AnswerKind.OPEN_TEXT : AnswerKind.SINGLE_CHOICE;
    }

    /** Lower case, any marks between as points: {@code Q1[SQ001]}, {@code q1_sq001} and {@code q1.sq001} are one code. */
    private static String squeezed(String code) {
        String pointed = Headings.folded(code).replaceAll("[^\\p{L}\\p{N}]+", ".");
        return pointed.endsWith(".") ? pointed.substring(0, pointed.length() - 1) : pointed;
    }
}
