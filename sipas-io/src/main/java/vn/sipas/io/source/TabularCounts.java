package vn.sipas.io.source;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/**
 * Counts in the rows of a table, or single presses of buttons, under fields that a {@link CountLayout} names. The table is
 * read once for the scales of its questions and a second time for the counts.
 */
final class TabularCounts implements CountTable {

    private static final Pattern HOUR =
            Pattern.compile("(?:^|[T\\s])(\\d{1,2})(?=\\D|$)(?::?h?\\d{0,2}).*", Pattern.DOTALL);
    private static final Pattern CLOCK = Pattern.compile(".*[T\\s](\\d{1,2})[:h]\\d{2}.*", Pattern.DOTALL);
    private static final int MOST_QUESTIONS = 65_536;
    private static final int MOST_LEVELS = 11;

    private final SourceTable table;
    private final CountLayout layout;
    private final ImportOptions options;
    private final Fields fields;
    private final Learnt learnt;
    private final boolean inOrder;
    private final Map<String, String> codes = new HashMap<>();
    private final CodeNames names = new CodeNames();
    private boolean announced;
    private long refused;

    private TabularCounts(
            SourceTable table,
            CountLayout layout,
            ImportOptions options,
            Fields fields,
            Learnt learnt,
            boolean inOrder) {
        this.table = table;
        this.layout = layout;
        this.options = options;
        this.fields = fields;
        this.learnt = learnt;
        this.inOrder = inOrder;
    }

    /** Where the fields of a layout stand; -1 for those that are not there. */
    private record Fields(
            int time,
            int hour,
            List<Integer> counts,
            int level,
            int unit,
            int point,
            int question,
            int scale,
            int misuse) {

        private static Fields of(CountLayout layout, List<String> headings) {
            List<Integer> counts = new ArrayList<>();
            for (String name : layout.counts()) {
                int at = headings.indexOf(name);
                if (at >= 0 || layout.counts().size() > 1) {
                    counts.add(at);
                } else {
                    inside(name, headings).forEach(counts::add);
                }
            }
            return new Fields(
                    headings.indexOf(layout.time()),
                    index(layout.hour(), headings),
                    List.copyOf(counts),
                    index(layout.level(), headings),
                    index(layout.unit(), headings),
                    index(layout.servicePoint(), headings),
                    index(layout.question(), headings),
                    index(layout.scale(), headings),
                    index(layout.misuse(), headings));
        }

        private static int index(Optional<String> name, List<String> headings) {
            return name.map(headings::indexOf).orElse(-1);
        }

        /** The numbers of an object inside, in the order of their keys. */
        private static List<Integer> inside(String name, List<String> headings) {
            Map<Integer, Integer> numbered = new TreeMap<>();
            for (int i = 0; i < headings.size(); i++) {
                String heading = headings.get(i);
                if (heading.startsWith(name + ".")
                        && heading.substring(name.length() + 1).matches("\\d{1,3}")) {
                    numbered.put(Integer.parseInt(heading.substring(name.length() + 1)), i);
                }
            }
            return List.copyOf(numbered.values());
        }

        /** The name of a field that the table does not have. */
        private Optional<String> missing(CountLayout layout) {
            if (time < 0) {
                return Optional.of(layout.time());
            }
            if (layout.counts().isEmpty() ? level < 0 : counts.isEmpty() || counts.contains(-1)) {
                return Optional.of(layout.level().orElseGet(() -> String.join("+", layout.counts())));
            }
            return hour < 0 && layout.hour().isPresent()
                    ? layout.hour()
                    : unit < 0 && layout.unit().isPresent()
                            ? layout.unit()
                            : question < 0 && layout.question().isPresent()
                                    ? layout.question()
                                    : point < 0 && layout.servicePoint().isPresent()
                                            ? layout.servicePoint()
                                            : Optional.empty();
        }
    }

    /**
     * Opens a table of counts.
     *
     * @param inOrder whether the order of the levels is known, not assumed
     */
    static Checked<SourceContent> open(SourceFile file, CountLayout layout, ImportOptions options, boolean inOrder)
            throws IOException {
        Checked<SourceTable> looked = SourceTables.open(file, options);
        if (looked.value().isEmpty()) {
            return Checked.refused(looked.problems());
        }
        Learnt learnt = new Learnt();
        Fields fields;
        try (SourceTable table = looked.value().get()) {
            fields = Fields.of(layout, table.headings());
            Optional<String> missing = fields.missing(layout);
            if (missing.isPresent()) {
                return Checked.refused(
                        Problem.of(FormToolProblem.COUNT_FIELD_MISSING, table.headerPlace(), "name", missing.get()));
            }
            for (Optional<SourceRow> row = table.next(passed -> {}); row.isPresent(); row = table.next(passed -> {})) {
                learnt.accept(row.get(), fields);
            }
        }
        return SourceTables.open(file, options)
                .map(table -> new TabularCounts(table, layout, options, fields, learnt, inOrder));
    }

    /** What the first reading found. */
    private static final class Learnt {

        /** How many levels each question has, by its name. */
        private final Map<String, Integer> levels = new TreeMap<>();
        /** Whether times say more than days. */
        private boolean hourly;

        private void accept(SourceRow row, Fields fields) {
            if (isMisuse(row, fields)) {
                return;
            }
            int seen = fields.level() >= 0
                    ? number(row.cell(fields.level()))
                            .map(level -> (int) (level + 1))
                            .orElse(0)
                    : counts(row, fields).size();
            String question = cell(row, fields.question());
            if (seen <= MOST_LEVELS && (levels.size() < MOST_QUESTIONS || levels.containsKey(question))) {
                levels.merge(question, seen, Math::max);
            }
            hourly |= fields.hour() >= 0 || hour(row, fields).orElse(0) > 0;
        }
    }

    private static boolean isMisuse(SourceRow row, Fields fields) {
        return fields.misuse() >= 0 && row.cell(fields.misuse()).strip().equalsIgnoreCase("true");
    }

    @Override
    public Optional<CountedAnswers> next(Consumer<Problem> problems) throws IOException {
        announce(problems);
        for (Optional<SourceRow> row = table.next(problems); row.isPresent(); row = table.next(problems)) {
            Optional<CountedAnswers> counted = counted(row.get(), problems);
            if (counted.isPresent()) {
                return counted;
            }
            refused++;
        }
        return Optional.empty();
    }

    @Override
    public long rowsRead() {
        return table.rowsRead();
    }

    @Override
    public long rowsSetAside() {
        return table.rowsSetAside() + refused;
    }

    @Override
    public long bytesRead() {
        return table.bytesRead();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    private void announce(Consumer<Problem> problems) {
        if (announced) {
            return;
        }
        announced = true;
        learnt.levels.forEach((question, seen) -> {
            Optional<RatingScale> scale = scale(null, seen);
            Place place = table.headerPlace().withPath(question);
            if (scale.isPresent() && layout.scale().isEmpty()) {
                problems.accept(Problem.of(
                        FormToolProblem.SCALE_ASSUMED,
                        place,
                        "scale",
                        scale.get().id()));
            }
            if (scale.isPresent() && !inOrder) {
                problems.accept(Problem.of(
                        FormToolProblem.COUNT_ORDER_ASSUMED,
                        place,
                        "scale",
                        scale.get().id()));
            }
        });
    }

    /** The scale that a row or the layout names, or the smallest one on which all buttons seen have a place. */
    private Optional<RatingScale> scale(@Nullable String stated, int seen) {
        String name = stated == null && fields.scale() < 0 ? layout.scale().orElse(null) : stated;
        boolean presses = fields.level() >= 0;
        return TerminalScales.of(name, presses ? (seen <= 4 ? 4 : seen <= 5 ? 5 : MOST_LEVELS) : seen);
    }

    private Optional<CountedAnswers> counted(SourceRow row, Consumer<Problem> problems) {
        if (isMisuse(row, fields)) {
            return refuse(FormToolProblem.MISUSE, row.place(fields.misuse()), "", problems);
        }
        String question = cell(row, fields.question());
        String stated = fields.scale() < 0 ? null : row.cell(fields.scale()).strip();
        Optional<RatingScale> scale = scale(stated, learnt.levels.getOrDefault(question, 0));
        int size = scale.map(known -> known.levels().size()).orElse(0);
        List<Long> counts = fields.level() >= 0 ? press(row, size) : counts(row, fields);
        if (scale.isEmpty() || counts.size() != size) {
            int at = fields.level() >= 0 ? fields.level() : fields.counts().get(0);
            return refuse(
                    FormToolProblem.BAD_COUNTS,
                    row.place(at),
                    scale.map(RatingScale::id).orElse("?"),
                    problems);
        }
        Optional<LocalDate> day = day(row.cell(fields.time()));
        if (day.isEmpty()) {
            return refuse(FormToolProblem.BAD_TIME, row.place(fields.time()), "", problems);
        }
        String unit = cell(row, fields.unit());
        boolean coded = unit.matches(UnitCode.CODE_FORM);
        String point = cell(row, fields.point());
        return Optional.of(new CountedAnswers(
                coded ? UnitCode.of(unit) : options.unit().orElse(FormReader.UNSTATED_UNIT),
                Optional.of(point.isEmpty() && !coded ? unit : point).filter(text -> !text.isEmpty()),
                question(question, scale.get()),
                day,
                learnt.hourly ? hour(row, fields) : OptionalInt.empty(),
                counts,
                row.place()));
    }

    private static Optional<CountedAnswers> refuse(
            FormToolProblem kind, Place place, String scale, Consumer<Problem> problems) {
        problems.accept(Problem.of(kind, place, "scale", scale));
        return Optional.empty();
    }

    private RatingQuestion question(String name, RatingScale scale) {
        String code = codes.computeIfAbsent(name, asked -> {
            String named = !asked.isEmpty() && Character.isDigit(asked.charAt(0)) ? "q" + asked : asked;
            return names.unique(CodeNames.question(named, asked.isEmpty() ? "q" : "q" + (codes.size() + 1)));
        });
        return RatingQuestion.of(code, LocalizedText.same(name.isEmpty() ? code : name), scale);
    }

    /** One press as counts, empty if there is no such button. */
    private List<Long> press(SourceRow row, int levels) {
        Optional<Long> level = number(row.cell(fields.level())).filter(pressed -> pressed < levels);
        if (level.isEmpty()) {
            return List.of();
        }
        List<Long> counts = new ArrayList<>(Collections.nCopies(levels, 0L));
        counts.set(level.get().intValue(), 1L);
        return counts;
    }

    /** The counts of a row; empty if one of them is none. */
    private static List<Long> counts(SourceRow row, Fields fields) {
        List<String> texts = new ArrayList<>();
        if (fields.counts().size() == 1) {
            String list =
                    row.cell(fields.counts().get(0)).replaceAll("[\\[\\]]", "").strip();
            texts.addAll(List.of(list.split("\\s*[|,;]\\s*|\\s+", -1)));
        } else {
            fields.counts().forEach(column -> texts.add(row.cell(column)));
        }
        List<Long> counts = new ArrayList<>();
        texts.forEach(text -> number(text).ifPresent(counts::add));
        return counts.size() == texts.size() ? counts : List.of();
    }

    private static Optional<Long> number(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,9}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    private Optional<LocalDate> day(String text) {
        Optional<LocalDate> instant =
                TerminalCounts.time(text.strip(), Optional.empty()).map(OffsetDateTime::toLocalDate);
        return instant.or(() -> DateText.parts(Headings.normal(text))
                .flatMap(parts -> parts.day(options.dateOrder().orElse(null))));
    }

    private static OptionalInt hour(SourceRow row, Fields fields) {
        String apart = cell(row, fields.hour());
        Matcher found = apart.isEmpty() ? CLOCK.matcher(row.cell(fields.time())) : HOUR.matcher(apart);
        int hour = found.matches() ? Integer.parseInt(found.group(1)) : -1;
        return hour < 0 || hour > 23 ? OptionalInt.empty() : OptionalInt.of(hour);
    }

    private static String cell(SourceRow row, int column) {
        return column < 0 ? "" : Headings.normal(row.cell(column));
    }
}
