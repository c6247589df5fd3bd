package vn.sipas.core.estimate;

import java.util.Objects;
import vn.sipas.core.survey.RatingScale;

/**
 * A rating question as it is counted: its code and its scale.
 *
 * @param code the code of the question, not blank
 * @param scale the scale it is answered on
 */
public record RatedItem(String code, RatingScale scale) {

    public RatedItem {
        Objects.requireNonNull(scale, "scale");
        if (code.isBlank()) {
            throw new IllegalArgumentException("code must not be blank");
        }
    }

    int levels() {
        return scale.levels().size();
    }
}
