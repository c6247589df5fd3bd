package vn.sipas.io.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.outside.SampleResults;
import vn.sipas.io.table.ProgressListener;

/** Every long call tells how far it is and can be ended; what a cancelled call leaves behind. */
class DatabaseProgressTest {

    private static final SurveyKey SURVEY = SurveyKey.of("sample", 1);
    private static final UnitCode UNIT = UnitCode.of("07210");

    private SipasDatabase database;

    /** Hears everything, and cancels at a number of rows. */
    private record Listener(long last, List<List<Long>> heard) implements ProgressListener {

        static Listener patient() {
            return new Listener(Long.MAX_VALUE, new ArrayList<>());
        }

        static Listener until(long rows) {
            return new Listener(rows, new ArrayList<>());
        }

        @Override
        public void at(long rows, long bytes, long problems) {
            heard.add(List.of(rows, bytes, problems));
        }

        @Override
        public boolean cancelled() {
            return heard.get(heard.size() - 1).get(0) >= last;
        }

        List<Long> rows() {
            return heard.stream().map(one -> one.get(0)).toList();
        }

        List<Long> problems() {
            return heard.stream().map(one -> one.get(2)).toList();
        }

        boolean bytesGrow() {
            List<Long> bytes = heard.stream().map(one -> one.get(1)).toList();
            return bytes.get(0) > 0 && bytes.equals(bytes.stream().sorted().toList());
        }
    }

    @BeforeEach
    void migrate() throws SQLException {
        database = SipasDatabase.detect(TestDatabases.h2(""));
        database.migrate().orThrow();
    }

    private static List<Response> responses(int count) {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = i % 1000 == 7 ? "nul\0" + i : "r" + i;
            responses.add(
                    Response.builder(id, SURVEY, UNIT, "w").rating("q1", 4).build());
        }
        return responses;
    }

    private long count() throws SQLException {
        return ResponseStore.in(database, "portal").count(StoredResponses.to(SURVEY));
    }

    @Test
    void writingResponses() throws SQLException {
        Listener listener = Listener.patient();
        ResponseStore.in(database, "portal").withProgress(listener).write(responses(2500), problem -> {});

        assertEquals(List.of(1000L, 2000L, 2500L), listener.rows());
        assertEquals(List.of(1L, 2L, 3L), listener.problems());
        assertTrue(listener.bytesGrow(), listener.heard().toString());
        assertEquals(2497, count());
    }

    @Test
    void cancelledWritingLeavesWholeTransactions() {
        ResponseStore store = ResponseStore.in(database, "portal").withProgress(Listener.until(2000));
        List<Response> responses = responses(3500);
        assertThrows(CancellationException.class, () -> store.write(responses, problem -> {}));
        assertEquals(1998, assertCounted());
    }

    private long assertCounted() {
        try {
            return count();
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void readingResponses() throws SQLException {
        ResponseStore store = ResponseStore.in(database, "portal");
        store.write(responses(2503), problem -> {});
        Listener listener = Listener.patient();
        store.withProgress(listener).read(StoredResponses.to(SURVEY), response -> {}, problem -> {});
        assertEquals(List.of(1000L, 2000L, 2500L), listener.rows());
        assertTrue(listener.bytesGrow());

        List<Response> found = new ArrayList<>();
        ResponseStore stopping = store.withProgress(Listener.until(1000));
        assertThrows(
                CancellationException.class,
                () -> stopping.read(StoredResponses.to(SURVEY), found::add, problem -> {}));
        assertEquals(1000, found.size());
    }

    @Test
    void mergingStates() throws SQLException {
        List<RatedItem> items = List.of(new RatedItem("q1", RatingScale.likert5()));
        StateStore store = StateStore.in(database, "s", items);
        ResponseTally tally = ResponseTally.of(SampleDesign.simpleRandom(), items);
        tally.accept(UNIT.value(), new int[] {4});
        LocalDate day = LocalDate.of(2020, 1, 1);
        for (int i = 0; i < 1200; i++) {
            store.put(UNIT, day.plusDays(i), tally.result());
        }
        Listener listener = Listener.patient();
        assertEquals(
                1200,
                store.withProgress(listener)
                        .merge(ValidityPeriod.always(), unit -> true)
                        .orThrow()
                        .orElseThrow()
                        .rows());
        assertEquals(List.of(1000L, 1200L), listener.rows());
        assertTrue(listener.bytesGrow());
        StateStore stopping = store.withProgress(Listener.until(1000));
        assertThrows(CancellationException.class, () -> stopping.merge(ValidityPeriod.always(), unit -> true));
    }

    @Test
    void cancelledResultsLeaveNothing() throws SQLException {
        List<StarRating> ratings =
                Collections.nCopies(2100, SampleResults.ratings(1).get(0));
        Listener listener = Listener.patient();
        assertEquals(
                2100, ResultStore.in(database, "run").withProgress(listener).writeRatings(ratings));
        assertEquals(List.of(1000L, 2000L, 2100L), listener.rows());
        assertTrue(listener.bytesGrow());

        ResultStore stopping = ResultStore.in(database, "cancelled").withProgress(Listener.until(1000));
        assertThrows(CancellationException.class, () -> stopping.writeRatings(ratings));
        long rows = database.transaction(connection -> {
            try (var statement = connection.createStatement();
                    var found =
                            statement.executeQuery("SELECT COUNT(*) FROM sipas_star_rating WHERE run = 'cancelled'")) {
                found.next();
                return found.getLong(1);
            }
        });
        assertEquals(0, rows);
    }
}
