package vn.sipas.io.jdbc;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.csv.CsvRow;
import vn.sipas.io.csv.ResponseLayout;
import vn.sipas.io.csv.RowSource;

/** The rows of a query as texts under the headings of a response table. */
final class ResultRows implements RowSource {

    private static final int MAX_FIELD = 100_000;
    /** More digits than any answer, weight or code has; a number with more is taken as it is written. */
    private static final int MAX_SCALE = 1000;

    private static final int MAX_YEAR = 9999;
    /** Codes of Oracle's driver for types that {@link Types} does not know. */
    private static final int ORACLE_TIMESTAMP_TZ = -101;

    private static final int ORACLE_TIMESTAMP_LTZ = -102;
    private static final int ORACLE_BINARY_FLOAT = 100;
    private static final int ORACLE_BINARY_DOUBLE = 101;
    /** Between the options of a multiple choice, as in a response table. */
    private static final String LIST = ";";

    private final ResultSet rows;
    private final String source;
    private final ZoneId zone;
    private final List<String> headings = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private final List<Integer> types = new ArrayList<>();
    private final List<String> constants;
    private final Map<String, String> questions;
    private final Map<String, Map<String, String>> answers;
    private final int questionAt;
    private final int answerAt;
    private long read;

    ResultRows(ResultSet rows, String source, TableMapping mapping, ZoneId zone, Map<String, Integer> found)
            throws SQLException {
        this.rows = rows;
        this.source = source;
        this.zone = zone;
        ResultSetMetaData about = rows.getMetaData();
        for (Map.Entry<String, String> column : mapping.columns().entrySet()) {
            int index = found.getOrDefault(column.getKey(), 0);
            columns.add(index);
            types.add(type(about, index));
            headings.add(tidy(column.getValue()));
        }
        constants = List.copyOf(mapping.constants().values());
        mapping.constants().keySet().forEach(meaning -> headings.add(tidy(meaning)));
        questions = tidied(mapping.questions());
        answers = mapping.answers().entrySet().stream()
                .collect(Collectors.toMap(entry -> tidy(entry.getKey()), entry -> tidied(entry.getValue())));
        boolean longRows = mapping.layout() == ResponseLayout.LONG;
        questionAt = longRows ? headings.indexOf("question") : -1;
        answerAt = longRows ? headings.indexOf("answer") : -1;
    }

    /** Finds the columns of a mapping among the labels of a result: exactly, then without regard to case. */
    static Map<String, Integer> find(TableMapping mapping, ResultSetMetaData about) throws SQLException {
        Map<String, Integer> found = new HashMap<>();
        for (String name : mapping.columns().keySet()) {
            int alike = 0;
            for (int i = 1; i <= about.getColumnCount(); i++) {
                String label = about.getColumnLabel(i);
                if (label.equals(name)) {
                    alike = i;
                    break;
                }
                if (alike == 0 && label.equalsIgnoreCase(name)) {
                    alike = i;
                }
            }
            if (alike > 0) {
                found.put(name, alike);
            }
        }
        return found;
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public Place headerPlace() {
        return Place.in(source);
    }

    @Override
    public List<Problem> missing(List<String> needed) {
        return needed.stream()
                .filter(heading -> !headings.contains(heading))
                .map(heading -> Problem.of(JdbcProblem.COLUMN_MISSING, headerPlace(), "field", heading))
                .toList();
    }

    @Override
    public long rowsRead() {
        return read;
    }

    @Override
    public Optional<CsvRow> next(Consumer<Problem> problems) throws IOException {
        try {
            while (rows.next()) {
                read++;
                Optional<CsvRow> row = row(problems);
                if (row.isPresent()) {
                    return row;
                }
            }
            return Optional.empty();
        } catch (SQLException refused) {
            throw new IOException("the database stopped in the middle of the result", refused);
        }
    }

    private Optional<CsvRow> row(Consumer<Problem> problems) throws SQLException {
        List<String> fields = new ArrayList<>(headings.size());
        for (int i = 0; i < columns.size(); i++) {
            Optional<String> text = text(columns.get(i), types.get(i), headings.get(i));
            if (text.isEmpty() || text.get().length() > MAX_FIELD) {
                JdbcProblem kind = text.isEmpty() ? JdbcProblem.FIELD_NOT_TEXT : JdbcProblem.FIELD_TOO_LONG;
                problems.accept(
                        Problem.of(kind, Place.in(source, read, i + 1).withPath(headings.get(i)), "limit", MAX_FIELD));
                return Optional.empty();
            }
            fields.add(text.get());
        }
        fields.addAll(constants);
        translate(fields);
        return Optional.of(new CsvRow(source, read, fields));
    }

    private void translate(List<String> fields) {
        if (questionAt >= 0) {
            String asked = fields.get(questionAt);
            fields.set(questionAt, questions.getOrDefault(tidy(asked), asked));
        }
        if (answerAt >= 0 && questionAt >= 0) {
            translate(fields, answerAt, fields.get(questionAt));
        } else {
            for (int i = 0; i < columns.size(); i++) {
                translate(fields, i, headings.get(i));
            }
        }
    }

    private void translate(List<String> fields, int at, String question) {
        Map<String, String> texts = answers.get(tidy(question));
        if (texts != null) {
            fields.set(at, texts.getOrDefault(tidy(fields.get(at)), fields.get(at)));
        }
    }

    /** PostgreSQL calls a time with zone a plain time, H2 calls an identifier bytes; only the name of the type tells. */
    private static int type(ResultSetMetaData about, int column) throws SQLException {
        int type = about.getColumnType(column);
        String name = about.getColumnTypeName(column);
        boolean zoned = (type == Types.TIMESTAMP && "timestamptz".equalsIgnoreCase(name))
                || type == ORACLE_TIMESTAMP_TZ
                || type == ORACLE_TIMESTAMP_LTZ;
        if (zoned) {
            return Types.TIMESTAMP_WITH_TIMEZONE;
        }
        if (type == ORACLE_BINARY_FLOAT || type == ORACLE_BINARY_DOUBLE) {
            return type == ORACLE_BINARY_FLOAT ? Types.REAL : Types.DOUBLE;
        }
        return type == Types.BINARY && "UUID".equalsIgnoreCase(name) ? Types.VARCHAR : type;
    }

    /** The value as text, empty if it has none. A time is coarsened to its day. */
    private Optional<String> text(int column, int type, String heading) throws SQLException {
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Optional.empty();
            case Types.TIMESTAMP_WITH_TIMEZONE -> day(rows.getObject(column, OffsetDateTime.class));
            case Types.TIMESTAMP -> localDay(rows.getObject(column, LocalDateTime.class));
            case Types.DATE -> text(rows.getObject(column, LocalDate.class));
            case Types.CLOB, Types.NCLOB -> clob(rows.getClob(column));
            case Types.NUMERIC, Types.DECIMAL -> Optional.of(plain(rows.getString(column)));
            case Types.REAL -> number(Float.toString(rows.getFloat(column)), rows.wasNull());
            case Types.FLOAT, Types.DOUBLE -> number(Double.toString(rows.getDouble(column)), rows.wasNull());
            // Its spaces at the end mean nothing in SQL.
            case Types.CHAR, Types.NCHAR -> text(rows.getString(column)).map(String::stripTrailing);
            case Types.ARRAY -> list(rows.getArray(column), heading);
            case Types.BIT, Types.BOOLEAN -> flag(rows.getBoolean(column), rows.wasNull());
            default -> text(rows.getString(column));
        };
    }

    private Optional<String> day(@Nullable OffsetDateTime time) {
        if (time == null) {
            return Optional.of("");
        }
        // PostgreSQL's "infinity" is the end of Java's time, where no zone can be changed; it is no day either way.
        boolean endless = Math.abs(time.getYear()) > MAX_YEAR;
        return text(endless ? time.toLocalDate() : time.atZoneSameInstant(zone).toLocalDate());
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.of(value == null ? "" : value.toString());
    }

    private static Optional<String> localDay(@Nullable LocalDateTime time) {
        return Optional.of(time == null ? "" : time.toLocalDate().toString());
    }

    private static Optional<String> clob(@Nullable Clob clob) throws SQLException {
        // One character more than is allowed tells that it is too long.
        return Optional.of(clob == null ? "" : clob.getSubString(1, MAX_FIELD + 1));
    }

    private static Optional<String> flag(boolean value, boolean missing) {
        return Optional.of(missing ? "" : value ? "1" : "0");
    }

    private static Optional<String> number(String value, boolean missing) {
        return Optional.of(missing ? "" : plain(value));
    }

    /** The shortest way to write a number without exponent; NaN and infinity, which a column may hold, as they are. */
    private static String plain(@Nullable String value) {
        if (value == null || value.length() > MAX_SCALE) {
            return Objects.requireNonNullElse(value, "");
        }
        try {
            BigDecimal shortest = new BigDecimal(value).stripTrailingZeros();
            return Math.abs(shortest.scale()) > MAX_SCALE ? value : shortest.toPlainString();
        } catch (NumberFormatException notANumber) {
            return value;
        }
    }

    /** The elements of an array, translated one by one. */
    private Optional<String> list(@Nullable Array array, String heading) throws SQLException {
        if (array == null) {
            return Optional.of("");
        }
        Map<String, String> texts = answers.getOrDefault(tidy(heading), Map.of());
        Object elements = array.getArray();
        List<String> found = new ArrayList<>();
        if (elements instanceof Object[] values) {
            for (Object value : values) {
                if (value != null) {
                    found.add(texts.getOrDefault(tidy(value.toString()), value.toString()));
                }
            }
        }
        return Optional.of(String.join(LIST, found));
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    private static Map<String, String> tidied(Map<String, String> texts) {
        Map<String, String> map = new HashMap<>();
        texts.forEach((text, value) -> map.put(tidy(text), value));
        return map;
    }
}
