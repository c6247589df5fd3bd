/**
 * How often the confidence intervals of the library contain the share they are for, and how wide they are: exactly where
 * answers are independent, by seeded simulation where respondents come in clusters or with unequal weights. The tables go into
 * the README of this module, with the choice of the default argued from them.
 */
@NullMarked
package vn.sipas.examples.coverage;

import org.jspecify.annotations.NullMarked;
