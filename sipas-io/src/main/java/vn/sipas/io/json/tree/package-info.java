/**
 * JSON with places: a bounded reader that remembers line and column of every value, and typed access to fields that
 * reports what does not fit instead of guessing. Not exported; the formats of {@code vn.sipas.io.json} and the catalog
 * stand on it.
 */
@NullMarked
package vn.sipas.io.json.tree;

import org.jspecify.annotations.NullMarked;
