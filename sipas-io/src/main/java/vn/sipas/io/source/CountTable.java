package vn.sipas.io.source;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import vn.sipas.core.Problem;

/** Answers that the tool has counted already. Not safe for use by several threads. */
public non-sealed interface CountTable extends SourceContent {

    /**
     * Reads the next counts.
     *
     * @param problems receives at least one problem for each row set aside on the way
     * @return the counts of one unit, question and hour or day; empty at the end
     * @throws IOException if the input cannot be read
     */
    Optional<CountedAnswers> next(Consumer<Problem> problems) throws IOException;
}
