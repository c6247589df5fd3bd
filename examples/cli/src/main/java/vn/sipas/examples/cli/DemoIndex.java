package vn.sipas.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.design.LonelyPsuPolicy;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.EstimationOptions;
import vn.sipas.core.index.IndexAccumulator;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexEstimator;
import vn.sipas.core.index.IndexRanking;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.NodeResult;
import vn.sipas.core.index.RankedGroup;
import vn.sipas.core.index.RankingOptions;
import vn.sipas.core.rating.RatingCalculator;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.rating.UnitScores;
import vn.sipas.core.response.Response;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.catalog.Catalog;
import vn.sipas.io.catalog.CatalogKind;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.file.WholeFile;
import vn.sipas.io.json.IndexJson;

/** The index of every commune, every district and the province, with intervals and ranks. */
final class DemoIndex {

    /** Offices with fewer ballots are listed but not ranked. */
    static final long MINIMUM_BASE = 30;

    private final OctoberWave wave;
    private final IndexDefinition definition;
    private final IndexEstimator estimator;
    private final Map<UnitCode, IndexResult> results = new HashMap<>();
    private final IndexRanking ranking;

    private DemoIndex(OctoberWave wave, IndexDefinition definition, IndexEstimator estimator) {
        this.wave = wave;
        this.definition = definition;
        this.estimator = estimator;
        for (List<Unit> level : List.of(wave.communes(), wave.districts(), List.of(wave.province()))) {
            level.forEach(unit -> results.put(unit.code(), estimator.estimate(domain(unit))));
        }
        ranking = IndexRanking.of(
                wave.communes().stream()
                        .map(commune -> results.get(commune.code()))
                        .toList(),
                definition.root().id(),
                RankingOptions.defaults().withMinimumBase(MINIMUM_BASE));
    }

    static DemoIndex of(OctoberWave wave, DemoResponses responses) {
        IndexDefinition definition = Catalog.standard()
                .open("catalog:bac-giang-2024-10", CatalogKind.index(IndexJson.create()))
                .orThrow();
        // every office is a stratum, and the people of one session at the desk a cluster
        IndexAccumulator accumulator = IndexAccumulator.of(definition, responses.survey(), SampleDesign.clustered());
        for (Response response : responses.valid()) {
            accumulator.accept(response);
        }
        IndexEstimator estimator =
                accumulator.result(EstimationOptions.defaults().withLonelyPsu(LonelyPsuPolicy.ADJUST));
        return new DemoIndex(wave, definition, estimator);
    }

    IndexDefinition definition() {
        return definition;
    }

    IndexEstimator estimator() {
        return estimator;
    }

    IndexRanking ranking() {
        return ranking;
    }

    NodeResult of(Unit unit) {
        return result(unit).root();
    }

    IndexResult result(Unit unit) {
        return Objects.requireNonNull(results.get(unit.code()), "unit");
    }

    /** The valid ballots of a commune, a district or the province. */
    long ballots(Unit unit) {
        return estimator.totals().rows(domain(unit));
    }

    private Domain domain(Unit unit) {
        return switch (unit.level()) {
            case PROVINCE -> Domain.all();
            case DISTRICT ->
                Domain.of(
                        unit.code().value(),
                        wave.communesOf(unit).stream()
                                .map(commune -> commune.code().value())
                                .toList());
            default -> Domain.of(unit.code().value());
        };
    }

    NodeResult province() {
        return of(wave.province());
    }

    List<StarRating> rate(long seed) {
        List<UnitScores> scores = new ArrayList<>();
        for (Unit commune : wave.communes()) {
            of(commune).estimate().ifPresent(estimate -> scores.add(DemoScheme.scores(commune.code(), estimate, seed)));
        }
        return RatingCalculator.of(DemoScheme.scheme()).rateAll(scores);
    }

    void write(Path folder) throws IOException {
        Map<String, RankedGroup> ranks = new HashMap<>();
        ranking.ranked().forEach(group -> ranks.put(group.group(), group));
        List<List<String>> rows = new ArrayList<>();
        List<Unit> units = new ArrayList<>(List.of(wave.province()));
        units.addAll(wave.districts());
        units.addAll(wave.communes());
        List<List<String>> estimates = new ArrayList<>();
        for (Unit unit : units) {
            rows.add(row(unit, Optional.ofNullable(ranks.get(unit.code().value()))));
            estimates.addAll(result(unit).estimates().rows());
        }
        List<TidyTable.Column> columns = new ArrayList<>();
        for (String text : List.of("unit", "level", "name", "parent")) {
            columns.add(new TidyTable.Column(text, TidyTable.Kind.TEXT));
        }
        for (String number : List.of(
                "ballots",
                "index",
                "standard_error",
                "df",
                "lower",
                "upper",
                "n",
                "n_eff",
                "rank",
                "best_rank",
                "worst_rank")) {
            columns.add(new TidyTable.Column(number, TidyTable.Kind.NUMBER));
        }
        write(folder.resolve("index.csv"), new TidyTable(columns, rows));
        write(folder.resolve("estimates.csv"), TidyTable.ofEstimates(estimates));
    }

    private List<String> row(Unit unit, Optional<RankedGroup> rank) {
        List<String> row = new ArrayList<>(List.of(
                unit.code().value(),
                unit.level().name(),
                unit.name().vi(),
                unit.parent().map(UnitCode::value).orElse(""),
                Long.toString(ballots(unit))));
        Optional<Estimate> estimate = of(unit).estimate();
        row.add(estimate.map(value -> Double.toString(value.value())).orElse(""));
        row.add(estimate.map(value -> Double.toString(value.standardError())).orElse(""));
        row.add(estimate.map(value -> Double.toString(value.df())).orElse(""));
        row.add(estimate.map(value -> Double.toString(value.interval().lower())).orElse(""));
        row.add(estimate.map(value -> Double.toString(value.interval().upper())).orElse(""));
        row.add(estimate.map(value -> Long.toString(value.base())).orElse("0"));
        row.add(estimate.filter(value -> value.effectiveBase().isPresent())
                .map(value -> Double.toString(value.effectiveBase().getAsDouble()))
                .orElse(""));
        row.add(rank.map(group -> Integer.toString(group.rank())).orElse(""));
        row.add(rank.map(group -> Integer.toString(group.bestRank())).orElse(""));
        row.add(rank.map(group -> Integer.toString(group.worstRank())).orElse(""));
        return row;
    }

    private static void write(Path target, TidyTable table) throws IOException {
        try (WholeFile file = WholeFile.at(target)) {
            table.writeCsv(file.output());
            file.commit();
        }
    }
}
