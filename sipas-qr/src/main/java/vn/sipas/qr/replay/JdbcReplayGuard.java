package vn.sipas.qr.replay;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.signing.IssuerId;

/**
 * A guard in a relational database: the authority where there is a connection. One row per spent code, whose primary
 * key decides.
 *
 * <p>No column says when, unless the guard is made {@link #withSpentDays}: then the day is kept, and nothing finer, for
 * the latency of {@link BallotAudit}.
 *
 * <p>Each call takes a connection of its own in auto-commit mode, so that a spent code stays spent if the host's
 * transaction rolls back: the citizen retries with the same vote id and gets {@link SpendOutcome#SAME_VOTE}. Purging
 * removes rows after the last day of their codes.
 */
public final class JdbcReplayGuard implements ReplayGuard {

    private static final String TABLE = "sipas_spent";
    private static final String WHERE = " WHERE issuer = ? AND campaign = ? AND unit = ? AND serial = ?";

    private final DataSource database;
    private final SqlDialect dialect;
    private final Supplier<Optional<LocalDate>> today;

    /**
     * Makes a guard. The table must exist, see {@link #createTable}.
     *
     * @param database where the table is
     * @param dialect how the database inserts
     */
    public JdbcReplayGuard(DataSource database, SqlDialect dialect) {
        this(database, dialect, Optional::empty);
    }

    private JdbcReplayGuard(DataSource database, SqlDialect dialect, Supplier<Optional<LocalDate>> today) {
        this.database = Objects.requireNonNull(database, "database");
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.today = today;
    }

    /**
     * Returns a guard that keeps the day on which a code was spent.
     *
     * @param newToday says which day it is in Vietnam, such as {@code () -> LocalDate.now(clock)}
     * @return the guard
     */
    public JdbcReplayGuard withSpentDays(Supplier<LocalDate> newToday) {
        Objects.requireNonNull(newToday, "newToday");
        return new JdbcReplayGuard(database, dialect, () -> Optional.of(newToday.get()));
    }

    /**
     * Creates the table if it is missing, in standard SQL.
     *
     * @throws SQLException if the database refuses
     */
    public void createTable() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            try {
                statement.executeUpdate("CREATE TABLE " + TABLE
                        + " (issuer VARCHAR(100) NOT NULL, campaign INTEGER NOT NULL, unit INTEGER NOT NULL,"
                        + " serial BIGINT NOT NULL, vote BIGINT NOT NULL, last_day DATE, spent_day DATE,"
                        + " PRIMARY KEY (issuer, campaign, unit, serial))");
            } catch (SQLException refused) {
                if (!tableExists(connection)) {
                    throw refused;
                }
            }
        }
    }

    private static boolean tableExists(Connection connection) {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT vote, spent_day FROM " + TABLE + " WHERE campaign < 0");
                ResultSet rows = statement.executeQuery()) {
            return !rows.next();
        } catch (SQLException missing) {
            return false;
        }
    }

    @Override
    public SpendOutcome spend(VoteKey key, VoteId voteId, Optional<LocalDate> lastDay) {
        long fingerprint = voteId.fingerprint(key);
        try (Connection connection = connect()) {
            if (insert(connection, key, fingerprint, lastDay)) {
                return SpendOutcome.FIRST;
            }
            OptionalLong before = fingerprint(connection, key);
            if (before.isEmpty()) {
                // Refused for another reason than a duplicate, or purged in between.
                return SpendOutcome.UNAVAILABLE;
            }
            return before.getAsLong() == fingerprint ? SpendOutcome.SAME_VOTE : SpendOutcome.REPLAY;
        } catch (SQLException unavailable) {
            return SpendOutcome.UNAVAILABLE;
        }
    }

    @Override
    public Optional<Boolean> isSpent(VoteKey key) {
        try (Connection connection = connect()) {
            return Optional.of(fingerprint(connection, key).isPresent());
        } catch (SQLException unavailable) {
            return Optional.empty();
        }
    }

    /**
     * Removes codes that no longer verify.
     *
     * @param today the day
     * @return how many rows were removed
     * @throws SQLException if the database refuses
     */
    public int purge(LocalDate today) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement =
                        connection.prepareStatement("DELETE FROM " + TABLE + " WHERE last_day < ?")) {
            statement.setDate(1, Date.valueOf(today));
            return statement.executeUpdate();
        }
    }

    /**
     * Returns what was spent in one campaign, for the {@link BallotAudit}.
     *
     * @param issuer the issuer
     * @param campaign the campaign
     * @return the spent codes by unit and serial, each with its day if days are kept
     * @throws SQLException if the database refuses
     */
    public List<SpentSerial> spent(IssuerId issuer, int campaign) throws SQLException {
        List<SpentSerial> spent = new ArrayList<>();
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement("SELECT unit, serial, spent_day FROM " + TABLE
                        + " WHERE issuer = ? AND campaign = ? ORDER BY unit, serial")) {
            statement.setString(1, issuer.value());
            statement.setInt(2, campaign);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Optional<LocalDate> day =
                            Optional.ofNullable(rows.getDate(3)).map(Date::toLocalDate);
                    spent.add(new SpentSerial(UnitNumber.of(rows.getInt(1)), rows.getLong(2), day));
                }
            }
        }
        return spent;
    }

    private Connection connect() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(true);
        return connection;
    }

    /** Whether the row is new. A refusal is looked at again by its row: SQLStates differ between databases. */
    private boolean insert(Connection connection, VoteKey key, long fingerprint, Optional<LocalDate> lastDay) {
        String sql = "INSERT INTO " + TABLE + " (issuer, campaign, unit, serial, vote, last_day, spent_day)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)" + dialect.insertSuffix();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, key);
            statement.setLong(5, fingerprint);
            setDay(statement, 6, lastDay);
            setDay(statement, 7, today.get());
            return statement.executeUpdate() == 1;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static void setDay(PreparedStatement statement, int index, Optional<LocalDate> day) throws SQLException {
        if (day.isPresent()) {
            statement.setDate(index, Date.valueOf(day.get()));
        } else {
            statement.setNull(index, Types.DATE);
        }
    }

    private static OptionalLong fingerprint(Connection connection, VoteKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT vote FROM " + TABLE + WHERE)) {
            bind(statement, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static void bind(PreparedStatement statement, VoteKey key) throws SQLException {
        statement.setString(1, key.issuer().value());
        statement.setInt(2, key.campaign());
        statement.setInt(3, key.unit().value());
        statement.setLong(4, key.serial());
    }
}
