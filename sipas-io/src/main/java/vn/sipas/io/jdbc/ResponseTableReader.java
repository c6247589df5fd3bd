package vn.sipas.io.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.ReadReport;
import vn.sipas.io.csv.ResponseCsvReader;
import vn.sipas.io.csv.ResponseLayout;
import vn.sipas.io.table.ProgressListener;

/**
 * Reads responses from a table, a view or a query of the host, one row a response or one row an answer.
 *
 * <p>The rows stream: a transaction is opened that only reads, the driver fetches a thousand rows at a time, and the account
 * sums up as for files. A bad row is set aside, or changed, with the table and the number of the row in the order read. Only
 * the mapped columns of a table are selected; names of tables and columns are quoted, values are never part of the SQL. A
 * time becomes its day.
 *
 * <p>Immutable and as safe for use by several threads as the data source.
 */
public final class ResponseTableReader {

    private static final int FETCH = 1000;
    private static final String ID = "id";

    private final DataSource database;
    private final Survey survey;
    private final TableMapping mapping;
    private final Predicate<UnitCode> knownUnit;
    private final ZoneId zone;
    private final ProgressListener progress;

    private ResponseTableReader(
            DataSource database,
            Survey survey,
            TableMapping mapping,
            Predicate<UnitCode> knownUnit,
            ZoneId zone,
            ProgressListener progress) {
        this.database = database;
        this.survey = survey;
        this.mapping = mapping;
        this.knownUnit = knownUnit;
        this.zone = zone;
        this.progress = progress;
    }

    /**
     * Makes a reader that accepts every unit and takes days in the zone of Vietnam.
     *
     * @param database the host's database
     * @param survey the survey that was answered
     * @param mapping what the columns mean
     * @return the reader
     */
    public static ResponseTableReader of(DataSource database, Survey survey, TableMapping mapping) {
        return new ResponseTableReader(
                Objects.requireNonNull(database, "database"),
                Objects.requireNonNull(survey, "survey"),
                Objects.requireNonNull(mapping, "mapping"),
                unit -> true,
                ZoneId.of("Asia/Ho_Chi_Minh"),
                ProgressListener.none());
    }

    /**
     * Returns this reader with a register of units; rows of other units are set aside.
     *
     * @param known tells whether a unit is known
     * @return the reader
     */
    public ResponseTableReader withKnownUnits(Predicate<UnitCode> known) {
        return new ResponseTableReader(
                database, survey, mapping, Objects.requireNonNull(known, "known"), zone, progress);
    }

    /**
     * Returns this reader with another zone, in which times with an offset fall on a day.
     *
     * @param newZone the zone
     * @return the reader
     */
    public ResponseTableReader inZone(ZoneId newZone) {
        return new ResponseTableReader(
                database, survey, mapping, knownUnit, Objects.requireNonNull(newZone, "newZone"), progress);
    }

    /**
     * Returns this reader with a listener, which may cancel. A database does not count bytes: they are 0.
     *
     * @param listener hears how far the reading is, every thousand rows and at the end
     * @return the reader
     */
    public ResponseTableReader withProgress(ProgressListener listener) {
        return new ResponseTableReader(
                database, survey, mapping, knownUnit, zone, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Reads a table or view. A long one is sorted by the id by the database.
     *
     * @param table its name, exactly as the database stores it
     * @param responses receives the responses in the order of the rows
     * @param problems receives the problems in the order of the rows
     * @return the account of the rows; nothing but problems if a column is missing
     * @throws SQLException if the database refuses
     */
    public Checked<ReadReport> readTable(TableName table, Consumer<Response> responses, Consumer<Problem> problems)
            throws SQLException {
        String source = table.toString();
        return reading(connection -> {
            Map<String, Integer> found;
            List<String> selected;
            try (Statement statement = connection.createStatement();
                    ResultSet none = statement.executeQuery("SELECT * FROM " + table.quoted() + " WHERE 1 = 0")) {
                ResultSetMetaData about = none.getMetaData();
                found = ResultRows.find(mapping, about);
                List<Problem> missing = missing(found, source);
                if (!missing.isEmpty()) {
                    return Checked.refused(missing);
                }
                selected = names(about, found);
            }
            String columns = selected.stream().map(TableName::quoted).collect(Collectors.joining(", "));
            String sql = "SELECT " + columns + " FROM " + table.quoted() + order(found, selected);
            return read(connection, sql, List.of(), source, responses, problems);
        });
    }

    /**
     * Reads the result of a query. The rows of a long result must follow one another: the query sorts them by the id.
     *
     * @param name what the account and the problems call it
     * @param sql the query of the host, which is trusted; values from outside belong into {@code parameters}
     * @param parameters the values of its question marks
     * @param responses receives the responses in the order of the rows
     * @param problems receives the problems in the order of the rows
     * @return the account of the rows; nothing but problems if a column is missing
     * @throws SQLException if the database refuses
     */
    public Checked<ReadReport> readQuery(
            String name, String sql, List<?> parameters, Consumer<Response> responses, Consumer<Problem> problems)
            throws SQLException {
        return reading(connection -> read(connection, sql, parameters, name, responses, problems));
    }

    private Checked<ReadReport> reading(SipasDatabase.Work<Checked<ReadReport>> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean readOnly = connection.isReadOnly();
            connection.setReadOnly(true);
            boolean done = false;
            try {
                // PostgreSQL streams inside a transaction only.
                Checked<ReadReport> read = SipasDatabase.transaction(connection, work);
                done = true;
                connection.setReadOnly(readOnly);
                return read;
            } finally {
                if (!done) {
                    SipasDatabase.restore(() -> connection.setReadOnly(readOnly));
                }
            }
        }
    }

    private Checked<ReadReport> read(
            Connection connection,
            String sql,
            List<?> parameters,
            String source,
            Consumer<Response> responses,
            Consumer<Problem> problems)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            query.setFetchSize(FETCH);
            for (int i = 0; i < parameters.size(); i++) {
                query.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = query.executeQuery()) {
                Map<String, Integer> found = ResultRows.find(mapping, rows.getMetaData());
                List<Problem> missing = missing(found, source);
                if (!missing.isEmpty()) {
                    return Checked.refused(missing);
                }
                return ResponseCsvReader.of(survey)
                        .withLayout(mapping.layout())
                        .withKnownUnits(knownUnit)
                        .withProgress(progress)
                        .read(new ResultRows(rows, source, mapping, zone, found), source, responses, problems);
            } catch (IOException stopped) {
                if (stopped.getCause() instanceof SQLException refused) {
                    throw refused;
                }
                throw new SQLException(stopped);
            }
        }
    }

    private List<Problem> missing(Map<String, Integer> found, String source) {
        return mapping.columns().keySet().stream()
                .filter(name -> !found.containsKey(name))
                .map(name -> Problem.of(JdbcProblem.COLUMN_MISSING, Place.in(source), "field", name))
                .toList();
    }

    private static List<String> names(ResultSetMetaData about, Map<String, Integer> found) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            if (found.containsValue(i)) {
                names.add(about.getColumnName(i));
            }
        }
        return List.copyOf(names);
    }

    private String order(Map<String, Integer> found, List<String> selected) {
        if (mapping.layout() == ResponseLayout.WIDE) {
            return "";
        }
        return mapping.columns().entrySet().stream()
                .filter(column -> column.getValue().equals(ID))
                .map(column -> found.getOrDefault(column.getKey(), 0))
                .sorted()
                .findFirst()
                .map(index -> " ORDER BY "
                        + (found.values().stream()
                                        .filter(other -> other < index)
                                        .distinct()
                                        .count()
                                + 1))
                .orElse("");
    }
}
