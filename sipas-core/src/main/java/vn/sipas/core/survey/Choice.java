package vn.sipas.core.survey;

import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * One option of a choice question.
 *
 * @param code how files and forms write the option; unique in its question
 * @param label what the citizen reads
 */
public record Choice(String code, LocalizedText label) {

    public Choice {
        Codes.checked("code", code);
        Objects.requireNonNull(label, "label");
    }

    /**
     * Makes an option.
     *
     * @param code how files and forms write the option
     * @param vi the label in Vietnamese
     * @param en the label in English
     * @return the option
     */
    public static Choice of(String code, String vi, String en) {
        return new Choice(code, LocalizedText.of(vi, en));
    }
}
