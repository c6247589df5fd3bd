package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells counts from responses: what is counted already must not be read as people. */
final class CountSigns {

    /** What buttons of terminals are called, from the least favourable, with the neutral one in the middle. */
    private static final List<List<String>> BUTTONS = List.of(
            List.of("very unhappy", "unhappy", "neutral", "happy", "very happy"),
            List.of("very negative", "negative", "neutral", "positive", "very positive"),
            List.of("very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"),
            List.of("rat khong hai long", "khong hai long", "binh thuong", "hai long", "rat hai long"));

    private static final int NEUTRAL = 2;
    private static final int OWN_START = 100;
    private static final Set<String> DAYS = Set.of(
            "date", "day", "time", "timestamp", "ts", "datetime", "ngay", "thoi gian", "thoi diem", "local time");
    private static final Set<String> HOURS = Set.of("hour", "hours", "gio", "khung gio", "hour of day", "time of day");
    private static final Set<String> COUNTS = Set.of(
            "count",
            "counts",
            "votes",
            "presses",
            "clicks",
            "feedbacks",
            "responses",
            "so luot",
            "so phieu",
            "so lan bam",
            "luot bam",
            "luot danh gia");
    private static final Map<String, String> OTHERS = Map.of(
            "unit", "unit",
            "ma don vi", "unit",
            "don vi", "unit",
            "experience point", "point",
            "terminal", "point",
            "thiet bi", "point",
            "diem dat may", "point",
            "survey", "question",
            "question", "question",
            "cau hoi", "question");

    private static final String TIME_KEY =
            "\"(?:ts|time|timestamp|date|day|hour|datetime|period|bucket|start|from|localTime)\"\\s*:";
    private static final String COUNT = "counts?|votes|presses|clicks|feedbacks|responses";
    /** Counts beside a time: a number, a list of numbers or an object of numbers. */
    private static final Pattern COUNTED_ROW = Pattern.compile(
            TIME_KEY + "[^{}\\[\\]]{0,400}?,\\s*\"(?:(?:" + COUNT
                    + ")\"\\s*:\\s*\\d+\\s*[,}]|(?:" + COUNT
                    + "|values|totals?|buttons|histogram|distribution)\"\\s*:\\s*(?:\\[\\s*\\d+\\s*,\\s*\\d|\\{\\s*\"[^\"]{1,40}\"\\s*:\\s*\\d))");
    /** Lists of counts under the names of hours or days. */
    private static final Pattern BY_TIME = Pattern.compile(
            "\"\\w{0,40}(?:[Bb]y_?(?:[Hh]our|[Dd]ay|[Dd]ate)|[Hh]ourly|[Dd]aily)\\w{0,20}\"\\s*:\\s*[\\[{]|\"(?:[01]?\\d|2[0-3])(?::00)?\"\\s*:\\s*\\[\\s*\\d+\\s*,\\s*\\d+\\s*,\\s*\\d");

    private static final Pattern KEY =
            Pattern.compile("\"([^\"\\\\]{1,60})\"\\s*:\\s*(-?\\d+(?!\\.)|\"[^\"]{0,200}\"|true|false|null)");
    private static final Pattern OBJECT = Pattern.compile("\\{[^{}\\[\\]]{1,4000}\\}");

    private CountSigns() {}

    /** The layout of an export whose fields are known by their names. */
    static Optional<CountLayout> known(SourceSample sample) {
        Optional<CountLayout> own = own(sample);
        if (own.isPresent()) {
            return own;
        }
        Map<String, String> row = row(sample);
        return row.isEmpty() ? Optional.empty() : presses(row).or(() -> labelled(row));
    }

    /** The lines that {@link CountsLinesWriter} writes. */
    static Optional<CountLayout> own(SourceSample sample) {
        String start =
                sample.text().substring(0, Math.min(OWN_START, sample.text().length()));
        if (!start.replace(" ", "").contains("{\"format\":\"" + CountsLinesWriter.FORMAT + "\"")) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>(
                Map.of("time", "day", "counts", "counts", "unit", "unit", "question", "question", "scale", "scale"));
        Map.of("hour", "hour", "point", "servicePoint").forEach((what, name) -> {
            if (sample.text().contains("\"" + name + "\"")) {
                fields.put(what, name);
            }
        });
        return Optional.of(CountLayout.of(fields));
    }

    /** One press a row, as the web service of HappyOrNot gives them: smaller numbers of buttons are less favourable. */
    private static Optional<CountLayout> presses(Map<String, String> row) {
        if (!row.keySet().containsAll(List.of("feedbackId", "buttonIndex", "localTime", "surveyId"))) {
            return Optional.empty();
        }
        Map<String, String> fields =
                new HashMap<>(Map.of("time", "localTime", "level", "buttonIndex", "question", "surveyId"));
        if (row.containsKey("experiencePointId")) {
            fields.put("unit", "experiencePointId");
        }
        if (row.containsKey("misuse")) {
            fields.put("misuse", "misuse");
        }
        return Optional.of(CountLayout.of(fields));
    }

    /** Columns called like the buttons, each with whole numbers, beside a day or an hour. */
    private static Optional<CountLayout> labelled(Map<String, String> row) {
        Map<String, String> plain = new TreeMap<>();
        row.keySet().forEach(name -> plain.putIfAbsent(plain(name), name));
        Map<String, String> fields = new HashMap<>();
        plain.forEach((name, heading) -> {
            if (DAYS.contains(name)) {
                fields.putIfAbsent("time", heading);
            } else if (HOURS.contains(name)) {
                fields.putIfAbsent("hour", heading);
            } else if (OTHERS.containsKey(name)) {
                fields.putIfAbsent(OTHERS.get(name), heading);
            }
        });
        if (!fields.containsKey("time") && fields.containsKey("hour")) {
            fields.put("time", fields.remove("hour"));
        }
        for (List<String> buttons : BUTTONS) {
            List<String> found = new ArrayList<>();
            for (String button : buttons) {
                String heading = plain.get(button);
                if (heading != null && row.getOrDefault(heading, "").matches("\\d{1,9}")) {
                    found.add(heading);
                }
            }
            boolean neutral = plain.containsKey(buttons.get(NEUTRAL));
            if (fields.containsKey("time") && found.size() == (neutral ? 5 : 4)) {
                fields.put("counts", String.join("+", found));
                return Optional.of(CountLayout.of(fields));
            }
        }
        return Optional.empty();
    }

    /** The names that say a file holds counts in fields nobody here knows; empty for anything else. */
    static Optional<String> unknown(SourceSample sample) {
        if (sample.kind() == SourceKind.JSON || sample.kind() == SourceKind.JSON_LINES) {
            Matcher row = COUNTED_ROW.matcher(sample.text());
            if (row.find()) {
                return Optional.of(names(row.group()));
            }
            Matcher byTime = BY_TIME.matcher(sample.text());
            return byTime.find() ? Optional.of(names(byTime.group())) : Optional.empty();
        }
        List<String> told = new ArrayList<>();
        boolean time = false;
        boolean count = false;
        Map<String, String> row = row(sample);
        for (Map.Entry<String, String> cell : row.entrySet()) {
            String name = plain(cell.getKey());
            boolean isTime = DAYS.contains(name) || HOURS.contains(name);
            boolean isCount = COUNTS.contains(name) && cell.getValue().matches("\\d{1,9}");
            time |= isTime;
            count |= isCount;
            if (isTime || isCount) {
                told.add(cell.getKey());
            }
        }
        return time && count ? Optional.of(String.join(", ", told)) : Optional.empty();
    }

    private static String names(String found) {
        List<String> names = new ArrayList<>();
        Matcher name = Pattern.compile("\"([A-Za-z_]\\w{0,60})\"\\s*:").matcher(found);
        while (name.find() && names.size() < 8) {
            names.add(name.group(1));
        }
        return String.join(", ", names);
    }

    /** The first row under its headings, or the first flat object. */
    private static Map<String, String> row(SourceSample sample) {
        Map<String, String> row = new TreeMap<>();
        if (sample.kind() == SourceKind.JSON || sample.kind() == SourceKind.JSON_LINES) {
            Matcher object = OBJECT.matcher(sample.text());
            if (object.find()) {
                Matcher key = KEY.matcher(object.group());
                while (key.find()) {
                    row.putIfAbsent(key.group(1), key.group(2).replace("\"", ""));
                }
            }
            return row;
        }
        SheetSample sheet = sample.first();
        if (sheet.rows().size() > 1) {
            List<String> headings = sheet.headings();
            for (int i = 0; i < headings.size() && i < sheet.row(1).size(); i++) {
                row.putIfAbsent(headings.get(i), sheet.row(1).get(i).strip());
            }
        }
        return row;
    }

    /** Words in lower case without marks: {@code veryHappy} and {@code very_happy} are {@code very happy}. */
    private static String plain(String name) {
        return Headings.plain(name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").replace('_', ' '))
                .strip();
    }
}
