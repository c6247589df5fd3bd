package vn.sipas.core.unit;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ValidityPeriod;

/**
 * An administrative unit or an office of a host during one period.
 *
 * <p>The unit above is given by its code, not its key: which unit that is depends on the day. So a commune keeps its key
 * when its province is renamed, as Đồng Nai was on 30 April 2026.
 *
 * @param key code and validity
 * @param name the full name with its type, such as {@code Phường Bắc Giang}; both languages may carry the same text
 * @param level where it stands
 * @param parent the code of the unit above, absent at the top
 */
public record Unit(UnitKey key, LocalizedText name, UnitLevel level, Optional<UnitCode> parent) {

    public Unit {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(parent, "parent");
    }

    /**
     * Makes a unit at the top of its hierarchy.
     *
     * @param key code and validity
     * @param name the full name
     * @param level where it stands
     * @return the unit
     */
    public static Unit top(UnitKey key, LocalizedText name, UnitLevel level) {
        return new Unit(key, name, level, Optional.empty());
    }

    /**
     * Makes a unit below another.
     *
     * @param key code and validity
     * @param name the full name
     * @param level where it stands
     * @param parent the code of the unit above
     * @return the unit
     */
    public static Unit below(UnitKey key, LocalizedText name, UnitLevel level, UnitCode parent) {
        return new Unit(key, name, level, Optional.of(parent));
    }

    /**
     * Returns the code.
     *
     * @return the code of the key
     */
    public UnitCode code() {
        return key.code();
    }

    /**
     * Returns the days on which the code names this unit.
     *
     * @return the validity of the key
     */
    public ValidityPeriod validity() {
        return key.validity();
    }

    /**
     * Returns the Vietnamese name without the word for its type: {@code Bắc Giang} for {@code Phường Bắc Giang}. A name
     * that is a number keeps its type: {@code Phường 1}.
     *
     * @return the short name
     */
    public String shortName() {
        return UnitNames.withoutType(name.vi());
    }

    /**
     * Tells whether a text is the full Vietnamese name of this unit.
     *
     * <p>Letter case, spaces, hyphens, Unicode normalisation, the place of the tone mark ({@code Hoà}, {@code Hòa}) and
     * zeros before a number ({@code Phường 01}) do not matter; everything else does.
     *
     * @param text the text
     * @return whether it is
     */
    public boolean isNamed(String text) {
        return UnitNames.fold(name.vi()).equals(UnitNames.fold(text));
    }
}
