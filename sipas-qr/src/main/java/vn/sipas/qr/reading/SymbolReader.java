package vn.sipas.qr.reading;

import java.util.Optional;
import vn.sipas.qr.symbol.BitPicture;

/**
 * Reads QR symbols: the eye of the checks. A host that has a decoder of its own gives it here.
 *
 * <p>Implementations must find the symbol in the picture as a scanner does and be safe for use by many threads.
 */
@FunctionalInterface
public interface SymbolReader {

    /**
     * Reads the one symbol in a picture.
     *
     * @param picture the picture
     * @return what the symbol says; empty if none is found or its content cannot be restored
     */
    Optional<String> read(BitPicture picture);

    /**
     * Returns a reader that uses ZXing.
     *
     * @return the reader
     * @throws IllegalStateException if ZXing is neither on the class path nor among the resolved modules
     */
    static SymbolReader zxing() {
        return ZxingReader.make();
    }
}
