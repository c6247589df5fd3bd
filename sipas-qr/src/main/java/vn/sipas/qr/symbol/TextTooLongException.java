package vn.sipas.qr.symbol;

/** The text does not fit into the versions that were allowed at the level that was asked for. */
public final class TextTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TextTooLongException(int characters, ErrorCorrection level, int maxVersion, Throwable cause) {
        super(
                characters + " characters do not fit into version " + maxVersion + " at level " + level
                        + ": allow a higher version, take a lower level, or shorten the host and the path",
                cause);
    }
}
