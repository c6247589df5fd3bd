package vn.sipas.io.json.tree;

/**
 * What a JSON text may cost.
 *
 * @param characters the greatest number of characters of the text, at least 1
 * @param depth the greatest number of nested objects and arrays, in the closed interval [1, 500]
 * @param digits the greatest number of characters of a number and the greatest power of ten in it, at least 1
 */
public record JsonLimits(int characters, int depth, int digits) {

    /** For definitions: 16 million characters. */
    public static final JsonLimits DEFINITION = new JsonLimits(16_000_000, 64, 100);

    /** For one response: a million characters. */
    public static final JsonLimits RESPONSE = new JsonLimits(1_000_000, 16, 100);

    public JsonLimits {
        if (characters < 1 || digits < 1 || depth < 1 || depth > 500) {
            throw new IllegalArgumentException("characters and digits must be at least 1 and depth in [1, 500], were "
                    + characters + ", " + digits + " and " + depth);
        }
    }
}
