package vn.sipas.core.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.unit.UnitCode;

/**
 * The rating of a unit by a scheme, able to explain itself. Immutable and safe for use by several threads.
 */
public final class StarRating {

    private final Engine engine;
    private final UnitScores scores;
    private final Engine.Standing standing;
    private final Optional<QuotaLimit> limit;
    private final RatingOutcome outcome;

    StarRating(Engine engine, UnitScores scores, Engine.Standing standing, Optional<QuotaLimit> limit) {
        this.engine = engine;
        this.scores = scores;
        this.standing = standing;
        this.limit = limit;
        this.outcome = new Explainer(engine, scores, standing, limit).outcome();
    }

    /**
     * A quota that took stars from a unit.
     *
     * @param quota the quota
     * @param allowed how many units it allows
     * @param reached how many units reached the number of stars that it limits
     * @param before the number of stars before
     * @param after the number of stars after
     */
    public record QuotaLimit(Quota quota, int allowed, int reached, int before, int after) {}

    /**
     * Returns the unit.
     *
     * @return its code
     */
    public UnitCode unit() {
        return scores.unit();
    }

    /**
     * Returns the scheme.
     *
     * @return the scheme
     */
    public RatingScheme scheme() {
        return engine.scheme;
    }

    /**
     * Returns the scores that were rated.
     *
     * @return the scores
     */
    public UnitScores scores() {
        return scores;
    }

    /**
     * Returns the outcome.
     *
     * @return the outcome
     */
    public RatingOutcome outcome() {
        return outcome;
    }

    /**
     * Returns the stars.
     *
     * @return the number of stars, absent unless the outcome is {@link RatingOutcome.Awarded}
     */
    public OptionalInt stars() {
        return outcome instanceof RatingOutcome.Awarded awarded ? OptionalInt.of(awarded.stars()) : OptionalInt.empty();
    }

    /**
     * Returns the stars that the total alone gives, before gates, adjustments and quotas.
     *
     * @return the number of stars, absent below all bands or without a total
     */
    public OptionalInt starsByPoints() {
        return total().isEmpty() || standing.bandStars == 0 ? OptionalInt.empty() : OptionalInt.of(standing.bandStars);
    }

    /**
     * Returns the total that the bands looked at.
     *
     * @return the total, absent if the unit did not register or a criterion without a score excludes it
     */
    public Optional<Fraction> total() {
        boolean none = standing.verdict == Engine.Verdict.NOT_REGISTERED
                || (!standing.complete && scheme().missing() == MissingPoints.EXCLUDE);
        return none ? Optional.empty() : Optional.of(standing.total);
    }

    /**
     * Returns the points counted so far, a missing score counting as 0.
     *
     * @return the exact points, before the total is rounded
     */
    public Fraction pointsSoFar() {
        return standing.exactTotal;
    }

    /**
     * Returns the total as the scheme prints it.
     *
     * @return the rounded total, absent where {@link #total()} is
     */
    public Optional<BigDecimal> printedTotal() {
        return total().map(total -> total.round(scheme().rounding().display()));
    }

    /**
     * Returns the points of a criterion.
     *
     * @param code the code of a criterion at any depth
     * @return the points counted, absent if they are missing
     * @throws IllegalArgumentException if the scheme has no such criterion
     */
    public Optional<Fraction> points(String code) {
        return Optional.ofNullable(standing.points[engine.node(code)]);
    }

    /**
     * Returns the points of all criteria.
     *
     * @return the results, groups before their parts, bonus last
     */
    public List<CriterionResult> criteria() {
        List<CriterionResult> results = new ArrayList<>(engine.nodes.size());
        for (int i = 0; i < engine.nodes.size(); i++) {
            Criterion criterion = engine.nodes.get(i);
            results.add(new CriterionResult(
                    criterion,
                    Optional.ofNullable(standing.points[i]),
                    scores.points().getOrDefault(criterion.code(), PointsEntry.NONE)));
        }
        return List.copyOf(results);
    }

    /**
     * Returns the gates.
     *
     * @return the results in the order of the scheme
     */
    public List<GateResult> gates() {
        return explainer().gates();
    }

    /**
     * Returns the codes of the gates that are not met, and of the criteria whose scores are missing.
     *
     * @return the codes in the order of the scheme, empty if the unit did not register
     */
    public List<String> unmet() {
        return explainer().unmet();
    }

    /**
     * Returns the satisfaction figures that fed criteria, each with the statistic it is.
     *
     * @return the readings in the order of the criteria
     */
    public List<SatisfactionReading> satisfaction() {
        return explainer().satisfaction();
    }

    /**
     * Returns the quota that took stars.
     *
     * @return the limit, if one was applied
     */
    public Optional<QuotaLimit> quotaLimit() {
        return limit;
    }

    /**
     * Returns the tree of values, rules, gates and articles that led to the outcome.
     *
     * @return the root
     */
    public Explanation explanation() {
        return explainer().explanation();
    }

    /**
     * Returns the explanation as an HTML fragment for a notebook or a page.
     *
     * @param language the language
     * @return the fragment, escaped
     */
    public String toHtml(Language language) {
        return explanation().toHtml(language);
    }

    /**
     * Returns the explanation as an aligned table in English.
     *
     * @return the lines
     */
    @Override
    public String toString() {
        return explanation().table(Language.EN);
    }

    Engine engine() {
        return engine;
    }

    Engine.Standing standing() {
        return standing;
    }

    /** Returns the stars that count in comparisons: 0 where the unit took part and was not recognised. */
    int rank() {
        return stars().orElse(0);
    }

    private Explainer explainer() {
        return new Explainer(engine, scores, standing, limit);
    }
}
