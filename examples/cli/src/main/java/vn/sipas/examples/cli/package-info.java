/** The sipas command line. */
@NullMarked
package vn.sipas.examples.cli;

import org.jspecify.annotations.NullMarked;
