package vn.sipas.core.rating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.sipas.core.Fraction;

/** The order of half-open bands: they touch, do not overlap, and the highest is open above. */
final class BandOrder {

    private BandOrder() {}

    static void nonEmpty(Optional<Fraction> from, Optional<Fraction> below) {
        if (from.isPresent() && below.isPresent() && below.get().compareTo(from.get()) <= 0) {
            throw Require.defect(
                    RatingProblem.BAND_EMPTY,
                    "",
                    "start",
                    Decimals.exact(from.get()),
                    "end",
                    Decimals.exact(below.get()));
        }
    }

    /** Returns the bands from low to high; the problem names the position in the list as given. */
    static <B> List<B> ascending(
            List<B> bands, Function<B, Optional<Fraction>> from, Function<B, Optional<Fraction>> below) {
        Require.filled("bands", bands);
        List<B> sorted = new ArrayList<>(bands);
        sorted.sort(Comparator.comparing(
                band -> from.apply(band).orElse(null), Comparator.nullsFirst(Comparator.<Fraction>naturalOrder())));
        for (int i = 1; i < sorted.size(); i++) {
            Optional<Fraction> end = below.apply(sorted.get(i - 1));
            Optional<Fraction> start = from.apply(sorted.get(i));
            int order = end.isEmpty() || start.isEmpty() ? 1 : end.get().compareTo(start.get());
            if (order != 0) {
                throw Require.defect(
                        order > 0 ? RatingProblem.BAND_OVERLAP : RatingProblem.BAND_HOLE,
                        "bands[" + bands.indexOf(sorted.get(i)) + "]",
                        "end",
                        end.map(Decimals::exact).orElse("∞"),
                        "start",
                        start.map(Decimals::exact).orElse("-∞"));
            }
        }
        B top = sorted.get(sorted.size() - 1);
        if (below.apply(top).isPresent()) {
            throw Require.defect(RatingProblem.BAND_TOP_CLOSED, "bands[" + bands.indexOf(top) + "]");
        }
        return List.copyOf(sorted);
    }
}
