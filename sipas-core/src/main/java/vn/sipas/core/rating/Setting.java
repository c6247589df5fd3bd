package vn.sipas.core.rating;

import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A value that no readable source gives and that whoever uses the scheme has to answer for.
 *
 * @param name the name, 1 to 64 letters, digits, dots, hyphens or underscores
 * @param title what it decides
 * @param value the value used, as text
 * @param chosenBy who chose it
 */
public record Setting(String name, LocalizedText title, String value, ChosenBy chosenBy) {

    /** Who chose the value of a setting. */
    public enum ChosenBy {
        /** Whoever uses the scheme. */
        CALLER,
        /** The scheme, as a default named as an assumption. */
        DEFAULT
    }

    public Setting {
        Require.code("name", name);
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(chosenBy, "chosenBy");
    }
}
