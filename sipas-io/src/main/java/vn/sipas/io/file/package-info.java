/** Files that appear whole or not at all. */
@NullMarked
package vn.sipas.io.file;

import org.jspecify.annotations.NullMarked;
