package vn.sipas.core.estimate;

import java.util.Arrays;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.survey.Favour;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.ScaleLevel;

/** Turns the measured numbers of a published example into a scale whose levels are the numbers that occur. */
final class NumberScale {

    private NumberScale() {}

    /** Makes the scale of the distinct values; those of at least the threshold are favourable. */
    static RatingScale withFavourableFrom(int favourableFrom, int... values) {
        return RatingScale.of(
                "numbers",
                Arrays.stream(values)
                        .distinct()
                        .sorted()
                        .mapToObj(value -> ScaleLevel.of(
                                value,
                                LocalizedText.same(Integer.toString(value)),
                                value >= favourableFrom ? Favour.FAVOURABLE : Favour.UNFAVOURABLE))
                        .toArray(ScaleLevel[]::new));
    }

    /** Makes the scale of the distinct values, of which the largest is favourable. */
    static RatingScale of(int... values) {
        return withFavourableFrom(Arrays.stream(values).max().orElseThrow(), values);
    }
}
