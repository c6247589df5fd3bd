package vn.sipas.io.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/**
 * ODK Central's CSV: one file of submissions, and one for each repeat ({@code form-repeat.csv}) whose rows name their
 * parent. The files of repeats are those given together with the first, or those beside it that carry its name. Also the
 * JSON of its OData service.
 */
final class OdkAdapter implements SourceAdapter {

    private static final String KEY = "KEY";
    private static final String PARENT = "PARENT_KEY";
    private static final int MOST_COMPANIONS = 64;

    private static final Set<String> OWN = Set.of(
            "SubmissionDate",
            "KEY",
            "PARENT_KEY",
            "SubmitterID",
            "SubmitterName",
            "AttachmentsPresent",
            "AttachmentsExpected",
            "Status",
            "ReviewState",
            "DeviceID",
            "Edits",
            "FormVersion",
            "meta-instanceID",
            "meta-instanceName",
            "instanceID",
            "meta-audit",
            "meta-deprecatedID");

    @Override
    public SurveyTool tool() {
        return SurveyTool.ODK;
    }

    @Override
    public Recognition recognise(SourceSample sample) {
        if (isJson(sample.kind())) {
            boolean service =
                    sample.text().contains("\"__id\"") && sample.text().contains("\"__system\"");
            return new RecognitionBuilder(tool())
                    .add(
                            service,
                            90,
                            "Có khoá __id và __system của dịch vụ OData của ODK Central",
                            "The keys __id and __system of ODK Central's OData service")
                    .build();
        }
        if (sample.kind() != SourceKind.DELIMITED) {
            return Recognition.none(tool());
        }
        Set<String> headings = new TreeSet<>(sample.first().headings());
        boolean core = headings.contains("SubmissionDate") && headings.contains(KEY);
        long own = List.of(
                        "SubmitterID",
                        "SubmitterName",
                        "AttachmentsPresent",
                        "AttachmentsExpected",
                        "Status",
                        "ReviewState",
                        "DeviceID",
                        "Edits",
                        "FormVersion")
                .stream()
                .filter(headings::contains)
                .count();
        boolean repeat = headings.contains(PARENT) && headings.contains(KEY);
        return new RecognitionBuilder(tool())
                .add(core, 60, "Có cột SubmissionDate và KEY của ODK", "ODK's own columns SubmissionDate and KEY")
                .add(
                        core && (headings.contains("meta-instanceID") || headings.contains("instanceID")),
                        20,
                        "Có cột meta-instanceID",
                        "The column meta-instanceID")
                .add(
                        core && own > 0,
                        (int) Math.min(20, 4 * own),
                        "Có " + own + " cột hệ thống khác (SubmitterID, Status, ReviewState …)",
                        own + " more columns of its own (SubmitterID, Status, ReviewState …)")
                .add(
                        repeat && !core,
                        70,
                        "Bảng lặp của ODK với PARENT_KEY và KEY",
                        "A table of repeats of ODK with PARENT_KEY and KEY")
                .build();
    }

    @Override
    public Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        if (isJson(detection.kind())) {
            return JsonTable.open(file, detection.kind(), options.limits(), UnaryOperator.identity())
                    .map(OdkAdapter::service);
        }
        Checked<SourceTable> looked = table(file, detection, options);
        if (looked.value().isEmpty()) {
            return Checked.refused(looked.problems());
        }
        List<Problem> notes = new ArrayList<>();
        List<SpaceLists> lists;
        boolean repeat;
        try (SourceTable table = looked.value().get()) {
            repeat = isRepeat(table);
            lists = repeat ? List.of() : KoboAdapter.lists(table);
        }
        if (repeat) {
            return withParent(file, detection, options);
        }
        Checked<SourceTable> opened = table(file, detection, options);
        if (opened.value().isEmpty()) {
            return Checked.refused(opened.problems());
        }
        List<RepeatTable> repeats = repeats(file, detection, options, notes);
        SourceTable main = opened.value().get();
        for (String heading : main.headings()) {
            if (heading.startsWith("SET-OF-") && repeats.isEmpty()) {
                notes.add(Problem.of(FormToolProblem.REPEAT_NOT_GIVEN, main.headerPlace(), "name", heading));
            }
        }
        SourceTable whole = repeats.isEmpty() ? main : new RepeatJoin(main, KEY, repeats);
        return Checked.of(answers(whole, lists, notes));
    }

    private static boolean isJson(SourceKind kind) {
        return kind == SourceKind.JSON || kind == SourceKind.JSON_LINES;
    }

    /** Submissions of the OData service: repeats inside, what the server knows in {@code __system}. */
    private static SourceContent service(JsonTable table) {
        List<String> headings = table.headings();
        XformColumns form = new XformColumns(headings, heading -> heading.startsWith("__"));
        List<AnswerColumn> columns = new ArrayList<>();
        table.paths().forEach((path, facts) -> {
            AnswerColumn column = AnswerColumn.of(path, 1);
            columns.add(ofService(column, table)
                    .orElseGet(() -> facts.isList() ? facts.listing(column) : form.describe(column, facts.spaces())));
        });
        int review = headings.indexOf("__system.reviewState");
        int status = headings.indexOf("__system.status");
        return new FormAnswers(table, columns, false, List.of(), row -> refusal(row, review, status));
    }

    private static Optional<AnswerColumn> ofService(AnswerColumn column, JsonTable table) {
        String path = column.heading();
        String last = path.substring(path.lastIndexOf('.') + 1);
        int point = Math.max(path.lastIndexOf(".coordinates"), path.lastIndexOf(".properties.accuracy"));
        boolean geometry = point > 0
                || (last.equals("type")
                        && table.headings().stream()
                                .anyMatch(other ->
                                        other.startsWith(path.substring(0, path.length() - 4) + "coordinates")));
        return Optional.ofNullable(
                switch (path) {
                    case "__id" -> column.as(ColumnRole.ID);
                    case "__system.submissionDate" -> column.as(ColumnRole.DAY);
                    case "__system.submitterName", "meta.instanceName" ->
                        column.as(ColumnRole.PERSONAL).holding(PersonalData.NAME);
                    case "__system.submitterId" ->
                        column.as(ColumnRole.PERSONAL).holding(PersonalData.ACCOUNT);
                    case "__system.deviceId" -> column.as(ColumnRole.PERSONAL).holding(PersonalData.DEVICE);
                    case "start", "end", "today" -> column.as(ColumnRole.IGNORE);
                    default ->
                        geometry
                                ? column.as(ColumnRole.PERSONAL).holding(PersonalData.LOCATION)
                                : last.startsWith("__")
                                                || path.startsWith("__system.")
                                                || path.startsWith("meta.")
                                                || path.contains("@odata")
                                        ? column.as(ColumnRole.IGNORE)
                                        : null;
                });
    }

    private static boolean isRepeat(SourceTable table) {
        return table.headings().contains(PARENT)
                && table.headings().contains(KEY)
                && !table.headings().contains("SubmissionDate");
    }

    /** The rows of a repeat are parts of submissions: they are read with the submissions or not at all. */
    private Checked<SourceContent> withParent(SourceFile repeat, Detection detection, ImportOptions options)
            throws IOException {
        for (SourceFile parent : options.companions()) {
            Checked<SourceTable> opened = table(parent, detection, options);
            if (opened.value().isEmpty()) {
                continue;
            }
            boolean submissions;
            try (SourceTable table = opened.value().get()) {
                submissions =
                        table.headings().contains(KEY) && !table.headings().contains(PARENT);
            }
            if (submissions) {
                List<SourceFile> others = new ArrayList<>(options.companions());
                others.remove(parent);
                others.add(repeat);
                return open(parent, detection, options.withCompanions(others));
            }
        }
        return Checked.refused(Problem.of(
                FormToolProblem.REPEAT_ALONE,
                Place.in(repeat.name()),
                "parent",
                parentBeside(repeat).orElse("?")));
    }

    /** The file beside a repeat whose name the repeat carries, with a hyphen and its own name behind. */
    private static Optional<String> parentBeside(SourceFile repeat) {
        Path folder =
                repeat.path().map(Path::toAbsolutePath).map(Path::getParent).orElse(null);
        String name = base(repeat);
        for (int at = name.lastIndexOf('-'); folder != null && at > 0; at = name.lastIndexOf('-', at - 1)) {
            String parent = name.substring(0, at) + ".csv";
            if (Files.isRegularFile(folder.resolve(parent))) {
                return Optional.of(parent);
            }
        }
        return Optional.empty();
    }

    private static SourceContent answers(SourceTable table, List<SpaceLists> lists, List<Problem> notes) {
        List<String> headings = table.headings();
        int[] occurrences = Headings.occurrences(headings);
        XformColumns form = new XformColumns(headings, OdkAdapter::isOwn);
        List<AnswerColumn> columns = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            AnswerColumn column = AnswerColumn.of(headings.get(i), occurrences[i]);
            SpaceLists list = i < lists.size() ? lists.get(i) : new SpaceLists();
            columns.add(own(column).orElseGet(() -> form.describe(column, list)));
        }
        int review = headings.indexOf("ReviewState");
        int status = headings.indexOf("Status");
        return new FormAnswers(table, columns, false, notes, row -> refusal(row, review, status));
    }

    private static Optional<Problem> refusal(SourceRow row, int review, int status) {
        String tool = SurveyTool.ODK.label().en();
        if (review >= 0 && row.cell(review).strip().toLowerCase(Locale.ROOT).equals("rejected")) {
            return Optional.of(Problem.of(FormToolProblem.REJECTED, row.place(review), "tool", tool));
        }
        String state =
                status < 0 ? "" : row.cell(status).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return state.equals("notdecrypted") || state.equals("missingencryptedformdata")
                ? Optional.of(Problem.of(FormToolProblem.NOT_DECRYPTED, row.place(status), "tool", tool))
                : Optional.empty();
    }

    private static boolean isOwn(String heading) {
        return OWN.contains(heading) || heading.startsWith("SET-OF-") || heading.startsWith("meta-");
    }

    private static Optional<AnswerColumn> own(AnswerColumn column) {
        AnswerColumn found =
                switch (column.heading()) {
                    case KEY -> column.as(ColumnRole.ID);
                    case "SubmissionDate" -> column.as(ColumnRole.DAY);
                    case "SubmitterID" -> column.as(ColumnRole.PERSONAL).holding(PersonalData.ACCOUNT);
                    case "SubmitterName", "meta-instanceName" ->
                        column.as(ColumnRole.PERSONAL).holding(PersonalData.NAME);
                    case "DeviceID" -> column.as(ColumnRole.PERSONAL).holding(PersonalData.DEVICE);
                    case "meta-audit" -> column.as(ColumnRole.PERSONAL).holding(PersonalData.MEDIA);
                    case "start", "end", "today" -> column.as(ColumnRole.IGNORE);
                    default -> null;
                };
        return found != null
                ? Optional.of(found)
                : isOwn(column.heading()) ? Optional.of(column.as(ColumnRole.IGNORE)) : Optional.empty();
    }

    private static Checked<SourceTable> table(SourceFile file, Detection detection, ImportOptions options)
            throws IOException {
        return SourceTables.open(file, detection, options);
    }

    /** The repeats of a file, those inside others in their place. */
    private static List<RepeatTable> repeats(
            SourceFile file, Detection detection, ImportOptions options, List<Problem> notes) throws IOException {
        Map<String, SourceFile> named = new HashMap<>();
        String base = base(file);
        for (SourceFile companion : companions(file, options)) {
            Checked<SourceTable> opened = table(companion, detection, options);
            boolean related = false;
            if (opened.value().isPresent()) {
                try (SourceTable table = opened.value().get()) {
                    related = table.headings().contains(PARENT)
                            && table.headings().contains(KEY);
                }
            }
            if (related) {
                String name = base(companion);
                named.put(name.startsWith(base + "-") ? name.substring(base.length() + 1) : name, companion);
            } else {
                notes.add(Problem.of(FormToolProblem.COMPANION_UNRELATED, Place.in(companion.name())));
            }
        }
        List<RepeatTable> repeats = new ArrayList<>();
        for (String name : new TreeSet<>(named.keySet())) {
            if (parent(name, named, detection, options).isEmpty()) {
                repeats.add(repeat(name, named, detection, options));
            }
        }
        return repeats;
    }

    private static RepeatTable repeat(
            String name, Map<String, SourceFile> named, Detection detection, ImportOptions options) throws IOException {
        List<RepeatTable> inside = new ArrayList<>();
        for (String other : new TreeSet<>(named.keySet())) {
            if (parent(other, named, detection, options).filter(name::equals).isPresent()) {
                inside.add(repeat(other, named, detection, options));
            }
        }
        SourceFile file = java.util.Objects.requireNonNull(named.get(name));
        return RepeatTable.open(
                        name,
                        () -> table(file, detection, options),
                        PARENT,
                        KEY,
                        Set.of(KEY, PARENT),
                        options.limits(),
                        inside)
                .orThrow();
    }

    /** The repeat that a repeat stands in: the keys of its parents end in that repeat's name and a number. */
    private static Optional<String> parent(
            String name, Map<String, SourceFile> named, Detection detection, ImportOptions options) throws IOException {
        SourceFile file = java.util.Objects.requireNonNull(named.get(name));
        Checked<SourceTable> opened = table(file, detection, options);
        if (opened.value().isEmpty()) {
            return Optional.empty();
        }
        try (SourceTable table = opened.value().get()) {
            Optional<SourceRow> row = table.next(passed -> {});
            String key = row.map(found -> found.cell(table.headings().indexOf(PARENT)))
                    .orElse("");
            int slash = key.lastIndexOf('/');
            int bracket = key.lastIndexOf('[');
            if (slash < 0 || bracket < slash) {
                return Optional.empty();
            }
            String group = key.substring(slash + 1, bracket);
            return named.keySet().stream()
                    .filter(other -> !other.equals(name) && (other.equals(group) || other.endsWith("-" + group)))
                    .findFirst();
        }
    }

    private static List<SourceFile> companions(SourceFile file, ImportOptions options) throws IOException {
        if (!options.companions().isEmpty() || file.path().isEmpty()) {
            return options.companions();
        }
        Path path = file.path().get().toAbsolutePath();
        Path folder = path.getParent();
        if (folder == null) {
            return List.of();
        }
        String base = base(file);
        List<SourceFile> found = new ArrayList<>();
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(folder, "*.csv")) {
            for (Path other : beside) {
                if (other.getFileName().toString().startsWith(base + "-") && found.size() < MOST_COMPANIONS) {
                    found.add(SourceFile.of(other));
                }
            }
        }
        return found;
    }

    private static String base(SourceFile file) {
        String name = file.name();
        String last = name.substring(
                Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('\\'), name.lastIndexOf('!'))) + 1);
        return last.toLowerCase(Locale.ROOT).endsWith(".csv") ? last.substring(0, last.length() - 4) : last;
    }
}
