package vn.sipas.io.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.design.Stratum;
import vn.sipas.core.estimate.ItemMoments;
import vn.sipas.core.estimate.MissingAnswer;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.io.ReadReport;
import vn.sipas.io.table.ProgressListener;

/**
 * Reads a plain wide file into the totals that estimates are made from: the whole way from a file to statistics in one
 * pass and in memory that does not grow with the rows.
 *
 * <p>The design follows from the columns: a column of primary sampling units makes it clustered, a column of weights
 * weighted; with a population but no weight column each respondent stands for population ÷ sample of their stratum, as R's
 * {@code svydesign(fpc = )} has it. Rows without a group, or of a file without a group column, count in the group
 * {@link #UNGROUPED}.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SampleReader {

    /** The group of rows that have none. */
    public static final String UNGROUPED = "";

    private final RatingColumns columns;
    private final RatingColumnsReader reader;
    private final ItemMoments moments;

    private SampleReader(RatingColumns columns, RatingColumnsReader reader, ItemMoments moments) {
        this.columns = columns;
        this.reader = reader;
        this.moments = moments;
    }

    /**
     * What came of a file.
     *
     * @param totals the totals of its rows
     * @param report the account of its rows
     */
    public record Sample(SampleTotals totals, ReadReport report) {

        public Sample {
            Objects.requireNonNull(totals, "totals");
            Objects.requireNonNull(report, "report");
        }
    }

    /**
     * Makes a reader of RFC 4180 files that works in the calling thread.
     *
     * @param columns what to read
     * @return the reader
     */
    public static SampleReader of(RatingColumns columns) {
        return new SampleReader(columns, RatingColumnsReader.of(columns), ItemMoments.NONE);
    }

    /**
     * Returns this reader with another number of threads; results do not depend on it.
     *
     * @param threads how many threads work, in the closed interval [1, 256]
     * @return the reader
     */
    public SampleReader withThreads(int threads) {
        return new SampleReader(columns, reader.withThreads(threads), moments);
    }

    /**
     * Returns this reader with another delimiter or other limits.
     *
     * @param format the format
     * @return the reader
     */
    public SampleReader withFormat(CsvFormat format) {
        return new SampleReader(columns, reader.withFormat(format), moments);
    }

    /**
     * Returns this reader with products of answers to different questions, which the linearised variance of an index of
     * several questions needs.
     *
     * @param itemMoments which products are kept
     * @return the reader
     */
    public SampleReader withMoments(ItemMoments itemMoments) {
        return new SampleReader(columns, reader, Objects.requireNonNull(itemMoments, "itemMoments"));
    }

    /**
     * Returns this reader with a listener, which may cancel.
     *
     * @param listener hears how far the reading is, after every block of about a mebibyte and at the end, in the calling
     *     thread
     * @return the reader
     */
    public SampleReader withProgress(ProgressListener listener) {
        return new SampleReader(columns, reader.withProgress(listener), moments);
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param rows receives the number of rows used so far, now and then, in the calling thread
     * @param problems receives the problems in the order of the file, in the calling thread
     * @return the totals and the account of the rows; nothing but problems if the file has no usable header
     * @throws IOException if the file cannot be read
     */
    public Checked<Sample> read(Path file, Consumer<Long> rows, Consumer<Problem> problems) throws IOException {
        BatchTally tally = new BatchTally();
        return reader.read(
                        file,
                        batch -> {
                            tally.accept(batch);
                            rows.accept(tally.rows);
                        },
                        problems)
                .map(report -> new Sample(tally.tally.result(), report));
    }

    private SampleDesign design() {
        SampleDesign design = columns.psu().isPresent() ? SampleDesign.clustered() : SampleDesign.simpleRandom();
        if (columns.weight().isPresent()) {
            return design.weighted();
        }
        return columns.population().isPresent() ? design.weightedByPopulation() : design;
    }

    /** Counts batches; the labels of a file are resolved to handles once. */
    private final class BatchTally {

        private static final int UNRESOLVED = -1;

        private final ResponseTally tally = ResponseTally.of(
                design(),
                columns.items().stream()
                        .map(item -> new RatedItem(item.column(), item.scale()))
                        .toList(),
                moments);
        private final int[] answers = new int[columns.items().size()];
        private final Map<Long, Integer> positions = new HashMap<>();
        private int[] groups = new int[0];
        private long rows;

        void accept(RatingBatch batch) {
            long lastKey = Long.MIN_VALUE;
            int position = UNRESOLVED;
            for (int row = 0; row < batch.rows(); row++) {
                long key = ((long) batch.stratum(row) << Integer.SIZE) | (batch.psu(row) & 0xFFFF_FFFFL);
                if (key != lastKey) {
                    position = position(batch, row, key);
                    lastKey = key;
                }
                if (batch.hasPopulation()) {
                    tally.statePopulation(stratum(batch, row), FinitePopulation.ofSize(batch.population(row)));
                }
                for (int item = 0; item < answers.length; item++) {
                    int answer = batch.position(row, item);
                    answers[item] = answer >= 0 ? answer : missing(answer);
                }
                tally.accept(group(batch, row), position, batch.weight(row), answers, 0);
            }
            rows += batch.rows();
        }

        private int group(RatingBatch batch, int row) {
            int number = batch.group(row);
            if (number == RatingBatch.NO_LABEL) {
                return tally.group(UNGROUPED);
            }
            if (number >= groups.length) {
                int known = groups.length;
                groups = Arrays.copyOf(groups, Math.max(number + 1, 2 * known));
                Arrays.fill(groups, known, groups.length, UNRESOLVED);
            }
            if (groups[number] == UNRESOLVED) {
                groups[number] = tally.group(batch.groups().label(number));
            }
            return groups[number];
        }

        private int position(RatingBatch batch, int row, long key) {
            Integer known = positions.get(key);
            if (known == null) {
                int psu = batch.psu(row);
                known = tally.position(
                        stratum(batch, row),
                        psu == RatingBatch.NO_LABEL ? "" : batch.psus().label(psu));
                positions.put(key, known);
            }
            return known;
        }

        private String stratum(RatingBatch batch, int row) {
            int stratum = batch.stratum(row);
            return stratum == RatingBatch.NO_LABEL
                    ? Stratum.UNSTRATIFIED
                    : batch.strata().label(stratum);
        }
    }

    private static int missing(int answer) {
        return switch (answer) {
            case RatingBatch.NOT_ASKED -> MissingAnswer.NOT_ASKED.code();
            case RatingBatch.DONT_KNOW -> MissingAnswer.DONT_KNOW.code();
            case RatingBatch.REFUSED -> MissingAnswer.REFUSED.code();
            // an answer outside the scale was reported and is left out like an empty one
            default -> MissingAnswer.BLANK.code();
        };
    }
}
