package vn.sipas.io.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import vn.sipas.core.LocalizedText;

/**
 * What a report shows, section by section. Empty lists leave their section out.
 *
 * @param title the title
 * @param subtitle who, where and when
 * @param simulatedNotice says on a banner that the answers are simulated; absent for real data
 * @param warnings what a reader must know before the numbers
 * @param keyFigures the most important numbers
 * @param overall the index of the whole, drawn as a line of reference
 * @param items the items or factors, in the order of the questionnaire
 * @param units the units that can be compared, in any order
 * @param unranked the units that are left out of the comparison, with the reason
 * @param groups the districts or other groups of units
 * @param trend the waves, the earliest first
 * @param funnel the steps from sent to valid ballots
 * @param stars the ratings of the units
 * @param method how it was computed
 */
public record ReportModel(
        LocalizedText title,
        LocalizedText subtitle,
        Optional<LocalizedText> simulatedNotice,
        List<LocalizedText> warnings,
        List<KeyFigure> keyFigures,
        Optional<IndexValue> overall,
        List<ItemRow> items,
        List<UnitRow> units,
        List<UnrankedUnit> unranked,
        List<GroupRow> groups,
        List<TrendPoint> trend,
        List<FunnelStep> funnel,
        List<StarRow> stars,
        List<MethodEntry> method) {

    public ReportModel {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(subtitle, "subtitle");
        Objects.requireNonNull(simulatedNotice, "simulatedNotice");
        Objects.requireNonNull(overall, "overall");
        warnings = List.copyOf(warnings);
        keyFigures = List.copyOf(keyFigures);
        items = List.copyOf(items);
        units = List.copyOf(units);
        unranked = List.copyOf(unranked);
        groups = List.copyOf(groups);
        trend = List.copyOf(trend);
        funnel = List.copyOf(funnel);
        stars = List.copyOf(stars);
        method = List.copyOf(method);
    }

    /**
     * A number on a card.
     *
     * @param label what it is
     * @param value the number as written in either language
     * @param note a line below it
     */
    public record KeyFigure(LocalizedText label, LocalizedText value, Optional<LocalizedText> note) {

        public KeyFigure {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(note, "note");
        }
    }

    /**
     * An item or a factor.
     *
     * @param code its code
     * @param name what the citizen was asked
     * @param value the index
     * @param levels the shares of the levels of its scale from the least to the most favourable; may be empty
     */
    public record ItemRow(String code, LocalizedText name, IndexValue value, List<LevelShare> levels) {

        public ItemRow {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
            levels = List.copyOf(levels);
        }
    }

    /**
     * The share of a level.
     *
     * @param label the label of the level
     * @param share its share, in the closed interval [0, 1]
     * @param favourable whether the level counts as satisfied
     */
    public record LevelShare(LocalizedText label, double share, boolean favourable) {

        public LevelShare {
            Objects.requireNonNull(label, "label");
            if (!(share >= 0.0 && share <= 1.0)) {
                throw new IllegalArgumentException("share must be in [0, 1], was " + share);
            }
        }
    }

    /**
     * A unit that can be compared.
     *
     * @param code its code
     * @param name its name
     * @param group the name of its district or other group; may be empty
     * @param value the index
     * @param stars its stars, if it is rated
     */
    public record UnitRow(String code, String name, String group, IndexValue value, OptionalInt stars) {

        public UnitRow {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(stars, "stars");
        }
    }

    /**
     * A unit that is not compared.
     *
     * @param name its name
     * @param group the name of its district or other group; may be empty
     * @param base the number of valid ballots, at least 0
     * @param reason why it is left out
     */
    public record UnrankedUnit(String name, String group, long base, LocalizedText reason) {

        public UnrankedUnit {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(reason, "reason");
            if (base < 0) {
                throw new IllegalArgumentException("base must be at least 0, was " + base);
            }
        }
    }

    /**
     * A district or another group of units.
     *
     * @param name its name
     * @param units how many units it has, at least 0
     * @param value the index
     * @param lowest the name of its unit with the lowest index; may be empty
     * @param highest the name of its unit with the highest index; may be empty
     */
    public record GroupRow(String name, int units, IndexValue value, String lowest, String highest) {

        public GroupRow {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(lowest, "lowest");
            Objects.requireNonNull(highest, "highest");
            if (units < 0) {
                throw new IllegalArgumentException("units must be at least 0, was " + units);
            }
        }
    }

    /**
     * A wave of a series.
     *
     * @param label the wave, such as {@code 2024}
     * @param value the index
     * @param breakBefore why this wave must not be compared with the one before it; absent if it can be
     */
    public record TrendPoint(String label, IndexValue value, Optional<LocalizedText> breakBefore) {

        public TrendPoint {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(breakBefore, "breakBefore");
        }
    }

    /**
     * A step of the ballot funnel.
     *
     * @param name the step, such as "valid"
     * @param count how many ballots reached it, at least 0
     * @param losses why others did not; may be empty
     */
    public record FunnelStep(LocalizedText name, long count, List<FunnelLoss> losses) {

        public FunnelStep {
            Objects.requireNonNull(name, "name");
            losses = List.copyOf(losses);
            if (count < 0) {
                throw new IllegalArgumentException("count must be at least 0, was " + count);
            }
        }
    }

    /**
     * Ballots that did not reach a step.
     *
     * @param reason why
     * @param count how many, at least 0
     */
    public record FunnelLoss(LocalizedText reason, long count) {

        public FunnelLoss {
            Objects.requireNonNull(reason, "reason");
            if (count < 0) {
                throw new IllegalArgumentException("count must be at least 0, was " + count);
            }
        }
    }

    /**
     * The rating of a unit.
     *
     * @param name its name
     * @param group the name of its district or other group; may be empty
     * @param stars its stars, in the closed interval [0, 10]; absent if it is not rated
     * @param total its points as published; may be empty
     * @param reasons why it has these stars, or why it has none
     * @param next what is missing to the next star; absent if nothing is
     */
    public record StarRow(
            String name,
            String group,
            OptionalInt stars,
            String total,
            List<LocalizedText> reasons,
            Optional<LocalizedText> next) {

        public StarRow {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(stars, "stars");
            Objects.requireNonNull(total, "total");
            Objects.requireNonNull(next, "next");
            reasons = List.copyOf(reasons);
            if (stars.isPresent() && (stars.getAsInt() < 0 || stars.getAsInt() > 10)) {
                throw new IllegalArgumentException("stars must be in [0, 10], were " + stars.getAsInt());
            }
        }
    }

    /**
     * A line of the method box.
     *
     * @param label what it is about, such as "interval"
     * @param value how it was done
     */
    public record MethodEntry(LocalizedText label, LocalizedText value) {

        public MethodEntry {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Starts a model that is filled in section by section.
     *
     * @param title the title
     * @param subtitle who, where and when
     * @return a builder without any section
     */
    public static ReportModelBuilder builder(LocalizedText title, LocalizedText subtitle) {
        return new ReportModelBuilder(title, subtitle);
    }
}
