package vn.sipas.core.rating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Fraction;
import vn.sipas.core.rating.Engine.Standing;
import vn.sipas.core.rating.Engine.Verdict;

/**
 * Finds the smallest sets of criteria that reach a number of stars: sets of growing size, branches cut when even the
 * largest criteria left, or all of them, do not suffice. The work is bounded; beyond the bound one set that cannot be
 * made smaller by leaving a criterion out is given, and the path says that it is not complete.
 */
final class PathSearch {

    private static final int EVALUATIONS = 20_000;
    private static final int GATES_TRIED = 12;

    private final StarRating rating;
    private final Engine engine;
    private final StarBand target;
    private final int listed;
    private final @Nullable Fraction[] now;
    private final List<Integer> candidates = new ArrayList<>();
    private final List<Integer> forced = new ArrayList<>();
    private final List<int[]> found = new ArrayList<>();
    private boolean[] lifted;
    private Optional<Fraction> needed = Optional.empty();
    private Fraction[] largest = new Fraction[0];
    private int evaluations;
    private boolean complete = true;

    PathSearch(StarRating rating, StarBand target, int listed) {
        this.rating = rating;
        this.engine = rating.engine();
        this.target = target;
        this.listed = listed;
        this.now = engine.leafPoints(rating.scores());
        this.lifted = new boolean[engine.gates.size()];
        for (int leaf = 0; leaf < now.length; leaf++) {
            boolean missing = now[leaf] == null
                    && !engine.isBonus(engine.leaves.get(leaf))
                    && engine.scheme.missing() == MissingPoints.EXCLUDE;
            if (missing) {
                forced.add(leaf);
            } else if (available(leaf).signum() > 0) {
                candidates.add(leaf);
            }
        }
        candidates.sort(Comparator.comparing(this::available).reversed());
    }

    StarPath path() {
        Optional<Quota> quota = rating.quotaLimit()
                .filter(limit -> limit.before() >= target.stars())
                .map(StarRating.QuotaLimit::quota);
        Optional<boolean[]> gates = fewestGates();
        if (gates.isEmpty()) {
            return new StarPath(target, distance(lowestBand(new boolean[0])), List.of(), List.of(), true, quota);
        }
        lifted = gates.get();
        StarBand band = lowestBand(lifted);
        needed = band.from();
        prepareBounds();
        for (int size = 0; size <= candidates.size() && found.isEmpty() && evaluations < EVALUATIONS; size++) {
            search(new int[size], 0, 0, Fraction.ZERO);
        }
        complete &= evaluations < EVALUATIONS;
        if (found.isEmpty()) {
            complete = false;
            found.add(withoutSuperfluous());
        }
        List<Gate> toLift = new ArrayList<>();
        for (int i = 0; i < lifted.length; i++) {
            if (lifted[i]) {
                toLift.add(engine.gates.get(i));
            }
        }
        List<StarPath.CriteriaSet> sets = found.stream().map(this::set).toList();
        return new StarPath(target, distance(band), toLift, sets, complete, quota);
    }

    /** The points to reach, without looking for sets. */
    Fraction pointsToReach() {
        return distance(lowestBand(fewestGates().orElse(new boolean[0])));
    }

    private Fraction available(int leaf) {
        Fraction points = now[leaf];
        Fraction maximum = engine.nodes.get(engine.leaves.get(leaf)).maximum();
        return points == null ? maximum : maximum.minus(points);
    }

    private Fraction distance(StarBand band) {
        Fraction total = rating.standing().total;
        Fraction distance = band.from().map(from -> from.minus(total)).orElse(Fraction.ZERO);
        return distance.signum() < 0 ? Fraction.ZERO : distance;
    }

    /** The lowest band from which the adjustments lead to the target, with everything at its maximum. */
    private StarBand lowestBand(boolean[] liftedGates) {
        if (liftedGates.length == engine.gates.size()) {
            Standing highest = engine.standing(rating.scores(), raised(candidates), liftedGates);
            for (StarBand band : engine.bands) {
                if (engine.stars(band.stars(), highest.met, highest.applied) >= target.stars()) {
                    return band;
                }
            }
        }
        return target;
    }

    /** The fewest gates whose lifting lets the maximum of all criteria reach the target. */
    private Optional<boolean[]> fewestGates() {
        boolean[] none = new boolean[engine.gates.size()];
        Standing highest = engine.standing(rating.scores(), raised(candidates), none);
        if (reaches(highest)) {
            return Optional.of(none);
        }
        List<Integer> unmet = new ArrayList<>();
        boolean[] every = new boolean[none.length];
        for (int i = 0; i < none.length; i++) {
            if (!highest.met[i]) {
                unmet.add(i);
                every[i] = true;
            }
        }
        if (!reaches(engine.standing(rating.scores(), raised(candidates), every))) {
            return Optional.empty();
        }
        if (unmet.size() <= GATES_TRIED) {
            for (int size = 1; size <= unmet.size(); size++) {
                for (int subset = 1; subset < 1 << unmet.size(); subset++) {
                    if (Integer.bitCount(subset) == size) {
                        boolean[] some = new boolean[none.length];
                        for (int i = 0; i < unmet.size(); i++) {
                            some[unmet.get(i)] = (subset >> i & 1) == 1;
                        }
                        if (reaches(engine.standing(rating.scores(), raised(candidates), some))) {
                            return Optional.of(some);
                        }
                    }
                }
            }
        }
        for (int gate : unmet) {
            every[gate] = false;
            if (!reaches(engine.standing(rating.scores(), raised(candidates), every))) {
                every[gate] = true;
            }
        }
        return Optional.of(every);
    }

    private boolean reaches(Standing standing) {
        return standing.verdict == Verdict.AWARDED && standing.stars >= target.stars();
    }

    private void prepareBounds() {
        largest = new Fraction[candidates.size() + 1];
        largest[0] = Fraction.ZERO;
        for (int i = 0; i < candidates.size(); i++) {
            largest[i + 1] = largest[i].plus(available(candidates.get(i)));
        }
    }

    /** Chooses candidates from a position on; {@code gained} is what the chosen ones have available. */
    private void search(int[] chosen, int depth, int from, Fraction gained) {
        if (evaluations >= EVALUATIONS || !complete) {
            return;
        }
        int left = chosen.length - depth;
        if (from + left > candidates.size()) {
            return;
        }
        Fraction bound = gained.plus(largest[from + left].minus(largest[from]));
        if (!enough(bound)) {
            return;
        }
        if (left == 0) {
            evaluations++;
            if (reaches(standing(chosenLeaves(chosen)))) {
                if (found.size() == listed) {
                    complete = false;
                } else {
                    found.add(chosen.clone());
                }
            }
            return;
        }
        for (int i = from; i < candidates.size(); i++) {
            chosen[depth] = i;
            if (depth > 0 || left > 1) {
                evaluations++;
                List<Integer> best = new ArrayList<>();
                for (int j = 0; j <= depth; j++) {
                    best.add(candidates.get(chosen[j]));
                }
                best.addAll(candidates.subList(i + 1, candidates.size()));
                if (!reaches(standing(best))) {
                    break; // later positions leave even fewer criteria to raise
                }
            }
            search(chosen, depth + 1, i + 1, gained.plus(available(candidates.get(i))));
        }
    }

    /** Whether so many more points could reach the least total; caps only make it harder. */
    private boolean enough(Fraction gain) {
        if (needed.isEmpty()) {
            return true;
        }
        Standing standing = rating.standing();
        Fraction total = standing.exactTotal.plus(gain);
        for (int leaf : forced) {
            total = total.plus(available(leaf));
        }
        return engine.rounded(total).compareTo(needed.get()) >= 0;
    }

    private List<Integer> chosenLeaves(int[] chosen) {
        List<Integer> leaves = new ArrayList<>(chosen.length);
        for (int position : chosen) {
            leaves.add(candidates.get(position));
        }
        return leaves;
    }

    private Standing standing(List<Integer> leaves) {
        return engine.standing(rating.scores(), raised(leaves), lifted);
    }

    private @Nullable Fraction[] raised(List<Integer> leaves) {
        @Nullable Fraction[] points = now.clone();
        for (int leaf : leaves) {
            points[leaf] = engine.nodes.get(engine.leaves.get(leaf)).maximum();
        }
        for (int leaf : forced) {
            points[leaf] = engine.nodes.get(engine.leaves.get(leaf)).maximum();
        }
        return points;
    }

    private int[] withoutSuperfluous() {
        List<Integer> kept = new ArrayList<>(candidates);
        for (int i = candidates.size() - 1; i >= 0; i--) {
            List<Integer> fewer = new ArrayList<>(kept);
            fewer.remove(candidates.get(i));
            if (reaches(standing(fewer))) {
                kept = fewer;
            }
        }
        return kept.stream().mapToInt(candidates::indexOf).toArray();
    }

    private StarPath.CriteriaSet set(int[] chosen) {
        List<Integer> leaves = chosenLeaves(chosen);
        leaves.addAll(forced);
        leaves.sort(Comparator.naturalOrder());
        Fraction sum = Fraction.sum(leaves.stream().map(this::available).toList());
        return new StarPath.CriteriaSet(
                leaves.stream()
                        .map(leaf -> engine.nodes.get(engine.leaves.get(leaf)))
                        .toList(),
                sum);
    }
}
