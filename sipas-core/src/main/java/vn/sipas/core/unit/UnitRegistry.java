package vn.sipas.core.unit;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ValidityPeriod;

/**
 * Units by code and day, with their hierarchy.
 *
 * <p>On any one day a code names at most one unit of the registry, at whatever level, and the unit above each unit is in
 * force whenever the unit itself is. {@link Builder#build()} sees to that: units that break it are set aside with a
 * problem. Immutable and safe for use by several threads.
 */
public final class UnitRegistry {

    private static final Comparator<Unit> BY_KEY = Comparator.comparing(Unit::key);

    private final NavigableMap<UnitKey, Unit> units;
    private final Map<UnitCode, List<Unit>> byCode = new HashMap<>();
    private final Map<UnitCode, List<Unit>> byParent = new HashMap<>();
    private final Map<String, List<Unit>> byName = new HashMap<>();

    private UnitRegistry(Collection<Unit> units) {
        NavigableMap<UnitKey, Unit> sorted = new TreeMap<>();
        units.forEach(unit -> sorted.put(unit.key(), unit));
        this.units = Collections.unmodifiableNavigableMap(sorted);
        for (Unit unit : sorted.values()) {
            byCode.computeIfAbsent(unit.code(), code -> new ArrayList<>(2)).add(unit);
            unit.parent().ifPresent(parent -> byParent.computeIfAbsent(parent, code -> new ArrayList<>())
                    .add(unit));
            Set<String> names =
                    new HashSet<>(List.of(UnitNames.fold(unit.name().vi()), UnitNames.fold(unit.shortName())));
            names.forEach(name ->
                    byName.computeIfAbsent(name, folded -> new ArrayList<>(2)).add(unit));
        }
    }

    /**
     * Makes a registry of units without places in a file.
     *
     * @param units the units in any order
     * @return the registry of the sound units, and the problems of the others
     */
    public static Checked<UnitRegistry> of(Collection<Unit> units) {
        Builder builder = new Builder();
        units.forEach(builder::add);
        return builder.build();
    }

    /**
     * Starts an empty registry.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns all units of all times.
     *
     * @return the units ordered by key
     */
    public Collection<Unit> units() {
        return units.values();
    }

    /**
     * Returns the number of units of all times.
     *
     * @return the number
     */
    public int size() {
        return units.size();
    }

    /**
     * Finds a unit by its key.
     *
     * @param key code and validity
     * @return the unit, absent if it is not in the registry
     */
    public Optional<Unit> find(UnitKey key) {
        return Optional.ofNullable(units.get(key));
    }

    /**
     * Answers what a code meant on a day.
     *
     * @param code the code
     * @param day the day
     * @return the unit, absent if the code named none on that day
     */
    public Optional<Unit> find(UnitCode code, LocalDate day) {
        Objects.requireNonNull(day, "day");
        for (Unit unit : byCode.getOrDefault(code, List.of())) {
            if (unit.validity().contains(day)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /**
     * Answers what a code meant on a day, if that is a unit of the level expected.
     *
     * @param code the code
     * @param level the level
     * @param day the day
     * @return the unit, absent if the code named none of that level on that day
     */
    public Optional<Unit> find(UnitCode code, UnitLevel level, LocalDate day) {
        return find(code, day).filter(unit -> unit.level() == level);
    }

    /**
     * Returns everything that a code ever named.
     *
     * @param code the code
     * @return the units from the earliest to the latest
     */
    public List<Unit> history(UnitCode code) {
        return List.copyOf(byCode.getOrDefault(code, List.of()));
    }

    /**
     * Returns the units of a level on a day.
     *
     * @param level the level
     * @param day the day
     * @return the units ordered by code
     */
    public List<Unit> units(UnitLevel level, LocalDate day) {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(day, "day");
        return units.values().stream()
                .filter(unit -> unit.level() == level && unit.validity().contains(day))
                .toList();
    }

    /**
     * Returns the unit directly above another on a day.
     *
     * @param unit the unit
     * @param day a day on which it is in force
     * @return the unit above, absent at the top
     */
    public Optional<Unit> parent(Unit unit, LocalDate day) {
        return unit.parent().flatMap(code -> find(code, day));
    }

    /**
     * Returns the units directly below a code on a day.
     *
     * @param code the code
     * @param day the day
     * @return the units ordered by code; none if the code names no unit on that day
     */
    public List<Unit> children(UnitCode code, LocalDate day) {
        Objects.requireNonNull(day, "day");
        return byParent.getOrDefault(code, List.of()).stream()
                .filter(unit -> unit.validity().contains(day))
                .toList();
    }

    /**
     * Returns the units below a code on a day, at any depth.
     *
     * @param code the code
     * @param day the day
     * @return the units ordered by code
     */
    public List<Unit> descendants(UnitCode code, LocalDate day) {
        List<Unit> found = new ArrayList<>(children(code, day));
        for (int i = 0; i < found.size(); i++) {
            found.addAll(children(found.get(i).code(), day));
        }
        found.sort(BY_KEY);
        return List.copyOf(found);
    }

    /**
     * Returns the units of a level below a code on a day, at any depth.
     *
     * @param code the code
     * @param level the level wanted
     * @param day the day
     * @return the units ordered by code
     */
    public List<Unit> descendants(UnitCode code, UnitLevel level, LocalDate day) {
        return descendants(code, day).stream()
                .filter(unit -> unit.level() == level)
                .toList();
    }

    /**
     * Returns the units above a code on a day.
     *
     * @param code the code
     * @param day the day
     * @return the units from the nearest to the top; none if the code names no unit on that day
     */
    public List<Unit> ancestors(UnitCode code, LocalDate day) {
        List<Unit> found = new ArrayList<>();
        Optional<Unit> above = find(code, day).flatMap(unit -> parent(unit, day));
        while (above.isPresent()) {
            found.add(above.get());
            above = parent(above.get(), day);
        }
        return List.copyOf(found);
    }

    /**
     * Returns the unit of a level to which a code belongs on a day.
     *
     * @param code the code
     * @param level the level wanted
     * @param day the day
     * @return the unit itself if it has that level, otherwise the nearest one above it of that level
     */
    public Optional<Unit> atLevel(UnitCode code, UnitLevel level, LocalDate day) {
        Optional<Unit> unit = find(code, day);
        while (unit.isPresent() && unit.get().level() != level) {
            unit = parent(unit.get(), day);
        }
        return unit;
    }

    /**
     * Finds units by Vietnamese name on a day, with or without the word for their type.
     *
     * <p>Spellings are compared as {@link Unit#isNamed(String)} does. Names repeat, even inside a province: all candidates are returned, and none is
     * preferred.
     *
     * @param name the name
     * @param day the day
     * @return the candidates ordered by code, possibly none
     */
    public List<Unit> named(String name, LocalDate day) {
        Objects.requireNonNull(day, "day");
        return byName.getOrDefault(UnitNames.fold(name), List.of()).stream()
                .filter(unit -> unit.validity().contains(day))
                .toList();
    }

    /**
     * Finds units by Vietnamese name below a unit on a day, at any depth. See {@link #named(String, LocalDate)}.
     *
     * @param name the name, with or without the word for the type
     * @param within the code of a unit above
     * @param day the day
     * @return the candidates ordered by code, possibly none
     */
    public List<Unit> named(String name, UnitCode within, LocalDate day) {
        return named(name, day).stream()
                .filter(unit -> ancestors(unit.code(), day).stream()
                        .anyMatch(above -> above.code().equals(within)))
                .toList();
    }

    /**
     * Adds figures up to a level of the hierarchy as it stood on a day.
     *
     * <p>The state of a unit of that level counts towards the unit itself. A unit that has none of that level above it on
     * that day, is unknown or is not in force is kept apart and reported; after 30 June 2025 that is every commune when
     * districts are asked for. States are combined in the order of their keys.
     *
     * @param states the states by unit
     * @param level the level to add up to
     * @param day the day whose hierarchy counts
     * @param combine adds two states; associative
     * @param <T> the type of the states
     * @return the totals and what was kept apart
     */
    public <T> RollUp<T> rollUp(
            Map<UnitKey, ? extends T> states, UnitLevel level, LocalDate day, BinaryOperator<T> combine) {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(combine, "combine");
        SortedMap<UnitKey, T> totals = new TreeMap<>();
        SortedMap<UnitKey, T> apart = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<UnitKey, ? extends T> entry : new TreeMap<>(states).entrySet()) {
            UnitKey key = entry.getKey();
            Optional<Unit> total = Optional.empty();
            if (!units.containsKey(key)) {
                problems.add(Problem.of(UnitProblem.UNKNOWN, Place.nowhere(), "unit", key));
            } else if (!key.validity().contains(day)) {
                problems.add(Problem.of(UnitProblem.NOT_IN_FORCE, Place.nowhere(), "unit", key, "day", day));
            } else {
                total = atLevel(key.code(), level, day);
                if (total.isEmpty()) {
                    problems.add(Problem.of(
                            UnitProblem.NO_ANCESTOR, Place.nowhere(), "unit", key, "level", level, "day", day));
                }
            }
            if (total.isPresent()) {
                totals.merge(total.get().key(), entry.getValue(), combine);
            } else {
                apart.put(key, entry.getValue());
            }
        }
        return new RollUp<>(totals, apart, problems);
    }

    /** Collects units and checks them against each other. Not safe for use by several threads. */
    public static final class Builder {

        /** The most units above an office. */
        private static final int MAX_DEPTH = 32;

        private final List<Unit> added = new ArrayList<>();
        private final List<Place> places = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a unit.
         *
         * @param unit the unit
         * @return this builder
         */
        public Builder add(Unit unit) {
            return add(unit, Place.nowhere());
        }

        /**
         * Adds a unit that was read from a file.
         *
         * @param unit the unit
         * @param place where it stands, for problems
         * @return this builder
         */
        public Builder add(Unit unit, Place place) {
            added.add(Objects.requireNonNull(unit, "unit"));
            places.add(Objects.requireNonNull(place, "place"));
            return this;
        }

        /**
         * Adds every unit of another registry.
         *
         * @param registry the registry
         * @return this builder
         */
        public Builder addAll(UnitRegistry registry) {
            registry.units().forEach(this::add);
            return this;
        }

        /**
         * Checks the units against each other.
         *
         * <p>Set aside are: a unit given again, the later of two units whose codes overlap in time, a unit whose parent is
         * unknown, ends earlier, does not stand above it or leads back to it, an office with more
         * than 32 units above it, and in turn every unit below one that was
         * set aside.
         *
         * @return the registry of the others, and one problem for each unit set aside
         */
        public Checked<UnitRegistry> build() {
            Map<Integer, Problem> refused = new TreeMap<>();
            Map<UnitCode, List<Integer>> byCode = new LinkedHashMap<>();
            for (int i = 0; i < added.size(); i++) {
                refuseOverlap(i, byCode, refused);
            }
            Map<UnitCode, List<Integer>> below = new HashMap<>();
            Deque<Integer> open = new ArrayDeque<>();
            for (int i = 0; i < added.size(); i++) {
                if (!refused.containsKey(i)) {
                    open.add(i);
                    Optional<UnitCode> parent = added.get(i).parent();
                    if (parent.isPresent()) {
                        below.computeIfAbsent(parent.get(), code -> new ArrayList<>())
                                .add(i);
                    }
                }
            }
            while (!open.isEmpty()) {
                int index = open.remove();
                Optional<Problem> problem =
                        refused.containsKey(index) ? Optional.empty() : problemOfParent(index, byCode);
                if (problem.isPresent()) {
                    UnitCode code = added.get(index).code();
                    refused.put(index, problem.get());
                    byCode.getOrDefault(code, List.of()).remove((Integer) index);
                    open.addAll(below.getOrDefault(code, List.of()));
                }
            }
            List<Unit> sound = new ArrayList<>(added.size());
            for (int i = 0; i < added.size(); i++) {
                if (!refused.containsKey(i)) {
                    sound.add(added.get(i));
                }
            }
            return Checked.of(new UnitRegistry(sound), List.copyOf(refused.values()));
        }

        private void refuseOverlap(int index, Map<UnitCode, List<Integer>> byCode, Map<Integer, Problem> refused) {
            Unit unit = added.get(index);
            List<Integer> sameCode = byCode.computeIfAbsent(unit.code(), code -> new ArrayList<>(2));
            for (int other : sameCode) {
                UnitKey otherKey = added.get(other).key();
                if (otherKey.equals(unit.key())) {
                    refused.put(index, Problem.of(UnitProblem.DUPLICATE, places.get(index), "unit", unit.key()));
                    return;
                }
                if (otherKey.validity().overlaps(unit.validity())) {
                    refused.put(
                            index,
                            Problem.of(UnitProblem.OVERLAP, places.get(index), "unit", unit.key(), "other", otherKey));
                    return;
                }
            }
            sameCode.add(index);
        }

        private Optional<Problem> problemOfParent(int index, Map<UnitCode, List<Integer>> byCode) {
            Unit unit = added.get(index);
            if (unit.parent().isEmpty()) {
                return Optional.empty();
            }
            UnitCode parent = unit.parent().get();
            Place place = places.get(index);
            List<Unit> parents = byCode.getOrDefault(parent, List.of()).stream()
                    .map(added::get)
                    .sorted(BY_KEY)
                    .toList();
            if (parents.isEmpty()) {
                return Optional.of(Problem.of(UnitProblem.PARENT_UNKNOWN, place, "unit", unit.key(), "parent", parent));
            }
            for (Unit above : parents) {
                if (above.validity().overlaps(unit.validity()) && !unit.level().mayBelongTo(above.level())) {
                    return Optional.of(Problem.of(
                            UnitProblem.PARENT_LEVEL,
                            place,
                            "unit",
                            unit.key(),
                            "parent",
                            above.key(),
                            "level",
                            unit.level(),
                            "parent-level",
                            above.level()));
                }
            }
            Optional<String> gap = firstDayWithout(parents, unit.validity());
            if (gap.isPresent()) {
                return Optional.of(Problem.of(
                        UnitProblem.PARENT_NOT_IN_FORCE,
                        place,
                        "unit",
                        unit.key(),
                        "parent",
                        parent,
                        "day",
                        gap.get()));
            }
            return leadsBack(unit, byCode)
                    ? Optional.of(Problem.of(UnitProblem.PARENT_CYCLE, place, "unit", unit.key()))
                    : Optional.empty();
        }

        /** The first day of a period on which none of some units, ordered by key, is in force; .. if it has no start. */
        private static Optional<String> firstDayWithout(List<Unit> parents, ValidityPeriod period) {
            Optional<LocalDate> covered = period.from();
            boolean started = false;
            for (Unit above : parents) {
                ValidityPeriod validity = above.validity();
                boolean reaches = (covered.isEmpty() && !started)
                        ? validity.from().isEmpty()
                        : validity.contains(covered.orElseThrow());
                if (!reaches) {
                    continue;
                }
                started = true;
                if (validity.until().isEmpty()) {
                    return Optional.empty();
                }
                covered = validity.until();
                LocalDate end = covered.get();
                if (period.until().map(until -> !end.isBefore(until)).orElse(false)) {
                    return Optional.empty();
                }
            }
            return Optional.of(covered.map(LocalDate::toString).orElse(".."));
        }

        /**
         * Only offices can stand above offices, so only they can lead back. Periods are left out of the question: two
         * offices that change places would need new codes.
         */
        private boolean leadsBack(Unit unit, Map<UnitCode, List<Integer>> byCode) {
            if (unit.level() != UnitLevel.OFFICE) {
                return false;
            }
            Set<UnitCode> seen = new HashSet<>();
            List<UnitCode> open = new ArrayList<>(unit.parent().stream().toList());
            while (!open.isEmpty()) {
                UnitCode code = open.remove(open.size() - 1);
                if (code.equals(unit.code()) || seen.size() > MAX_DEPTH) {
                    return true;
                }
                if (seen.add(code)) {
                    for (int index : byCode.getOrDefault(code, List.of())) {
                        added.get(index).parent().ifPresent(open::add);
                    }
                }
            }
            return false;
        }
    }
}
