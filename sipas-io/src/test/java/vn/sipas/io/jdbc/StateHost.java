package vn.sipas.io.jdbc;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.postgresql.ds.PGSimpleDataSource;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.testing.PostgresServer;

/** One of two hosts that count the rows of two waves into the same states, in a process of its own: address, its number. */
final class StateHost {

    static final List<RatedItem> ITEMS =
            List.of(new RatedItem("q1", RatingScale.likert5()), new RatedItem("q2", RatingScale.likert5()));
    static final List<UnitCode> UNITS = List.of(UnitCode.of("07210"), UnitCode.of("07213"));
    static final int ROWS = 400;
    private static final int PORTION = 40;
    private static final LocalDate FIRST_WAVE = LocalDate.of(2026, 3, 1);
    private static final LocalDate SECOND_WAVE = LocalDate.of(2026, 9, 1);

    private StateHost() {}

    public static void main(String[] arguments) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(PostgresServer.USER);
        count(SipasDatabase.detect(source), Integer.parseInt(arguments[1]));
    }

    /** Counts every second row into the states of its day, a portion at a time. */
    static void count(SipasDatabase database, int host) throws SQLException {
        StateStore store = StateStore.in(database, "sipas/2026", ITEMS);
        for (UnitCode unit : UNITS) {
            for (int from = 0; from < ROWS; from += PORTION) {
                ResponseTally portion = tally();
                for (int row = from; row < from + PORTION; row++) {
                    if (row % 2 == host) {
                        accept(portion, unit, row);
                    }
                }
                LocalDate day = (from < ROWS / 2 ? FIRST_WAVE : SECOND_WAVE).plusDays(from % 3);
                addPatiently(store, unit, day, portion);
            }
        }
    }

    static ResponseTally tally() {
        return ResponseTally.of(SampleDesign.clustered().weighted(), ITEMS);
    }

    /** One row, always the same one: weights that no binary fraction holds exactly, and clusters nested in strata. */
    static void accept(ResponseTally tally, UnitCode unit, int row) {
        Random random = new Random(1_000L * UNITS.indexOf(unit) + row);
        tally.accept(
                unit.value(),
                "s" + row % 2,
                "p" + row % 7,
                DesignWeight.of(0.1 + random.nextInt(30) / 10.0),
                new int[] {random.nextInt(5), random.nextInt(5)});
    }

    private static void addPatiently(StateStore store, UnitCode unit, LocalDate day, ResponseTally portion)
            throws SQLException {
        for (int attempt = 0; ; attempt++) {
            try {
                store.add(unit, day, portion.result()).orThrow();
                return;
            } catch (SQLException busy) {
                if (attempt == 50) {
                    throw busy;
                }
            }
        }
    }
}
