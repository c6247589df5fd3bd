package vn.sipas.examples.benchmarks;

import java.util.List;

/** One question about speed or size, answered by measuring. */
public interface Study {

    /**
     * Returns the group of studies it belongs to.
     *
     * @return {@code estimation}, {@code qr}, {@code io} or {@code rating}
     */
    String suite();

    /**
     * Returns its name within the group.
     *
     * @return a short word, such as {@code csv}
     */
    String name();

    /**
     * Returns what is measured.
     *
     * @return one line
     */
    String question();

    /**
     * Measures.
     *
     * @return the lines of the table, the library's own first
     * @throws Exception if anything fails; then there is no result
     */
    List<Result> measure() throws Exception;
}
