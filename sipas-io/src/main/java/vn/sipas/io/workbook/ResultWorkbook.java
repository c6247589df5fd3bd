package vn.sipas.io.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.dhatim.fastexcel.Workbook;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Problem;
import vn.sipas.core.index.IndexRanking;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.rating.StarRating;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.optional.OptionalLibrary;
import vn.sipas.io.progress.WriteSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * Writes results as a workbook with the sheets index, factors, units, stars, method and problems, and the figures in full if
 * they are given. Every sheet is there whatever the data; one without content says so.
 *
 * <p>Colours carry what the data bear out: a unit or factor is green where its whole interval lies above the value of the
 * whole and orange where it lies below; the others are left white. Stars are coloured by a rule of the sheet, so that the
 * colours follow when a person changes a number.
 *
 * <p>Numbers keep their full precision and show two decimals. Numbers that are infinite are shown as a sign, what does not
 * exist is an empty cell. Characters that a workbook cannot hold become U+FFFD, and a text of more than 32,767 characters is
 * cut. The file bears the moment of writing in its properties; everything else is the same for the same results.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ResultWorkbook {

    private final LocalizedText title;
    private final List<LocalizedText> notes;
    private final Optional<IndexResult> whole;
    private final List<IndexResult> units;
    private final Optional<IndexRanking> ranking;
    private final List<StarRating> ratings;
    private final Map<String, String> names;
    private final Map<String, String> areas;
    private final List<Problem> problems;
    private final Map<LocalizedText, LocalizedText> method;
    private final Optional<TidyTable> figures;

    private ResultWorkbook(Builder builder) {
        this.title = builder.title;
        this.notes = List.copyOf(builder.notes);
        this.whole = builder.whole;
        this.units = List.copyOf(builder.units);
        this.ranking = builder.ranking;
        this.ratings = List.copyOf(builder.ratings);
        this.names = Map.copyOf(builder.names);
        this.areas = Map.copyOf(builder.areas);
        this.problems = List.copyOf(builder.problems);
        this.method = Map.copyOf(builder.method);
        this.figures = builder.figures;
    }

    /**
     * Starts a workbook.
     *
     * @param title what it is called, such as survey and wave
     * @return a builder without content
     */
    public static Builder builder(LocalizedText title) {
        return new Builder(title);
    }

    /**
     * Writes the workbook.
     *
     * @param output where to write; flushed, not closed
     * @throws IOException if writing fails
     * @throws IllegalStateException if fastexcel is not there; the message names what to add
     */
    public void write(OutputStream output) throws IOException {
        write(output, ProgressListener.none());
    }

    /**
     * Writes the workbook.
     *
     * @param output where to write; flushed, not closed
     * @param progress hears how many rows of all sheets and how many bytes are written and may end the call
     * @throws IOException if writing fails
     * @throws IllegalStateException if fastexcel is not there; the message names what to add
     * @throws CancellationException if {@code progress} ends the call
     */
    public void write(OutputStream output, ProgressListener progress) throws IOException {
        OptionalLibrary.FASTEXCEL.require();
        WriteSteps steps = new WriteSteps(progress, output);
        // the workbook closes what it writes to
        try (Workbook workbook = new Workbook(steps.output(), "SIPAS", null)) {
            workbook.setGlobalDefaultFont("Arial", 10);
            Book book = new Book(workbook, steps);
            List<LocalizedText> titles = new ArrayList<>(List.of(title));
            titles.addAll(notes);
            IndexSheets.index(book, titles, whole);
            IndexSheets.factors(book, titles, whole, units, names);
            UnitSheet.write(book, titles, this);
            StarSheet.write(book, titles, ratings, names, areas);
            MethodSheet.write(book, titles, this);
            ProblemSheet.write(book, titles, problems);
            figures.ifPresent(table -> FigureSheet.write(book, table));
        }
        output.flush();
        steps.end();
    }

    Optional<IndexResult> whole() {
        return whole;
    }

    List<IndexResult> units() {
        return units;
    }

    Optional<IndexRanking> ranking() {
        return ranking;
    }

    List<StarRating> ratings() {
        return ratings;
    }

    Map<String, String> names() {
        return names;
    }

    Map<String, String> areas() {
        return areas;
    }

    Map<LocalizedText, LocalizedText> method() {
        return method;
    }

    /** Fills in a workbook step by step. Not safe for use by several threads. */
    public static final class Builder {

        private final LocalizedText title;
        private final List<LocalizedText> notes = new ArrayList<>();
        private Optional<IndexResult> whole = Optional.empty();
        private List<IndexResult> units = List.of();
        private Optional<IndexRanking> ranking = Optional.empty();
        private List<StarRating> ratings = List.of();
        private Map<String, String> names = Map.of();
        private Map<String, String> areas = Map.of();
        private List<Problem> problems = List.of();
        private Map<LocalizedText, LocalizedText> method = Map.of();
        private Optional<TidyTable> figures = Optional.empty();

        private Builder(LocalizedText title) {
            this.title = Objects.requireNonNull(title, "title");
        }

        /**
         * Adds a line below the title of every sheet, such as that the answers are simulated.
         *
         * @param note the line
         * @return this builder
         */
        public Builder note(LocalizedText note) {
            notes.add(Objects.requireNonNull(note, "note"));
            return this;
        }

        /**
         * States the index of the whole, with which units and factors are compared.
         *
         * @param result the index of the whole
         * @return this builder
         */
        public Builder whole(IndexResult result) {
            whole = Optional.of(result);
            return this;
        }

        /**
         * States the indices of the units.
         *
         * @param results one result a unit
         * @return this builder
         */
        public Builder units(List<IndexResult> results) {
            units = List.copyOf(results);
            return this;
        }

        /**
         * States the ranking of the units; without it they stand in the order given, without ranks.
         *
         * @param units the ranking
         * @return this builder
         */
        public Builder ranking(IndexRanking units) {
            ranking = Optional.of(units);
            return this;
        }

        /**
         * States the ratings of the units.
         *
         * @param stars the ratings
         * @return this builder
         */
        public Builder ratings(List<StarRating> stars) {
            ratings = List.copyOf(stars);
            return this;
        }

        /**
         * States what the units are called.
         *
         * @param byCode the names by code
         * @return this builder
         */
        public Builder names(Map<String, String> byCode) {
            names = Map.copyOf(byCode);
            return this;
        }

        /**
         * States where the units lie.
         *
         * @param byCode the names of their districts or other areas by the code of the unit
         * @return this builder
         */
        public Builder areas(Map<String, String> byCode) {
            areas = Map.copyOf(byCode);
            return this;
        }

        /**
         * States the problems that were found on the way.
         *
         * @param found the problems
         * @return this builder
         */
        public Builder problems(Collection<Problem> found) {
            problems = List.copyOf(found);
            return this;
        }

        /**
         * Adds lines to the method sheet, such as the sample design.
         *
         * @param lines what it is about, and how it was done
         * @return this builder
         */
        public Builder method(Map<LocalizedText, LocalizedText> lines) {
            method = Map.copyOf(lines);
            return this;
        }

        /**
         * Adds the figures in full, as programs read them.
         *
         * @param table the table
         * @return this builder
         */
        public Builder figures(TidyTable table) {
            figures = Optional.of(table);
            return this;
        }

        /**
         * Finishes.
         *
         * @return the workbook
         */
        public ResultWorkbook build() {
            return new ResultWorkbook(this);
        }
    }
}
