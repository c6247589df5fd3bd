package vn.sipas.io.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.EstimationOptions;
import vn.sipas.core.index.IndexAccumulator;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexEstimator;
import vn.sipas.core.index.IndexRanking;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.RankingOptions;
import vn.sipas.core.rating.Criterion;
import vn.sipas.core.rating.FactDefinition;
import vn.sipas.core.rating.Gate;
import vn.sipas.core.rating.GateEffect;
import vn.sipas.core.rating.GateTest;
import vn.sipas.core.rating.Provenance;
import vn.sipas.core.rating.RatingCalculator;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.StarBand;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.catalog.Catalog;
import vn.sipas.io.catalog.CatalogKind;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.json.IndexJson;
import vn.sipas.io.json.SurveyJson;

/** Made-up answers of four units to a questionnaire of the catalog, and the results of them, the same in every run. */
public final class SampleResults {

    public static final List<String> UNITS = List.of("07210", "07213", "=1+2", "-07");
    public static final Map<String, String> NAMES = Map.of(
            "07210",
            "Phường Hoàng Văn Thụ",
            "07213",
            "=HYPERLINK(\"http://x\")",
            "=1+2",
            "@SUM(A1)",
            "-07",
            "Xã Đại Sơn");

    private static final Survey SURVEY = Catalog.standard()
            .open("catalog:bac-giang-2024-10", CatalogKind.survey(SurveyJson.standalone()))
            .orThrow();
    private static final IndexDefinition DEFINITION = Catalog.standard()
            .open("catalog:bac-giang-2024-10", CatalogKind.index(IndexJson.create()))
            .orThrow();

    private SampleResults() {}

    public static Survey survey() {
        return SURVEY;
    }

    /** 400 responses; some answers are blank, unknown or refused. */
    public static List<Response> responses() {
        SplittableRandom random = new SplittableRandom(7);
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Response.Builder builder = Response.builder("r" + i, SURVEY.key(), UnitCode.of("0721" + i % 4), "2024-10")
                    .group("age", i % 3 == 0 ? "18-24" : "25-49");
            for (var question : SURVEY.ratingQuestions()) {
                int draw = random.nextInt(20);
                if (draw == 0) {
                    builder.answer(question.code(), Answer.NoAnswer.DONT_KNOW);
                } else if (draw == 1) {
                    builder.answer(question.code(), Answer.NoAnswer.REFUSED);
                } else if (draw > 2) {
                    builder.rating(question.code(), Math.min(5, 1 + random.nextInt(7)));
                }
            }
            responses.add(builder.build());
        }
        return responses;
    }

    private static IndexEstimator estimator() {
        IndexAccumulator accumulator = IndexAccumulator.of(DEFINITION, SURVEY, SampleDesign.simpleRandom());
        responses().forEach(accumulator::accept);
        return accumulator.result(EstimationOptions.defaults());
    }

    public static IndexDefinition definition() {
        return DEFINITION;
    }

    public static IndexResult whole() {
        return estimator().estimate(Domain.all());
    }

    /** The results of the units, under the hostile codes of {@link #UNITS}. */
    public static List<IndexResult> units() {
        IndexEstimator estimator = estimator();
        List<IndexResult> results = new ArrayList<>();
        for (int i = 0; i < UNITS.size(); i++) {
            results.add(estimator.estimate(Domain.of(UNITS.get(i), List.of("0721" + i))));
        }
        return results;
    }

    public static IndexRanking ranking() {
        return IndexRanking.of(units(), DEFINITION.root().id(), RankingOptions.defaults());
    }

    public static TidyTable estimates() {
        List<List<String>> rows = new ArrayList<>(whole().estimates().rows());
        units().forEach(unit -> rows.addAll(unit.estimates().rows()));
        return TidyTable.ofEstimates(rows);
    }

    public static RatingScheme scheme(int criteria) {
        RatingScheme.Builder scheme = RatingScheme.builder(
                        new MethodVersion(
                                "invented-scheme",
                                "2",
                                MethodVersion.Standing.ASSUMPTION,
                                Optional.of(LocalizedText.of("Quyết định 54/2025/QĐ-UBND", "Decision 54/2025/QD-UBND")),
                                ValidityPeriod.always()),
                        LocalizedText.of("Chính quyền thân thiện", "Friendly government"),
                        Fraction.of(10L * criteria, 1))
                .fact(FactDefinition.yesNo("conduct", LocalizedText.of("Không vi phạm", "No misconduct")))
                .gate(new Gate(
                        "conduct",
                        LocalizedText.of("Không có cán bộ vi phạm", "No official was disciplined"),
                        new GateTest.FactIs("conduct", true),
                        new GateEffect.CapStars(2),
                        Provenance.assumption()));
        for (int i = 1; i <= criteria; i++) {
            scheme.criterion(Criterion.given(
                    "c" + i, LocalizedText.of("Tiêu chí số " + i + " về phục vụ người dân", "Criterion " + i), 10));
        }
        for (int stars = 1; stars <= 4; stars++) {
            scheme.band(new StarBand(
                    stars,
                    LocalizedText.of(stars + " sao", stars + " stars"),
                    Optional.of(Fraction.of(2L * stars * criteria, 1)),
                    stars == 4 ? Optional.empty() : Optional.of(Fraction.of(2L * (stars + 1) * criteria, 1)),
                    Provenance.assumption()));
        }
        return scheme.build();
    }

    /** One unit with four stars, one held back by a gate, one below all bands. */
    public static List<StarRating> ratings(int criteria) {
        RatingScheme scheme = scheme(criteria);
        List<UnitScores> scores = new ArrayList<>();
        String[] points = {"9.25", "8", "1"};
        for (int unit = 0; unit < points.length; unit++) {
            UnitScores.Builder builder = UnitScores.builder(UnitCode.of("0721" + unit));
            for (int i = 1; i <= criteria; i++) {
                builder.points("c" + i, points[unit]);
            }
            builder.yesNo("conduct", unit != 1);
            scores.add(builder.build());
        }
        return RatingCalculator.of(scheme).rateAll(scores);
    }
}
