package vn.sipas.io.sdmx;

/**
 * Codes in the form that SDMX allows: letters without marks, digits, {@code @ _ -} and {@code $}.
 *
 * <p>Every other character, and one at the start that a spreadsheet would take for a formula, is written as its code point in
 * hexadecimal digits between two {@code $}. The group of all rows is {@code _T}, as total is in SDMX.
 */
final class SdmxCodes {

    private static final String ALL = "ALL";
    private static final String TOTAL = "_T";

    private SdmxCodes() {}

    static String code(String text) {
        StringBuilder code = new StringBuilder();
        text.codePoints().forEach(character -> {
            boolean first = code.length() == 0;
            if (isPlain(character) || (!first && (character == '-' || character == '@'))) {
                code.appendCodePoint(character);
            } else {
                code.append('$').append(Integer.toHexString(character)).append('$');
            }
        });
        return code.length() == 0 ? "$$" : code.toString();
    }

    static String text(String code) {
        StringBuilder text = new StringBuilder();
        int position = 0;
        while (position < code.length()) {
            char character = code.charAt(position);
            if (character != '$') {
                text.append(character);
                position++;
                continue;
            }
            int end = code.indexOf('$', position + 1);
            if (end > position + 1) {
                text.appendCodePoint(Integer.parseInt(code.substring(position + 1, end), 16));
            }
            position = end + 1;
        }
        return text.toString();
    }

    static String group(String text) {
        if (text.equals(ALL)) {
            return TOTAL;
        }
        return text.equals(TOTAL) ? "$5f$T" : code(text);
    }

    static String groupText(String code) {
        return code.equals(TOTAL) ? ALL : text(code);
    }

    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '_';
    }
}
