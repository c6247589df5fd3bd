/**
 * How a sample was drawn and how large it must be: designs of strata and primary sampling units, finite populations,
 * design weights, what to do about a stratum with a single unit, and sample-size planning.
 *
 * <p>A {@link vn.sipas.core.design.SampleDesign} says how rows are grouped and weighted; the labels of strata and units
 * come with the rows. {@code vn.sipas.core.estimate} turns both into estimates with their sampling error.
 */
@NullMarked
package vn.sipas.core.design;

import org.jspecify.annotations.NullMarked;
