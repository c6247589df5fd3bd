package vn.sipas.io.spss;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.core.survey.SingleChoiceQuestion;

/** One variable: its name, its labels, and how a response gets its value. */
final class SpssVariable {

    /** What a column of 20 characters shows beside a sign, a zero and the point. */
    private static final int MOST_DECIMALS = 16;

    private static final BigDecimal USUAL = BigDecimal.valueOf(-9999);
    private static final Map<Answer.NoAnswer, LocalizedText> REASONS = Map.of(
            Answer.NoAnswer.NOT_ASKED, LocalizedText.of("Không hỏi", "Not asked"),
            Answer.NoAnswer.DONT_KNOW, LocalizedText.of("Không biết, không có ý kiến", "Does not know"),
            Answer.NoAnswer.REFUSED, LocalizedText.of("Từ chối trả lời", "Refused"));
    private static final List<Answer.NoAnswer> CODED =
            List.of(Answer.NoAnswer.NOT_ASKED, Answer.NoAnswer.DONT_KNOW, Answer.NoAnswer.REFUSED);

    private final String name;
    private final LocalizedText label;
    private final boolean text;
    private final Map<String, LocalizedText> valueLabels;
    private final Optional<BigDecimal> firstMissing;
    private final Function<Response, String> value;
    private int widest = 1;
    private int decimals;

    private SpssVariable(
            String name,
            LocalizedText label,
            boolean text,
            Map<String, LocalizedText> valueLabels,
            Optional<BigDecimal> firstMissing,
            Function<Response, String> value) {
        this.name = name;
        this.label = label;
        this.text = text;
        this.valueLabels = valueLabels;
        this.firstMissing = firstMissing;
        this.value = value;
    }

    static SpssVariable text(String name, LocalizedText label, Function<Response, String> value) {
        return new SpssVariable(name, label, true, Map.of(), Optional.empty(), value);
    }

    static SpssVariable number(String name, LocalizedText label, Function<Response, String> value) {
        return new SpssVariable(name, label, false, Map.of(), Optional.empty(), value);
    }

    /** The variables of a question, one for each option of a multiple choice. */
    static List<SpssVariable> of(Question question, SpssNames names) {
        String code = question.code();
        if (question instanceof MultipleChoiceQuestion multiple) {
            return multiple.choices().stream()
                    .map(choice -> option(multiple, choice, names))
                    .toList();
        }
        if (question instanceof OpenTextQuestion) {
            return List.of(text(
                    names.of(code),
                    question.text(),
                    response -> response.answer(code) instanceof Answer.Written written ? written.text() : ""));
        }
        Map<String, LocalizedText> labels = new LinkedHashMap<>();
        Map<String, String> numbers = new LinkedHashMap<>();
        BigDecimal missing = USUAL;
        if (question instanceof RatingQuestion rating) {
            for (ScaleLevel level : rating.scale().levels()) {
                labels.put(Integer.toString(level.value()), level.label());
            }
        } else if (question instanceof SingleChoiceQuestion single) {
            List<Choice> choices = single.choices();
            boolean whole = choices.stream().allMatch(choice -> choice.code().matches("0|[1-9][0-9]{0,8}"));
            for (int i = 0; i < choices.size(); i++) {
                String number = whole ? choices.get(i).code() : Integer.toString(i + 1);
                numbers.put(choices.get(i).code(), number);
                labels.put(number, choices.get(i).label());
            }
        } else if (question instanceof NumberQuestion number && number.minimum().compareTo(USUAL) < 0) {
            missing = number.minimum().setScale(0, RoundingMode.FLOOR).subtract(BigDecimal.valueOf(3));
        }
        BigDecimal first = missing;
        return List.of(variable(names.of(code), question.text(), labels, first, response -> {
            Answer answer = response.answer(code);
            if (answer instanceof Answer.Rated rated) {
                return Integer.toString(rated.value());
            }
            if (answer instanceof Answer.Selected selected) {
                return numbers.getOrDefault(selected.code(), "");
            }
            return answer instanceof Answer.Quantity quantity
                    ? quantity.number().toPlainString()
                    : missing(answer, first);
        }));
    }

    private static SpssVariable option(MultipleChoiceQuestion question, Choice choice, SpssNames names) {
        Map<String, LocalizedText> labels = new LinkedHashMap<>();
        labels.put("0", LocalizedText.of("Không chọn", "Not selected"));
        labels.put("1", LocalizedText.of("Chọn", "Selected"));
        LocalizedText label = LocalizedText.of(
                choice.label().vi() + " – " + question.text().vi(),
                choice.label().en() + " – " + question.text().en());
        return variable(
                names.of(question.code() + "_" + choice.code()),
                label,
                labels,
                USUAL,
                response -> response.answer(question.code()) instanceof Answer.SelectedAll selected
                        ? (selected.codes().contains(choice.code()) ? "1" : "0")
                        : missing(response.answer(question.code()), USUAL));
    }

    private static SpssVariable variable(
            String name,
            LocalizedText label,
            Map<String, LocalizedText> labels,
            BigDecimal missing,
            Function<Response, String> value) {
        Map<String, LocalizedText> all = new LinkedHashMap<>(labels);
        for (Answer.NoAnswer none : CODED) {
            all.put(missing(none, missing), REASONS.getOrDefault(none, label));
        }
        return new SpssVariable(name, label, false, all, Optional.of(missing), value);
    }

    private static String missing(Answer answer, BigDecimal first) {
        int position = answer instanceof Answer.NoAnswer none ? CODED.indexOf(none) : -1;
        return position < 0 ? "" : first.add(BigDecimal.valueOf(position)).toPlainString();
    }

    String name() {
        return name;
    }

    boolean isText() {
        return text;
    }

    /** The field of a response, on one line. */
    String field(Response response) {
        String field = value.apply(response);
        if (text) {
            field = SpssText.line(field);
            widest = Math.max(widest, field.getBytes(StandardCharsets.UTF_8).length);
        } else {
            int point = field.indexOf('.');
            decimals = Math.max(decimals, point < 0 ? 0 : Math.min(MOST_DECIMALS, field.length() - point - 1));
        }
        return field;
    }

    String declaration() {
        return name + (text ? " A" + Math.min(widest, 32_767) : " F20.0");
    }

    /** How many decimals the values written so far have. */
    int decimals() {
        return decimals;
    }

    String label(Language language) {
        return SpssText.quoted(label.in(language), 255);
    }

    Map<String, LocalizedText> valueLabels() {
        return valueLabels;
    }

    /** The three codes of missing answers; empty for variables without. */
    List<String> missingCodes() {
        return firstMissing
                .map(first -> CODED.stream().map(none -> missing(none, first)).toList())
                .orElse(List.of());
    }
}
