package vn.sipas.io.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.sipas.io.ReadReport;

/** The row of {@code sipas_import} about one content of one origin. */
final class ImportLog {

    private static final Table TABLE = new Table(
            "sipas_import",
            List.of(
                    Column.key("origin", Names.MAX_LENGTH),
                    Column.key("content", 64),
                    Column.of("delivered", Column.Type.WHOLE),
                    Column.of("refused", Column.Type.WHOLE),
                    Column.of("complete", Column.Type.WHOLE),
                    Column.of("rows_read", Column.Type.WHOLE),
                    Column.of("rows_kept", Column.Type.WHOLE),
                    Column.of("rows_changed", Column.Type.WHOLE),
                    Column.of("rows_set_aside", Column.Type.WHOLE),
                    Column.of("problems", Column.Type.LONG_TEXT)));
    private static final String KEY = " WHERE origin = ? AND content = ?";

    /** Stands for no problems; Oracle takes the empty text for no value. */
    private static final String NONE = "-";

    /**
     * How far an import is.
     *
     * @param delivered how many responses have been dealt with
     * @param refused how many of them could not be stored
     * @param complete the account of the rows, once all are dealt with
     */
    record Standing(long delivered, long refused, Optional<ReadReport> complete) {}

    private final SqlDialect dialect;
    private final String origin;
    private final String content;

    ImportLog(SqlDialect dialect, String origin, String content) {
        this.dialect = dialect;
        this.origin = origin;
        this.content = content;
    }

    /** Finds the row or makes it. */
    Standing open(Connection connection, String source) throws SQLException {
        Optional<Standing> before = find(connection, source);
        if (before.isEmpty()) {
            InsertIfAbsent.of(TABLE, dialect)
                    .insert(connection, Arrays.asList(origin, content, 0, 0, 0, 0, 0, 0, 0, NONE));
            before = find(connection, source);
        }
        return before.orElseThrow(() -> new SQLException("the progress of an import cannot be read back"));
    }

    /** Moves on, unless another process did: then false. */
    boolean advance(Connection connection, long from, long to, long refused) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE " + TABLE.name()
                + " SET delivered = ?, refused = ?" + KEY + " AND delivered = ? AND complete = 0")) {
            update.setLong(1, to);
            update.setLong(2, refused);
            update.setString(3, origin);
            update.setString(4, content);
            update.setLong(5, from);
            return update.executeUpdate() == 1;
        }
    }

    void complete(Connection connection, ReadReport report) throws SQLException {
        String problems = report.problems().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("\n"));
        try (PreparedStatement update = connection.prepareStatement("UPDATE " + TABLE.name()
                + " SET complete = 1, rows_read = ?, rows_kept = ?, rows_changed = ?, rows_set_aside = ?,"
                + " problems = ?" + KEY)) {
            update.setLong(1, report.read());
            update.setLong(2, report.kept());
            update.setLong(3, report.changed());
            update.setLong(4, report.setAside());
            update.setString(5, problems.isEmpty() ? NONE : problems);
            update.setString(6, origin);
            update.setString(7, content);
            update.executeUpdate();
        }
    }

    private Optional<Standing> find(Connection connection, String source) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT delivered, refused, complete, rows_read, rows_kept, rows_changed, rows_set_aside, problems FROM "
                        + TABLE.name() + KEY)) {
            query.setString(1, origin);
            query.setString(2, content);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Optional<ReadReport> complete = rows.getInt(3) == 0
                        ? Optional.empty()
                        : Optional.of(new ReadReport(
                                source,
                                rows.getLong(4),
                                rows.getLong(5),
                                rows.getLong(6),
                                rows.getLong(7),
                                problems(Objects.requireNonNullElse(rows.getString(8), NONE))));
                return Optional.of(new Standing(rows.getLong(1), rows.getLong(2), complete));
            }
        }
    }

    private static SortedMap<String, Long> problems(String text) {
        TreeMap<String, Long> counts = new TreeMap<>();
        if (!text.equals(NONE)) {
            for (String line : text.split("\n", -1)) {
                int space = line.lastIndexOf(' ');
                Map.Entry<String, Long> count =
                        Map.entry(line.substring(0, space), Long.valueOf(line.substring(space + 1)));
                counts.put(count.getKey(), count.getValue());
            }
        }
        return counts;
    }
}
