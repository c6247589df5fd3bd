package vn.sipas.io.jdbc;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Fraction;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.EstimateFlag;
import vn.sipas.core.index.IndexBase;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.IndexScore;
import vn.sipas.core.index.NoValue;
import vn.sipas.core.index.NodeResult;
import vn.sipas.core.rating.RatingOutcome;
import vn.sipas.core.rating.StarRating;
import vn.sipas.io.json.StarRatingJson;
import vn.sipas.io.progress.ProgressSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * Results in our schema: a row per node of an index, and a row per star rating, for the SQL of the host.
 *
 * <p>A run is the host's name of one computation, such as {@code 2026-10 final}. Writing a node of a group, or the rating of
 * a unit, again replaces its row; rows that a later writing does not name stay, so that a run can be written in parts. A
 * computation over other groups or another definition is another run. A
 * node without a score has {@code reason} and {@code NULL} numbers, never 0. Immutable and as safe for use by several threads
 * as the data source.
 */
public final class ResultStore {

    private static final Table INDEX = new Table(
            "sipas_index_value",
            List.of(
                    Column.key("run", Names.MAX_LENGTH),
                    Column.key("group_key", Names.MAX_LENGTH),
                    Column.key("node", Names.MAX_LENGTH),
                    Column.of("position_in_tree", Column.Type.WHOLE),
                    Column.text("method", Names.MAX_LENGTH),
                    Column.of("score", Column.Type.REAL),
                    Column.text("printed_score", 40),
                    Column.text("reason", 40),
                    Column.of("standard_error", Column.Type.REAL),
                    Column.of("lower_bound", Column.Type.REAL),
                    Column.of("upper_bound", Column.Type.REAL),
                    Column.of("confidence", Column.Type.REAL),
                    Column.text("interval_method", 40),
                    Column.of("base", Column.Type.WHOLE),
                    Column.of("effective_base", Column.Type.REAL),
                    Column.text("flags", 400)));
    private static final Table RATING = new Table(
            "sipas_star_rating",
            List.of(
                    Column.key("run", Names.MAX_LENGTH),
                    Column.key("unit", 40),
                    Column.text("method", Names.MAX_LENGTH),
                    Column.text("outcome", 40),
                    Column.of("stars", Column.Type.WHOLE),
                    Column.of("total", Column.Type.REAL),
                    Column.text("printed_total", 40),
                    Column.of("document", Column.Type.LONG_TEXT)));

    private final SipasDatabase database;
    private final String run;
    private final ProgressListener progress;

    private ResultStore(SipasDatabase database, String run, ProgressListener progress) {
        this.database = database;
        this.run = run;
        this.progress = progress;
    }

    /**
     * Makes a store. The schema must exist, see {@link SipasDatabase#migrate()}.
     *
     * @param database the database
     * @param run the host's name of one computation, 1 to 200 characters
     * @return the store
     */
    public static ResultStore in(SipasDatabase database, String run) {
        Objects.requireNonNull(database, "database");
        return new ResultStore(database, Names.checked("run", run), ProgressListener.none());
    }

    /**
     * Returns this store with a listener, which hears of rows and may cancel: then nothing of the call is written.
     *
     * @param listener hears how far a call is, every thousand rows and at the end
     * @return the store
     */
    public ResultStore withProgress(ProgressListener listener) {
        return new ResultStore(database, run, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Writes indices in one transaction, a row per node.
     *
     * @param results the indices; groups and node ids of at most 200 characters
     * @return how many rows were written
     * @throws SQLException if the database refuses; then nothing is written
     */
    public long writeIndices(List<IndexResult> results) throws SQLException {
        return database.transaction(connection -> {
            try (Rows rows = new Rows(RowWriter.open(connection, INDEX, database.dialect()), progress)) {
                for (IndexResult result : results) {
                    int position = 0;
                    for (NodeResult node : result.nodes()) {
                        rows.add(row(result, node, position++));
                    }
                }
                return rows.finish();
            }
        });
    }

    /**
     * Writes star ratings in one transaction.
     *
     * @param ratings the ratings
     * @return how many rows were written
     * @throws SQLException if the database refuses; then nothing is written
     */
    public long writeRatings(List<StarRating> ratings) throws SQLException {
        StarRatingJson json = StarRatingJson.create();
        return database.transaction(connection -> {
            try (Rows rows = new Rows(RowWriter.open(connection, RATING, database.dialect()), progress)) {
                for (StarRating rating : ratings) {
                    rows.add(row(rating, json));
                }
                return rows.finish();
            }
        });
    }

    /** Rows on their way into one table, sent by the thousand so that they are not held. */
    private static final class Rows implements AutoCloseable {

        private final RowWriter writer;
        private final ProgressSteps steps;
        private long added;

        Rows(RowWriter writer, ProgressListener progress) {
            this.writer = writer;
            this.steps = new ProgressSteps(progress, writer::bytes);
        }

        void add(List<@Nullable Object> row) throws SQLException {
            writer.add(row);
            added++;
            if (added % ProgressSteps.ROWS == 0) {
                writer.flush();
                steps.at(added);
            }
        }

        long finish() throws SQLException {
            writer.flush();
            steps.end(added);
            return added;
        }

        @Override
        public void close() throws SQLException {
            writer.close();
        }
    }

    private List<@Nullable Object> row(IndexResult result, NodeResult node, int position) {
        Optional<IndexScore> score = node.value().score();
        Optional<Estimate> estimate = node.estimate();
        return Arrays.asList(
                run,
                result.group(),
                node.id(),
                position,
                result.definition().method().toString(),
                score.map(IndexScore::value).orElse(null),
                score.map(IndexScore::toString).orElse(null),
                node.value() instanceof NoValue none ? none.reason().name() : null,
                estimate.map(Estimate::standardError).orElse(null),
                estimate.map(value -> value.interval().lower()).orElse(null),
                estimate.map(value -> value.interval().upper()).orElse(null),
                estimate.map(Estimate::level).orElse(null),
                estimate.map(Estimate::method).orElse(null),
                node.base().map(IndexBase::smallest).orElse(null),
                estimate.map(Estimate::effectiveBase)
                        .filter(OptionalDouble::isPresent)
                        .map(OptionalDouble::getAsDouble)
                        .orElse(null),
                estimate.map(value ->
                                value.flags().stream().map(EstimateFlag::name).collect(Collectors.joining(" ")))
                        .filter(flags -> !flags.isEmpty())
                        .orElse(null));
    }

    private List<@Nullable Object> row(StarRating rating, StarRatingJson json) {
        RatingOutcome outcome = rating.outcome();
        return Arrays.asList(
                run,
                rating.unit().value(),
                rating.scheme().method().toString(),
                outcome.tag(),
                outcome instanceof RatingOutcome.Awarded awarded ? (Integer) awarded.stars() : null,
                rating.total().map(Fraction::doubleValue).orElse(null),
                rating.printedTotal().map(total -> total.toPlainString()).orElse(null),
                json.write(List.of(rating)));
    }
}
