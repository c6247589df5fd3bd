package vn.sipas.io.csv;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.sipas.core.response.Answer;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.ScaleLevel;
import vn.sipas.core.survey.SingleChoiceQuestion;

/** Answers as the text of one field. Codes contain neither semicolons nor quotes, so that lists need no escaping. */
final class AnswerText {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(?:\\.[0-9]{1,40})?");
    private static final String SEPARATOR = ";";

    /**
     * An answer that was understood.
     *
     * @param answer the answer
     * @param tidied whether the field had to be tidied first
     */
    record Understood(Answer answer, boolean tidied) {}

    private AnswerText() {}

    static String write(Question question, Answer answer) {
        if (answer instanceof Answer.NoAnswer missing) {
            return MissingCode.of(missing).token();
        }
        if (question instanceof RatingQuestion rating && answer instanceof Answer.Rated rated) {
            int position = rating.scale().positionOf(rated.value());
            if (position >= 0) {
                return rating.scale().levels().get(position).code();
            }
        } else if (question instanceof SingleChoiceQuestion && answer instanceof Answer.Selected selected) {
            return selected.code();
        } else if (question instanceof MultipleChoiceQuestion && answer instanceof Answer.SelectedAll selected) {
            return String.join(SEPARATOR, selected.codes());
        } else if (question instanceof OpenTextQuestion && answer instanceof Answer.Written written) {
            return SpreadsheetText.safe(written.text().replace('\0', '\ufffd'));
        } else if (question instanceof NumberQuestion && answer instanceof Answer.Quantity quantity) {
            return quantity.number().toPlainString();
        }
        throw new IllegalArgumentException("answer must fit the question \"" + question.code() + "\"");
    }

    /** Reads a field; empty if it does not fit the question. */
    static Optional<Understood> read(Question question, String field) {
        Optional<MissingCode> missing = MissingCode.of(field);
        if (missing.isPresent()) {
            return Optional.of(new Understood(missing.get().meaning(), false));
        }
        if (question instanceof OpenTextQuestion open) {
            String text = SpreadsheetText.plain(field);
            if (text.isBlank()) {
                return Optional.of(new Understood(Answer.NoAnswer.BLANK, false));
            }
            return text.length() > open.maxLength()
                    ? Optional.empty()
                    : Optional.of(new Understood(new Answer.Written(text), false));
        }
        String tidy = Normalizer.normalize(field.strip(), Normalizer.Form.NFC);
        boolean tidied = !tidy.equals(field);
        Optional<MissingCode> tidyMissing = MissingCode.of(tidy);
        if (tidyMissing.isPresent()) {
            return Optional.of(new Understood(tidyMissing.get().meaning(), tidied));
        }
        if (question instanceof RatingQuestion rating) {
            return rating(rating, tidy, tidied);
        }
        if (question instanceof SingleChoiceQuestion single) {
            return has(single.choices(), tidy)
                    ? Optional.of(new Understood(new Answer.Selected(tidy), tidied))
                    : Optional.empty();
        }
        if (question instanceof MultipleChoiceQuestion multiple) {
            return selections(multiple, tidy, tidied);
        }
        return question instanceof NumberQuestion number ? number(number, tidy, tidied) : Optional.empty();
    }

    private static Optional<Understood> rating(RatingQuestion rating, String tidy, boolean tidied) {
        Optional<ScaleLevel> level = rating.scale().levelOf(tidy);
        boolean shortened = false;
        if (level.isEmpty() && tidy.matches("[0-9]{1,4}\\.0{1,10}")) {
            level = rating.scale().levelOf(tidy.substring(0, tidy.indexOf('.')));
            shortened = true;
        }
        boolean changed = tidied || shortened;
        return level.map(found -> new Understood(new Answer.Rated(found.value()), changed));
    }

    private static Optional<Understood> selections(MultipleChoiceQuestion question, String tidy, boolean tidied) {
        Set<String> codes = new LinkedHashSet<>();
        boolean changed = tidied;
        for (String part : tidy.split(SEPARATOR, -1)) {
            String code = part.strip();
            if (!has(question.choices(), code)) {
                return Optional.empty();
            }
            changed |= !codes.add(code) || code.length() != part.length();
        }
        return codes.size() > question.maxSelections()
                ? Optional.empty()
                : Optional.of(new Understood(new Answer.SelectedAll(codes), changed));
    }

    private static Optional<Understood> number(NumberQuestion question, String tidy, boolean tidied) {
        if (!NUMBER.matcher(tidy).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(tidy);
        boolean inside = number.compareTo(question.minimum()) >= 0 && number.compareTo(question.maximum()) <= 0;
        return inside ? Optional.of(new Understood(new Answer.Quantity(number), tidied)) : Optional.empty();
    }

    private static boolean has(List<Choice> choices, String code) {
        return choices.stream().anyMatch(choice -> choice.code().equals(code));
    }
}
