/**
 * Administrative units (đơn vị hành chính) and their offices: keyed by code <em>and</em> validity period, because 2,203
 * commune codes changed owner on 1 July 2025.
 *
 * <p>A {@link vn.sipas.core.unit.UnitRegistry} answers what a code meant on a day and where a unit stood in the hierarchy
 * on that day: province, district, commune until 30 June 2025, province and commune since. A
 * {@link vn.sipas.core.unit.UnitLineage} says what became of each unit, and carries figures from old units onto new ones
 * where that is sound. Both are immutable and safe for use by several threads; nothing here is loaded or registered
 * behind the caller's back.
 */
@NullMarked
package vn.sipas.core.unit;

import org.jspecify.annotations.NullMarked;
