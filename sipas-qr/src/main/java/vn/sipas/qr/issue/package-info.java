/**
 * Batches: from a list of units to signed codes, files and a sealed manifest.
 *
 * <p>{@link vn.sipas.qr.issue.LinkIssuer} makes one code: it signs, and tries the four salts until the symbol is
 * scan-safe. {@link vn.sipas.qr.issue.BatchIssuer} makes many and writes them to a folder. The same order with the same
 * keys always gives the same bytes, so that an interrupted batch is resumed by running it again.
 */
@NullMarked
package vn.sipas.qr.issue;

import org.jspecify.annotations.NullMarked;
