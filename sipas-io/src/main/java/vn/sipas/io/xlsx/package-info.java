/**
 * Workbooks (bảng tính .xlsx) in, row by row, from people nobody here knows.
 *
 * <p>{@link vn.sipas.io.xlsx.XlsxWorkbook} opens a file, lists its sheets with their visibility and reads each as rows of
 * text: shared and inline texts as they are, numbers in their shortest form, days as {@code 2026-08-29}, times as
 * {@code 2026-08-29T09:40:00}, truth values as {@code TRUE} and {@code FALSE}. A formula is never evaluated: the value that
 * the spreadsheet program stored with it is taken and the column is reported; a formula without a stored value leaves its
 * cell empty and is reported as lost. Whatever is broken or too large becomes a {@link vn.sipas.core.Problem} with sheet,
 * row and cell.
 *
 * <p>What is held in memory does not grow with the rows. Shared texts beyond a few mebibytes wait in a temporary file that
 * only this user can read and that is gone when the workbook is closed. The size, number and inflation of the parts, the
 * nesting and the length of every piece of XML are bounded, because a file of some kilobytes can claim to hold gigabytes,
 * a cell far to the right or one endless text.
 *
 * <p>The rows are read here and not by a library because the one at hand gives up a whole sheet for one strange cell, makes
 * room for whatever column a cell claims to stand in, and bounds no text; see {@code XlsxHostileTest}. Its results on
 * sound files are what the tests compare with.
 */
@NullMarked
package vn.sipas.io.xlsx;

import org.jspecify.annotations.NullMarked;
