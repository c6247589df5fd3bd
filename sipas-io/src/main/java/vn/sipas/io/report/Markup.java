package vn.sipas.io.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.io.progress.WriteSteps;

/**
 * Builds markup that is HTML and well-formed XML at once, and counts the rows of its tables. Every text goes through
 * {@link #escaped}.
 */
final class Markup {

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final WriteSteps steps;

    Markup(WriteSteps steps) {
        this.steps = steps;
    }

    /** Starts an element; attributes as name, value, name, value … */
    Markup open(String element, Object... attributes) {
        start(element, attributes);
        out.append('>');
        return this;
    }

    Markup close(String element) {
        if (element.equals("tr")) {
            steps.row();
        }
        out.append("</").append(element).append('>');
        return this;
    }

    /** An element without content. */
    Markup empty(String element, Object... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    private void start(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String text = value instanceof Double number ? coordinate(number) : value.toString();
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(text))
                    .append('"');
        }
    }

    Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    /** Markup of our own, passed on as it is. */
    Markup verbatim(String markup) {
        out.append(markup);
        return this;
    }

    /** A text in both languages, one of which is shown. */
    Markup both(LocalizedText text) {
        return both("span", text.vi(), text.en());
    }

    Markup both(String vi, String en) {
        return both("span", vi, en);
    }

    /** In SVG the element must be {@code tspan} or {@code text}. */
    Markup both(String element, String vi, String en, Object... attributes) {
        if (vi.equals(en)) {
            return element.equals("span")
                    ? text(vi)
                    : open(element, attributes).text(vi).close(element);
        }
        open(element, with(Language.VI, attributes)).text(vi).close(element);
        return open(element, with(Language.EN, attributes)).text(en).close(element);
    }

    private static Object[] with(Language language, Object... attributes) {
        Object[] all = new Object[attributes.length + 2];
        all[0] = "lang";
        all[1] = language.tag();
        System.arraycopy(attributes, 0, all, 2, attributes.length);
        return all;
    }

    /** A number as written in both languages. */
    Markup number(double value, int decimals) {
        return both(number(value, decimals, Language.VI), number(value, decimals, Language.EN));
    }

    Markup count(long value) {
        return both(count(value, Language.VI), count(value, Language.EN));
    }

    static String number(double value, int decimals, Language language) {
        String plain = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
        return language == Language.VI ? plain.replace('.', ',') : plain;
    }

    static String count(long value, Language language) {
        String english = String.format(Locale.ROOT, "%,d", value);
        return language == Language.VI ? english.replace(',', '.') : english;
    }

    static String coordinate(double value) {
        long hundredths = Math.round(value * 100.0);
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }

    /** The text with what markup gives a meaning to replaced, and characters that XML forbids made visible. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isAllowed(character) ? character : 0xfffd);
            }
        });
        return safe.toString();
    }

    private static boolean isAllowed(int character) {
        boolean control = character < 0x20 && character != '\t' && character != '\n' && character != '\r';
        boolean surrogate = character >= 0xd800 && character <= 0xdfff;
        boolean direction =
                (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
        return !control && !surrogate && !direction && character != 0xfffe && character != 0xffff;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
