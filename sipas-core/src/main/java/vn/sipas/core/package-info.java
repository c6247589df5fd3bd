/** Values that every other package speaks in: texts, problems, fractions, proportions, method versions. */
@NullMarked
package vn.sipas.core;

import org.jspecify.annotations.NullMarked;
