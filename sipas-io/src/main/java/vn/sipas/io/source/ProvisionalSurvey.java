package vn.sipas.io.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.Section;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;

/** Makes the survey that a form of a mapping describes, where none is given. */
final class ProvisionalSurvey {

    private static final BigDecimal LARGEST = new BigDecimal("1e30").setScale(0);
    private static final Choice UNSEEN =
            Choice.of("unseen", "(phương án khác, chưa thấy trong dữ liệu)", "(another option, not seen in the data)");

    private final List<Problem> problems = new ArrayList<>();
    private final Place place;

    private ProvisionalSurvey(Place place) {
        this.place = place;
    }

    static Checked<Survey> of(FormMapping form, PrivacyPolicy privacy, String source) {
        return new ProvisionalSurvey(Place.in(source)).survey(form, privacy);
    }

    private Checked<Survey> survey(FormMapping form, PrivacyPolicy privacy) {
        Map<String, List<MappedColumn>> byQuestion = new LinkedHashMap<>();
        for (MappedColumn column : form.columns()) {
            boolean keptAside = !column.role().isAnswer()
                    && column.question().isPresent()
                    && column.role() != ColumnRole.GROUP
                    && column.personal().filter(privacy::keeps).isPresent();
            if (column.role().isAnswer() || keptAside) {
                byQuestion
                        .computeIfAbsent(column.question().orElseThrow(), code -> new ArrayList<>())
                        .add(column);
            }
        }
        List<Question> questions = new ArrayList<>();
        byQuestion.forEach((code, columns) -> question(code, columns).ifPresent(questions::add));
        if (questions.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.of(SourceProblem.NO_QUESTIONS, place));
        }
        if (!problems.isEmpty()) {
            return Checked.refused(problems);
        }
        LocalizedText title = LocalizedText.of(
                "Phiếu tạm, lập từ tiêu đề và dữ liệu của tệp", "Provisional survey, made from headings and values");
        return Checked.of(Survey.of(form.survey(), title, List.of(new Section("main", title, questions)), List.of()));
    }

    private Optional<Question> question(String code, List<MappedColumn> columns) {
        MappedColumn first = columns.get(0);
        LocalizedText text = LocalizedText.same(first.text()
                .or(() -> Optional.of(first.heading()))
                .filter(words -> !words.isBlank())
                .orElse(code));
        AnswerKind kind = !first.role().isAnswer()
                ? AnswerKind.OPEN_TEXT
                : first.role() == ColumnRole.OPTION
                        ? AnswerKind.MULTIPLE_CHOICE
                        : first.kind().orElse(null);
        if (kind == null) {
            return incomplete(code);
        }
        Requirement requirement = Requirement.OPTIONAL;
        switch (kind) {
            case RATING -> {
                Optional<RatingScale> scale = first.scale().flatMap(KnownScales::ofId);
                return scale.isEmpty()
                        ? incomplete(code)
                        : Optional.of(new RatingQuestion(code, text, requirement, scale.get()));
            }
            case SINGLE_CHOICE -> {
                return Optional.of(new SingleChoiceQuestion(code, text, requirement, choices(columns)));
            }
            case MULTIPLE_CHOICE -> {
                List<Choice> choices = first.role() == ColumnRole.OPTION ? options(columns) : choices(columns);
                return Optional.of(new MultipleChoiceQuestion(code, text, requirement, choices, choices.size()));
            }
            case NUMBER -> {
                return Optional.of(new NumberQuestion(code, text, requirement, LARGEST.negate(), LARGEST));
            }
            case OPEN_TEXT, DATE -> {
                return Optional.of(new OpenTextQuestion(code, text, requirement, OpenTextQuestion.MAX_LENGTH));
            }
            default -> throw new IllegalStateException("kinds are listed above");
        }
    }

    private Optional<Question> incomplete(String code) {
        problems.add(Problem.of(SourceProblem.MAPPING_INCOMPLETE, place, "question", code));
        return Optional.empty();
    }

    private static List<Choice> choices(List<MappedColumn> columns) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        for (MappedColumn column : columns) {
            column.values().forEach((label, code) -> {
                if (CodeNames.isCode(code)) {
                    choices.putIfAbsent(code, new Choice(code, LocalizedText.same(label.isBlank() ? code : label)));
                }
            });
        }
        return padded(choices);
    }

    private static List<Choice> options(List<MappedColumn> columns) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        for (MappedColumn column : columns) {
            column.option().ifPresent(code -> {
                String text = column.text().orElse(code);
                int open = text.lastIndexOf('[');
                boolean named = open >= 0 && text.endsWith("]") && open + 2 < text.length();
                String label = named ? text.substring(open + 1, text.length() - 1) : text;
                choices.putIfAbsent(code, new Choice(code, LocalizedText.same(label.isBlank() ? code : label)));
            });
        }
        return padded(choices);
    }

    /** A choice takes at least two options, even if the data show fewer. */
    private static List<Choice> padded(Map<String, Choice> choices) {
        choices.putIfAbsent(UNSEEN.code(), UNSEEN);
        if (choices.size() > 2) {
            choices.remove(UNSEEN.code(), UNSEEN);
        } else if (choices.size() < 2) {
            choices.put(
                    "unseen-2",
                    Choice.of("unseen-2", UNSEEN.label().vi(), UNSEEN.label().en()));
        }
        return List.copyOf(choices.values());
    }
}
