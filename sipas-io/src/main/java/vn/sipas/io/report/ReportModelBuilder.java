package vn.sipas.io.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.index.IndexRanking;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.rating.StarRating;

/**
 * Fills in a {@link ReportModel}: from computed results by {@link #whole}, {@link #ranking} and {@link #ratings}, section by
 * section by the other methods. A section that was filled in by hand stays as it is. Not safe for use by several threads.
 */
public final class ReportModelBuilder {

    private final LocalizedText title;
    private final LocalizedText subtitle;
    private Optional<LocalizedText> simulatedNotice = Optional.empty();
    private Optional<IndexValue> overall = Optional.empty();
    private List<LocalizedText> warnings = List.of();
    private List<ReportModel.KeyFigure> keyFigures = List.of();
    private List<ReportModel.ItemRow> items = List.of();
    private List<ReportModel.UnitRow> units = List.of();
    private List<ReportModel.UnrankedUnit> unranked = List.of();
    private List<ReportModel.GroupRow> groups = List.of();
    private List<ReportModel.TrendPoint> trend = List.of();
    private List<ReportModel.FunnelStep> funnel = List.of();
    private List<ReportModel.StarRow> stars = List.of();
    private List<ReportModel.MethodEntry> method = List.of();
    private Optional<IndexResult> whole = Optional.empty();
    private Optional<IndexRanking> ranking = Optional.empty();
    private List<IndexResult> results = List.of();
    private List<StarRating> ratings = List.of();
    private Map<String, String> names = Map.of();
    private Map<String, String> areas = Map.of();

    ReportModelBuilder(LocalizedText title, LocalizedText subtitle) {
        this.title = title;
        this.subtitle = subtitle;
    }

    /**
     * Says on a banner that the answers are simulated.
     *
     * @param notice the text of the banner
     * @return this builder
     */
    public ReportModelBuilder simulated(LocalizedText notice) {
        simulatedNotice = Optional.of(notice);
        return this;
    }

    /**
     * Takes the index of the whole, its items, its warnings and its method from a result. A part without a value is left
     * out, one without a sampling error says so.
     *
     * @param result the index of the whole
     * @return this builder
     */
    public ReportModelBuilder whole(IndexResult result) {
        whole = Optional.of(result);
        return this;
    }

    /**
     * Takes the units from a ranking, those that are not ranked with the reason.
     *
     * @param order the ranking
     * @param units the results that were ranked, for the number of answers of units without a sampling error
     * @return this builder
     */
    public ReportModelBuilder ranking(IndexRanking order, List<IndexResult> units) {
        ranking = Optional.of(order);
        results = List.copyOf(units);
        return this;
    }

    /**
     * Takes the stars, what stood in the way of more, and the distance to the next one from ratings.
     *
     * @param stars the ratings
     * @return this builder
     */
    public ReportModelBuilder ratings(List<StarRating> stars) {
        ratings = List.copyOf(stars);
        return this;
    }

    /**
     * States what the units are called; without a name a unit is called by its code.
     *
     * @param byCode the names by code
     * @return this builder
     */
    public ReportModelBuilder names(Map<String, String> byCode) {
        names = Map.copyOf(byCode);
        return this;
    }

    /**
     * States where the units lie.
     *
     * @param byCode the names of their districts or other areas by the code of the unit
     * @return this builder
     */
    public ReportModelBuilder areas(Map<String, String> byCode) {
        areas = Map.copyOf(byCode);
        return this;
    }

    /**
     * States the index of the whole.
     *
     * @param value the index, drawn as a line of reference
     * @return this builder
     */
    public ReportModelBuilder overall(IndexValue value) {
        overall = Optional.of(value);
        return this;
    }

    /**
     * Fills in one section.
     *
     * @param rows what a reader must know before the numbers
     * @return this builder
     */
    public ReportModelBuilder warnings(List<LocalizedText> rows) {
        warnings = List.copyOf(rows);
        return this;
    }

    /**
     * Fills in one section.
     *
     * @param rows the most important numbers
     * @return this builder
     */
    public ReportModelBuilder keyFigures(List<ReportModel.KeyFigure> rows) {
        keyFigures = List.copyOf(rows);
        return this;
    }

    /**
     * Fills in one section.
     *
     * @param rows the items or factors
     * @return this builder
     */
    public ReportModelBuilder items(List<ReportModel.ItemRow> rows) {
        items = List.copyOf(rows);
        return this;
    }

    /**
     * Fills in one section.
     *
     * @param rows the units that can be compared
     * @return this builder
     */
    public ReportModelBuilder units(List<ReportModel.UnitRow> rows) {
        units = List.copyOf(rows);
        return this;
    }

    /**
     * Fills in one section.
     *
     * @param rows the units that are left out of the comparison
     * @return this builder
     */
    public ReportModelBuilder unranked(List<ReportModel.UnrankedUnit> rows) {
        unranked = List.copyOf(rows);
        return this;
    }

    /**
     * Fills in one section.
     *
     * @param rows the districts or other groups of units
     * @return this builder
     */
    public ReportModelBuilder groups(List<ReportModel.GroupRow> rows) {
        groups = List.copyOf(rows);
        return this;
    }

    /**
     * Fills in one section.
     *
     * @param rows the waves, the earliest first
     * @return this builder
     */
    public ReportModelBuilder trend(List<ReportModel.TrendPoint> rows) {
        trend = List.copyOf(rows);
        return this;
    }

    /**
     * Fills in one section.
     *
     * @param rows the steps from sent to valid ballots
     * @return this builder
     */
    public ReportModelBuilder funnel(List<ReportModel.FunnelStep> rows) {
        funnel = List.copyOf(rows);
        return this;
    }

    /**
     * Fills in one section.
     *
     * @param rows the ratings of the units
     * @return this builder
     */
    public ReportModelBuilder stars(List<ReportModel.StarRow> rows) {
        stars = List.copyOf(rows);
        return this;
    }

    /**
     * Fills in one section.
     *
     * @param rows how it was computed
     * @return this builder
     */
    public ReportModelBuilder method(List<ReportModel.MethodEntry> rows) {
        method = List.copyOf(rows);
        return this;
    }

    /**
     * Finishes.
     *
     * @return the model
     */
    public ReportModel build() {
        ResultRows rows = new ResultRows(names, areas);
        return new ReportModel(
                title,
                subtitle,
                simulatedNotice,
                filled(warnings, whole.map(ReportModelBuilder::warnings)),
                keyFigures,
                overall.or(() -> whole.flatMap(result -> ResultRows.value(result.root()))),
                filled(items, whole.map(ResultRows::items)),
                filled(units, ranking.map(order -> rows.units(order, results, ratings))),
                filled(unranked, ranking.map(order -> rows.unranked(order, results))),
                groups,
                trend,
                funnel,
                filled(stars, Optional.of(rows.stars(ratings))),
                filled(method, Optional.of(ResultRows.method(whole, ranking, ratings))));
    }

    private static <T> List<T> filled(List<T> byHand, Optional<List<T>> computed) {
        return byHand.isEmpty() ? computed.orElse(List.of()) : byHand;
    }

    private static List<LocalizedText> warnings(IndexResult result) {
        return result.allWarnings().stream()
                .map(warning -> LocalizedText.of(warning.message(Language.VI), warning.message(Language.EN)))
                .distinct()
                .toList();
    }
}
