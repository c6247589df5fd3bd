package vn.sipas.core.rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The schemes of successive years, so that last year's stars can be recomputed by last year's rules.
 *
 * @param schemes the schemes; their periods do not overlap
 */
public record SchemeSeries(List<RatingScheme> schemes) {

    public SchemeSeries {
        schemes = List.copyOf(schemes);
        for (int i = 0; i < schemes.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (schemes.get(i)
                        .method()
                        .validity()
                        .overlaps(schemes.get(j).method().validity())) {
                    throw new IllegalArgumentException(
                            "schemes must not overlap in time, " + schemes.get(j) + " and " + schemes.get(i) + " do");
                }
            }
        }
    }

    /**
     * Finds the scheme in force on a day.
     *
     * @param day the day
     * @return the scheme, if there is one
     */
    public Optional<RatingScheme> on(LocalDate day) {
        return schemes.stream()
                .filter(scheme -> scheme.method().validity().contains(day))
                .findFirst();
    }
}
