package vn.sipas.io.csv;

import java.util.Collection;
import java.util.List;
import vn.sipas.core.Language;
import vn.sipas.core.Problem;

/** Problems as a table with the columns {@code file,line,column,code,message}. */
public final class ProblemTable {

    private static final List<TidyTable.Column> COLUMNS = List.of(
            new TidyTable.Column("file", TidyTable.Kind.TEXT),
            new TidyTable.Column("line", TidyTable.Kind.NUMBER),
            new TidyTable.Column("column", TidyTable.Kind.NUMBER),
            new TidyTable.Column("code", TidyTable.Kind.TEXT),
            new TidyTable.Column("message", TidyTable.Kind.TEXT));

    private ProblemTable() {}

    /**
     * Makes the table.
     *
     * @param problems the problems, in the order of the rows
     * @param language the language of the messages
     * @return the table
     */
    public static TidyTable of(Collection<Problem> problems, Language language) {
        return new TidyTable(
                COLUMNS,
                problems.stream()
                        .map(problem -> List.of(
                                problem.place().source().orElse(""),
                                problem.place().line().isPresent()
                                        ? Long.toString(problem.place().line().getAsLong())
                                        : "",
                                problem.place().column().isPresent()
                                        ? Integer.toString(
                                                problem.place().column().getAsInt())
                                        : "",
                                problem.code(),
                                problem.message(language)))
                        .toList());
    }
}
