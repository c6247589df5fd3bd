package vn.sipas.io.jdbc;

import java.io.IOException;
import java.math.BigDecimal;
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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
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
    private static final int STEP = 1000;

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
    private final LongConsumer progress;
    private long read;

    ResultRows(
            ResultSet rows,
            String source,
            TableMapping mapping,
            ZoneId zone,
            Map<String, Integer> found,
            LongConsumer progress)
            throws SQLException {
        this.progress = progress;
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
                if (read % STEP == 0) {
                    progress.accept(read);
                }
                Optional<CsvRow> row = row(problems);
                if (row.isPresent()) {
                    return row;
                }
            }
            progress.accept(read);
            return Optional.empty();
        } catch (SQLException refused) {
            throw new IOException("the database stopped in the middle of the result", refused);
        }
    }

    private Optional<CsvRow> row(Consumer<Problem> problems) throws SQLException {
        List<String> fields = new ArrayList<>(headings.size());
        for (int i = 0; i < columns.size(); i++) {
            Optional<String> text = text(columns.get(i), types.get(i));
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

    /** PostgreSQL calls a time with zone a plain time; only the name of the type tells. */
    private static int type(ResultSetMetaData about, int column) throws SQLException {
        boolean zoned = about.getColumnType(column) == Types.TIMESTAMP
                && "timestamptz".equalsIgnoreCase(about.getColumnTypeName(column));
        return zoned ? Types.TIMESTAMP_WITH_TIMEZONE : about.getColumnType(column);
    }

    /** The value as text, empty if it has none. A time is coarsened to its day. */
    private Optional<String> text(int column, int type) throws SQLException {
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Optional.empty();
            case Types.TIMESTAMP_WITH_TIMEZONE -> day(rows.getObject(column, OffsetDateTime.class));
            case Types.TIMESTAMP -> localDay(rows.getObject(column, LocalDateTime.class));
            case Types.DATE -> text(rows.getObject(column, LocalDate.class));
            case Types.CLOB, Types.NCLOB -> clob(rows.getClob(column));
            case Types.NUMERIC, Types.DECIMAL, Types.REAL, Types.FLOAT, Types.DOUBLE ->
                Optional.of(plain(rows.getBigDecimal(column)));
            case Types.BIT, Types.BOOLEAN -> flag(rows.getBoolean(column), rows.wasNull());
            default -> text(rows.getString(column));
        };
    }

    private Optional<String> day(@Nullable OffsetDateTime time) {
        return Optional.of(
                time == null ? "" : time.atZoneSameInstant(zone).toLocalDate().toString());
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

    private static String plain(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
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
