/**
 * What every importer reads from: a named file within limits, and tables of text cells that are read row by row and know
 * where each cell stood.
 *
 * <p>A {@link vn.sipas.io.table.SourceFile} can be opened any number of times, because importing looks at a sample first,
 * then at the values, and then reads. A {@link vn.sipas.io.table.SourceTable} is one delimited file, one sheet of a
 * workbook, or documents laid out as rows; only the row at hand is in memory. {@link vn.sipas.io.table.ProgressListener}
 * hears how far a long call is and may end it.
 */
@NullMarked
package vn.sipas.io.table;

import org.jspecify.annotations.NullMarked;
