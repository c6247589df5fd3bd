/**
 * Delimited text: responses wide and long, plain rating tables at full speed, and tidy result tables.
 *
 * <p>The reader of this package works on bytes. It splits the input into blocks of whole records, so that memory does
 * not grow with the file and blocks can be parsed by several threads with one and the same result. It accepts RFC 4180
 * with LF, CRLF and lone CR as line ends and an optional UTF-8 byte order mark. Whatever cannot be read (a record beyond
 * the limits of {@link vn.sipas.io.csv.CsvFormat}, a quotation that never closes, NUL bytes, malformed UTF-8, a wrong
 * number of fields) becomes a {@link vn.sipas.core.Problem} with file, line and column, and reading goes on with the
 * next line.
 */
@NullMarked
package vn.sipas.io.csv;

import org.jspecify.annotations.NullMarked;
