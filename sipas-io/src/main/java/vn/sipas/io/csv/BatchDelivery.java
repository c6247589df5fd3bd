package vn.sipas.io.csv;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemKind;
import vn.sipas.io.ReadReport;
import vn.sipas.io.identifier.IdentifierMemory;
import vn.sipas.io.progress.ProgressSteps;

/**
 * The part of reading that must happen in the order of the file, by one thread: numbers lines and labels, finds repeated
 * ids, reports problems, keeps the account.
 */
final class BatchDelivery {

    private static final int MALFORMED = -2;
    private static final int UNKNOWN = -3;

    private final RatingColumns columns;
    private final SelectedColumns selected;
    private final CsvFormat format;
    private final Predicate<String> knownGroup;
    private final String source;
    private final Consumer<RatingBatch> batches;
    private final Consumer<Problem> problems;
    private final ProgressSteps steps;
    private final LabelTable groups = new LabelTable();
    private final LabelTable strata = new LabelTable();
    private final LabelTable psus = new LabelTable();
    private final IdentifierMemory ids = new IdentifierMemory(RatingColumnsReader.REMEMBERED_IDS);
    private final TreeMap<String, Long> counts = new TreeMap<>();

    private long linesPassed;
    private long sequence;
    private long read;
    private long kept;
    private long changed;

    BatchDelivery(
            RatingColumns columns,
            SelectedColumns selected,
            CsvFormat format,
            Predicate<String> knownGroup,
            String source,
            long linesPassed,
            Consumer<RatingBatch> batches,
            Consumer<Problem> problems,
            ProgressSteps steps) {
        this.columns = columns;
        this.selected = selected;
        this.format = format;
        this.knownGroup = knownGroup;
        this.source = source;
        this.linesPassed = linesPassed;
        this.batches = batches;
        this.problems = problems;
        this.steps = steps;
    }

    void deliver(ParsedBlock parsed) {
        int[] groupNumbers = numbers(parsed.groups, groups, knownGroup);
        int[] stratumNumbers = numbers(parsed.strata, strata, label -> true);
        int[] psuNumbers = numbers(parsed.psus, psus, label -> true);
        int[] rowGroups = new int[parsed.groups.selected() ? parsed.rows : 0];
        int[] rowStrata = new int[parsed.strata.selected() ? parsed.rows : 0];
        int[] rowPsus = new int[parsed.psus.selected() ? parsed.rows : 0];
        int nextProblem = 0;
        int good = 0;
        for (int row = 0; row < parsed.rows; row++) {
            int line = parsed.rowLines[row];
            while (nextProblem < parsed.problems && parsed.problemLine(nextProblem) <= line) {
                report(parsed, nextProblem++);
            }
            int group = rowGroups.length == 0 ? 0 : groupNumbers[parsed.groups.numberOfRow(row)];
            int stratum = rowStrata.length == 0 ? 0 : stratumNumbers[parsed.strata.numberOfRow(row)];
            int psu = rowPsus.length == 0 ? 0 : psuNumbers[parsed.psus.numberOfRow(row)];
            if (isSetAside(line, group, stratum, psu) || repeatsId(parsed, row, line)) {
                continue;
            }
            if (rowGroups.length > 0) {
                rowGroups[good] = group;
            }
            if (rowStrata.length > 0) {
                rowStrata[good] = stratum;
            }
            if (rowPsus.length > 0) {
                rowPsus[good] = psu;
            }
            move(parsed, row, good++);
            if (parsed.rowChanged[row]) {
                changed++;
            } else {
                kept++;
            }
        }
        while (nextProblem < parsed.problems) {
            report(parsed, nextProblem++);
        }
        read += parsed.read;
        linesPassed += parsed.lines;
        batches.accept(new RatingBatch(
                sequence++,
                parsed.items,
                good,
                parsed.positions,
                new RowLabels(groups, rowGroups),
                new RowLabels(strata, rowStrata),
                new RowLabels(psus, rowPsus),
                parsed.weights,
                parsed.populations));
        steps.at(read);
    }

    ReadReport report() {
        return new ReadReport(source, read, kept, changed, read - kept - changed, counts);
    }

    private static int[] numbers(LocalLabels local, LabelTable table, Predicate<String> known) {
        int[] numbers = new int[local.size()];
        for (int i = 0; i < numbers.length; i++) {
            Optional<String> label = local.label(i);
            if (label.isEmpty()) {
                numbers[i] = MALFORMED;
            } else if (label.get().isEmpty()) {
                numbers[i] = RatingBatch.NO_LABEL;
            } else if (known.test(label.get())) {
                numbers[i] = table.numberOf(label.get());
            } else {
                numbers[i] = UNKNOWN;
            }
        }
        return numbers;
    }

    private boolean isSetAside(int line, int group, int stratum, int psu) {
        if (group == MALFORMED || stratum == MALFORMED || psu == MALFORMED) {
            int field = group == MALFORMED ? selected.group : stratum == MALFORMED ? selected.stratum : selected.psu;
            report(CsvProblem.MALFORMED_UTF8, line, field + 1);
            return true;
        }
        if (group == UNKNOWN) {
            report(RatingRowProblem.UNKNOWN_GROUP, line, selected.group + 1);
            return true;
        }
        if (stratum == RatingBatch.NO_LABEL) {
            report(RatingRowProblem.NO_STRATUM, line, selected.stratum + 1);
            return true;
        }
        if (psu == RatingBatch.NO_LABEL) {
            report(RatingRowProblem.NO_PSU, line, selected.psu + 1);
            return true;
        }
        return false;
    }

    private boolean repeatsId(ParsedBlock parsed, int row, int line) {
        if (parsed.idStarts.length == 0) {
            return false;
        }
        boolean fresh = ids.add(parsed.block.bytes(), parsed.idStarts[row], parsed.idEnds[row]);
        if (!fresh) {
            report(RatingRowProblem.REPEATED_ID, line, selected.id + 1);
        }
        ids.newlyFull(Place.in(source, linesPassed + line + 1, selected.id + 1)).ifPresent(this::report);
        return !fresh;
    }

    private static void move(ParsedBlock parsed, int from, int to) {
        if (from == to) {
            return;
        }
        System.arraycopy(parsed.positions, from * parsed.items, parsed.positions, to * parsed.items, parsed.items);
        if (parsed.weights.length > 0) {
            parsed.weights[to] = parsed.weights[from];
        }
        if (parsed.populations.length > 0) {
            parsed.populations[to] = parsed.populations[from];
        }
    }

    private void report(ParsedBlock parsed, int index) {
        Enum<?> kind = parsed.problemKind(index);
        int line = parsed.problemLine(index);
        int column = Math.max(1, parsed.problemColumn(index));
        if (kind == RatingRowProblem.OUTSIDE_SCALE) {
            RatingColumns.Item item = columns.items().get(parsed.problemDetail(index));
            report(
                    RatingRowProblem.OUTSIDE_SCALE,
                    line,
                    column,
                    "item",
                    item.column(),
                    "scale",
                    item.scale().id());
        } else if (kind instanceof CsvProblem count
                && (count == CsvProblem.FIELD_COUNT || count == CsvProblem.SURPLUS_EMPTY)) {
            report(count, line, column, "actual", parsed.problemDetail(index), "expected", selected.headerFields);
        } else if (kind instanceof CsvProblem problem) {
            report(problem, line, column, "limit", new CsvTokens(format).limitOf(problem));
        } else {
            report((ProblemKind) kind, line, column);
        }
    }

    private void report(ProblemKind kind, int line, int column, Object... attributes) {
        report(Problem.of(kind, Place.in(source, linesPassed + line + 1, column), attributes));
    }

    private void report(Problem problem) {
        counts.merge(problem.code(), 1L, Long::sum);
        steps.problem();
        problems.accept(problem);
    }
}
