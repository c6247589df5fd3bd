package vn.sipas.core.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.PrimarySamplingUnit;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.design.Stratum;

/**
 * What a {@link ResponseTally} has counted: everything that estimates and their variances need.
 *
 * <p>Groups, strata and units are sorted, so the order of rows and of merging does not show. Immutable and safe for use by
 * any number of threads.
 */
public final class SampleTotals {

    private final SampleDesign design;
    private final ItemLayout layout;
    private final List<String> groups;
    private final PrimarySamplingUnit[] positions;
    private final int[] strataOf;
    private final String[] strata;
    private final long[] unitsOfStratum;
    private final long[] rowsOfPosition;
    private final Map<String, FinitePopulation> statedStrata;
    private final Map<PrimarySamplingUnit, FinitePopulation> statedUnits;
    private final List<Problem> statementProblems;
    private final List<Problem> problems;
    private final int[][] cellPositions;
    private final Cell[][] cells;
    private final double[] positionFactors;
    private final Reweighting reweighting;

    private SampleTotals(
            SampleDesign design,
            ItemLayout layout,
            List<String> groups,
            PrimarySamplingUnit[] positions,
            Map<String, FinitePopulation> statedStrata,
            Map<PrimarySamplingUnit, FinitePopulation> statedUnits,
            List<Problem> statementProblems,
            int[][] cellPositions,
            Cell[][] cells) {
        this.design = stated(design, statedStrata, statedUnits);
        this.layout = layout;
        this.groups = groups;
        this.positions = positions;
        this.statedStrata = statedStrata;
        this.statedUnits = statedUnits;
        this.statementProblems = statementProblems;
        this.cellPositions = cellPositions;
        this.cells = cells;
        this.reweighting = Reweighting.none();
        strata = Arrays.stream(positions)
                .map(PrimarySamplingUnit::stratum)
                .distinct()
                .toArray(String[]::new);
        strataOf = new int[positions.length];
        unitsOfStratum = new long[strata.length];
        int stratum = -1;
        for (int i = 0; i < positions.length; i++) {
            if (i == 0 || !positions[i].stratum().equals(positions[i - 1].stratum())) {
                stratum++;
            }
            strataOf[i] = stratum;
        }
        rowsOfPosition = new long[positions.length];
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells[i].length; j++) {
                rowsOfPosition[cellPositions[i][j]] += cells[i][j].rows;
            }
        }
        for (int i = 0; i < positions.length; i++) {
            unitsOfStratum[strataOf[i]] += design.isClustered() ? 1 : rowsOfPosition[i];
        }
        List<Problem> found = new ArrayList<>(statementProblems);
        positionFactors = populationFactors(found);
        problems = List.copyOf(found);
    }

    private SampleTotals(SampleTotals from, Reweighting reweighting) {
        this.design = from.design;
        this.layout = from.layout;
        this.groups = from.groups;
        this.positions = from.positions;
        this.strataOf = from.strataOf;
        this.strata = from.strata;
        this.unitsOfStratum = from.unitsOfStratum;
        this.rowsOfPosition = from.rowsOfPosition;
        this.statedStrata = from.statedStrata;
        this.statedUnits = from.statedUnits;
        this.statementProblems = from.statementProblems;
        this.problems = from.problems;
        this.cellPositions = from.cellPositions;
        this.cells = from.cells;
        this.positionFactors = from.positionFactors;
        this.reweighting = reweighting;
    }

    /** A design that lists every population that was stated, in order. */
    private static SampleDesign stated(
            SampleDesign design,
            Map<String, FinitePopulation> strata,
            Map<PrimarySamplingUnit, FinitePopulation> units) {
        return new SampleDesign(
                design.selection(),
                design.weighting(),
                new TreeMap<>(strata)
                        .entrySet().stream()
                                .map(entry -> new Stratum(entry.getKey(), entry.getValue()))
                                .toList(),
                new TreeMap<>(units)
                        .entrySet().stream()
                                .map(entry -> new PrimarySamplingUnit(
                                        entry.getKey().stratum(), entry.getKey().label(), entry.getValue()))
                                .toList());
    }

    /**
     * Sorts what a tally holds in its hash table; the cells are shared.
     *
     * @param groupOrder the {@link #order} of the groups
     * @param positionOrder the order of the positions
     */
    static SampleTotals of(
            SampleDesign design,
            ItemLayout layout,
            List<String> groups,
            List<PrimarySamplingUnit> positions,
            Map<String, FinitePopulation> strata,
            Map<PrimarySamplingUnit, FinitePopulation> units,
            List<Problem> statementProblems,
            int[] groupOrder,
            int[] positionOrder,
            long[] keys,
            Cell[] table) {
        int[] groupRank = ranks(groupOrder);
        int[] positionRank = ranks(positionOrder);
        int[] sizes = new int[groups.size()];
        for (int i = 0; i < table.length; i++) {
            if (table[i] != null) {
                sizes[groupRank[(int) (keys[i] >>> Integer.SIZE)]]++;
            }
        }
        long[][] sorted = new long[groups.size()][];
        for (int i = 0; i < sizes.length; i++) {
            sorted[i] = new long[sizes[i]];
        }
        int[] filled = new int[groups.size()];
        for (int i = 0; i < table.length; i++) {
            if (table[i] != null) {
                int group = groupRank[(int) (keys[i] >>> Integer.SIZE)];
                sorted[group][filled[group]++] = ((long) positionRank[(int) keys[i]] << Integer.SIZE) | i;
            }
        }
        int[][] cellPositions = new int[groups.size()][];
        Cell[][] cells = new Cell[groups.size()][];
        for (int i = 0; i < sorted.length; i++) {
            Arrays.sort(sorted[i]);
            cellPositions[i] = new int[sorted[i].length];
            cells[i] = new Cell[sorted[i].length];
            for (int j = 0; j < sorted[i].length; j++) {
                cellPositions[i][j] = (int) (sorted[i][j] >>> Integer.SIZE);
                cells[i][j] = table[(int) sorted[i][j]];
            }
        }
        return new SampleTotals(
                design,
                layout,
                Arrays.stream(groupOrder).mapToObj(groups::get).toList(),
                Arrays.stream(positionOrder).mapToObj(positions::get).toArray(PrimarySamplingUnit[]::new),
                strata,
                units,
                List.copyOf(statementProblems),
                cellPositions,
                cells);
    }

    static SampleTotals of(
            SampleDesign design,
            ItemLayout layout,
            List<String> groups,
            List<PrimarySamplingUnit> positions,
            Map<String, FinitePopulation> strata,
            Map<PrimarySamplingUnit, FinitePopulation> units,
            List<Problem> statementProblems,
            Map<Long, Cell> cells) {
        long[] keys = new long[cells.size()];
        Cell[] table = new Cell[cells.size()];
        int next = 0;
        for (Map.Entry<Long, Cell> entry : cells.entrySet()) {
            keys[next] = entry.getKey();
            table[next++] = entry.getValue();
        }
        return of(
                design,
                layout,
                groups,
                positions,
                strata,
                units,
                statementProblems,
                order(groups),
                order(positions),
                keys,
                table);
    }

    /**
     * Reads what {@link #toBytes()} has written, by this or an earlier version.
     *
     * @param bytes the bytes
     * @param items the questions, with the codes, level values and favourable levels they had
     * @return the totals, or what is wrong with the bytes
     */
    public static Checked<SampleTotals> ofBytes(byte[] bytes, List<RatedItem> items) {
        return StateFormat.read(bytes, items);
    }

    /**
     * Returns the totals in a compact form that can be stored, sent and read again: per office and day, or between the
     * workers of an engine. Every version of this library reads what earlier ones wrote.
     *
     * @return the bytes, with the version of their layout and a check sum
     * @throws IllegalStateException if the totals are calibrated or a replicate
     */
    public byte[] toBytes() {
        if (isReweighted()) {
            throw new IllegalStateException(
                    "calibrated totals and replicates have no binary form; store what they came" + " from");
        }
        return StateFormat.write(this);
    }

    /**
     * Returns how the sample was drawn.
     *
     * @return the design, listing all populations that were stated, sorted
     */
    public SampleDesign design() {
        return design;
    }

    /**
     * Returns the questions.
     *
     * @return the items in the order of the answers
     */
    public List<RatedItem> items() {
        return layout.items();
    }

    /**
     * Returns which products of answers were kept.
     *
     * @return the moments
     */
    public ItemMoments moments() {
        return layout.moments();
    }

    /**
     * Returns the keys of the groups.
     *
     * @return the keys, sorted
     */
    public List<String> groups() {
        return groups;
    }

    /**
     * Returns the number of rows.
     *
     * @return all rows, with and without valid answers
     */
    public long rows() {
        return Arrays.stream(rowsOfPosition).sum();
    }

    /**
     * Returns the number of rows of a domain.
     *
     * @param domain the domain; groups without rows add none
     * @return its rows, with and without valid answers
     */
    public long rows(Domain domain) {
        long rows = 0;
        for (int group : groupsOf(domain)) {
            for (Cell cell : cells[group]) {
                rows += cell.rows;
            }
        }
        return rows;
    }

    /**
     * Returns the number of primary sampling units, which is the number of rows where respondents are drawn directly.
     *
     * @return the units of the whole sample
     */
    public long units() {
        return design.isClustered() ? positions.length : rows();
    }

    /**
     * Returns the labels of the strata.
     *
     * @return the labels, sorted; the single empty label without strata
     */
    public List<String> strata() {
        return List.of(strata);
    }

    /**
     * Returns what stands in the way of every estimate, such as a population smaller than its sample.
     *
     * @return the problems, empty if there are none
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Returns how the answers of a domain to a question are spread.
     *
     * @param domain the domain; groups without rows add nothing
     * @param item the code of the question
     * @return the distribution, with the weights that the design gives the rows
     */
    public RatingDistribution distribution(Domain domain, String item) {
        return distribution(groupsOf(domain), layout.index(item));
    }

    RatingDistribution distribution(int[] domainGroups, int item) {
        int levels = layout.levels(item);
        int countAt = layout.countAt(item);
        int sumAt = layout.sumAt(item);
        long[] counts = new long[levels];
        long[] missing = new long[MissingAnswer.KINDS];
        double[] sums = new double[RatingDistribution.STRIDE * levels];
        boolean weighted = layout.weighted();
        for (int group : domainGroups) {
            for (int j = 0; j < cells[group].length; j++) {
                Cell cell = cells[group][j];
                double factor = factor(group, cellPositions[group][j]);
                if (factor == 0.0) {
                    continue;
                }
                weighted |= factor != 1.0;
                for (int k = 0; k < levels; k++) {
                    int count = cell.counts[countAt + k];
                    counts[k] += count;
                    addLevel(sums, RatingDistribution.STRIDE * k, cell, count, sumAt, k, factor);
                }
                for (int k = 0; k < missing.length; k++) {
                    missing[k] += cell.counts[countAt + levels + k];
                }
            }
        }
        return new RatingDistribution(layout.items().get(item).scale(), weighted, counts, missing, sums);
    }

    private void addLevel(double[] sums, int at, Cell cell, int count, int sumAt, int level, double factor) {
        if (layout.weighted()) {
            int from = sumAt + RatingDistribution.STRIDE * level;
            ExactSum.addScaledPair(sums, at, cell.sums, from, factor);
            ExactSum.addScaledPair(sums, at + 2, cell.sums, from + 2, factor * factor);
        } else if (count > 0) {
            ExactSum.addProduct(sums, at, count, factor);
            ExactSum.addProduct(sums, at + 2, count, factor * factor);
        }
    }

    /** Returns the indices of the groups of a domain that have been seen, ascending. */
    int[] groupsOf(Domain domain) {
        if (domain.groups().isEmpty()) {
            return IntStream.range(0, groups.size()).toArray();
        }
        return domain.groups().get().stream()
                .mapToInt(this::groupIndex)
                .filter(index -> index >= 0)
                .toArray();
    }

    private int groupIndex(String key) {
        int low = 0;
        int high = groups.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int comparison = groups.get(middle).compareTo(key);
            if (comparison == 0) {
                return middle;
            }
            if (comparison < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    ItemLayout layout() {
        return layout;
    }

    int positionCount() {
        return positions.length;
    }

    PrimarySamplingUnit position(int index) {
        return positions[index];
    }

    int stratumOf(int position) {
        return strataOf[position];
    }

    int stratumCount() {
        return strata.length;
    }

    String stratum(int index) {
        return strata[index];
    }

    long rowsOfPosition(int position) {
        return rowsOfPosition[position];
    }

    /** The number of units drawn in a stratum; of rows where respondents are drawn directly. */
    long unitsOfStratum(int stratum) {
        return unitsOfStratum[stratum];
    }

    FinitePopulation populationOfStratum(int stratum) {
        return statedStrata.getOrDefault(strata[stratum], FinitePopulation.unlimited());
    }

    FinitePopulation populationOfPosition(int position) {
        return statedUnits.getOrDefault(positions[position], FinitePopulation.unlimited());
    }

    Map<String, FinitePopulation> statedStrata() {
        return statedStrata;
    }

    Map<PrimarySamplingUnit, FinitePopulation> statedUnits() {
        return statedUnits;
    }

    List<Problem> statementProblems() {
        return statementProblems;
    }

    int[] cellPositions(int group) {
        return cellPositions[group];
    }

    Cell cell(int group, int index) {
        return cells[group][index];
    }

    /** What the weights of a cell's rows are multiplied by. */
    double factor(int group, int position) {
        return positionFactors[position] * reweighting.factor(group, position);
    }

    /** What the weights at a position are multiplied by before any calibration. */
    double sampleFactor(int position) {
        return positionFactors[position];
    }

    Reweighting reweighting() {
        return reweighting;
    }

    boolean isReweighted() {
        return reweighting.isPresent();
    }

    SampleTotals reweighted(Reweighting newReweighting) {
        return new SampleTotals(this, newReweighting);
    }

    static String describe(FinitePopulation population) {
        if (population instanceof FinitePopulation.Size size) {
            return Double.toString(size.units());
        }
        return population instanceof FinitePopulation.SamplingFraction part ? "n/" + part.fraction() : "∞";
    }

    private double[] populationFactors(List<Problem> found) {
        double[] factors = new double[positions.length];
        Arrays.fill(factors, 1.0);
        boolean applied = design.weighting() == SampleDesign.Weighting.FROM_POPULATION;
        boolean twoStage = design.selection() == SampleDesign.Selection.TWO_STAGE;
        double[] ofStratum = new double[strata.length];
        for (int h = 0; h < strata.length; h++) {
            ofStratum[h] = factor(strata[h], populationOfStratum(h), unitsOfStratum(h), applied, found);
        }
        for (int i = 0; i < positions.length; i++) {
            double within = twoStage && rowsOfPosition[i] > 0
                    ? factor(
                            positions[i].stratum() + "/" + positions[i].label(),
                            populationOfPosition(i),
                            rowsOfPosition[i],
                            applied,
                            found)
                    : 1.0;
            factors[i] = ofStratum[strataOf[i]] * within;
        }
        return factors;
    }

    private static double factor(
            String place, FinitePopulation population, long sampled, boolean applied, List<Problem> found) {
        OptionalDouble size = population.size(sampled);
        if (!population.covers(sampled)) {
            found.add(Problem.of(
                    EstimateProblem.POPULATION_TOO_SMALL,
                    Place.nowhere(),
                    "place",
                    place,
                    "sampled",
                    sampled,
                    "population",
                    size.orElse(0.0)));
        }
        if (!applied || sampled == 0) {
            return 1.0;
        }
        if (size.isEmpty()) {
            found.add(Problem.of(EstimateProblem.POPULATION_MISSING, Place.nowhere(), "place", place));
            return 1.0;
        }
        return size.getAsDouble() / sampled;
    }

    /** Returns the indices of the values, those of smaller values first. */
    static <T extends Comparable<T>> int[] order(List<T> values) {
        return IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] ranks(int[] order) {
        int[] ranks = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i;
        }
        return ranks;
    }

    /** Equal if the same design has counted the same, to the bit. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof SampleTotals that)
                || !design.equals(that.design)
                || !layout.items().equals(that.layout.items())
                || layout.moments() != that.layout.moments()
                || !groups.equals(that.groups)
                || !Arrays.equals(positions, that.positions)
                || !statedStrata.equals(that.statedStrata)
                || !statedUnits.equals(that.statedUnits)
                || !reweighting.equals(that.reweighting)) {
            return false;
        }
        for (int i = 0; i < cells.length; i++) {
            if (!Arrays.equals(cellPositions[i], that.cellPositions[i])) {
                return false;
            }
            for (int j = 0; j < cells[i].length; j++) {
                if (!cells[i][j].sameAs(that.cells[i][j])) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * groups.hashCode() + Arrays.hashCode(rowsOfPosition);
    }

    /**
     * Returns the sizes.
     *
     * @return such as {@code 12300 rows, 209 groups, 7 items, 10 strata, 209 units}
     */
    @Override
    public String toString() {
        return rows() + " rows, " + groups.size() + " groups, " + items().size() + " items, " + strata.length
                + " strata, " + units() + " units";
    }
}
