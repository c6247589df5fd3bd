package vn.sipas.io.jdbc;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.core.validation.ResponseDocument;
import vn.sipas.core.validation.ResponseValidator;
import vn.sipas.io.ReadReport;
import vn.sipas.io.json.ResponseJson;
import vn.sipas.io.progress.ProgressSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * The responses of one origin in our schema, one row each.
 *
 * <p>A response replaces the one with the same id, survey and origin, so that writing again changes nothing. Words written
 * by respondents may hold names and numbers and are left out unless the host asks for them. Immutable and as safe for use by
 * several threads as the data source.
 */
public final class ResponseStore {

    /** How many responses are written in one transaction. */
    static final int BATCH = 1000;

    private static final int FETCH = 1000;

    private final SipasDatabase database;
    private final String origin;
    private final boolean words;
    private final ProgressListener progress;
    private final ResponseValidator validator = ResponseValidator.standalone();
    private final ResponseJson json = ResponseJson.using(validator);

    private ResponseStore(SipasDatabase database, String origin, boolean words, ProgressListener progress) {
        this.database = database;
        this.origin = origin;
        this.words = words;
        this.progress = progress;
    }

    /**
     * Makes a store. The schema must exist, see {@link SipasDatabase#migrate()}.
     *
     * @param database the database
     * @param origin the host's name of where the responses come from, 1 to 200 characters, such as {@code portal}; ids of
     *     different origins never meet
     * @return a store that leaves out written words
     */
    public static ResponseStore in(SipasDatabase database, String origin) {
        Objects.requireNonNull(database, "database");
        return new ResponseStore(database, Names.checked("origin", origin), false, ProgressListener.none());
    }

    /**
     * Returns this store with words written by respondents, which may be personal data: the host answers for the purpose.
     *
     * @return the store
     */
    public ResponseStore keepingWords() {
        return new ResponseStore(database, origin, true, progress);
    }

    /**
     * Returns this store with a listener, which hears of responses, the size of their documents and problems, and may
     * cancel writing and reading: what is committed by then stays.
     *
     * @param listener hears how far a call is, every thousand responses and at the end
     * @return the store
     */
    public ResponseStore withProgress(ProgressListener listener) {
        return new ResponseStore(database, origin, words, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Writes responses, in transactions of {@value #BATCH}.
     *
     * @param responses the responses; of two with the same id and survey the later one stays
     * @param problems receives one problem for each response that a database cannot store
     * @return how many were written
     * @throws SQLException if the database refuses; earlier transactions stay
     * @throws java.util.concurrent.CancellationException if the listener cancelled; earlier transactions stay
     */
    public long write(Iterable<Response> responses, Consumer<Problem> problems) throws SQLException {
        Iterator<Response> left = responses.iterator();
        return database.transaction(connection -> {
            long written = 0;
            long taken = 0;
            try (RowWriter writer = writer(connection)) {
                ProgressSteps steps = new ProgressSteps(progress, writer::bytes);
                Consumer<Problem> report = steps.counting(problems);
                while (left.hasNext()) {
                    Optional<Problem> refused = add(writer, left.next(), ordinal(++taken));
                    refused.ifPresent(report);
                    written += refused.isPresent() ? 0 : 1;
                    if (taken % BATCH == 0) {
                        writer.flush();
                        connection.commit();
                        steps.at(taken);
                    }
                }
                writer.flush();
                connection.commit();
                steps.end(taken);
            }
            return written;
        });
    }

    /**
     * Reads responses back, streaming, in the order of their ids.
     *
     * @param wanted which ones
     * @param responses receives them
     * @param problems receives one problem for each row that is no longer a response, with table and row number
     * @return the account of the rows
     * @throws SQLException if the database refuses
     * @throws java.util.concurrent.CancellationException if the listener cancelled
     */
    public ReadReport read(StoredResponses wanted, Consumer<Response> responses, Consumer<Problem> problems)
            throws SQLException {
        return database.transaction(connection -> {
            try (PreparedStatement query = query(connection, wanted);
                    ResultSet rows = query.executeQuery()) {
                return read(rows, responses, problems);
            }
        });
    }

    /**
     * Counts responses.
     *
     * @param wanted which ones
     * @return how many there are
     * @throws SQLException if the database refuses
     */
    public long count(StoredResponses wanted) throws SQLException {
        return database.transaction(connection -> {
            try (PreparedStatement query = prepare(connection, "SELECT COUNT(*)", wanted, "");
                    ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    SipasDatabase database() {
        return database;
    }

    String origin() {
        return origin;
    }

    RowWriter writer(Connection connection) throws SQLException {
        return RowWriter.open(connection, ResponseRow.TABLE, database.dialect());
    }

    /** Hands a response to a writer, or says why not: what could not be read back is not written. */
    Optional<Problem> add(RowWriter writer, Response response, Place where) throws SQLException {
        Response plain = words ? response : ResponseRow.withoutWords(response);
        Checked<Response> checked = validator.check(ResponseDocument.of(plain));
        if (checked.value().isEmpty()) {
            Problem first = checked.problems().get(0);
            return Optional.of(first.at(where.withPath(first.place().path())));
        }
        List<@Nullable Object> row = ResponseRow.of(origin, plain, json);
        Optional<Problem> defect = ResponseRow.defect(row, where);
        if (defect.isEmpty()) {
            writer.add(row);
        }
        return defect;
    }

    private static Place ordinal(long number) {
        return Place.in(ResponseRow.TABLE.name(), number);
    }

    private ReadReport read(ResultSet rows, Consumer<Response> responses, Consumer<Problem> problems)
            throws SQLException {
        TreeMap<String, Long> counts = new TreeMap<>();
        long[] bytes = new long[1];
        ProgressSteps steps = new ProgressSteps(progress, () -> bytes[0]);
        Consumer<Problem> report = steps.counting(problems);
        long read = 0;
        long kept = 0;
        long changed = 0;
        while (rows.next()) {
            read++;
            String document = Objects.requireNonNullElse(rows.getString(1), "");
            bytes[0] += document.length();
            Checked<Response> checked = json.read(document, ordinal(read));
            for (Problem problem : checked.problems()) {
                // Line and column of a document in a row mean nothing: the row and the path do.
                Problem placed =
                        problem.at(ordinal(read).withPath(problem.place().path()));
                counts.merge(placed.code(), 1L, Long::sum);
                report.accept(placed);
            }
            if (checked.value().isPresent()) {
                responses.accept(checked.value().get());
                kept += checked.problems().isEmpty() ? 1 : 0;
                changed += checked.problems().isEmpty() ? 0 : 1;
            }
            steps.at(read);
        }
        steps.end(read);
        return new ReadReport(ResponseRow.TABLE.name(), read, kept, changed, read - kept - changed, counts);
    }

    private PreparedStatement query(Connection connection, StoredResponses wanted) throws SQLException {
        PreparedStatement query = prepare(connection, "SELECT document", wanted, " ORDER BY origin, survey, id");
        query.setFetchSize(FETCH);
        return query;
    }

    private PreparedStatement prepare(Connection connection, String select, StoredResponses wanted, String order)
            throws SQLException {
        StringBuilder sql = new StringBuilder(select)
                .append(" FROM ")
                .append(ResponseRow.TABLE.name())
                .append(" WHERE origin = ? AND survey = ? AND revision = ?");
        List<Object> values = new ArrayList<>(
                List.of(origin, wanted.survey().id(), wanted.survey().revision()));
        wanted.wave().ifPresent(wave -> condition(sql, values, "wave = ?", wave));
        wanted.unit().ifPresent(unit -> condition(sql, values, "unit = ?", unit.value()));
        wanted.days().from().ifPresent(day -> condition(sql, values, "answer_day >= ?", Date.valueOf(day)));
        wanted.days().until().ifPresent(day -> condition(sql, values, "answer_day < ?", Date.valueOf(day)));
        PreparedStatement query = connection.prepareStatement(sql + order);
        for (int i = 0; i < values.size(); i++) {
            query.setObject(i + 1, values.get(i));
        }
        return query;
    }

    private static void condition(StringBuilder sql, List<Object> values, String condition, Object value) {
        sql.append(" AND ").append(condition);
        values.add(value);
    }
}
