package vn.sipas.core;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something wrong with data from outside, as a value.
 *
 * <p>A problem has a stable code, a place, a message in both languages, and attributes that a program can read. Neither
 * the message nor the attributes ever contain an answer text, a name, a phone number or a key: they name fields, codes,
 * limits and counts.
 *
 * @param kind what is wrong
 * @param place where it is
 * @param attributes named details, sorted by name
 */
public record Problem(ProblemKind kind, Place place, SortedMap<String, String> attributes) {

    public Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /**
     * Makes a problem.
     *
     * @param kind what is wrong
     * @param place where it is
     * @param namesAndValues the attributes as name, value, name, value …
     * @return the problem
     * @throws IllegalArgumentException if a value is missing
     */
    public static Problem of(ProblemKind kind, Place place, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("namesAndValues must come in pairs, had " + namesAndValues.length);
        }
        TreeMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        return new Problem(kind, place, attributes);
    }

    /**
     * Returns the stable code of the kind.
     *
     * @return the code
     */
    public String code() {
        return kind.code();
    }

    /**
     * Returns how much it matters.
     *
     * @return the severity of the kind
     */
    public Severity severity() {
        return kind.severity();
    }

    /**
     * Returns the message with its placeholders filled.
     *
     * @param language the language wanted
     * @return the message
     */
    public String message(Language language) {
        return fill(kind.text().in(language), attributes);
    }

    /**
     * Returns this problem at another place.
     *
     * @param newPlace the place
     * @return the problem
     */
    public Problem at(Place newPlace) {
        return new Problem(kind, newPlace, attributes);
    }

    /**
     * Returns place, code and English message in one line.
     *
     * @return the line
     */
    @Override
    public String toString() {
        String where = place.toString();
        return (where.isEmpty() ? "" : where + ": ") + message(Language.EN) + " [" + code() + "]";
    }

    private static String fill(String template, Map<String, String> attributes) {
        StringBuilder filled = new StringBuilder(template.length() + 32);
        int position = 0;
        while (position < template.length()) {
            int open = template.indexOf('{', position);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String value = attributes.get(template.substring(open + 1, close));
            filled.append(template, position, open);
            filled.append(value == null ? template.substring(open, close + 1) : value);
            position = close + 1;
        }
        return filled.append(template, position, template.length()).toString();
    }
}
