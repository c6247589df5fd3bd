package vn.sipas.io.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.sipas.core.survey.RatingScale;

/**
 * Which columns of a plain wide file are read, and as what. All other columns are passed over.
 *
 * @param items the rating items, at least one, in unique columns
 * @param group the column that rows are grouped by, such as the unit
 * @param weight the column of the design weight; the weight is 1 without it
 * @param stratum the column of the stratum
 * @param psu the column of the primary sampling unit; its labels are nested in the strata
 * @param population the column of the size of the finite population of the row's stratum
 * @param id the column of the response id, by which repeated rows are found
 */
public record RatingColumns(
        List<Item> items,
        Optional<String> group,
        Optional<String> weight,
        Optional<String> stratum,
        Optional<String> psu,
        Optional<String> population,
        Optional<String> id) {

    /**
     * A column that holds the answers to one rating question.
     *
     * @param column the heading of the column
     * @param scale the scale by whose level codes the answers are written
     */
    public record Item(String column, RatingScale scale) {

        public Item {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(scale, "scale");
        }
    }

    public RatingColumns {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items must not be empty");
        }
        Set<String> seen = new HashSet<>();
        for (Item item : items) {
            if (!seen.add(item.column())) {
                throw new IllegalArgumentException(
                        "items must be in unique columns, \"" + item.column() + "\" repeats");
            }
        }
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(weight, "weight");
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(psu, "psu");
        Objects.requireNonNull(population, "population");
        Objects.requireNonNull(id, "id");
    }

    /**
     * Selects items and nothing else.
     *
     * @param items the rating items
     * @return the columns
     */
    public static RatingColumns of(List<Item> items) {
        return new RatingColumns(
                items,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Selects items that share one scale.
     *
     * @param columns the headings of the items
     * @param scale the scale of all of them
     * @return the columns
     */
    public static RatingColumns of(List<String> columns, RatingScale scale) {
        return of(columns.stream().map(column -> new Item(column, scale)).toList());
    }

    /**
     * Returns these columns with a grouping.
     *
     * @param column the heading of the column that rows are grouped by
     * @return the columns
     */
    public RatingColumns withGroup(String column) {
        return new RatingColumns(items, Optional.of(column), weight, stratum, psu, population, id);
    }

    /**
     * Returns these columns with a design.
     *
     * @param weightColumn the column of the design weight
     * @param stratumColumn the column of the stratum
     * @param psuColumn the column of the primary sampling unit
     * @param populationColumn the column of the population size of the row's stratum
     * @return the columns
     */
    public RatingColumns withDesign(
            Optional<String> weightColumn,
            Optional<String> stratumColumn,
            Optional<String> psuColumn,
            Optional<String> populationColumn) {
        return new RatingColumns(items, group, weightColumn, stratumColumn, psuColumn, populationColumn, id);
    }

    /**
     * Returns these columns with an id.
     *
     * @param column the heading of the column of the response id
     * @return the columns
     */
    public RatingColumns withId(String column) {
        return new RatingColumns(items, group, weight, stratum, psu, population, Optional.of(column));
    }

    /** The headings of all selected columns, the items first. */
    List<String> headings() {
        List<String> headings = new ArrayList<>();
        items.forEach(item -> headings.add(item.column()));
        for (Optional<String> column : List.of(group, weight, stratum, psu, population, id)) {
            column.filter(heading -> !headings.contains(heading)).ifPresent(headings::add);
        }
        return headings;
    }
}
