package vn.sipas.io.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.table.SourceFile;

/**
 * Counts of smiley terminals: rows {@code {"ts": time, "data": [counts]}} on their own, or as the {@code results} of surveys,
 * themselves in folders. The file is read once for what it says about the surveys and a second time for the counts.
 */
final class TerminalCounts implements CountTable {

    private static final int MOST_SURVEYS = 65_536;
    private static final int MOST_LEVELS = 32;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT);

    private final SourceFile file;
    private final ImportOptions options;
    private final List<TerminalSurvey> surveys;
    private final InputStream input;
    private final JsonParser parser;
    private int ordinal = -1;
    private int resultsDepth = -1;
    private int depth;
    private boolean announced;
    private boolean ended;
    private long read;
    private long setAside;

    private TerminalCounts(
            SourceFile file,
            ImportOptions options,
            List<TerminalSurvey> surveys,
            InputStream input,
            JsonParser parser) {
        this.file = file;
        this.options = options;
        this.surveys = surveys;
        this.input = input;
        this.parser = parser;
    }

    static Checked<SourceContent> open(SourceFile file, ImportOptions options) throws IOException {
        List<TerminalSurvey> surveys = new ArrayList<>();
        try (InputStream first = file.open();
                JsonParser parser = JsonDocuments.factory(options.limits()).createParser(first)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
                visit(parser, new TerminalSurvey(), surveys);
            }
        } catch (JsonProcessingException | CharConversionException cutOff) {
            // The second reading says where; what stands before is read.
        }
        if (surveys.stream().allMatch(survey -> survey.levels == 0)) {
            return Checked.refused(Problem.of(FormToolProblem.NO_COUNTS, Place.in(file.name())));
        }
        InputStream input = file.open();
        return Checked.of(new TerminalCounts(
                file,
                options,
                surveys,
                input,
                JsonDocuments.factory(options.limits()).createParser(input)));
    }

    @Override
    public Optional<CountedAnswers> next(Consumer<Problem> problems) throws IOException {
        announce(problems);
        try {
            while (!ended) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    ended = true;
                    if (depth > 0) {
                        problems.accept(Problem.of(FormToolProblem.MALFORMED_JSON, place()));
                    }
                } else if (token == JsonToken.START_ARRAY) {
                    depth++;
                    String field = parser.currentName();
                    if (resultsDepth < 0 && (depth == 1 || "results".equals(field)) && isNextResults()) {
                        resultsDepth = depth;
                    }
                } else if (token == JsonToken.END_ARRAY) {
                    if (depth == resultsDepth) {
                        resultsDepth = -1;
                    }
                    depth--;
                } else if (resultsDepth == depth && token == JsonToken.START_OBJECT) {
                    Optional<CountedAnswers> counts = row(problems);
                    if (counts.isPresent()) {
                        return counts;
                    }
                } else if (token == JsonToken.START_OBJECT) {
                    depth++;
                } else if (token == JsonToken.END_OBJECT) {
                    depth--;
                }
            }
        } catch (JsonProcessingException | CharConversionException wrong) {
            ended = true;
            problems.accept(Problem.of(FormToolProblem.MALFORMED_JSON, place()));
        }
        return Optional.empty();
    }

    @Override
    public long rowsRead() {
        return read;
    }

    @Override
    public long rowsSetAside() {
        return setAside;
    }

    @Override
    public long bytesRead() {
        return Math.max(0, parser.currentLocation().getByteOffset());
    }

    @Override
    public void close() throws IOException {
        ended = true;
        input.close();
    }

    /** The first reading met the same arrays in the same order; an array of bare rows has no name. */
    private boolean isNextResults() throws IOException {
        int next = ordinal + 1;
        boolean named = "results".equals(parser.currentName());
        if (next >= surveys.size() || (!named && surveys.get(next).isNamed())) {
            return false;
        }
        ordinal = next;
        return true;
    }

    private void announce(Consumer<Problem> problems) {
        if (announced) {
            return;
        }
        announced = true;
        for (TerminalSurvey survey : surveys) {
            Optional<RatingScale> scale = TerminalScales.of(survey.feedbackScale, survey.levels);
            Place place = Place.in(file.name()).withPath(survey.key == null ? "" : "surveys." + survey.key);
            if (scale.isEmpty()) {
                continue;
            }
            if (survey.feedbackScale == null) {
                problems.accept(Problem.of(
                        FormToolProblem.SCALE_ASSUMED,
                        place,
                        "scale",
                        scale.get().id()));
            }
            problems.accept(Problem.of(
                    FormToolProblem.COUNT_ORDER_ASSUMED,
                    place,
                    "scale",
                    scale.get().id()));
            if (survey.indexType != null && survey.indexType.equals("HAPPY")) {
                problems.accept(Problem.of(FormToolProblem.INDEX_NOT_COMPUTED, place, "index", "HAPPY"));
            }
        }
    }

    private Optional<CountedAnswers> row(Consumer<Problem> problems) throws IOException {
        read++;
        Place place = place();
        TerminalSurvey survey = surveys.get(ordinal);
        Row row = Row.read(parser);
        Optional<RatingScale> scale = TerminalScales.of(survey.feedbackScale, survey.levels);
        int levels = scale.map(known -> known.levels().size()).orElse(0);
        if (scale.isEmpty() || row.counts == null || row.counts.size() != levels) {
            return refuse(
                    FormToolProblem.BAD_COUNTS,
                    place,
                    problems,
                    scale.map(RatingScale::id).orElse("?"));
        }
        Optional<OffsetDateTime> time = time(row.time, survey.zone());
        if (time.isEmpty()) {
            return refuse(FormToolProblem.BAD_TIME, place, problems, "");
        }
        List<Long> counts = new ArrayList<>(row.counts);
        if ("FIVE_REVERSED".equals(survey.feedbackScale)) {
            Collections.reverse(counts);
        }
        return Optional.of(new CountedAnswers(
                unit(survey),
                Optional.ofNullable(survey.folder),
                question(survey, scale.get()),
                Optional.of(time.get().toLocalDate()),
                survey.hourly ? OptionalInt.of(time.get().getHour()) : OptionalInt.empty(),
                counts,
                place));
    }

    private Optional<CountedAnswers> refuse(
            FormToolProblem kind, Place place, Consumer<Problem> problems, String scale) {
        setAside++;
        problems.accept(Problem.of(kind, place, "scale", scale));
        return Optional.empty();
    }

    private UnitCode unit(TerminalSurvey survey) {
        if (options.unit().isPresent()) {
            return options.unit().get();
        }
        for (String candidate : new String[] {survey.folderKey, survey.key}) {
            if (candidate != null && candidate.matches(UnitCode.CODE_FORM)) {
                return UnitCode.of(candidate);
            }
        }
        return UnitCode.of("unstated");
    }

    private static RatingQuestion question(TerminalSurvey survey, RatingScale scale) {
        String code = survey.key == null ? "q" : CodeNames.question("q" + survey.key, "q");
        String text = survey.question == null || survey.question.isBlank() ? code : survey.question;
        return RatingQuestion.of(code, LocalizedText.same(text), scale);
    }

    private Place place() {
        int line = parser.currentTokenLocation().getLineNr();
        int column = parser.currentTokenLocation().getColumnNr();
        return new Place(
                Optional.of(file.name()),
                line < 1 ? OptionalLong.empty() : OptionalLong.of(line),
                column < 1 ? OptionalInt.empty() : OptionalInt.of(column),
                "");
    }

    static Optional<OffsetDateTime> time(@Nullable String text, Optional<ZoneId> zone) {
        if (text == null || text.length() > 40) {
            return Optional.empty();
        }
        try {
            OffsetDateTime time = OffsetDateTime.from(TIME.parse(text.replace(' ', 'T')));
            return Optional.of(
                    zone.isEmpty() ? time : time.atZoneSameInstant(zone.get()).toOffsetDateTime());
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** Visits the value at the current token; adds a survey for each array of results, in the order of the file. */
    private static void visit(JsonParser parser, TerminalSurvey around, List<TerminalSurvey> surveys)
            throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            TerminalSurvey bare = null;
            for (JsonToken token = parser.nextToken();
                    token != JsonToken.END_ARRAY && token != null;
                    token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    bare = object(parser, around, surveys, bare);
                } else {
                    parser.skipChildren();
                }
            }
            return;
        }
        object(parser, around, surveys, null);
    }

    /** Reads an object that may be a folder, a survey or a row; returns the survey of bare rows. */
    private static @Nullable TerminalSurvey object(
            JsonParser parser, TerminalSurvey around, List<TerminalSurvey> surveys, @Nullable TerminalSurvey bare)
            throws IOException {
        TerminalSurvey own = new TerminalSurvey();
        String name = null;
        String ts = null;
        int levels = -1;
        boolean results = false;
        int first = surveys.size();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("results") && value == JsonToken.START_ARRAY) {
                results = true;
                own.named = true;
                results(parser, own);
                surveys.add(own);
            } else if (field.equals("data") && value == JsonToken.START_ARRAY && ts != null) {
                levels = length(parser);
            } else if (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT) {
                if (field.equals("question") || field.equals("folder")) {
                    TerminalSurvey named = named(parser);
                    own.question = field.equals("question") ? named.folder : own.question;
                    own.folder = field.equals("folder") ? named.folder : own.folder;
                    own.folderKey = field.equals("folder") ? named.folderKey : own.folderKey;
                } else if (field.equals("activePeriods") || surveys.size() >= MOST_SURVEYS) {
                    parser.skipChildren();
                } else {
                    TerminalSurvey inside = new TerminalSurvey();
                    inside.folder = name;
                    inside.folderKey = own.key;
                    inside.inherit(around);
                    visit(parser, inside, surveys);
                }
            } else {
                String text = value == JsonToken.VALUE_NULL ? null : parser.getText();
                switch (field) {
                    case "key", "surveyId", "id" -> own.key = text;
                    case "name" -> name = text;
                    case "ts" -> ts = text;
                    case "feedbackScale" -> own.feedbackScale = text;
                    case "indexType" -> own.indexType = text;
                    case "timeZone" -> own.timeZone = text;
                    default -> {}
                }
            }
        }
        if (results) {
            own.inherit(around);
            return bare;
        }
        if (ts != null && levels >= 0 && surveys.size() == first) {
            TerminalSurvey rows = bare;
            if (rows == null) {
                rows = new TerminalSurvey();
                rows.inherit(around);
                surveys.add(rows);
            }
            learn(rows, ts, levels);
            return rows;
        }
        return bare;
    }

    private static TerminalSurvey named(JsonParser parser) throws IOException {
        TerminalSurvey named = new TerminalSurvey();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return named;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("name") && value == JsonToken.VALUE_STRING) {
                named.folder = parser.getText();
            } else if (field.equals("key") && value.isScalarValue()) {
                named.folderKey = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        return named;
    }

    private static void results(JsonParser parser, TerminalSurvey survey) throws IOException {
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                Row row = Row.read(parser);
                learn(survey, row.time, row.length);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void learn(TerminalSurvey survey, @Nullable String ts, int levels) {
        survey.levels = survey.levels == 0 ? Math.max(0, levels) : survey.levels;
        survey.hourly |= time(ts, survey.zone())
                .filter(time -> time.getHour() != 0 || time.getMinute() != 0)
                .isPresent();
    }

    private static int length(JsonParser parser) throws IOException {
        int length = 0;
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = parser.nextToken()) {
            length++;
            parser.skipChildren();
        }
        return length;
    }

    /** One row of results. */
    private static final class Row {

        private @Nullable String time;
        private @Nullable List<Long> counts;
        private int length;

        /** Reads the object that began last to its end. */
        static Row read(JsonParser parser) throws IOException {
            Row row = new Row();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("ts") && value == JsonToken.VALUE_STRING) {
                    row.time = parser.getText();
                } else if (field.equals("data") && value == JsonToken.START_ARRAY) {
                    row.readCounts(parser);
                } else {
                    parser.skipChildren();
                }
            }
            return row;
        }

        private void readCounts(JsonParser parser) throws IOException {
            List<Long> read = new ArrayList<>();
            boolean good = true;
            for (JsonToken token = parser.nextToken();
                    token != JsonToken.END_ARRAY && token != null;
                    token = parser.nextToken()) {
                length++;
                boolean number = token == JsonToken.VALUE_NUMBER_INT
                        && parser.getNumberType() == JsonParser.NumberType.INT
                        && parser.getIntValue() >= 0;
                good &= number && length <= MOST_LEVELS;
                if (good) {
                    read.add((long) parser.getIntValue());
                }
                parser.skipChildren();
            }
            counts = good ? read : null;
        }
    }
}
