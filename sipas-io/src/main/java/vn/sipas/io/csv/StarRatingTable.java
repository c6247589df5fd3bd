package vn.sipas.io.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sipas.core.Fraction;
import vn.sipas.core.rating.Advice;
import vn.sipas.core.rating.StarChange;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.unit.UnitCode;

/**
 * Writes ratings as a table, one row a unit, with the columns
 * {@code unit,outcome,stars,total,unmet,next_star,points_to_next,previous_stars,change}.
 *
 * <p>Numbers are exact decimals, or the shortest decimal that denotes the nearest {@code double} where the exact
 * expansion does not end. What does not apply is empty; codes of unmet gates are joined by semicolons. Immutable and safe
 * for use by several threads.
 */
public final class StarRatingTable {

    private static final List<String> COLUMNS = List.of(
            "unit", "outcome", "stars", "total", "unmet", "next_star", "points_to_next", "previous_stars", "change");

    private StarRatingTable() {}

    /**
     * Makes a writer.
     *
     * @return the writer
     */
    public static StarRatingTable create() {
        return new StarRatingTable();
    }

    /**
     * Writes ratings without a year before.
     *
     * @param ratings the ratings
     * @return the table, lines ended by line feeds
     */
    public String write(List<StarRating> ratings) {
        return table(ratings, Optional.empty());
    }

    /**
     * Writes ratings beside those of the year before, matched by code; use
     * {@link vn.sipas.core.rating.Programme#changes} and {@link #writeChanges} where units changed in between.
     *
     * @param ratings the ratings
     * @param previous the ratings of the year before
     * @return the table, lines ended by line feeds
     */
    public String write(List<StarRating> ratings, Map<UnitCode, StarRating> previous) {
        return writeChanges(ratings.stream()
                .map(rating -> StarChange.between(
                        rating, previous.containsKey(rating.unit()) ? List.of(previous.get(rating.unit())) : List.of()))
                .toList());
    }

    /**
     * Writes ratings with their changes.
     *
     * @param changes the changes, one a unit
     * @return the table, lines ended by line feeds
     */
    public String writeChanges(List<StarChange> changes) {
        return table(changes.stream().map(StarChange::now).toList(), Optional.of(changes));
    }

    private static String table(List<StarRating> ratings, Optional<List<StarChange>> changes) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(COLUMNS);
            for (int i = 0; i < ratings.size(); i++) {
                StarRating rating = ratings.get(i);
                int position = i;
                Optional<StarChange> change = changes.map(list -> list.get(position));
                Optional<Advice.StarDistance> next = Advice.distanceToNext(rating);
                csv.writeRecord(List.of(
                        rating.unit().value(),
                        rating.outcome().tag(),
                        rating.stars().isPresent() ? "" + rating.stars().getAsInt() : "",
                        rating.total().map(StarRatingTable::number).orElse(""),
                        String.join(";", rating.unmet()),
                        next.map(distance -> "" + distance.band().stars()).orElse(""),
                        next.map(distance -> number(distance.points())).orElse(""),
                        change.flatMap(StarChange::previousStars)
                                .map(String::valueOf)
                                .orElse(""),
                        change.map(moved -> moved.direction().tag()).orElse("")));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", impossible);
        }
        return text.toString();
    }

    private static String number(Fraction value) {
        return value.exactDecimal()
                .map(BigDecimal::toPlainString)
                .orElseGet(() -> Double.toString(value.doubleValue()));
    }
}
