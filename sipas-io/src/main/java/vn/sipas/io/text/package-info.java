/** What readers do to the text of every cell, quickly: not exported. */
@NullMarked
package vn.sipas.io.text;

import org.jspecify.annotations.NullMarked;
