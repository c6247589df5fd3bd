package vn.sipas.core.index;

import vn.sipas.core.LocalizedText;

/** A node of an index tree: an item at its tips, or a composite of other nodes. */
public sealed interface IndexNode permits IndexItem, IndexComposite {

    /**
     * Returns the id.
     *
     * @return 1 to 64 letters, digits, dots, hyphens or underscores, unique in the tree
     */
    String id();

    /**
     * Returns what reports call the node.
     *
     * @return the name
     */
    LocalizedText name();
}
