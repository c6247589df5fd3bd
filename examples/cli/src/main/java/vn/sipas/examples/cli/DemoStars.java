package vn.sipas.examples.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.sipas.core.Fraction;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.rating.Advice;
import vn.sipas.core.rating.StarPath;
import vn.sipas.core.rating.StarRating;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.file.WholeFile;

/** The star table of the demonstration. */
final class DemoStars {

    private DemoStars() {}

    static void write(OctoberWave wave, List<StarRating> ratings, Path target) throws IOException {
        List<TidyTable.Column> columns = List.of(
                new TidyTable.Column("unit", TidyTable.Kind.TEXT),
                new TidyTable.Column("name", TidyTable.Kind.TEXT),
                new TidyTable.Column("outcome", TidyTable.Kind.TEXT),
                new TidyTable.Column("stars", TidyTable.Kind.NUMBER),
                new TidyTable.Column("total", TidyTable.Kind.NUMBER),
                new TidyTable.Column("unmet", TidyTable.Kind.TEXT),
                new TidyTable.Column("next_star", TidyTable.Kind.NUMBER),
                new TidyTable.Column("points_to_next", TidyTable.Kind.NUMBER));
        Map<String, String> names = wave.communes().stream()
                .collect(Collectors.toMap(commune -> commune.code().value(), commune -> commune.name()
                        .vi()));
        List<List<String>> rows = new ArrayList<>();
        for (StarRating rating : ratings) {
            Optional<StarPath> next = Advice.on(rating).next();
            rows.add(List.of(
                    rating.unit().value(),
                    names.getOrDefault(rating.unit().value(), ""),
                    rating.outcome().tag(),
                    rating.stars().isPresent() ? Integer.toString(rating.stars().getAsInt()) : "",
                    rating.total().map(DemoStars::printed).orElse(""),
                    String.join(" ", rating.unmet()),
                    next.map(path -> Integer.toString(path.band().stars())).orElse(""),
                    next.map(path -> printed(path.pointsToReach())).orElse("")));
        }
        try (WholeFile file = WholeFile.at(target)) {
            new TidyTable(columns, rows).writeCsv(file.output());
            file.commit();
        }
    }

    static String distribution(List<StarRating> ratings) {
        Map<String, Integer> counts = new TreeMap<>();
        for (StarRating rating : ratings) {
            String key = rating.stars().isPresent()
                    ? rating.stars().getAsInt() + "★"
                    : rating.outcome().tag();
            counts.merge(key, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    static String printed(Fraction points) {
        BigDecimal rounded = points.round(RoundingRule.TWO_DECIMALS_HALF_UP);
        return rounded.toPlainString();
    }
}
