/**
 * Survey statistics with their sampling error, from sufficient statistics that merge.
 *
 * <p>A {@link vn.sipas.core.estimate.ResponseTally} sees every row once and keeps, per group, stratum and primary
 * sampling unit, the counts and weighted sums of each answer level; rows are not kept. Tallies of parts combine into the
 * tally of the whole. Its {@link vn.sipas.core.estimate.SampleTotals} answer, through an
 * {@link vn.sipas.core.estimate.Estimator}, for any {@link vn.sipas.core.estimate.Domain}: shares, means, totals,
 * ratios and differences, each as an {@link vn.sipas.core.estimate.Estimate} with standard error, degrees of freedom,
 * interval, effective sample size, design effect and flags. A domain keeps the design: units without an answer from the
 * domain still count.
 *
 * <p>For a single question without a design, {@link vn.sipas.core.estimate.RatingDistribution} is enough.
 */
@NullMarked
package vn.sipas.core.estimate;

import org.jspecify.annotations.NullMarked;
