package vn.sipas.core.index;

import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A node has no score, and why.
 *
 * @param reason the kind of reason
 * @param explanation the reason in words, with its numbers
 */
public record NoValue(Reason reason, LocalizedText explanation) implements IndexValue {

    /** Why a node has no score. */
    public enum Reason {
        /** The data have no question of this code. */
        NOT_IN_DATA,
        /** Nobody gave a valid answer: all were not asked, blank, don't know or refused, or there was no response. */
        NO_VALID_ANSWER,
        /** Fewer components have a value than the {@link MissingDataRule} asks for. */
        TOO_FEW_COMPONENTS
    }

    public NoValue {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(explanation, "explanation");
    }

    static NoValue notInData(String question) {
        return new NoValue(
                Reason.NOT_IN_DATA,
                LocalizedText.of("Dữ liệu không có câu hỏi " + question, "The data have no question " + question));
    }

    static NoValue noValidAnswer(String question) {
        return new NoValue(
                Reason.NO_VALID_ANSWER,
                LocalizedText.of(
                        "Không có câu trả lời hợp lệ cho câu hỏi " + question,
                        "No valid answer to question " + question));
    }

    static NoValue tooFewComponents(int present, int needed, int total) {
        return new NoValue(
                Reason.TOO_FEW_COMPONENTS,
                LocalizedText.of(
                        "Chỉ " + present + " trong " + total + " thành phần có giá trị, cần ít nhất " + needed,
                        "Only " + present + " of " + total + " components have a value, at least " + needed
                                + " are needed"));
    }
}
