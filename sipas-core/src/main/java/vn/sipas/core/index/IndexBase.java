package vn.sipas.core.index;

/**
 * How many answers stand behind a node.
 *
 * <p>Questions that were skipped or left blank differ from item to item, so a composite has a range of bases. For an
 * item all three numbers are the same.
 *
 * @param smallest the valid answers to the item with the fewest, among the items that count; at least 1
 * @param largest the valid answers to the item with the most; at least {@code smallest}
 * @param answers all valid answers; at least {@code largest}
 */
public record IndexBase(long smallest, long largest, long answers) {

    public IndexBase {
        if (smallest < 1 || largest < smallest || answers < largest) {
            throw new IllegalArgumentException("1 <= smallest <= largest <= answers must hold, were " + smallest + ", "
                    + largest + " and " + answers);
        }
    }

    /**
     * Makes the base of an item.
     *
     * @param answers its valid answers, at least 1
     * @return the base
     */
    public static IndexBase of(long answers) {
        return new IndexBase(answers, answers, answers);
    }

    /**
     * Joins the bases of two components.
     *
     * @param other the other base
     * @return the base of both
     */
    public IndexBase plus(IndexBase other) {
        return new IndexBase(
                Math.min(smallest, other.smallest), Math.max(largest, other.largest), answers + other.answers);
    }
}
