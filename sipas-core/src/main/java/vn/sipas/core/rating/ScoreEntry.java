package vn.sipas.core.rating;

import java.util.Objects;
import vn.sipas.core.Place;

/**
 * One line of a score file.
 *
 * <p>The key is the code of a criterion (its appraised points), the code and {@code :self} (its self-score), the key of
 * a fact, or the key of a satisfaction fact and {@code :se} (its standard error) or {@code :n} (its number of answers).
 *
 * @param key the key
 * @param value the value as text: a decimal with a point, a whole number, or yes/no (có/không, true/false, 1/0)
 * @param place where the line is
 */
public record ScoreEntry(String key, String value, Place place) {

    public ScoreEntry {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(place, "place");
    }

    /**
     * Makes an entry without a place.
     *
     * @param key the key
     * @param value the value as text
     * @return the entry
     */
    public static ScoreEntry of(String key, String value) {
        return new ScoreEntry(key, value, Place.nowhere());
    }
}
