/** Small programs, one for each kind of user, and the example of the README. */
@NullMarked
package vn.sipas.examples.quickstart;

import org.jspecify.annotations.NullMarked;
