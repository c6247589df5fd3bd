/**
 * Delimited text: responses wide and long, plain rating tables at full speed, and tidy result tables.
 *
 * <p>The reader of this package works on bytes. It splits the input into blocks of whole records, so that memory does
 * not grow with the file and blocks can be parsed by several threads with one and the same result. It accepts RFC 4180
 * with LF, CRLF and lone CR as line ends and an optional UTF-8 byte order mark. Whatever cannot be read (a record beyond
 * the limits of {@link vn.sipas.io.csv.CsvFormat}, a quotation that never closes, NUL bytes, malformed UTF-8, a wrong
 * number of fields) becomes a {@link vn.sipas.core.Problem} with file, line and column, and reading goes on with the
 * next line.
 *
 * <p>Why a reader of our own beside FastCSV, which the project uses where speed does not matter: on 5,000,000 rows of 22
 * items (513 MB, {@code examples/benchmarks/run estimation/csv}, November 2026) FastCSV feeding the same tally takes 1.5
 * times as long with one thread (7.4 s of processor time against 5.0 s), checks less, and cannot share a file between
 * threads, which is what brings the whole way from file to table below half the time of DuckDB. Were the ratio to fall
 * towards 1, FastCSV should take its place.
 */
@NullMarked
package vn.sipas.io.csv;

import org.jspecify.annotations.NullMarked;
