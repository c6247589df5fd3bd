package vn.sipas.io.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How delimited text is encoded.
 *
 * @param charset the encoding
 * @param byteOrderMark whether the text starts with a byte order mark, which is passed over
 * @param delimiter the character between fields: an ASCII character other than NUL, quote, CR and LF
 * @param hint whether the first line is the hint {@code sep=;} of Excel, which is passed over
 * @param titleRows how many rows, blank ones not counted, stand above the headings, such as the title of a report; they are
 *     passed over
 */
public record TextFormat(Charset charset, boolean byteOrderMark, char delimiter, boolean hint, int titleRows) {

    public TextFormat {
        Objects.requireNonNull(charset, "charset");
        if (!canDivide(delimiter)) {
            throw new IllegalArgumentException(
                    "delimiter must be an ASCII character other than NUL, quote, CR and LF, was U+"
                            + Integer.toHexString(delimiter));
        }
        if (titleRows < 0) {
            throw new IllegalArgumentException("titleRows must be in [0, ∞), was " + titleRows);
        }
    }

    /** Whether a character may stand between two fields. */
    static boolean canDivide(char c) {
        return c > 0 && c <= 126 && c != '"' && c != '\r' && c != '\n';
    }

    /**
     * Returns the format of RFC 4180.
     *
     * @return UTF-8 without byte order mark, comma
     */
    public static TextFormat rfc4180() {
        return new TextFormat(StandardCharsets.UTF_8, false, ',', false, 0);
    }

    /**
     * Returns how reports name the delimiter.
     *
     * @return the character, or {@code TAB}
     */
    public String delimiterName() {
        return delimiter == '\t' ? "TAB" : String.valueOf(delimiter);
    }
}
