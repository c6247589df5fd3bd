package vn.sipas.core.rating;

import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * Stars added or taken when a test holds. Adjustments apply in their order, each kept between the lowest and the highest
 * number of stars of the scheme.
 *
 * @param code the code, 1 to 64 letters, digits, dots, hyphens or underscores
 * @param title what it is for
 * @param test when it applies
 * @param change the stars added, or taken if negative; not 0
 * @param provenance where it comes from
 */
public record StarAdjustment(String code, LocalizedText title, GateTest test, int change, Provenance provenance) {

    public StarAdjustment {
        Require.code("code", code);
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(provenance, "provenance");
        Require.that(change != 0, "change", "not 0", change);
    }
}
