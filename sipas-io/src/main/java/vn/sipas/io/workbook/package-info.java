/**
 * The results as one XLSX workbook for officials: index, factors, units, stars, method, problems, and the figures in full.
 *
 * <p>Headings are in Vietnamese and English, numbers are numbers, header rows stay in view and are repeated on paper. No cell
 * holds a formula: whatever a name or a message begins with, it is text.
 *
 * <p>The file is made by fastexcel, an optional dependency: a host that wants workbooks adds {@code org.dhatim:fastexcel} to
 * its own dependencies, and on the module path runs with {@code --add-modules org.dhatim.fastexcel}. Without it, writing says
 * what is missing.
 */
@NullMarked
package vn.sipas.io.workbook;

import org.jspecify.annotations.NullMarked;
