package vn.sipas.io.source;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as exports write them: plain, with a decimal comma, with grouped thousands. */
final class NumberText {

    private static final Pattern PLAIN = Pattern.compile("[+-]?(?:0|[1-9]\\d{0,30})(?:\\.\\d{1,30})?");
    private static final Pattern COMMA = Pattern.compile("[+-]?(?:0|[1-9]\\d{0,30}),\\d{1,30}");
    private static final Pattern COMMA_GROUPS = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d{1,30})?");
    private static final Pattern POINT_GROUPS = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d{1,30})?");
    private static final Pattern SPACE_GROUPS =
            Pattern.compile("[+-]?[1-9]\\d{0,2}(?:[ \u00a0\u202f]\\d{3})+(?:[.,]\\d{1,30})?");

    private NumberText() {}

    static boolean looksLikeNumber(String text) {
        return text.length() <= 64
                && (PLAIN.matcher(text).matches()
                        || COMMA.matcher(text).matches()
                        || COMMA_GROUPS.matcher(text).matches()
                        || POINT_GROUPS.matcher(text).matches()
                        || SPACE_GROUPS.matcher(text).matches());
    }

    /** Which mark the text alone proves; null if it proves none. */
    static @Nullable DecimalMark proves(String text) {
        boolean commaDecimal = COMMA.matcher(text).matches();
        boolean commaGroups = COMMA_GROUPS.matcher(text).matches();
        boolean pointGroups = POINT_GROUPS.matcher(text).matches();
        boolean plainFraction = text.indexOf('.') >= 0 && PLAIN.matcher(text).matches();
        if ((commaDecimal && commaGroups) || (plainFraction && pointGroups)) {
            return null;
        }
        if (commaDecimal || pointGroups) {
            return DecimalMark.COMMA;
        }
        return commaGroups || plainFraction ? DecimalMark.POINT : null;
    }

    /** Whether the text alone does not say whether its comma groups thousands; a point then stands before decimals. */
    static boolean isUnclear(String text) {
        return COMMA.matcher(text).matches() && COMMA_GROUPS.matcher(text).matches();
    }

    /** Whether the text alone does not say whether its point groups thousands or stands before decimals. */
    static boolean maybeThousands(String text) {
        return PLAIN.matcher(text).matches() && POINT_GROUPS.matcher(text).matches() && text.indexOf('.') >= 0;
    }

    /** A few digits, which are the same number whatever the mark. */
    private static boolean isShortWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() == 1 || (text.length() > 1 && text.length() < 10 && text.charAt(0) != '0');
    }

    /** Reads a number; empty if the text is none, or unclear without a mark. */
    static Optional<BigDecimal> read(String text, @Nullable DecimalMark mark) {
        if (text.length() > 64) {
            return Optional.empty();
        }
        if (isShortWhole(text)) {
            return Optional.of(BigDecimal.valueOf(Long.parseLong(text)));
        }
        boolean comma = mark == DecimalMark.COMMA;
        if (!comma && PLAIN.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
        }
        if (mark == null && isUnclear(text)) {
            return Optional.empty();
        }
        if (SPACE_GROUPS.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(" ", "")
                    .replace("\u00a0", "")
                    .replace("\u202f", "")
                    .replace(',', '.')));
        }
        if (mark != DecimalMark.POINT
                && (COMMA.matcher(text).matches() || POINT_GROUPS.matcher(text).matches())) {
            return Optional.of(new BigDecimal(text.replace(".", "").replace(',', '.')));
        }
        if (!comma && COMMA_GROUPS.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(",", "")));
        }
        return comma && PLAIN.matcher(text).matches() && text.indexOf('.') < 0
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
