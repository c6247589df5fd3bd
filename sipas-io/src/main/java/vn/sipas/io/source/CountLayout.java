package vn.sipas.io.source;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says which fields of a table hold what a terminal counted. Fields are headings of delimited text and workbooks, and keys
 * of JSON objects ({@code outer.inner} for an object inside).
 *
 * <p>Exports of counts whose fields are known are read without; all others are refused until somebody who knows them names
 * their fields here, because no field is guessed.
 *
 * @param time the field with the day, or with day and hour
 * @param hour the field with the hour of the day, if it stands apart
 * @param counts the fields with the counts of the levels, from the least favourable; a single field holds a list or an
 *     object with all counts; empty if each row is one press of a button
 * @param level the field with the number of the button that was pressed, 0 for the least favourable; only without counts
 * @param unit the field with the code of the unit
 * @param servicePoint the field with the terminal or experience point
 * @param question the field with the question or survey
 * @param scale the field with the name of the scale, or the name itself: {@code FOUR}, {@code FIVE} or {@code NPS}
 * @param misuse the field that is true for presses which the tool takes for misuse; those are set aside
 */
public record CountLayout(
        String time,
        Optional<String> hour,
        List<String> counts,
        Optional<String> level,
        Optional<String> unit,
        Optional<String> servicePoint,
        Optional<String> question,
        Optional<String> scale,
        Optional<String> misuse) {

    private static final Set<String> NAMES =
            Set.of("time", "hour", "counts", "level", "unit", "point", "question", "scale", "misuse");

    public CountLayout {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(hour, "hour");
        counts = List.copyOf(counts);
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(servicePoint, "servicePoint");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(misuse, "misuse");
        if (time.isBlank()) {
            throw new IllegalArgumentException("time must not be blank");
        }
        if (counts.isEmpty() == level.isEmpty()) {
            throw new IllegalArgumentException("either counts or level must be given, not both");
        }
    }

    /**
     * Makes a layout of counts.
     *
     * @param time the field with the day, or with day and hour
     * @param counts the fields with the counts, from the least favourable, or the only field with all of them
     * @return the layout
     */
    public static CountLayout of(String time, List<String> counts) {
        return of(Map.of("time", time, "counts", String.join("+", counts)));
    }

    /**
     * Makes a layout of named fields, as a command line gives them.
     *
     * @param fields what a field is for to its name: {@code time}, {@code hour}, {@code counts} (several with a plus sign
     *     between), {@code level}, {@code unit}, {@code point}, {@code question}, {@code scale}, {@code misuse}
     * @return the layout
     * @throws IllegalArgumentException if a name is none of these, time is missing, or both or neither of counts and level
     *     are there
     */
    public static CountLayout of(Map<String, String> fields) {
        Set<String> unknown = new TreeSet<>(fields.keySet());
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("fields must be among " + new TreeSet<>(NAMES) + ", had " + unknown);
        }
        String counts = fields.getOrDefault("counts", "");
        return new CountLayout(
                fields.getOrDefault("time", ""),
                Optional.ofNullable(fields.get("hour")),
                counts.isEmpty() ? List.of() : List.of(counts.split("\\+", -1)),
                Optional.ofNullable(fields.get("level")),
                Optional.ofNullable(fields.get("unit")),
                Optional.ofNullable(fields.get("point")),
                Optional.ofNullable(fields.get("question")),
                Optional.ofNullable(fields.get("scale")),
                Optional.ofNullable(fields.get("misuse")));
    }
}
