/**
 * Administrative units from files: the library's own {@code units.csv} and {@code lineage.csv}, dated snapshots, the two
 * open data sets in their own formats, and the provinces that come with the library.
 *
 * <p>Each reader returns a {@link vn.sipas.io.units.UnitList} or a {@link vn.sipas.io.units.ReformTable} with the problems
 * of single rows; {@link vn.sipas.io.units.UnitList#registry(java.util.List)} puts any number of lists together and checks
 * them against each other. A snapshot does not say since when it holds: the caller gives its period.
 */
@NullMarked
package vn.sipas.io.units;

import org.jspecify.annotations.NullMarked;
