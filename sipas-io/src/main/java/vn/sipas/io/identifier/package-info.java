/** Which identifiers a reader has seen; shared by the readers of this module and not exported. */
@NullMarked
package vn.sipas.io.identifier;

import org.jspecify.annotations.NullMarked;
