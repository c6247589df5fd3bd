package vn.sipas.core.validation;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.validation.ValidationProblem.Code;

/**
 * A text in both languages, as a document from outside gives it.
 *
 * @param vi the Vietnamese text
 * @param en the English text
 */
public record TextDocument(
        @Nullable
        @Present
        @Size(max = TextDocument.MAX_LENGTH, message = Code.TEXT_SIZE)
        @Pattern(regexp = TextDocument.SOMETHING, message = Code.BLANK)
        String vi,

        @Nullable
        @Present
        @Size(max = TextDocument.MAX_LENGTH, message = Code.TEXT_SIZE)
        @Pattern(regexp = TextDocument.SOMETHING, message = Code.BLANK)
        String en) {

    static final int MAX_LENGTH = 4000;
    static final String SOMETHING = "(?s).*[^\\p{javaWhitespace}].*";

    static TextDocument of(LocalizedText text) {
        return new TextDocument(text.vi(), text.en());
    }
}
