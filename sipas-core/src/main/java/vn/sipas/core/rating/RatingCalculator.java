package vn.sipas.core.rating;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.Fraction;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemException;
import vn.sipas.core.RoundingRule;

/**
 * Rates units by a scheme. Immutable and safe for use by several threads. StarRating is linear in the number of units;
 * quotas add one sort.
 */
public final class RatingCalculator {

    private static final RoundingRule DOWN = new RoundingRule(0, RoundingMode.DOWN);

    private final Engine engine;

    private RatingCalculator(RatingScheme scheme) {
        this.engine = new Engine(scheme);
    }

    /**
     * Makes a calculator.
     *
     * @param scheme the scheme
     * @return the calculator
     */
    public static RatingCalculator of(RatingScheme scheme) {
        return new RatingCalculator(scheme);
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
     * Rates one unit. Quotas need all units and are left out; see {@link #rateAll}.
     *
     * @param scores its scores
     * @return the rating
     * @throws ProblemException if the scores do not fit the scheme; {@link UnitScores#read} and
     *     {@link UnitScores#problemsUnder} tell before
     */
    public StarRating rate(UnitScores scores) {
        List<Problem> problems = scores.problemsUnder(engine.scheme);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new StarRating(engine, scores, engine.standing(scores), Optional.empty());
    }

    /**
     * Rates units and applies the quotas of the scheme to them.
     *
     * @param units the scores of the units over which quotas are counted
     * @return the ratings in the order of the input
     * @throws ProblemException if scores do not fit the scheme
     */
    public List<StarRating> rateAll(Collection<UnitScores> units) {
        List<StarRating> ratings = new ArrayList<>(units.size());
        units.forEach(scores -> ratings.add(rate(scores)));
        engine.scheme.quotas().forEach(quota -> apply(quota, ratings));
        return List.copyOf(ratings);
    }

    private void apply(Quota quota, List<StarRating> ratings) {
        int next = engine.existing(quota.stars() - 1);
        List<Integer> reached = new ArrayList<>();
        int rated = 0;
        int nextOrMore = 0;
        int nextExactly = 0;
        for (int i = 0; i < ratings.size(); i++) {
            StarRating rating = ratings.get(i);
            RatingOutcome outcome = rating.outcome();
            if (outcome instanceof RatingOutcome.Awarded || outcome instanceof RatingOutcome.NotRecognized) {
                rated++;
            }
            int stars = rating.rank();
            if (stars >= quota.stars()) {
                reached.add(i);
            }
            if (next > 0 && stars >= next) {
                nextOrMore++;
                if (stars == next) {
                    nextExactly++;
                }
            }
        }
        reached.sort(Comparator.comparing((Integer i) -> ratings.get(i).standing().total)
                .reversed());
        int allowed = allowed(quota, reached.size(), rated, nextOrMore, nextExactly);
        int kept = Math.min(allowed, reached.size());
        if (kept < reached.size() && kept > 0) {
            Fraction last = total(ratings, reached, kept - 1);
            if (last.compareTo(total(ratings, reached, kept)) == 0) {
                kept = beyondTies(ratings, reached, kept, last, quota.ties());
            }
        }
        for (int position = kept; position < reached.size(); position++) {
            StarRating rating = ratings.get(reached.get(position));
            StarRating.QuotaLimit limit =
                    new StarRating.QuotaLimit(quota, allowed, reached.size(), rating.rank(), next);
            ratings.set(
                    reached.get(position),
                    new StarRating(engine, rating.scores(), rating.standing(), Optional.of(limit)));
        }
    }

    private static int beyondTies(
            List<StarRating> ratings, List<Integer> reached, int kept, Fraction tied, Quota.Ties ties) {
        int position = kept;
        if (ties == Quota.Ties.LEAVE_OUT) {
            while (position > 0 && total(ratings, reached, position - 1).compareTo(tied) == 0) {
                position--;
            }
        } else {
            while (position < reached.size()
                    && total(ratings, reached, position).compareTo(tied) == 0) {
                position++;
            }
        }
        return position;
    }

    private static Fraction total(List<StarRating> ratings, List<Integer> reached, int position) {
        return ratings.get(reached.get(position)).standing().total;
    }

    private static int allowed(Quota quota, int reached, int rated, int nextOrMore, int nextExactly) {
        return switch (quota.base()) {
            case ALL_RATED -> share(quota, rated);
            case NEXT_LOWER_OR_MORE -> share(quota, nextOrMore);
            case NEXT_LOWER_EXACTLY -> {
                int most = reached;
                while (most > 0 && most > share(quota, nextExactly + reached - most)) {
                    most--;
                }
                yield most;
            }
        };
    }

    private static int share(Quota quota, int base) {
        return quota.share().times(Fraction.of(base, 1)).round(DOWN).intValueExact();
    }
}
