/** How readers and stores tell a listener how far they are, in one way: not exported, the listener itself is public. */
@NullMarked
package vn.sipas.io.progress;

import org.jspecify.annotations.NullMarked;
