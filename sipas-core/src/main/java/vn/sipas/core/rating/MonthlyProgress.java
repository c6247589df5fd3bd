package vn.sipas.core.rating;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.unit.UnitCode;

/**
 * The scores of units month by month within a year, as steering committees follow them. Criteria without a score yet
 * count as 0 points here, whatever the scheme says about the final rating.
 *
 * @param months the ratings by month
 */
public record MonthlyProgress(SortedMap<YearMonth, List<StarRating>> months) {

    /**
     * Where a unit stood in a month.
     *
     * @param month the month
     * @param points the points so far
     * @param gain the points gained since the month before in which the unit was scored, absent in the first
     * @param stars the stars, absent if there are none yet
     */
    public record Point(YearMonth month, Fraction points, Optional<Fraction> gain, OptionalInt stars) {}

    public MonthlyProgress {
        SortedMap<YearMonth, List<StarRating>> copy = new TreeMap<>();
        months.forEach((month, ratings) -> copy.put(month, List.copyOf(ratings)));
        months = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Collects months.
     *
     * @param months the ratings by month
     * @return the progress
     */
    public static MonthlyProgress of(Map<YearMonth, ? extends Collection<StarRating>> months) {
        SortedMap<YearMonth, List<StarRating>> lists = new TreeMap<>();
        months.forEach((month, ratings) -> lists.put(month, List.copyOf(ratings)));
        return new MonthlyProgress(lists);
    }

    /**
     * Returns the months of a unit.
     *
     * @param unit the unit
     * @return a point for every month in which it was scored
     */
    public List<Point> of(UnitCode unit) {
        List<Point> points = new ArrayList<>();
        months.forEach((month, ratings) -> ratings.stream()
                .filter(rating -> rating.unit().equals(unit))
                .findFirst()
                .ifPresent(rating -> {
                    Fraction now = rating.pointsSoFar();
                    Optional<Fraction> gain = points.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    now.minus(points.get(points.size() - 1).points()));
                    points.add(new Point(month, now, gain, rating.stars()));
                }));
        return List.copyOf(points);
    }

    /**
     * Returns units by months as an aligned table of points so far.
     *
     * @param language the language
     * @return the lines
     */
    public String table(Language language) {
        return rows(language).toString();
    }

    /**
     * Returns units by months as an HTML fragment.
     *
     * @param language the language
     * @return a table, escaped
     */
    public String toHtml(Language language) {
        return rows(language).toHtml("sipas-months", language);
    }

    /**
     * Returns the table in English.
     *
     * @return the lines
     */
    @Override
    public String toString() {
        return table(Language.EN);
    }

    private TextTable rows(Language language) {
        List<String> header = new ArrayList<>(List.of(language == Language.VI ? "Đơn vị" : "Unit"));
        months.keySet().forEach(month -> header.add(month.toString()));
        TreeSet<UnitCode> units = new TreeSet<>();
        List<Map<UnitCode, Fraction>> columns = new ArrayList<>();
        months.values().forEach(ratings -> {
            Map<UnitCode, Fraction> column = new TreeMap<>();
            ratings.forEach(rating -> column.put(rating.unit(), rating.pointsSoFar()));
            units.addAll(column.keySet());
            columns.add(column);
        });
        TextTable table = new TextTable(header);
        for (UnitCode unit : units) {
            List<String> cells = new ArrayList<>(List.of(unit.value()));
            for (Map<UnitCode, Fraction> column : columns) {
                cells.add(
                        column.containsKey(unit)
                                ? Decimals.shown(column.getOrDefault(unit, Fraction.ZERO), language)
                                : "");
            }
            table.row(cells);
        }
        return table;
    }
}
