/**
 * Responses for SPSS and PSPP: a file of numbers and a syntax file that reads it and gives variables and values their names.
 *
 * <p>There is no writer of {@code .sav} files for the JVM; data with syntax is what survey tools hand to researchers instead.
 * The last line of the syntax, once its comment mark is removed, saves the {@code .sav}.
 */
@NullMarked
package vn.sipas.io.spss;

import org.jspecify.annotations.NullMarked;
