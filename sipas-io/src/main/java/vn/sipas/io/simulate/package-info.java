/**
 * Answers that nobody gave, for demonstrations, load tests and the examples of this library.
 *
 * <p>Simulated responses say so in the data itself: the id of their wave always ends in {@code simulated}, so that no
 * table made from them can pass for a survey.
 */
@NullMarked
package vn.sipas.io.simulate;

import org.jspecify.annotations.NullMarked;
