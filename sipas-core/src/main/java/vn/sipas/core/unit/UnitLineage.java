package vn.sipas.core.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.Fraction;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.unit.CarriedState.Carriage;

/**
 * What became of each unit (đơn vị kế thừa): mergers, splits and plain renamings, over any number of reforms.
 *
 * <p>Every successor starts on or after the end of its predecessor, so the steps never lead back. Immutable and safe for
 * use by several threads.
 */
public final class UnitLineage {

    private static final UnitLineage EMPTY = new UnitLineage(List.of());

    private static final Comparator<UnitKey> BY_END = Comparator.<UnitKey, LocalDate>comparing(
                    key -> key.validity().until().orElse(LocalDate.MAX))
            .thenComparing(Comparator.naturalOrder());

    private final NavigableMap<UnitKey, SortedMap<UnitKey, Succession>> bySource = new TreeMap<>();
    private final Map<UnitKey, SortedSet<UnitKey>> predecessors = new HashMap<>();

    private UnitLineage(Collection<Succession> steps) {
        for (Succession step : steps) {
            bySource.computeIfAbsent(step.from(), key -> new TreeMap<>()).put(step.to(), step);
            predecessors.computeIfAbsent(step.to(), key -> new TreeSet<>()).add(step.from());
        }
    }

    /**
     * Returns the lineage in which nothing ever changed.
     *
     * @return the lineage without steps
     */
    public static UnitLineage empty() {
        return EMPTY;
    }

    /**
     * Makes a lineage of steps without places in a file.
     *
     * @param steps the steps in any order
     * @return the lineage of the sound steps, and the problems of the others
     */
    public static Checked<UnitLineage> of(Collection<Succession> steps) {
        Builder builder = new Builder();
        steps.forEach(builder::add);
        return builder.build();
    }

    /**
     * Starts an empty lineage.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns all steps.
     *
     * @return the steps ordered by old, then by new unit
     */
    public List<Succession> steps() {
        return bySource.values().stream()
                .flatMap(steps -> steps.values().stream())
                .toList();
    }

    /**
     * Returns the units that a unit directly went over to.
     *
     * @param key the unit
     * @return its successors ordered by key; none if it goes on or nothing is known
     */
    public List<UnitKey> successors(UnitKey key) {
        return List.copyOf(steps(key).keySet());
    }

    /**
     * Returns the units that directly went over to a unit, wholly or in part.
     *
     * @param key the unit
     * @return its predecessors ordered by key
     */
    public List<UnitKey> predecessors(UnitKey key) {
        return List.copyOf(predecessors.getOrDefault(key, new TreeSet<>()));
    }

    /**
     * Tells whether a unit was split over several new ones.
     *
     * @param key the unit
     * @return whether it has more than one successor
     */
    public boolean divided(UnitKey key) {
        return steps(key).size() > 1;
    }

    /**
     * Returns this lineage with stated shares for split units, in place of those that it had.
     *
     * @param shares the shares by old and new unit, each in (0, 1]
     * @return the lineage
     * @throws IllegalArgumentException if a share is given for a step that does not exist
     */
    public UnitLineage withShares(Map<UnitKey, Map<UnitKey, Fraction>> shares) {
        shares.forEach((from, parts) -> parts.keySet().forEach(to -> {
            if (!steps(from).containsKey(to)) {
                throw new IllegalArgumentException(
                        "shares must be for steps of the lineage, was " + from + " to " + to);
            }
        }));
        return new UnitLineage(steps().stream()
                .map(step -> {
                    Fraction share = shares.getOrDefault(step.from(), Map.of()).get(step.to());
                    return share == null ? step : Succession.of(step.from(), step.to(), share);
                })
                .toList());
    }

    /**
     * Carries figures onto the units of a day, and refuses those of split units.
     *
     * @param states the figures by unit
     * @param day the day whose units they are to stand for
     * @param combine adds two states; associative
     * @param <T> the type of the figures
     * @return what was carried and what was not
     * @see #carry(Map, LocalDate, BinaryOperator, SplitPolicy, BiFunction)
     */
    public <T> CarriedWave<T> carry(Map<UnitKey, ? extends T> states, LocalDate day, BinaryOperator<T> combine) {
        return carry(states, day, combine, SplitPolicy.REFUSE, (state, share) -> {
            throw new IllegalStateException("a refused split was scaled by " + share);
        });
    }

    /**
     * Carries figures, such as counts of answers by unit, onto the units of a later day.
     *
     * <p>Rules: figures of a unit in force on the day stay where they are; of a unit that went over whole they go to its
     * successor, and figures that meet there are added up; of a split unit they are treated by the policy; of a unit whose
     * successor is unknown they are not carried. A new unit is complete if every one of its predecessors had figures and
     * all of them were carried: a predecessor without an entry in {@code states} counts as missing, not as zero, so give
     * it an empty state if it was surveyed and nobody answered. Over several reforms the rules apply reform by reform.
     * States are combined in the order of their keys.
     *
     * @param states the figures by unit
     * @param day the day whose units they are to stand for
     * @param combine adds two states; associative
     * @param policy what to do with split units
     * @param scale takes a part, in (0, 1], of a state; used by {@link SplitPolicy#BY_SHARE} only. Parts of counts are not
     *     counts: the base of an interval computed from them is an assumption
     * @param <T> the type of the figures
     * @return what was carried and what was not
     */
    public <T> CarriedWave<T> carry(
            Map<UnitKey, ? extends T> states,
            LocalDate day,
            BinaryOperator<T> combine,
            SplitPolicy policy,
            BiFunction<? super T, ? super Fraction, ? extends T> scale) {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(combine, "combine");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(scale, "scale");
        NavigableMap<UnitKey, Load<T>> open = new TreeMap<>(BY_END);
        new TreeMap<>(states).forEach((key, state) -> open.put(key, Load.of(key, state)));
        SortedMap<UnitKey, Load<T>> arrived = new TreeMap<>();
        SortedMap<UnitKey, T> notCarried = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        while (!open.isEmpty()) {
            Map.Entry<UnitKey, Load<T>> earliest = open.pollFirstEntry();
            UnitKey key = earliest.getKey();
            Load<T> load = earliest.getValue().closed(predecessors(key));
            if (key.validity().contains(day)) {
                arrived.put(key, load);
                continue;
            }
            Allocation allocation = allocate(key, day, policy);
            if (allocation.problem() != null) {
                problems.add(allocation.problem());
                notCarried.put(key, load.state());
                continue;
            }
            boolean split = divided(key);
            allocation.shares().forEach((successor, share) -> {
                T part = share.equals(Fraction.ONE) ? load.state() : scale.apply(load.state(), share);
                Load<T> moved = load.moved(key, part, split);
                open.merge(successor, moved, (one, other) -> one.plus(other, combine));
            });
        }
        SortedMap<UnitKey, CarriedState<T>> complete = new TreeMap<>();
        SortedMap<UnitKey, CarriedState<T>> incomplete = new TreeMap<>();
        arrived.forEach((key, load) -> {
            CarriedState<T> carried = load.at(key);
            if (carried.complete()) {
                complete.put(key, carried);
            } else {
                incomplete.put(key, carried);
                problems.add(Problem.of(
                        UnitProblem.INCOMPLETE, Place.nowhere(), "unit", key, "missing", list(carried.missing())));
            }
        });
        return new CarriedWave<>(day, policy, complete, incomplete, notCarried, problems);
    }

    private SortedMap<UnitKey, Succession> steps(UnitKey key) {
        return bySource.getOrDefault(key, new TreeMap<>());
    }

    private Allocation allocate(UnitKey key, LocalDate day, SplitPolicy policy) {
        SortedMap<UnitKey, Succession> steps = steps(key);
        if (steps.isEmpty() || key.validity().from().map(day::isBefore).orElse(false)) {
            return Allocation.refused(Problem.of(UnitProblem.NO_SUCCESSOR, Place.nowhere(), "unit", key, "day", day));
        }
        if (steps.size() == 1) {
            return Allocation.whole(steps.firstKey());
        }
        String successors = list(steps.keySet());
        if (policy == SplitPolicy.REFUSE) {
            return Allocation.refused(
                    Problem.of(UnitProblem.SPLIT_REFUSED, Place.nowhere(), "unit", key, "successors", successors));
        }
        SortedMap<UnitKey, Fraction> shares = new TreeMap<>();
        steps.forEach((to, step) -> step.share().ifPresent(share -> shares.put(to, share)));
        if (shares.size() < steps.size()) {
            return Allocation.refused(
                    Problem.of(UnitProblem.SHARES_MISSING, Place.nowhere(), "unit", key, "successors", successors));
        }
        Fraction sum = Fraction.sum(shares.values());
        if (!sum.equals(Fraction.ONE)) {
            return Allocation.refused(Problem.of(UnitProblem.SHARES_SUM, Place.nowhere(), "unit", key, "sum", sum));
        }
        if (policy == SplitPolicy.BY_SHARE) {
            return new Allocation(shares, null);
        }
        Fraction largest =
                shares.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        List<UnitKey> candidates = shares.keySet().stream()
                .filter(to -> largest.equals(shares.get(to)))
                .toList();
        return candidates.size() == 1
                ? Allocation.whole(candidates.get(0))
                : Allocation.refused(Problem.of(
                        UnitProblem.LARGEST_TIED, Place.nowhere(), "unit", key, "successors", list(candidates)));
    }

    private static String list(Collection<UnitKey> keys) {
        return keys.stream().map(UnitKey::toString).collect(Collectors.joining(", "));
    }

    /** Where the figures of one unit go, by share, or why they go nowhere. */
    private record Allocation(
            SortedMap<UnitKey, Fraction> shares, @Nullable Problem problem) {

        static Allocation whole(UnitKey successor) {
            return new Allocation(new TreeMap<>(Map.of(successor, Fraction.ONE)), null);
        }

        static Allocation refused(Problem problem) {
            return new Allocation(new TreeMap<>(), problem);
        }
    }

    /** Figures on their way: where they come from, and through which direct predecessors they came. */
    private record Load<T>(
            T state,
            Set<UnitKey> sources,
            Set<UnitKey> through,
            Set<UnitKey> missing,
            boolean merged,
            boolean allocated) {

        static <T> Load<T> of(UnitKey key, T state) {
            return new Load<>(state, Set.of(key), Set.of(), Set.of(), false, false);
        }

        /** After the last predecessor has been dealt with: what is missing of the unit where the figures are now. */
        Load<T> closed(List<UnitKey> predecessors) {
            if (through.isEmpty()) {
                return this;
            }
            Set<UnitKey> lacking = new HashSet<>(missing);
            predecessors.stream().filter(key -> !through.contains(key)).forEach(lacking::add);
            return new Load<>(state, sources, through, lacking, merged, allocated);
        }

        Load<T> moved(UnitKey from, T part, boolean split) {
            return new Load<>(part, sources, Set.of(from), missing, merged, allocated || split);
        }

        Load<T> plus(Load<T> other, BinaryOperator<T> combine) {
            return new Load<>(
                    combine.apply(state, other.state),
                    union(sources, other.sources),
                    union(through, other.through),
                    union(missing, other.missing),
                    true,
                    allocated || other.allocated);
        }

        CarriedState<T> at(UnitKey key) {
            Carriage carriage = allocated
                    ? Carriage.ALLOCATED
                    : merged ? Carriage.MERGED : through.isEmpty() ? Carriage.UNCHANGED : Carriage.CONTINUED;
            return new CarriedState<>(key, state, carriage, new TreeSet<>(sources), new TreeSet<>(missing));
        }

        private static Set<UnitKey> union(Set<UnitKey> one, Set<UnitKey> other) {
            Set<UnitKey> all = new HashSet<>(one);
            all.addAll(other);
            return all;
        }
    }

    /** Collects steps and checks them. Not safe for use by several threads. */
    public static final class Builder {

        private final Map<UnitKey, Set<UnitKey>> seen = new HashMap<>();
        private final List<Succession> steps = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a step.
         *
         * @param step the step
         * @return this builder
         */
        public Builder add(Succession step) {
            return add(step, Place.nowhere());
        }

        /**
         * Adds a step that was read from a file.
         *
         * @param step the step
         * @param place where it stands, for problems
         * @return this builder
         */
        public Builder add(Succession step, Place place) {
            Objects.requireNonNull(place, "place");
            Optional<LocalDate> end = step.from().validity().until();
            Optional<LocalDate> start = step.to().validity().from();
            if (end.isEmpty() || start.isEmpty() || start.get().isBefore(end.get())) {
                problems.add(Problem.of(UnitProblem.STEP_ORDER, place, "unit", step.from(), "successor", step.to()));
            } else if (!seen.computeIfAbsent(step.from(), key -> new HashSet<>())
                    .add(step.to())) {
                problems.add(
                        Problem.of(UnitProblem.STEP_DUPLICATE, place, "unit", step.from(), "successor", step.to()));
            } else {
                steps.add(step);
            }
            return this;
        }

        /**
         * Returns the lineage of the steps added so far.
         *
         * @return the lineage of the sound steps, and the problems of the others
         */
        public Checked<UnitLineage> build() {
            return Checked.of(new UnitLineage(steps), problems);
        }
    }
}
