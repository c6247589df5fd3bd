package vn.sipas.core.rating;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.unit.UnitCode;

/**
 * The ratings of many units over the years. Immutable and safe for use by several threads.
 *
 * <p>Units of two years are matched by {@link Predecessors}, so that a merged unit is compared with all units it came
 * from, and a unit that came of a split with the unit that was split.
 */
public final class Programme {

    private static final RoundingRule UP = new RoundingRule(0, RoundingMode.UP);

    private final NavigableMap<Integer, List<StarRating>> years = new TreeMap<>();
    private final Map<Integer, Predecessors> predecessors;

    private Programme(Map<Integer, ? extends Collection<StarRating>> years, Map<Integer, Predecessors> predecessors) {
        years.forEach((year, ratings) -> {
            Map<UnitCode, StarRating> byUnit = new HashMap<>();
            for (StarRating rating : ratings) {
                if (byUnit.put(rating.unit(), rating) != null) {
                    throw new IllegalArgumentException(
                            "years must hold each unit once, " + rating.unit() + " repeats in " + year);
                }
            }
            this.years.put(year, List.copyOf(ratings));
        });
        this.predecessors = Map.copyOf(predecessors);
    }

    /**
     * Makes a programme between whose years no unit changed.
     *
     * @param years the ratings by year, each unit once a year
     * @return the programme
     */
    public static Programme of(Map<Integer, ? extends Collection<StarRating>> years) {
        return new Programme(years, Map.of());
    }

    /**
     * Makes a programme.
     *
     * @param years the ratings by year, each unit once a year
     * @param predecessors for years before which units changed, how their units go back to the year before
     * @return the programme
     */
    public static Programme of(
            Map<Integer, ? extends Collection<StarRating>> years, Map<Integer, Predecessors> predecessors) {
        return new Programme(years, predecessors);
    }

    /**
     * Returns the years.
     *
     * @return the years in order
     */
    public List<Integer> years() {
        return List.copyOf(years.keySet());
    }

    /**
     * Returns the ratings of a year.
     *
     * @param year the year
     * @return the ratings in the order given
     * @throws IllegalArgumentException if the programme does not hold the year
     */
    public List<StarRating> ratings(int year) {
        List<StarRating> ratings = years.get(year);
        if (ratings == null) {
            throw new IllegalArgumentException("year must be one of " + years.keySet() + ", was " + year);
        }
        return ratings;
    }

    /**
     * Counts the outcomes of a year.
     *
     * @param year the year
     * @return the distribution
     */
    public StarDistribution distribution(int year) {
        return StarDistribution.of(ratings(year));
    }

    /**
     * Compares the units of a year with the year before.
     *
     * @param year the year
     * @return a change for every unit of the year; without a year before, none has a predecessor
     */
    public List<StarChange> changes(int year) {
        List<StarRating> now = ratings(year);
        Map<UnitCode, StarRating> before = new HashMap<>();
        Optional.ofNullable(years.lowerEntry(year))
                .ifPresent(entry -> entry.getValue().forEach(rating -> before.put(rating.unit(), rating)));
        Predecessors lineage = predecessors.getOrDefault(year, Predecessors.unchanged());
        return now.stream()
                .map(rating -> StarChange.between(
                        rating,
                        lineage.of(rating.unit()).stream()
                                .sorted()
                                .filter(before::containsKey)
                                .map(before::get)
                                .toList()))
                .toList();
    }

    /**
     * Measures the way to a target.
     *
     * @param year the year
     * @param target the target
     * @return the progress
     */
    public TargetProgress progress(int year, Target target) {
        int achieved = 0;
        List<UnitCode> open = new ArrayList<>();
        for (StarChange change : changes(year)) {
            boolean counts = target instanceof Target.AtLeastStars atLeast
                    ? change.now().rank() >= atLeast.stars()
                    : change.direction() == StarChange.Direction.UPGRADED;
            if (counts) {
                achieved++;
            } else {
                open.add(change.unit());
            }
        }
        int base = achieved + open.size();
        int required = target.share().times(Fraction.of(base, 1)).round(UP).intValueExact();
        return new TargetProgress(target, achieved, required, base, open);
    }

    /**
     * Orders the criteria that are scored themselves from the highest to the lowest mean share of their maximum.
     *
     * @param year the year; all its ratings are by one scheme
     * @return the standings, ties in the order of the scheme, criteria without any points last
     * @throws IllegalArgumentException if the ratings are by several schemes
     */
    public List<CriterionStanding> criteria(int year) {
        List<StarRating> ratings = ratings(year);
        if (ratings.isEmpty()) {
            return List.of();
        }
        RatingScheme scheme = ratings.get(0).scheme();
        if (ratings.stream().anyMatch(rating -> !rating.scheme().equals(scheme))) {
            throw new IllegalArgumentException("year must hold ratings by one scheme, " + year + " holds several");
        }
        List<CriterionStanding> standings = new ArrayList<>();
        for (Criterion criterion : scheme.allCriteria()) {
            if (criterion.parts().isEmpty()) {
                List<Fraction> points = ratings.stream()
                        .flatMap(rating -> rating.points(criterion.code()).stream())
                        .toList();
                Optional<Fraction> mean = points.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Fraction.sum(points)
                                .dividedBy(criterion.maximum().times(Fraction.of(points.size(), 1))));
                int full = (int) points.stream()
                        .filter(value -> value.compareTo(criterion.maximum()) >= 0)
                        .count();
                standings.add(new CriterionStanding(criterion, points.size(), mean, full));
            }
        }
        standings.sort(Comparator.comparing(
                        (CriterionStanding standing) -> standing.meanShare().orElse(Fraction.of(-1, 1)))
                .reversed());
        return List.copyOf(standings);
    }

    /**
     * Orders the units of a year.
     *
     * @param year the year
     * @return the league table at a family-wise error rate of 5 %
     */
    public LeagueTable league(int year) {
        return LeagueTable.of(ratings(year), LeagueTable.ERROR_RATE);
    }

    /**
     * Returns the distribution of every year as an aligned table.
     *
     * @param language the language
     * @return the lines
     */
    public String table(Language language) {
        return rows(language).toString();
    }

    /**
     * Returns the distribution of every year as an HTML fragment.
     *
     * @param language the language
     * @return a table, escaped
     */
    public String toHtml(Language language) {
        return rows(language).toHtml("sipas-programme", language);
    }

    /**
     * Returns the distribution of every year in English.
     *
     * @return the lines
     */
    @Override
    public String toString() {
        return table(Language.EN);
    }

    private TextTable rows(Language language) {
        boolean vi = language == Language.VI;
        TextTable table = new TextTable(
                vi
                        ? List.of("Năm", "Kết quả", "Số đơn vị", "Nâng sao", "Giữ nguyên", "Giảm sao")
                        : List.of("Year", "Outcome", "Units", "Upgraded", "Unchanged", "Downgraded"));
        for (int year : years.keySet()) {
            StarDistribution distribution = distribution(year);
            List<StarChange> changes = changes(year);
            List<String> moved = List.of(
                    count(changes, StarChange.Direction.UPGRADED),
                    count(changes, StarChange.Direction.UNCHANGED),
                    count(changes, StarChange.Direction.DOWNGRADED));
            table.row(List.of(
                    "" + year,
                    vi ? "tất cả" : "all",
                    "" + distribution.units(),
                    moved.get(0),
                    moved.get(1),
                    moved.get(2)));
            List<Integer> stars = new ArrayList<>(distribution.byStars().keySet());
            stars.sort(Comparator.reverseOrder());
            for (int number : stars) {
                String label = ratings(year).stream()
                        .flatMap(rating -> rating.scheme().band(number).stream())
                        .findFirst()
                        .map(band -> band.label().in(language))
                        .orElse("" + number);
                row(table, label, distribution.with(number));
            }
            row(table, vi ? "không công nhận" : "not recognised", distribution.notRecognized());
            row(table, vi ? "không đủ điều kiện" : "not eligible", distribution.notEligible());
            row(table, vi ? "không đăng ký" : "not registered", distribution.notRegistered());
        }
        return table;
    }

    private static void row(TextTable table, String label, int units) {
        table.row(List.of("", label, "" + units, "", "", ""));
    }

    private static String count(List<StarChange> changes, StarChange.Direction direction) {
        return ""
                + changes.stream()
                        .filter(change -> change.direction() == direction)
                        .count();
    }
}
