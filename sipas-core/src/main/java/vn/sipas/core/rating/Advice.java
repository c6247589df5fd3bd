package vn.sipas.core.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;

/**
 * What a unit lacks for each higher number of stars: the distance in points, the gates to meet, and the smallest sets of
 * criteria that would reach it. A unit that did not register gets no advice but to register.
 *
 * @param rating the rating it is about
 * @param paths one path for each higher number of stars, from the next one up
 */
public record Advice(StarRating rating, List<StarPath> paths) {

    /** How many smallest sets are listed for a number of stars unless the caller says otherwise. */
    public static final int SETS_LISTED = 12;

    public Advice {
        Objects.requireNonNull(rating, "rating");
        paths = List.copyOf(paths);
    }

    /**
     * Advises on a rating, listing up to {@value #SETS_LISTED} sets of criteria for each number of stars.
     *
     * @param rating the rating
     * @return the advice
     */
    public static Advice on(StarRating rating) {
        return on(rating, SETS_LISTED);
    }

    /**
     * Advises on a rating.
     *
     * @param rating the rating
     * @param setsListed how many sets of criteria are listed for each number of stars, at least 1
     * @return the advice
     */
    public static Advice on(StarRating rating, int setsListed) {
        if (setsListed < 1) {
            throw new IllegalArgumentException("setsListed must be at least 1, was " + setsListed);
        }
        List<StarPath> paths = new ArrayList<>();
        if (!(rating.outcome() instanceof RatingOutcome.NotRegistered)) {
            for (StarBand band : rating.scheme().bands()) {
                if (band.stars() > rating.rank()) {
                    paths.add(new PathSearch(rating, band, setsListed).path());
                }
            }
        }
        return new Advice(rating, paths);
    }

    /**
     * Measures the distance to the next higher number of stars without looking for sets of criteria, which is fast enough
     * for every commune of a country.
     *
     * @param rating the rating
     * @return the distance, absent at the top or without registration
     */
    public static Optional<StarDistance> distanceToNext(StarRating rating) {
        if (rating.outcome() instanceof RatingOutcome.NotRegistered) {
            return Optional.empty();
        }
        return rating.scheme().bands().stream()
                .filter(band -> band.stars() > rating.rank())
                .findFirst()
                .map(band -> new StarDistance(band, new PathSearch(rating, band, 1).pointsToReach()));
    }

    /**
     * How far a unit is from a number of stars.
     *
     * @param band the band of that number of stars
     * @param points how far the total is from the least total that is needed, at least 0; gates come on top
     */
    public record StarDistance(StarBand band, Fraction points) {}

    /**
     * Returns the path to the next higher number of stars.
     *
     * @return the path, absent at the top or without registration
     */
    public Optional<StarPath> next() {
        return paths.isEmpty() ? Optional.empty() : Optional.of(paths.get(0));
    }

    /**
     * Returns the path to a number of stars.
     *
     * @param stars the number of stars
     * @return the path, absent if the unit has so many or the scheme has no such band
     */
    public Optional<StarPath> to(int stars) {
        return paths.stream().filter(path -> path.band().stars() == stars).findFirst();
    }

    /**
     * Returns the advice as an aligned table.
     *
     * @param language the language
     * @return the lines
     */
    public String table(Language language) {
        return rows(language).toString();
    }

    /**
     * Returns the advice as an HTML fragment.
     *
     * @param language the language
     * @return a table, escaped
     */
    public String toHtml(Language language) {
        return rows(language).toHtml("sipas-advice", language);
    }

    /**
     * Returns the advice as an aligned table in English.
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
                        ? List.of(
                                "Mức",
                                "Còn thiếu (điểm)",
                                "Điều kiện cần đạt",
                                "Nhóm tiêu chí nhỏ nhất",
                                "Điểm còn có thể tăng")
                        : List.of(
                                "Level",
                                "Points to reach",
                                "Gates to meet",
                                "Smallest sets of criteria",
                                "Points available"));
        for (StarPath path : paths) {
            String gates = path.gatesToLift().stream()
                            .map(gate -> gate.title().in(language))
                            .collect(Collectors.joining("; "))
                    + path.quota().map(quota -> quota.title().in(language)).orElse("");
            String level = path.band().label().in(language);
            String distance = Decimals.shown(path.pointsToReach(), language);
            if (path.sets().isEmpty()) {
                table.row(List.of(level, distance, gates, vi ? "không đạt được" : "out of reach", ""));
            }
            for (int i = 0; i < path.sets().size(); i++) {
                StarPath.CriteriaSet set = path.sets().get(i);
                table.row(List.of(
                        i == 0 ? level : "",
                        i == 0 ? distance : "",
                        i == 0 ? gates : "",
                        String.join(" + ", set.codes()),
                        Decimals.shown(set.available(), language)));
            }
            if (!path.complete()) {
                table.row(List.of("", "", "", "…", ""));
            }
        }
        return table;
    }
}
