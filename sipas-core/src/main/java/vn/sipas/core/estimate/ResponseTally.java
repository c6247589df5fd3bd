package vn.sipas.core.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.PrimarySamplingUnit;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.design.Stratum;

/**
 * Counts rated answers in one pass, without keeping rows.
 *
 * <p>Per group, stratum and primary sampling unit it keeps exact counts of each level and each kind of missing answer,
 * and, with given weights, Σw and Σw² per level in sums of twice the precision of a double. Its size depends on groups,
 * units and questions, never on the number of rows: 22 five-level questions take about 0.9 kB per group and unit, with
 * given weights about 4.4 kB.
 *
 * <p>Tallies of the parts of a sample, in any order and however split, combine into the tally of the whole: counts to the
 * bit, weighted sums far below 1e-12 relative.
 *
 * <p>A group may be counted up to 2<sup>31</sup> − 1 rows per stratum and unit; one more throws
 * {@link ArithmeticException}. Not safe for use by several threads: give each its own and combine them.
 */
public final class ResponseTally {

    private static final int FIRST_CAPACITY = 64;

    private final SampleDesign design;
    private final ItemLayout layout;
    private final Map<String, Integer> groupHandles = new HashMap<>();
    private final List<String> groups = new ArrayList<>();
    private final Map<String, Map<String, Integer>> positionHandles = new HashMap<>();
    private final List<PrimarySamplingUnit> positions = new ArrayList<>();
    private final Map<String, FinitePopulation> strata = new HashMap<>();
    private final Map<PrimarySamplingUnit, FinitePopulation> units = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int epoch;
    private long[] keys = new long[FIRST_CAPACITY];
    private Cell[] cells = new Cell[FIRST_CAPACITY];
    private int size;
    private int[] groupOrder = new int[0];
    private int[] positionOrder = new int[0];

    private ResponseTally(SampleDesign design, ItemLayout layout) {
        this.design = design;
        this.layout = layout;
        design.strata().forEach(stratum -> strata.put(stratum.label(), stratum.population()));
        design.units()
                .forEach(unit -> units.put(PrimarySamplingUnit.of(unit.stratum(), unit.label()), unit.respondents()));
    }

    /**
     * Starts counting.
     *
     * @param design how the sample was drawn
     * @param items the questions, with unique codes
     * @return an empty tally that keeps no cross moments
     */
    public static ResponseTally of(SampleDesign design, List<RatedItem> items) {
        return of(design, items, ItemMoments.NONE);
    }

    /**
     * Starts counting.
     *
     * @param design how the sample was drawn
     * @param items the questions, with unique codes
     * @param moments which products of answers to different questions are kept
     * @return an empty tally
     */
    public static ResponseTally of(SampleDesign design, List<RatedItem> items, ItemMoments moments) {
        Objects.requireNonNull(design, "design");
        return new ResponseTally(design, new ItemLayout(items, design.weighting(), moments));
    }

    /**
     * Starts from an earlier result.
     *
     * @param totals the result to add to; unchanged
     * @return a tally that holds it
     */
    public static ResponseTally of(SampleTotals totals) {
        return new ResponseTally(totals.design(), totals.layout()).combine(totals);
    }

    /**
     * Returns the handle of a group, for {@link #accept(int, int, double, int[], int)}. A group that is only named
     * appears in the result without rows.
     *
     * @param key the key of the group, such as the code of a unit
     * @return a number valid in this tally only
     */
    public int group(String key) {
        Objects.requireNonNull(key, "key");
        Integer handle = groupHandles.get(key);
        if (handle == null) {
            handle = groups.size();
            groups.add(key);
            groupHandles.put(key, handle);
        }
        return handle;
    }

    /**
     * Returns the handle of a place in the sample, for {@link #accept(int, int, double, int[], int)}. A primary sampling
     * unit that is only named counts as one in which nobody answered.
     *
     * @param stratum the label of the stratum, {@link Stratum#UNSTRATIFIED} without strata
     * @param psu the label of the primary sampling unit within the stratum; must be empty where respondents are drawn
     *     directly
     * @return a number valid in this tally only
     */
    public int position(String stratum, String psu) {
        Map<String, Integer> byPsu = positionHandles.get(stratum);
        if (byPsu == null) {
            byPsu = new HashMap<>();
            positionHandles.put(Objects.requireNonNull(stratum, "stratum"), byPsu);
        }
        Integer handle = byPsu.get(psu);
        if (handle == null) {
            if (!design.isClustered() && !psu.isEmpty()) {
                throw new IllegalArgumentException("psu must be empty where respondents are drawn directly");
            }
            handle = positions.size();
            positions.add(PrimarySamplingUnit.of(stratum, psu));
            byPsu.put(psu, handle);
        }
        return handle;
    }

    /**
     * States the population of a stratum, as a column of the rows may do. Stating it again is fine; stating another one
     * is a problem of the result.
     *
     * @param stratum the label of the stratum
     * @param population its population
     */
    public void statePopulation(String stratum, FinitePopulation population) {
        FinitePopulation earlier = strata.putIfAbsent(stratum, Objects.requireNonNull(population, "population"));
        if (earlier != null && !earlier.equals(population)) {
            problems.add(contradiction(stratum, earlier, population));
        }
    }

    /**
     * States how many respondents a primary sampling unit had to draw from. Stating it again is fine; stating another
     * number is a problem of the result.
     *
     * @param unit the unit with its respondents
     */
    public void statePopulation(PrimarySamplingUnit unit) {
        if (design.selection() != SampleDesign.Selection.TWO_STAGE) {
            throw new IllegalArgumentException("unit needs a design of two stages");
        }
        FinitePopulation earlier =
                units.putIfAbsent(PrimarySamplingUnit.of(unit.stratum(), unit.label()), unit.respondents());
        if (earlier != null && !earlier.equals(unit.respondents())) {
            problems.add(contradiction(unit.stratum() + "/" + unit.label(), earlier, unit.respondents()));
        }
    }

    /**
     * Counts a row of weight 1 in a sample without strata and clusters.
     *
     * @param group the key of its group
     * @param answers per question the position of the level in its scale, or the code of a {@link MissingAnswer}
     */
    public void accept(String group, int[] answers) {
        accept(group(group), position(Stratum.UNSTRATIFIED, ""), 1.0, answers, 0);
    }

    /**
     * Counts a row.
     *
     * @param group the key of its group
     * @param stratum the label of its stratum
     * @param psu the label of its primary sampling unit; empty where respondents are drawn directly
     * @param weight its weight; 1 unless the design has given weights
     * @param answers per question the position of the level in its scale, or the code of a {@link MissingAnswer}
     */
    public void accept(String group, String stratum, String psu, DesignWeight weight, int[] answers) {
        accept(group(group), position(stratum, psu), weight.value(), answers, 0);
    }

    /**
     * Counts a row by handles, without allocating: the fast path.
     *
     * @param group a handle of {@link #group}
     * @param position a handle of {@link #position}
     * @param weight its weight, in the half-open interval [0, ∞); 1 unless the design has given weights. A row of weight 0,
     *     such as that of a person drawn who did not take part, stays in the design and answers for nobody: its answers
     *     are counted as {@link MissingAnswer#NOT_ASKED}
     * @param answers holds per question the position of the level in its scale, or the code of a {@link MissingAnswer}
     * @param from where the answers of the row start
     */
    public void accept(int group, int position, double weight, int[] answers, int from) {
        check(group, position, weight);
        if (weight == 0.0) {
            layout.count(writable(group, position), weight, layout.withoutWeight(answers, from), 0);
        } else {
            layout.count(writable(group, position), weight, answers, from);
        }
    }

    /**
     * Takes back a row that was counted before, with the same group, place, weight and answers: one half of correcting an
     * answer, the other being to accept the row as it should be. Counts are exact afterwards; weighted sums are what they
     * would be without the row far below 1e-12 of what they were with it. The group and the unit stay known.
     *
     * @param group a handle of {@link #group}
     * @param position a handle of {@link #position}
     * @param weight the weight it was counted with
     * @param answers holds the answers it was counted with
     * @param from where the answers of the row start
     * @throws IllegalArgumentException if no such row can have been counted; then nothing is changed
     */
    public void retract(int group, int position, double weight, int[] answers, int from) {
        check(group, position, weight);
        if (weight == 0.0) {
            layout.uncount(writable(group, position), weight, layout.withoutWeight(answers, from), 0);
        } else {
            layout.uncount(writable(group, position), weight, answers, from);
        }
    }

    private void check(int group, int position, double weight) {
        if (!(weight >= 0.0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight must be in [0, ∞), was " + weight);
        }
        if (weight != 1.0 && !layout.weighted()) {
            throw new IllegalArgumentException("weight must be 1 unless the design has given weights, was " + weight);
        }
        Objects.checkIndex(group, groups.size());
        Objects.checkIndex(position, positions.size());
    }

    /**
     * Adds what another tally has counted.
     *
     * @param other the other tally, of the same design and questions; unchanged
     * @return this tally
     */
    public ResponseTally combine(ResponseTally other) {
        return combine(other.result());
    }

    /**
     * Adds an earlier result.
     *
     * @param other the result, of the same design and questions
     * @return this tally
     */
    public ResponseTally combine(SampleTotals other) {
        if (!other.items().equals(layout.items())) {
            throw new IllegalArgumentException("other must count the same questions");
        }
        if (other.design().selection() != design.selection()
                || other.design().weighting() != design.weighting()
                || other.moments() != layout.moments()) {
            throw new IllegalArgumentException("other must have the same selection, weighting and moments");
        }
        if (other.isReweighted()) {
            throw new IllegalArgumentException("other must not be calibrated or a replicate");
        }
        other.statedStrata().forEach(this::statePopulation);
        other.statedUnits()
                .forEach((unit, respondents) ->
                        statePopulation(new PrimarySamplingUnit(unit.stratum(), unit.label(), respondents)));
        problems.addAll(other.statementProblems());
        int[] positionHere = new int[other.positionCount()];
        for (int i = 0; i < positionHere.length; i++) {
            PrimarySamplingUnit unit = other.position(i);
            positionHere[i] = position(unit.stratum(), unit.label());
        }
        for (int i = 0; i < other.groups().size(); i++) {
            int group = group(other.groups().get(i));
            int[] at = other.cellPositions(i);
            for (int j = 0; j < at.length; j++) {
                add(group, positionHere[at[j]], other.cell(i, j));
            }
        }
        return this;
    }

    /**
     * Returns what has been counted so far. The tally can go on counting; the result does not change.
     *
     * @return the totals
     */
    public SampleTotals result() {
        epoch++;
        // groups and positions are only ever added, and sorting them would take longer than all the rest
        if (groupOrder.length < groups.size()) {
            groupOrder = SampleTotals.order(groups);
        }
        if (positionOrder.length < positions.size()) {
            positionOrder = SampleTotals.order(positions);
        }
        return SampleTotals.of(
                design,
                layout,
                groups,
                positions,
                Map.copyOf(strata),
                Map.copyOf(units),
                problems,
                groupOrder,
                positionOrder,
                keys,
                cells);
    }

    private void add(int group, int position, Cell other) {
        int slot = slot(key(group, position));
        if (cells[slot] == null) {
            put(slot, key(group, position), other.copy(epoch));
        } else {
            writable(group, position).add(other);
        }
    }

    private Cell writable(int group, int position) {
        long key = key(group, position);
        int slot = slot(key);
        Cell cell = cells[slot];
        if (cell == null) {
            cell = new Cell(epoch, layout);
            put(slot, key, cell);
        } else if (cell.epoch != epoch) {
            cell = cell.copy(epoch);
            cells[slot] = cell;
        }
        return cell;
    }

    private static long key(int group, int position) {
        return ((long) group << Integer.SIZE) | position;
    }

    /** Finds the slot that holds the key, or the empty one where it belongs. */
    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> Integer.SIZE) & mask;
        while (cells[slot] != null && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void put(int slot, long key, Cell cell) {
        keys[slot] = key;
        cells[slot] = cell;
        size++;
        if (2 * size > keys.length) {
            long[] oldKeys = keys;
            Cell[] oldCells = cells;
            keys = new long[2 * oldKeys.length];
            cells = new Cell[2 * oldKeys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldCells[i] != null) {
                    int free = slot(oldKeys[i]);
                    keys[free] = oldKeys[i];
                    cells[free] = oldCells[i];
                }
            }
        }
    }

    private static Problem contradiction(String place, FinitePopulation first, FinitePopulation second) {
        return Problem.of(
                EstimateProblem.POPULATION_CONTRADICTION,
                Place.nowhere(),
                "place",
                place,
                "first",
                SampleTotals.describe(first),
                "second",
                SampleTotals.describe(second));
    }
}
