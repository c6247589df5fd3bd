/**
 * The satisfaction index (chỉ số hài lòng) as a tree: items, factors, blocks, overall.
 *
 * <p>An {@link vn.sipas.core.index.IndexDefinition} is data: which items, which aggregation at which level, which
 * importance weights as exact fractions that sum to exactly one, what happens when a component is missing, and how the
 * result is rounded once at the end. {@link vn.sipas.core.index.IndexCalculator} turns the distributions of the answers
 * of a group into an {@link vn.sipas.core.index.IndexResult}, a tree of values with their base and the contributions
 * that add up to them. Where a node has no value, the result says why instead of holding 0 or NaN.
 *
 * <p>Counts are kept as counts until the end: an unweighted index is computed as an exact fraction, so merging or
 * splitting the data can never move its last digit.
 *
 * <p>No official text that fixes the weights of SIPAS was readable when this library was written; every definition
 * carries the standing of its parts and results repeat it.
 */
@NullMarked
package vn.sipas.core.index;

import org.jspecify.annotations.NullMarked;
