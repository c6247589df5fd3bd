package vn.sipas.io.xml;

/**
 * What a document may cost.
 *
 * @param tokenBytes the greatest number of bytes from one event to the next, in the closed interval [65536, 2³⁰]; a text or
 *     tag may be as long as that, give or take what the parser reads ahead
 * @param nesting the greatest depth of elements, in the closed interval [1, 1000]
 */
public record XmlLimits(int tokenBytes, int nesting) {

    /** The different names that a document may use for elements, attributes and prefixes. */
    static final int NAMES = 1024;

    public XmlLimits {
        if (tokenBytes < 65_536 || tokenBytes > 1 << 30) {
            throw new IllegalArgumentException("tokenBytes must be in [65536, 1073741824], was " + tokenBytes);
        }
        if (nesting < 1 || nesting > 1000) {
            throw new IllegalArgumentException("nesting must be in [1, 1000], was " + nesting);
        }
    }
}
