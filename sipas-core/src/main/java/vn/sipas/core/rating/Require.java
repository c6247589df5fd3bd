package vn.sipas.core.rating;

import java.util.Collection;
import java.util.regex.Pattern;
import vn.sipas.core.Fraction;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/** Checks that the constructors of this package share. */
final class Require {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    private Require() {}

    static String code(String field, String code) {
        if (!CODE.matcher(code).matches()) {
            throw defect(RatingProblem.CODE_FORM, field, "field", field);
        }
        return code;
    }

    static void that(boolean holds, String field, String interval, Object value) {
        if (!holds) {
            throw defect(
                    RatingProblem.VALUE_OUTSIDE, field, "field", field, "interval", interval, "value", shown(value));
        }
    }

    static void filled(String field, Collection<?> list) {
        if (list.isEmpty()) {
            throw defect(RatingProblem.LIST_EMPTY, field, "field", field);
        }
    }

    static SchemeDefectException defect(RatingProblem kind, String path, Object... attributes) {
        return new SchemeDefectException(Problem.of(kind, Place.path(path), attributes));
    }

    static Object shown(Object value) {
        return value instanceof Fraction fraction ? Decimals.exact(fraction) : value;
    }
}
