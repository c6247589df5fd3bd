package vn.sipas.core.estimate;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.PrimarySamplingUnit;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.survey.Favour;
import vn.sipas.core.survey.ScaleLevel;

/**
 * The binary form of {@link SampleTotals}. This is the one place where the layout is written down.
 *
 * <p>Numbers are big-endian; {@code varint} is an unsigned LEB128; {@code text} is a varint length and UTF-8; {@code
 * double} is IEEE 754 binary64; {@code pair} is two doubles, head and tail of a sum.
 *
 * <pre>
 * magic         4 bytes  "SPTL"
 * version       1 byte   1; 2 with the moments that version 1 does not know
 * selection     1 byte   0 RESPONDENTS, 1 CLUSTERS, 2 TWO_STAGE
 * weighting     1 byte   0 EQUAL, 1 GIVEN, 2 FROM_POPULATION
 * moments       1 byte   0 NONE, 1 FAVOURABLE, 2 VALUE, from version 2 on 3 FAVOURABLE_AND_VALUE
 * items         varint, then per item
 *   code        text
 *   levels      varint, then per level: value as zigzag varint, favourable 1 byte (0 or 1)
 * strata        varint, then per stated stratum, sorted: label text, population
 * units         varint, then per stated unit, sorted: stratum text, label text, population
 * contradictions varint, then per contradiction: place text, first text, second text
 * groups        varint, then per group, sorted: key text
 * positions     varint, then per position, sorted: stratum text, label text
 * cells         per group: varint, then per cell, by position
 *   position    varint, index into the positions
 *   rows        varint
 *   row sums    with weighting GIVEN: pair Σw, pair Σw²
 *   counts      per item: varint per level, then per missing kind
 *   sums        with weighting GIVEN, per level with a count other than 0: pair Σw, pair Σw²
 *   moments     unless NONE: all pairs of the lower triangle
 * check         4 bytes  CRC-32 of all bytes before
 *
 * population    1 byte   0 unlimited, 1 size, 2 fraction; then a double unless unlimited
 * </pre>
 *
 * <p>In every cell the counts of an item sum to the rows. The reader refuses bytes that break this or any order named
 * above, and needs memory in proportion to their number, whatever sizes they claim.
 *
 * <p>Labels of levels are not stored: the reader brings the questions, which must have the same codes, level values and
 * favourable levels.
 */
final class StateFormat {

    /** The highest version read. */
    static final int VERSION = 2;

    private static final int MAGIC = 0x5350544C;
    private static final int HEADER = 5;
    private static final int CHECK = 4;
    private static final int MAX_SHIFT = 63;

    private StateFormat() {}

    static byte[] write(SampleTotals totals) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeByte(totals.moments() == ItemMoments.FAVOURABLE_AND_VALUE ? VERSION : 1);
            out.writeByte(code(totals.design().selection()));
            out.writeByte(code(totals.design().weighting()));
            out.writeByte(code(totals.moments()));
            writeItems(out, totals.items());
            writePopulations(out, totals);
            varint(out, totals.statementProblems().size());
            for (Problem problem : totals.statementProblems()) {
                for (String name : List.of("place", "first", "second")) {
                    text(out, problem.attributes().getOrDefault(name, ""));
                }
            }
            varint(out, totals.groups().size());
            for (String group : totals.groups()) {
                text(out, group);
            }
            varint(out, totals.positionCount());
            for (int i = 0; i < totals.positionCount(); i++) {
                text(out, totals.position(i).stratum());
                text(out, totals.position(i).label());
            }
            for (int i = 0; i < totals.groups().size(); i++) {
                int[] positions = totals.cellPositions(i);
                varint(out, positions.length);
                for (int j = 0; j < positions.length; j++) {
                    varint(out, positions[j]);
                    writeCell(out, totals.layout(), totals.cell(i, j));
                }
            }
            CRC32 check = new CRC32();
            check.update(bytes.toByteArray());
            out.writeInt((int) check.getValue());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Checked<SampleTotals> read(byte[] bytes, List<RatedItem> items) {
        if (bytes.length < HEADER + CHECK || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            return damaged("start");
        }
        int version = Byte.toUnsignedInt(bytes[HEADER - 1]);
        if (version > VERSION || version == 0) {
            return Checked.refused(Problem.of(
                    EstimateProblem.STATE_TOO_NEW, Place.nowhere(), "version", version, "supported", VERSION));
        }
        CRC32 check = new CRC32();
        check.update(bytes, 0, bytes.length - CHECK);
        if ((int) check.getValue() != ByteBuffer.wrap(bytes).getInt(bytes.length - CHECK)) {
            return damaged("check-sum");
        }
        try {
            return new Reader(ByteBuffer.wrap(bytes, HEADER, bytes.length - CHECK - HEADER), items).totals();
        } catch (BufferUnderflowException | CharacterCodingException | IllegalArgumentException unreadable) {
            return damaged("contents");
        }
    }

    private static <T> Checked<T> damaged(String reason) {
        return Checked.refused(Problem.of(EstimateProblem.STATE_DAMAGED, Place.nowhere(), "reason", reason));
    }

    private static int code(SampleDesign.Selection selection) {
        return switch (selection) {
            case RESPONDENTS -> 0;
            case CLUSTERS -> 1;
            case TWO_STAGE -> 2;
        };
    }

    private static int code(SampleDesign.Weighting weighting) {
        return switch (weighting) {
            case EQUAL -> 0;
            case GIVEN -> 1;
            case FROM_POPULATION -> 2;
        };
    }

    private static int code(ItemMoments moments) {
        return switch (moments) {
            case NONE -> 0;
            case FAVOURABLE -> 1;
            case VALUE -> 2;
            case FAVOURABLE_AND_VALUE -> 3;
        };
    }

    private static void writeItems(DataOutputStream out, List<RatedItem> items) throws IOException {
        varint(out, items.size());
        for (RatedItem item : items) {
            text(out, item.code());
            varint(out, item.levels());
            for (ScaleLevel level : item.scale().levels()) {
                varint(out, ((long) level.value() << 1) ^ (level.value() >> (Integer.SIZE - 1)));
                out.writeByte(level.favour() == Favour.FAVOURABLE ? 1 : 0);
            }
        }
    }

    private static void writePopulations(DataOutputStream out, SampleTotals totals) throws IOException {
        Map<String, FinitePopulation> strata = new TreeMap<>(totals.statedStrata());
        varint(out, strata.size());
        for (Map.Entry<String, FinitePopulation> entry : strata.entrySet()) {
            text(out, entry.getKey());
            population(out, entry.getValue());
        }
        Map<PrimarySamplingUnit, FinitePopulation> units = new TreeMap<>(totals.statedUnits());
        varint(out, units.size());
        for (Map.Entry<PrimarySamplingUnit, FinitePopulation> entry : units.entrySet()) {
            text(out, entry.getKey().stratum());
            text(out, entry.getKey().label());
            population(out, entry.getValue());
        }
    }

    private static void population(DataOutputStream out, FinitePopulation population) throws IOException {
        if (population instanceof FinitePopulation.Size size) {
            out.writeByte(1);
            out.writeDouble(size.units());
        } else if (population instanceof FinitePopulation.SamplingFraction part) {
            out.writeByte(2);
            out.writeDouble(part.fraction());
        } else {
            out.writeByte(0);
        }
    }

    private static void writeCell(DataOutputStream out, ItemLayout layout, Cell cell) throws IOException {
        varint(out, cell.rows);
        for (double sum : cell.rowSums) {
            out.writeDouble(sum);
        }
        for (int count : cell.counts) {
            varint(out, count);
        }
        if (layout.weighted()) {
            for (int i = 0; i < layout.items().size(); i++) {
                for (int j = 0; j < layout.levels(i); j++) {
                    if (cell.counts[layout.countAt(i) + j] > 0) {
                        for (int k = 0; k < RatingDistribution.STRIDE; k++) {
                            out.writeDouble(cell.sums[layout.sumAt(i) + RatingDistribution.STRIDE * j + k]);
                        }
                    }
                }
            }
        }
        for (double moment : cell.moments) {
            out.writeDouble(moment);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        varint(out, utf8.length);
        out.write(utf8);
    }

    private static void varint(DataOutputStream out, long value) throws IOException {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.writeByte((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    private static final class Reader {

        private final ByteBuffer in;
        private final List<RatedItem> items;

        Reader(ByteBuffer in, List<RatedItem> items) {
            this.in = in;
            this.items = List.copyOf(items);
        }

        Checked<SampleTotals> totals() throws CharacterCodingException {
            SampleDesign.Selection selection = oneOf(List.of(
                    SampleDesign.Selection.RESPONDENTS,
                    SampleDesign.Selection.CLUSTERS,
                    SampleDesign.Selection.TWO_STAGE));
            SampleDesign.Weighting weighting = oneOf(List.of(
                    SampleDesign.Weighting.EQUAL,
                    SampleDesign.Weighting.GIVEN,
                    SampleDesign.Weighting.FROM_POPULATION));
            ItemMoments moments = oneOf(List.of(
                    ItemMoments.NONE, ItemMoments.FAVOURABLE, ItemMoments.VALUE, ItemMoments.FAVOURABLE_AND_VALUE));
            List<Problem> mismatch = items();
            if (!mismatch.isEmpty()) {
                return Checked.refused(mismatch);
            }
            ItemLayout layout = new ItemLayout(items, weighting, moments);
            Map<String, FinitePopulation> strata = new HashMap<>();
            for (int i = size(); i > 0; i--) {
                String label = text();
                strata.put(label, population());
            }
            Map<PrimarySamplingUnit, FinitePopulation> units = new HashMap<>();
            for (int i = size(); i > 0; i--) {
                PrimarySamplingUnit unit = PrimarySamplingUnit.of(text(), text());
                units.put(unit, population());
            }
            List<Problem> contradictions = new ArrayList<>();
            for (int i = size(); i > 0; i--) {
                contradictions.add(Problem.of(
                        EstimateProblem.POPULATION_CONTRADICTION,
                        Place.nowhere(),
                        "place",
                        text(),
                        "first",
                        text(),
                        "second",
                        text()));
            }
            List<String> groups = new ArrayList<>();
            for (int i = size(); i > 0; i--) {
                addAscending(groups, text());
            }
            List<PrimarySamplingUnit> positions = new ArrayList<>();
            for (int i = size(); i > 0; i--) {
                addAscending(positions, PrimarySamplingUnit.of(text(), text()));
            }
            return Checked.of(SampleTotals.of(
                    new SampleDesign(selection, weighting, List.of(), List.of()),
                    layout,
                    groups,
                    positions,
                    strata,
                    units,
                    contradictions,
                    cells(layout, groups.size(), positions.size())));
        }

        private Map<Long, Cell> cells(ItemLayout layout, int groups, int positions) {
            Map<Long, Cell> cells = new HashMap<>();
            for (int group = 0; group < groups; group++) {
                int last = -1;
                for (int i = size(); i > 0; i--) {
                    int position = count();
                    if (position >= positions || position <= last) {
                        throw new IllegalArgumentException("position must be in (" + last + ", " + positions + ")");
                    }
                    last = position;
                    cells.put(((long) group << Integer.SIZE) | position, cell(layout));
                }
            }
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("bytes are left over");
            }
            return cells;
        }

        private Cell cell(ItemLayout layout) {
            Cell cell = new Cell(0, layout);
            cell.rows = count();
            doubles(cell.rowSums, 0, cell.rowSums.length);
            for (int i = 0; i < cell.counts.length; i++) {
                cell.counts[i] = count();
            }
            if (layout.weighted()) {
                for (int i = 0; i < layout.items().size(); i++) {
                    for (int j = 0; j < layout.levels(i); j++) {
                        if (cell.counts[layout.countAt(i) + j] > 0) {
                            int at = layout.sumAt(i) + RatingDistribution.STRIDE * j;
                            doubles(cell.sums, at, RatingDistribution.STRIDE);
                        }
                    }
                }
            }
            doubles(cell.moments, 0, cell.moments.length);
            checkCounts(cell, layout);
            return cell;
        }

        /** Every row has a level or a reason for its absence in each item. */
        private static void checkCounts(Cell cell, ItemLayout layout) {
            for (int i = 0; i < layout.items().size(); i++) {
                long rows = 0;
                for (int j = layout.countAt(i); j < layout.countAt(i) + layout.levels(i) + MissingAnswer.KINDS; j++) {
                    rows += cell.counts[j];
                }
                if (rows != cell.rows) {
                    throw new IllegalArgumentException("counts must sum to " + cell.rows + ", summed to " + rows);
                }
            }
        }

        private static <T extends Comparable<T>> void addAscending(List<T> values, T next) {
            if (!values.isEmpty() && values.get(values.size() - 1).compareTo(next) >= 0) {
                throw new IllegalArgumentException("values must be in ascending order");
            }
            values.add(next);
        }

        private void doubles(double[] into, int from, int length) {
            for (int i = from; i < from + length; i++) {
                into[i] = in.getDouble();
                if (!Double.isFinite(into[i])) {
                    throw new IllegalArgumentException("sums must be finite");
                }
            }
        }

        /** Reads the questions and returns how they differ from those the caller brought. */
        private List<Problem> items() throws CharacterCodingException {
            int size = size();
            boolean same = size == items.size();
            for (int i = 0; i < size; i++) {
                String code = text();
                int levels = size();
                boolean sameItem =
                        same && items.get(i).code().equals(code) && items.get(i).levels() == levels;
                for (int j = 0; j < levels; j++) {
                    long zigzag = varint();
                    long value = (zigzag >>> 1) ^ -(zigzag & 1);
                    boolean favourable = in.get() == 1;
                    sameItem = sameItem
                            && items.get(i).scale().levels().get(j).value() == value
                            && items.get(i).scale().isFavourable(j) == favourable;
                }
                if (!sameItem) {
                    return List.of(
                            Problem.of(EstimateProblem.STATE_MISMATCH, Place.nowhere(), "field", "item " + code));
                }
            }
            return same
                    ? List.of()
                    : List.of(Problem.of(
                            EstimateProblem.STATE_MISMATCH, Place.nowhere(), "field", "the number of items"));
        }

        private FinitePopulation population() {
            return switch (in.get()) {
                case 0 -> FinitePopulation.unlimited();
                case 1 -> FinitePopulation.ofSize(in.getDouble());
                case 2 -> FinitePopulation.ofFraction(in.getDouble());
                default -> throw new IllegalArgumentException("population must be in [0, 2]");
            };
        }

        private <T> T oneOf(List<T> values) {
            int index = in.get();
            if (index < 0 || index >= values.size()) {
                throw new IllegalArgumentException("code must be in [0, " + values.size() + "), was " + index);
            }
            return values.get(index);
        }

        private String text() throws CharacterCodingException {
            int length = size();
            ByteBuffer utf8 = in.slice(in.position(), length);
            in.position(in.position() + length);
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        }

        /** Reads a number of things that take at least a byte each. */
        private int size() {
            long size = varint();
            if (size < 0 || size > in.remaining()) {
                throw new IllegalArgumentException("size must be at most what is left");
            }
            return (int) size;
        }

        private int count() {
            long count = varint();
            if (count < 0 || count > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("count must be in [0, 2^31)");
            }
            return (int) count;
        }

        private long varint() {
            long value = 0;
            for (int shift = 0; shift < MAX_SHIFT; shift += 7) {
                byte next = in.get();
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException("number must fit 63 bits");
        }
    }
}
