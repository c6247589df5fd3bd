/**
 * Ratings as explained, versioned rules: friendly-government stars (chính quyền thân thiện), one-stop scores, classes.
 *
 * <p>A {@link RatingScheme} is data: criteria with maxima and scoring rules, bonus points, gates, star bands, quotas. A
 * {@link RatingCalculator} turns the {@link UnitScores} of a unit into a {@link StarRating}, whose outcome is sealed and
 * whose {@link Explanation} shows every value, rule, gate and article that led there. {@link Advice} answers what
 * is missing for the next star, {@link StarUncertainty} how sure a star is when points come from a survey, and
 * {@link Programme} looks over many units and years.
 *
 * <p>All points are exact fractions. A number is rounded where the scheme says so and nowhere else.
 */
@NullMarked
package vn.sipas.core.rating;

import org.jspecify.annotations.NullMarked;
