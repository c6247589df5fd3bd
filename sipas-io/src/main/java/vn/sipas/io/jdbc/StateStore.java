package vn.sipas.io.jdbc;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.progress.ProgressSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * Accumulator states in our schema, one a series, unit and day, in the binary form of {@link SampleTotals#toBytes()}.
 *
 * <p>A portal counts each day's responses once, stores the totals and can later estimate any period from them without
 * reading a response: {@link #merge}. A series is the host's name of what is counted, such as the method version of an index
 * with the survey's revision; all states of a series have the same questions and design. Immutable and as safe for use by
 * several threads as the data source.
 */
public final class StateStore {

    private static final Table TABLE = new Table(
            "sipas_state",
            List.of(
                    Column.key("series", Names.MAX_LENGTH),
                    Column.key("unit", 40),
                    Column.keyDay("state_day"),
                    Column.of("edition", Column.Type.WHOLE),
                    Column.of("row_count", Column.Type.WHOLE),
                    Column.of("totals", Column.Type.BYTES)));
    private static final String KEY = " WHERE series = ? AND unit = ? AND state_day = ?";
    private static final int ATTEMPTS = 20;
    private static final int FETCH = 100;

    private final SipasDatabase database;
    private final String series;
    private final List<RatedItem> items;
    private final ProgressListener progress;

    private StateStore(SipasDatabase database, String series, List<RatedItem> items, ProgressListener progress) {
        this.database = database;
        this.series = series;
        this.items = items;
        this.progress = progress;
    }

    /**
     * Makes a store. The schema must exist, see {@link SipasDatabase#migrate()}.
     *
     * @param database the database
     * @param series the host's name of what is counted, 1 to 200 characters
     * @param items the questions that are counted
     * @return the store
     */
    public static StateStore in(SipasDatabase database, String series, List<RatedItem> items) {
        Objects.requireNonNull(database, "database");
        return new StateStore(database, Names.checked("series", series), List.copyOf(items), ProgressListener.none());
    }

    /**
     * Returns this store with a listener, which hears of the states that {@link #merge} has read and of their bytes, and may
     * cancel it.
     *
     * @param listener hears how far the merging is, every thousand states and at the end
     * @return the store
     */
    public StateStore withProgress(ProgressListener listener) {
        return new StateStore(database, series, items, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Stores the totals of a day, replacing earlier ones: doing it again changes nothing.
     *
     * @param unit the unit
     * @param day the day
     * @param totals what was counted, neither calibrated nor a replicate
     * @throws SQLException if the database refuses
     */
    public void put(UnitCode unit, LocalDate day, SampleTotals totals) throws SQLException {
        database.transaction(connection -> {
            try (RowWriter writer = RowWriter.open(connection, TABLE, database.dialect())) {
                writer.add(row(unit, day, 1, totals));
                writer.flush();
            }
            return totals;
        });
    }

    /**
     * Adds totals to those of a day. Adding the same twice counts it twice; two hosts may add at once, neither is lost.
     *
     * @param unit the unit
     * @param day the day
     * @param totals what was counted, neither calibrated nor a replicate
     * @return the totals of the day now, or why the stored ones cannot be added to
     * @throws SQLException if the database refuses, or other hosts wrote the same day {@value #ATTEMPTS} times in between
     */
    public Checked<SampleTotals> add(UnitCode unit, LocalDate day, SampleTotals totals) throws SQLException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Checked<SampleTotals>> added =
                    database.transaction(connection -> tryToAdd(connection, unit, day, totals));
            if (added.isPresent()) {
                return added.get();
            }
        }
        throw new SQLException("the totals of the day were written by others " + ATTEMPTS + " times in between");
    }

    /**
     * Reads the totals of one unit and day.
     *
     * @param unit the unit
     * @param day the day
     * @return the totals, empty if there are none; or why they cannot be read
     * @throws SQLException if the database refuses
     */
    public Optional<Checked<SampleTotals>> get(UnitCode unit, LocalDate day) throws SQLException {
        return database.transaction(connection -> stored(connection, unit, day).map(Stored::totals));
    }

    /**
     * Merges the states of a period, streaming: one state is held at a time.
     *
     * @param days the days, the first included and the last not
     * @param units which units
     * @return the totals of all of them, empty if there is no state; or the first state that cannot be read or merged, by
     *     table and row
     * @throws SQLException if the database refuses
     * @throws java.util.concurrent.CancellationException if the listener cancelled
     */
    public Checked<Optional<SampleTotals>> merge(ValidityPeriod days, Predicate<UnitCode> units) throws SQLException {
        String sql = "SELECT unit, totals FROM " + TABLE.name() + " WHERE series = ?"
                + (days.from().isPresent() ? " AND state_day >= ?" : "")
                + (days.until().isPresent() ? " AND state_day < ?" : "")
                + " ORDER BY state_day, unit";
        return database.transaction(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setFetchSize(FETCH);
                query.setString(1, series);
                int next = 2;
                if (days.from().isPresent()) {
                    query.setDate(next++, Date.valueOf(days.from().get()));
                }
                if (days.until().isPresent()) {
                    query.setDate(next, Date.valueOf(days.until().get()));
                }
                try (ResultSet rows = query.executeQuery()) {
                    return merge(rows, units);
                }
            }
        });
    }

    private Checked<Optional<SampleTotals>> merge(ResultSet rows, Predicate<UnitCode> units) throws SQLException {
        ResponseTally tally = null;
        long[] size = new long[1];
        ProgressSteps steps = new ProgressSteps(progress, () -> size[0]);
        long number = 0;
        while (rows.next()) {
            steps.at(++number);
            if (!units.test(UnitCode.of(rows.getString(1)))) {
                continue;
            }
            byte[] stored = rows.getBytes(2);
            size[0] += stored == null ? 0 : stored.length;
            Checked<SampleTotals> read = read(stored, number);
            if (read.value().isEmpty()) {
                return Checked.refused(read.problems());
            }
            SampleTotals totals = read.value().get();
            if (tally == null) {
                tally = ResponseTally.of(totals);
            } else if (sameDesign(tally.result(), totals)) {
                tally.combine(totals);
            } else {
                return Checked.refused(otherDesign(number));
            }
        }
        steps.end(number);
        return Checked.of(Optional.ofNullable(tally).map(ResponseTally::result));
    }

    private record Stored(long edition, Checked<SampleTotals> totals) {}

    /** Empty if another host was faster. */
    private Optional<Checked<SampleTotals>> tryToAdd(
            Connection connection, UnitCode unit, LocalDate day, SampleTotals totals) throws SQLException {
        Optional<Stored> before = stored(connection, unit, day);
        if (before.isEmpty()) {
            return insert(connection, row(unit, day, 1, totals)) ? Optional.of(Checked.of(totals)) : Optional.empty();
        }
        Checked<SampleTotals> earlier = before.get().totals();
        if (earlier.value().isEmpty()) {
            return Optional.of(earlier);
        }
        if (!sameDesign(earlier.value().get(), totals)) {
            return Optional.of(Checked.refused(otherDesign(1)));
        }
        SampleTotals sum =
                ResponseTally.of(earlier.value().get()).combine(totals).result();
        try (PreparedStatement update = connection.prepareStatement("UPDATE " + TABLE.name()
                + " SET edition = edition + 1, row_count = ?, totals = ?" + KEY + " AND edition = ?")) {
            update.setLong(1, sum.rows());
            update.setBytes(2, sum.toBytes());
            bindKey(update, 3, unit, day);
            update.setLong(6, before.get().edition());
            return update.executeUpdate() == 1 ? Optional.of(Checked.of(sum)) : Optional.empty();
        }
    }

    private boolean insert(Connection connection, List<@Nullable Object> row) throws SQLException {
        return InsertIfAbsent.of(TABLE, database.dialect()).insert(connection, row);
    }

    private Optional<Stored> stored(Connection connection, UnitCode unit, LocalDate day) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT edition, totals FROM " + TABLE.name() + KEY)) {
            bindKey(query, 1, unit, day);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Stored(rows.getLong(1), read(rows.getBytes(2), 1)))
                        : Optional.empty();
            }
        }
    }

    private void bindKey(PreparedStatement statement, int from, UnitCode unit, LocalDate day) throws SQLException {
        statement.setString(from, series);
        statement.setString(from + 1, unit.value());
        statement.setDate(from + 2, Date.valueOf(day));
    }

    private Checked<SampleTotals> read(byte @Nullable [] bytes, long number) {
        Checked<SampleTotals> read = SampleTotals.ofBytes(bytes == null ? new byte[0] : bytes, items);
        return new Checked<>(
                read.value(),
                read.problems().stream()
                        .map(problem -> problem.at(Place.in(TABLE.name(), number)))
                        .toList());
    }

    private List<@Nullable Object> row(UnitCode unit, LocalDate day, long edition, SampleTotals totals) {
        if (!totals.items().equals(items)) {
            throw new IllegalArgumentException("totals must count the questions of the store");
        }
        return Arrays.asList(series, unit.value(), day, edition, totals.rows(), totals.toBytes());
    }

    private static boolean sameDesign(SampleTotals one, SampleTotals other) {
        return one.design().selection() == other.design().selection()
                && one.design().weighting() == other.design().weighting()
                && one.moments() == other.moments();
    }

    private static Problem otherDesign(long number) {
        return Problem.of(JdbcProblem.STATE_OF_OTHER_DESIGN, Place.in(TABLE.name(), number));
    }
}
