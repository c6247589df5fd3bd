package vn.sipas.io.xlsx;

import java.util.Locale;

/** Tells from number formats which numbers are days and times. */
final class DateFormats {

    /** What a number format shows. */
    enum Shows {
        /** A number, a percentage, a length of time. */
        NUMBER,
        /** A day. */
        DAY,
        /** A day with a time of day. */
        DAY_AND_TIME,
        /** A time of day. */
        TIME
    }

    private DateFormats() {}

    /** Looks at one of the numbered formats that files need not spell out (ECMA-376 part 1, 18.8.30). */
    static Shows builtIn(int id) {
        if ((id >= 14 && id <= 17)
                || (id >= 27 && id <= 31)
                || (id >= 50 && id <= 54)
                || id == 36
                || id == 57
                || id == 58) {
            return Shows.DAY;
        }
        if ((id >= 18 && id <= 21) || id == 45 || id == 47 || (id >= 32 && id <= 35) || id == 55 || id == 56) {
            return Shows.TIME;
        }
        return id == 22 ? Shows.DAY_AND_TIME : Shows.NUMBER;
    }

    /**
     * Looks at a format code, such as {@code dd/mm/yyyy hh:mm}. Only its first section counts; texts in quotes, escaped
     * characters, colours and locales do not. {@code [h]} counts hours beyond a day and is no time of day.
     */
    static Shows code(String code) {
        boolean day = false;
        boolean time = false;
        boolean months = false;
        String lower = code.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char symbol = lower.charAt(i);
            if (symbol == ';') {
                break;
            } else if (symbol == '"') {
                i = endOf(lower, '"', i + 1);
            } else if (symbol == '\\' || symbol == '_' || symbol == '*') {
                i++;
            } else if (symbol == '[') {
                int close = endOf(lower, ']', i + 1);
                if (close > i + 1 && "hms".indexOf(lower.charAt(i + 1)) >= 0) {
                    return Shows.NUMBER;
                }
                i = close;
            } else if (lower.startsWith("general", i)) {
                return Shows.NUMBER;
            } else if (symbol == '0' || symbol == '#' || symbol == '?') {
                // Fractions of a second follow a time; anywhere else digits make it a number.
                if (!time) {
                    return Shows.NUMBER;
                }
            } else {
                day |= symbol == 'y' || symbol == 'd' || symbol == 'b';
                time |= symbol == 'h' || symbol == 's';
                months |= symbol == 'm';
            }
        }
        day |= months && !time;
        if (day) {
            return time ? Shows.DAY_AND_TIME : Shows.DAY;
        }
        return time ? Shows.TIME : Shows.NUMBER;
    }

    private static int endOf(String code, char close, int from) {
        int at = code.indexOf(close, from);
        return at < 0 ? code.length() : at;
    }
}
