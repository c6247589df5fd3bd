/**
 * Administrative units (đơn vị hành chính): keyed by code <em>and</em> validity period, because 2,203 commune codes
 * changed owner on 1 July 2025.
 */
@NullMarked
package vn.sipas.core.unit;

import org.jspecify.annotations.NullMarked;
