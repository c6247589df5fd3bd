package vn.sipas.io.report;

import java.util.List;
import java.util.Optional;
import vn.sipas.core.LocalizedText;

/** Fills in a {@link ReportModel} section by section. Not safe for use by several threads. */
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
        return new ReportModel(
                title,
                subtitle,
                simulatedNotice,
                warnings,
                keyFigures,
                overall,
                items,
                units,
                unranked,
                groups,
                trend,
                funnel,
                stars,
                method);
    }
}
