package vn.sipas.examples.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import vn.sipas.core.Fraction;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.unit.UnitCode;

/**
 * Bắc Giang's scheme of 2023 from the catalog, group 25 fed by the survey. No source gives the province's star cut-offs: those
 * here are assumptions of the demonstration, set as a host would set its own.
 */
final class DemoScheme {

    private static final String SCHEME = "catalog:bac-giang-2023";
    private static final Map<String, String> CUT_OFFS =
            Map.of("one-star-from", "60", "two-stars-from", "70", "three-stars-from", "80", "four-stars-from", "90");
    private static final String SATISFACTION = "satisfaction";
    private static final List<String> DOCUMENTS =
            List.of("doc-request", "doc-report", "doc-self-score", "doc-registration", "doc-approval");

    private DemoScheme() {}

    /** The least totals of one to four stars, as a list to print. */
    static String cutOffs() {
        return CUT_OFFS.values().stream().sorted().collect(Collectors.joining(" · "));
    }

    static RatingScheme scheme() {
        return Definitions.scheme(SCHEME, CUT_OFFS).orThrow();
    }

    /** Points of groups 21 to 24 are made up from the seed, and every file is complete; group 25 comes from the survey. */
    static UnitScores scores(UnitCode unit, Estimate satisfaction, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ unit.value().hashCode());
        double level = 0.62 + 0.36 * random.nextDouble();
        UnitScores.Builder scores = UnitScores.builder(unit);
        DOCUMENTS.forEach(document -> scores.yesNo(document, true));
        return scores.points("21", points(random, level, 20))
                .points("22", points(random, level, 25))
                .points("23", points(random, level, 20))
                .points("24", points(random, level, 15))
                .surveyed(
                        SATISFACTION,
                        BigDecimal.valueOf(satisfaction.value()),
                        satisfaction.standardError(),
                        satisfaction.base())
                .build();
    }

    /** Quarter points, as sheets have them. */
    private static Fraction points(SplittableRandom random, double level, int maximum) {
        double share = Math.min(1.0, Math.max(0.0, level + 0.12 * (random.nextDouble() - 0.5)));
        return Fraction.of(Math.round(share * maximum * 4), 4);
    }
}
