/**
 * What every reader and writer of this module shares: the account of what became of each row of the input.
 *
 * <p>A reader never stops at a bad row. It hands over the good rows, describes each bad one as a {@link
 * vn.sipas.core.Problem} with file, line and column, and closes with a {@link vn.sipas.io.ReadReport} whose sums agree.
 */
@NullMarked
package vn.sipas.io;

import org.jspecify.annotations.NullMarked;
