/**
 * The picture: from text to QR symbol to SVG, PNG and terminal text.
 *
 * <p>{@link vn.sipas.qr.symbol.SymbolEncoder} makes a {@link vn.sipas.qr.symbol.QrSymbol} with the fewest modules (byte
 * and alphanumeric segments where each is shorter) and by default a <em>scan-safe</em> mask: one under which no data
 * modules look like a finder pattern. About one in a hundred symbols with the mask that the standard recommends cannot
 * be read by widespread versions of ZXing, however well printed, because of such look-alikes; any mask is legal for
 * readers. {@link vn.sipas.qr.symbol.MaskChoice#LOWEST_PENALTY} gives the standard's choice, for comparison with other
 * encoders.
 *
 * <p>The renderings need no AWT, always have a quiet zone of at least four modules on a white ground, and give the same
 * bytes on every machine.
 */
@NullMarked
package vn.sipas.qr.symbol;

import org.jspecify.annotations.NullMarked;
