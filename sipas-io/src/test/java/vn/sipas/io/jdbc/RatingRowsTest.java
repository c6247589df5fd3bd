package vn.sipas.io.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.sipas.core.rating.StarRating;
import vn.sipas.io.json.StarRatingJson;
import vn.sipas.io.outside.SampleResults;

/** Star ratings as rows: upsert by unit, changes, and all or nothing. */
class RatingRowsTest extends OnDatabases {

    private static List<String> rows(SipasDatabase database) throws SQLException {
        return database.transaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("SELECT run, unit, method, outcome, stars, printed_total, total"
                                    + " FROM sipas_star_rating ORDER BY run, unit")) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    int stars = rows.getInt(5);
                    String shown = rows.wasNull() ? "none" : Integer.toString(stars);
                    double total = rows.getDouble(7);
                    found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3) + " "
                            + rows.getString(4) + " " + shown + " " + rows.getString(6) + " "
                            + (rows.wasNull() ? "none" : total));
                }
                return found;
            }
        });
    }

    /** The scores 9.25, 8 and 1 of three criteria of 10; a gate that the second unit fails leaves it two stars. */
    @TestFactory
    List<DynamicTest> eachUnitHasARowWithStarsOrNone() throws SQLException {
        return everySchema(database -> {
            List<StarRating> ratings = SampleResults.ratings(3);
            ResultStore store = ResultStore.in(database, "2024 final");

            assertEquals(3, store.writeRatings(ratings));

            List<String> expected = List.of(
                    "2024 final 07210 invented-scheme/2 awarded 4 27.75 27.75",
                    "2024 final 07211 invented-scheme/2 awarded 2 24.00 24.0",
                    "2024 final 07212 invented-scheme/2 not-recognized none 3.00 3.0");
            assertEquals(expected, rows(database));
            assertEquals(3, store.writeRatings(ratings), "again");
            assertEquals(expected, rows(database), "nothing new");
            database.transaction(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet row =
                                statement.executeQuery("SELECT document FROM sipas_star_rating WHERE unit = '07211'")) {
                    row.next();
                    assertEquals(
                            StarRatingJson.create().write(List.of(ratings.get(1))),
                            row.getString(1),
                            "the explanation");
                    return row;
                }
            });
        });
    }

    @TestFactory
    List<DynamicTest> aChangedRatingReplacesTheRowOfItsUnitAndRun() throws SQLException {
        return everySchema(database -> {
            ResultStore store = ResultStore.in(database, "draft");
            store.writeRatings(SampleResults.ratings(3));
            ResultStore.in(database, "other run")
                    .writeRatings(SampleResults.ratings(3).subList(0, 1));

            // Two criteria: 9.25 + 9.25 and 8 + 8 of 20; the first unit comes twice, the later one stays.
            List<StarRating> changed = new ArrayList<>(SampleResults.ratings(1).subList(0, 1));
            changed.addAll(SampleResults.ratings(2).subList(0, 2));
            assertEquals(3, store.writeRatings(changed));

            List<String> found = rows(database);
            assertEquals(4, found.size());
            assertEquals(
                    List.of("18.5", "16.0", "3.0", "27.75"),
                    found.stream()
                            .map(row -> row.substring(row.lastIndexOf(' ') + 1))
                            .toList());
        });
    }

    @TestFactory
    List<DynamicTest> aFailureHalfWayLeavesNothing() throws SQLException {
        return everySchema(database -> {
            ResultStore store = ResultStore.in(database, "run");
            store.writeRatings(SampleResults.ratings(3).subList(0, 1));
            List<String> before = rows(database);
            run(database, "ALTER TABLE sipas_star_rating ADD CONSTRAINT only_some CHECK (unit <> '07212')");

            assertThrows(SQLException.class, () -> store.writeRatings(SampleResults.ratings(2)));

            assertEquals(before, rows(database), "neither the changed row nor the new one");
            run(database, "ALTER TABLE sipas_star_rating DROP CONSTRAINT only_some");
            assertEquals(3, store.writeRatings(SampleResults.ratings(2)));
            assertEquals(3, rows(database).size());
        });
    }

    private static void run(SipasDatabase database, String sql) throws SQLException {
        database.transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
