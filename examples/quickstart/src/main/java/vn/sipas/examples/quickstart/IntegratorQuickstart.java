package vn.sipas.examples.quickstart;

import java.util.Map;
import vn.sipas.core.Language;
import vn.sipas.core.rating.Advice;
import vn.sipas.core.rating.RatingCalculator;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.catalog.Catalog;
import vn.sipas.io.catalog.CatalogKind;
import vn.sipas.io.json.SchemeJson;

/** For an integrator: rate a commune by a scheme of the catalog, and say what the next star takes. */
public final class IntegratorQuickstart {

    private IntegratorQuickstart() {}

    /**
     * Rates a commune by Decision 54/2025/QĐ-UBND of Đồng Nai.
     *
     * @return the rating and the advice
     */
    public static String run() {
        RatingScheme scheme = Catalog.standard()
                .open("catalog:dong-nai-54-2025", CatalogKind.scheme(SchemeJson.create(), Map.of()))
                .orThrow();
        UnitScores scores = UnitScores.builder(UnitCode.of("26041"))
                .points("propaganda", "14.5")
                .points("civility", "14")
                .points("satisfaction", "18.25")
                .points("reform", "46.5")
                .build();
        StarRating rating = RatingCalculator.of(scheme).rate(scores);
        return rating.explanation().table(Language.EN) + "\n"
                + Advice.on(rating).table(Language.EN);
    }
}
