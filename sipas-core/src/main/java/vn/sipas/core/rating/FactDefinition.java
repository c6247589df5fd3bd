package vn.sipas.core.rating;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;

/**
 * A fact about a unit that the rules and gates of a scheme look at (dữ kiện).
 *
 * @param key the key, 1 to 64 letters, digits, dots, hyphens or underscores
 * @param title what it is called
 * @param kind what it is
 * @param minimum the least value, if there is one; counts are at least 0 anyway, yes is 1 and no is 0
 * @param maximum the greatest value, if there is one, at least the minimum
 * @param whenAbsent the value taken when a unit does not state the fact; without one the fact is missing then
 * @param provenance where it comes from
 */
public record FactDefinition(
        String key,
        LocalizedText title,
        FactKind kind,
        Optional<Fraction> minimum,
        Optional<Fraction> maximum,
        Optional<Fraction> whenAbsent,
        Provenance provenance) {

    public FactDefinition {
        Require.code("key", key);
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(provenance, "provenance");
        if (kind == FactKind.COUNT && minimum.isEmpty()) {
            minimum = Optional.of(Fraction.ZERO);
        }
        if (kind == FactKind.YES_NO) {
            minimum = Optional.of(Fraction.ZERO);
            maximum = Optional.of(Fraction.ONE);
        }
        if (minimum.isPresent() && maximum.isPresent()) {
            Require.that(maximum.get().compareTo(minimum.get()) >= 0, "maximum", "at least the minimum", maximum.get());
        }
        if (whenAbsent.isPresent()) {
            Fraction value = whenAbsent.get();
            boolean inside = minimum.map(least -> value.compareTo(least) >= 0).orElse(true)
                    && maximum.map(most -> value.compareTo(most) <= 0).orElse(true);
            Require.that(inside, "whenAbsent", "inside the interval of the fact", value);
        }
    }

    /**
     * Makes a count of cases.
     *
     * @param key the key
     * @param title what it is called
     * @return the definition, an assumption
     */
    public static FactDefinition count(String key, LocalizedText title) {
        return of(key, title, FactKind.COUNT);
    }

    /**
     * Makes a number without limits.
     *
     * @param key the key
     * @param title what it is called
     * @return the definition, an assumption
     */
    public static FactDefinition number(String key, LocalizedText title) {
        return of(key, title, FactKind.NUMBER);
    }

    /**
     * Makes a yes-or-no fact that each unit has to state.
     *
     * @param key the key
     * @param title what it is called
     * @return the definition, an assumption
     */
    public static FactDefinition yesNo(String key, LocalizedText title) {
        return of(key, title, FactKind.YES_NO);
    }

    /**
     * Makes an index of expressed satisfaction.
     *
     * @param key the key
     * @param title what it is called
     * @param maximum the greatest value: 1 for shares, 100 for percentages and scores
     * @return the definition, an assumption
     */
    public static FactDefinition satisfaction(String key, LocalizedText title, Fraction maximum) {
        return new FactDefinition(
                key,
                title,
                FactKind.EXPRESSED_SATISFACTION,
                Optional.of(Fraction.ZERO),
                Optional.of(maximum),
                Optional.empty(),
                Provenance.assumption());
    }

    /**
     * Returns this definition with a value for units that do not state the fact.
     *
     * @param value the value; 1 for yes and 0 for no
     * @return the definition
     */
    public FactDefinition withWhenAbsent(Fraction value) {
        return new FactDefinition(key, title, kind, minimum, maximum, Optional.of(value), provenance);
    }

    private static FactDefinition of(String key, LocalizedText title, FactKind kind) {
        return new FactDefinition(
                key, title, kind, Optional.empty(), Optional.empty(), Optional.empty(), Provenance.assumption());
    }

    String interval() {
        return "[" + minimum.map(Decimals::exact).orElse("-∞") + ", "
                + maximum.map(Decimals::exact).orElse("∞") + "]";
    }

    boolean holds(Fraction value) {
        return minimum.map(least -> value.compareTo(least) >= 0).orElse(true)
                && maximum.map(most -> value.compareTo(most) <= 0).orElse(true);
    }
}
