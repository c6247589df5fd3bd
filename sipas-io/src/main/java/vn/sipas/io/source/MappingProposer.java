package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Language;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;

/** Proposes what the columns of a file become, from the convention of the tool, the headings, the values and the survey. */
final class MappingProposer {

    private static final double FEW = 0.1;
    private static final int MOST_LIST_OPTIONS = 40;

    private final Detection detection;
    private final List<AnswerColumn> columns;
    private final List<ColumnProfile> profiles;
    private final ImportOptions options;
    private final Place place;
    private final @Nullable SurveyColumns known;
    private final List<Problem> notes = new ArrayList<>();
    private final CodeNames codes = new CodeNames();
    private final Map<String, String> codeOf = new LinkedHashMap<>();
    private final Set<ColumnRole> taken = new HashSet<>();
    private final OptionGroups groups;
    private final Set<String> bands = new HashSet<>();
    private int questions;

    /**
     * A mapping with what a person should look at.
     *
     * @param mapping the mapping
     * @param notes the notes
     */
    record Proposed(ColumnMapping mapping, List<Problem> notes) {}

    private MappingProposer(
            Detection detection,
            List<AnswerColumn> columns,
            List<ColumnProfile> profiles,
            ImportOptions options,
            Place place) {
        this.detection = detection;
        this.columns = columns;
        this.profiles = profiles;
        this.options = options;
        this.place = place;
        this.groups = OptionGroups.of(detection.tool(), columns, profiles);
        this.known = options.survey().map(SurveyColumns::new).orElse(null);
    }

    static Proposed propose(
            Detection detection,
            List<AnswerColumn> columns,
            List<ColumnProfile> profiles,
            ImportOptions options,
            Place place) {
        return new MappingProposer(detection, columns, profiles, options, place).propose();
    }

    private Proposed propose() {
        SurveyKey key = options.survey()
                .map(Survey::key)
                .orElseGet(() -> SurveyKey.of(CodeNames.survey(place.source().orElse("")), 1));
        columns.forEach(column -> column.role().ifPresent(taken::add));
        Optional<RatingScale> scale = satisfactionScale();
        List<MappedColumn> mapped = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            mapped.add(column(columns.get(i), profiles.get(i), scale));
        }
        noteLostZeros(mapped);
        Optional<DecimalMark> mark = options.decimalMark().or(() -> decimalMark(mapped));
        ColumnMapping mapping = new ColumnMapping(
                detection.tool(),
                options.charset(),
                options.delimiter(),
                options.dateOrder().or(() -> DateOrders.decide(mapped, profiles, place, notes)),
                mark,
                options.unit(),
                options.wave(),
                List.of(new FormMapping(key, List.of(), mapped)));
        return new Proposed(mapping, notes);
    }

    private MappedColumn column(AnswerColumn column, ColumnProfile profile, Optional<RatingScale> scale) {
        if (column.role().isPresent() && !column.role().get().isAnswer()) {
            return plain(column, column.role().get(), column.personal());
        }
        boolean conventional =
                column.personal().filter(kind -> kind != PersonalData.FREE_TEXT).isPresent();
        Optional<MappedColumn> ofSurvey = known == null || conventional
                ? Optional.empty()
                : known.column(column, profile, groups.areTicks(column));
        if (ofSurvey.isPresent()) {
            return ofSurvey.get();
        }
        Optional<PersonalData> personal = column.personal().or(() -> personal(column, profile));
        if (personal.isPresent() && personal.get() != PersonalData.FREE_TEXT) {
            return plain(column, ColumnRole.PERSONAL, personal);
        }
        if (column.role().isEmpty() && column.option().isEmpty()) {
            Optional<ColumnRole> role = HeadingRoles.role(column.heading(), profile)
                    .map(named -> named == ColumnRole.ID && isOnlyNumber(column) ? ColumnRole.IGNORE : named);
            if (role.isPresent() && (role.get() == ColumnRole.IGNORE || taken.add(role.get()))) {
                boolean completion = role.get() == ColumnRole.COMPLETION;
                return plain(
                        completion ? column.writing(Ticks.values(profile.values())) : column,
                        role.get(),
                        Optional.empty());
            }
            if (HeadingRoles.isOtherTime(column.heading(), profile) && sameElsewhere(column, ColumnRole.DAY)) {
                return plain(column, ColumnRole.IGNORE, Optional.empty());
            }
            Optional<String> band = HeadingRoles.band(column.heading(), profile);
            if (band.isPresent() && bands.add(band.get())) {
                return MappedColumn.of(column.heading(), column.occurrence(), ColumnRole.IGNORE)
                        .with(ColumnRole.GROUP, band.get());
            }
        }
        if (known != null) {
            return plain(column, ColumnRole.UNMAPPED, Optional.empty());
        }
        boolean numbered = column.kind().isEmpty()
                && column.option().isEmpty()
                && profile.looksLikeNumbersOfPersons()
                && !QuestionWords.asksForAmount(column.text().orElse(column.heading()));
        if (numbered) {
            return plain(column, ColumnRole.PERSONAL, Optional.of(PersonalData.ACCOUNT));
        }
        return answer(column, profile, scale);
    }

    /** Whether a column only numbers the rows, and another one names the responses. */
    private boolean isOnlyNumber(AnswerColumn column) {
        return HeadingRoles.numbersRows(column.heading())
                && IntStream.range(0, columns.size())
                        .filter(i -> !HeadingRoles.numbersRows(columns.get(i).heading()))
                        .anyMatch(i -> isNamed(i, ColumnRole.ID));
    }

    /** Whether the heading of another column names a role. */
    private boolean sameElsewhere(AnswerColumn column, ColumnRole role) {
        return IntStream.range(0, columns.size())
                .filter(i -> !columns.get(i).equals(column))
                .anyMatch(i -> isNamed(i, role));
    }

    private boolean isNamed(int index, ColumnRole role) {
        return HeadingRoles.role(columns.get(index).heading(), profiles.get(index))
                .filter(role::equals)
                .isPresent();
    }

    /** A column that is no answer; personal data keep the name of a question, for hosts that opt in. */
    private MappedColumn plain(AnswerColumn column, ColumnRole role, Optional<PersonalData> personal) {
        if (role == ColumnRole.GROUP) {
            return MappedColumn.of(column.heading(), column.occurrence(), ColumnRole.IGNORE)
                    .with(role, CodeNames.question(column.question(), "band"));
        }
        Optional<String> question = personal.map(
                kind -> codes.unique(CodeNames.question(column.question(), CodeNames.option(column.heading()))));
        return new MappedColumn(
                column.heading(),
                column.occurrence(),
                role,
                question,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                column.text(),
                personal,
                column.values(),
                "",
                Optional.empty());
    }

    private Optional<PersonalData> personal(AnswerColumn column, ColumnProfile profile) {
        for (PersonalData kind : PersonalData.values()) {
            double least = kind == PersonalData.NAME ? 0.5 : FEW;
            if (profile.share(kind) >= least && (profile.share(kind) > 0)) {
                return Optional.of(kind);
            }
        }
        List<String> values = profile.values();
        boolean ticks = profile.filled() > 0 && values.stream().allMatch(Ticks::isTick);
        boolean labels =
                ticks || groups.areTicks(column) || !KnownScales.fitting(values).isEmpty();
        Optional<PersonalData> heading =
                PersonalHeadings.ofHeading(column.text().orElse(column.heading()));
        boolean repeats = profile.filled() >= 10 && profile.counts().size() * 3L < profile.filled();
        return labels
                        || (repeats
                                && heading.filter(kind -> kind == PersonalData.NAME
                                                || kind == PersonalData.DEVICE
                                                || kind == PersonalData.ADDRESS)
                                        .isPresent())
                ? Optional.empty()
                : heading;
    }

    private MappedColumn answer(AnswerColumn column, ColumnProfile profile, Optional<RatingScale> scale) {
        boolean ticked = groups.areTicks(column);
        boolean option = column.role().filter(role -> role == ColumnRole.OPTION).isPresent() || ticked;
        questions++;
        String code = option ? groupCode(column) : ownCode(column);
        MappedColumn base = new MappedColumn(
                column.heading(),
                column.occurrence(),
                option ? ColumnRole.OPTION : ColumnRole.ANSWER,
                Optional.of(code),
                option ? column.option().map(CodeNames::option) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                column.text(),
                Optional.empty(),
                column.values(),
                "",
                Optional.empty());
        if (option) {
            Map<String, String> values = new LinkedHashMap<>(Ticks.values(profile.values()));
            for (String value : profile.values()) {
                values.putIfAbsent(value, Ticks.TICKED);
            }
            values.putAll(column.values());
            return base.answeredBy(AnswerKind.MULTIPLE_CHOICE, Optional.empty(), values);
        }
        return answeredBy(base, column, profile, scale);
    }

    private MappedColumn answeredBy(
            MappedColumn base, AnswerColumn column, ColumnProfile profile, Optional<RatingScale> scale) {
        boolean text =
                column.kind().filter(kind -> kind == AnswerKind.OPEN_TEXT).isPresent()
                        || column.personal().isPresent()
                        || profile.values().stream().anyMatch(PersonalSigns::standsInside);
        List<String> values = profile.values();
        values.removeIf(column.values()::containsKey);
        Collection<String> scaleLabels = groups.labels(column, values);
        List<RatingScale> fitting = KnownScales.fitting(scaleLabels);
        if (!text && !fitting.isEmpty() && !profile.isOverflown()) {
            RatingScale likely = scale.filter(fitting::contains).orElse(fitting.get(0));
            String others = fitting.stream()
                    .filter(other -> !other.equals(likely))
                    .map(RatingScale::id)
                    .reduce((left, right) -> left + ", " + right)
                    .map(ids -> " (" + ids + ")")
                    .orElse("");
            notes.add(Problem.of(
                    SourceProblem.SCALE_PROPOSED,
                    place.withPath(column.heading()),
                    "question",
                    base.question().orElse(""),
                    "scale",
                    likely.id(),
                    "others",
                    others));
            Map<String, String> levels = new LinkedHashMap<>(KnownScales.values(likely, scaleLabels));
            levels.putAll(column.values());
            return base.answeredBy(AnswerKind.RATING, Optional.of(likely.id()), levels);
        }
        if (!text && column.kind().isPresent() && column.kind().get() == AnswerKind.MULTIPLE_CHOICE) {
            return list(base, column, profile, column.separator().isEmpty() ? ", " : column.separator());
        }
        Optional<MappedColumn> list = text ? Optional.empty() : maybeList(base, column, profile);
        if (list.isPresent()) {
            return list.get();
        }
        if (!text && profile.allDates()) {
            return base.answeredBy(AnswerKind.DATE, Optional.empty(), column.values());
        }
        if (!text && profile.nearlyAllNumbers() && values.stream().noneMatch(value -> value.matches("0\\d+"))) {
            return base.answeredBy(AnswerKind.NUMBER, Optional.empty(), column.values());
        }
        boolean offered =
                column.kind().filter(kind -> kind == AnswerKind.SINGLE_CHOICE).isPresent();
        boolean openWords = asksForWords(column)
                && (profile.filled() < 5 || profile.counts().size() * 2L > profile.filled() || profile.mostStandOnce());
        boolean choice = !text && !profile.isOverflown() && (offered || (profile.looksLikeChoices() && !openWords));
        if (choice) {
            Map<String, String> choices = new LinkedHashMap<>(column.values());
            CodeNames names = new CodeNames();
            Set<String> folded = new HashSet<>();
            for (String value : values) {
                // Of two spellings that differ in case alone, the first one stands for both.
                if (folded.add(Headings.folded(value))) {
                    choices.put(value, names.unique(CodeNames.option(value)));
                }
            }
            return base.answeredBy(AnswerKind.SINGLE_CHOICE, Optional.empty(), choices);
        }
        if (profile.isOverflown() && !text) {
            notes.add(Problem.of(
                    SourceProblem.TOO_MANY_VALUES,
                    place.withPath(column.heading()),
                    "name",
                    Headings.normal(column.heading()),
                    "limit",
                    options.limits().distinctValues()));
        }
        return base.asOpenText(column.personal().orElse(PersonalData.FREE_TEXT));
    }

    /** The column as one of lists, if its cells may hold lists and look like it. */
    private Optional<MappedColumn> maybeList(MappedColumn base, AnswerColumn column, ColumnProfile profile) {
        if (column.kind().isPresent() || column.separator().isEmpty() || profile.isOverflown()) {
            return Optional.empty();
        }
        Map<String, Integer> cells = counts(column, profile);
        // Where no tool is known, semicolons come first, and a comma needs more evidence.
        boolean guessed = column.separator().equals(CsvAdapter.LIST)
                && cells.keySet().stream().noneMatch(cell -> cell.contains(CsvAdapter.LIST));
        String separator = guessed ? ", " : column.separator();
        // Lists with a bare comma may be numbers of options, few of them different: how often each stands there counts.
        boolean strict = guessed || separator.equals(ListText.BARE_COMMA);
        ListOptions told = ListOptions.of(cells, separator);
        long parts = 0;
        boolean lists = false;
        for (Map.Entry<String, Integer> cell : cells.entrySet()) {
            int found = ListText.parts(cell.getKey(), separator, told.options()).size();
            lists |= found > 1;
            parts += (long) found * (strict ? cell.getValue() : 1);
        }
        int options = told.options().size();
        boolean many = strict ? (guessed ? 3L : 2L) * options <= parts && !asksForWords(column) : options < parts;
        if (lists && many && options <= MOST_LIST_OPTIONS && !sentences(told.options())) {
            noteUncertain(column, told);
            return Optional.of(list(base, column, profile, separator));
        }
        if (!lists && !guessed) {
            noteUncertain(column, told);
        }
        return Optional.empty();
    }

    private static boolean asksForWords(AnswerColumn column) {
        return QuestionWords.asksForWords(column.text().orElse(column.heading()));
    }

    private static boolean sentences(Set<String> options) {
        return options.stream().mapToInt(String::length).average().orElse(0) > 60;
    }

    /** Says that some neighbouring parts of lists could be one option or two. */
    private void noteUncertain(AnswerColumn column, ListOptions told) {
        if (told.uncertain() > 0) {
            notes.add(Problem.of(
                    SourceProblem.LIST_UNCERTAIN,
                    place.withPath(column.heading()),
                    "name",
                    Headings.normal(column.heading()),
                    "pairs",
                    told.uncertain()));
        }
    }

    /** The different cells that hold answers, and how often each stands there. */
    private static Map<String, Integer> counts(AnswerColumn column, ColumnProfile profile) {
        Map<String, Integer> counts = new LinkedHashMap<>(profile.counts());
        counts.keySet().removeAll(column.values().keySet());
        return counts;
    }

    private static MappedColumn list(MappedColumn base, AnswerColumn column, ColumnProfile profile, String separator) {
        Map<String, String> values = new LinkedHashMap<>(column.values());
        CodeNames names = new CodeNames();
        Map<String, Integer> cells = counts(column, profile);
        Set<String> listed = new LinkedHashSet<>();
        if (separator.equals(", ") || separator.equals(ListText.BARE_COMMA)) {
            listed.addAll(ListOptions.of(cells, separator).options());
        } else {
            // Names of options are separated by the space or line end itself, labels by a mark with space around.
            String between = separator.isBlank() ? separator : separator.strip();
            cells.keySet().forEach(cell -> listed.addAll(ListText.parts(cell, between, List.of())));
        }
        listed.remove("");
        listed.forEach(option -> values.putIfAbsent(option, names.unique(CodeNames.option(option))));
        return base.asList(separator, values);
    }

    private String ownCode(AnswerColumn column) {
        String base = CodeNames.question(column.question(), "q" + questions);
        String whole = column.option()
                .map(option -> CodeNames.question(base + "." + CodeNames.option(option), "q" + questions))
                .orElse(base);
        return codes.unique(whole);
    }

    private String groupCode(AnswerColumn column) {
        String replacement = "q" + questions;
        return codeOf.computeIfAbsent(
                column.question(), question -> codes.unique(CodeNames.question(question, replacement)));
    }

    /** What stood in a column, without the tool's own ways of writing a missing answer. */
    private List<String> labels(int column) {
        List<String> values = profiles.get(column).values();
        values.removeIf(columns.get(column).values()::containsKey);
        return values;
    }

    /** The scale on which all columns with labels of satisfaction fit together. */
    private Optional<RatingScale> satisfactionScale() {
        Set<String> union = new LinkedHashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            List<String> values = labels(i);
            if (KnownScales.fitting(values).stream()
                    .anyMatch(scale -> scale.id().equals("likert5"))) {
                union.addAll(values);
            }
        }
        return KnownScales.fitting(union).stream().findFirst();
    }

    /** The mark of the whole file where its columns agree; else each column that proves one gets its own. */
    private Optional<DecimalMark> decimalMark(List<MappedColumn> mapped) {
        Set<DecimalMark> proven = new HashSet<>();
        for (int i = 0; i < mapped.size(); i++) {
            if (isNumber(mapped.get(i))) {
                profiles.get(i).decimalMark().ifPresent(proven::add);
            }
        }
        if (proven.size() == 1) {
            return proven.stream().findFirst();
        }
        for (int i = 0; i < mapped.size(); i++) {
            if (!isNumber(mapped.get(i))) {
                continue;
            }
            Optional<DecimalMark> own = profiles.get(i).decimalMark();
            if (own.isPresent()) {
                mapped.set(i, mapped.get(i).withDecimalMark(own.get()));
            } else if (profiles.get(i).unclearNumbers() > 0) {
                notes.add(note(SourceProblem.DECIMAL_UNCLEAR, mapped.get(i)));
            } else if (profiles.get(i).maybeThousands() > 0
                    && mapped.get(i).role().isAnswer()
                    && isTypedInVietnamese()) {
                mapped.set(i, mapped.get(i).withDecimalMark(DecimalMark.COMMA));
                notes.add(note(SourceProblem.DECIMAL_ASSUMED, mapped.get(i)));
            }
        }
        return Optional.empty();
    }

    /** Says that codes of communes, which have five digits, may have lost the zero in front, as numbers in sheets do. */
    private void noteLostZeros(List<MappedColumn> mapped) {
        for (int i = 0; i < mapped.size(); i++) {
            List<String> codes = profiles.get(i).values();
            if (mapped.get(i).role() == ColumnRole.UNIT
                    && codes.stream().anyMatch(code -> code.length() == 4)
                    && codes.stream().allMatch(code -> code.matches("[1-9]\\d{3,4}"))) {
                notes.add(note(SourceProblem.UNIT_ZEROS, mapped.get(i)));
            }
        }
    }

    private Problem note(SourceProblem kind, MappedColumn column) {
        return Problem.of(kind, place.withPath(column.heading()), "name", Headings.normal(column.heading()));
    }

    /** Whether people wrote the cells of a Vietnamese table; programs write a point before decimals everywhere. */
    private boolean isTypedInVietnamese() {
        boolean typed = detection.tool() == SurveyTool.GOOGLE_FORMS
                || detection.tool() == SurveyTool.CSV
                || detection.tool() == SurveyTool.LONG_TABLE;
        return typed && detection.language().filter(Language.VI::equals).isPresent();
    }

    private static boolean isNumber(MappedColumn column) {
        return column.role() == ColumnRole.WEIGHT
                || column.kind().filter(kind -> kind == AnswerKind.NUMBER).isPresent();
    }
}
