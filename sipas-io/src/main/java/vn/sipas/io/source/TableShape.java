package vn.sipas.io.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/**
 * Tells why a sample that no tool recognises is no table with one row of headings either: a letter, a log, rows without
 * headings. Whoever declares the tool is believed instead.
 */
final class TableShape {

    private static final int WORDS_OF_A_SENTENCE = 8;
    private static final int MOST_LINES = 200;
    private static final Pattern SQL = Pattern.compile(
            "\\s*(?:(?:--[^\\n]*\\n|/\\*.{0,2000}?\\*/;?)\\s*)*+"
                    + "(?:create\\s+(?:table|database)|insert\\s+into|drop\\s+table|set\\s+names|select\\s[^\\n]{1,500}\\sfrom)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PAIR = Pattern.compile("\\s*(?:- +)?[A-Za-z_][\\w.-]{0,80}\\s*(?:=.*|:(?: .*)?)");
    /** A pair, an element of a list, a section, a remark. */
    private static final Pattern SETTING =
            Pattern.compile(PAIR.pattern() + "|\\s*- .*|---|\\s*\\[[^\\]]{1,80}\\]\\s*|\\s*[#;].*");

    private final SourceSample sample;
    private final List<List<String>> rows;

    private TableShape(SourceSample sample) {
        this.sample = sample;
        this.rows = sample.first().rows();
    }

    /** Why the sample is no table; empty if nothing speaks against it. */
    static Optional<Problem> refusal(SourceSample sample) {
        return new TableShape(sample).refusal();
    }

    private Optional<Problem> refusal() {
        if (rows.isEmpty() || (sample.kind() != SourceKind.DELIMITED && sample.kind() != SourceKind.WORKBOOK)) {
            return Optional.empty();
        }
        return questionnaire()
                .or(this::program)
                .or(this::settings)
                .or(this::ragged)
                .or(this::data)
                .or(this::sentences)
                .map(why -> Problem.of(
                        SourceProblem.NOT_A_TABLE,
                        Place.in(sample.file().name(), 1),
                        "whyVi",
                        why.vi(),
                        "whyEn",
                        why.en()));
    }

    /** The rows are the questions of a form, not its answers. */
    private Optional<LocalizedText> questionnaire() {
        List<String> headings = rows.get(0).stream().map(Headings::folded).toList();
        boolean form = headings.containsAll(List.of("type", "name"))
                && headings.stream().anyMatch(heading -> heading.equals("label") || heading.startsWith("label::"));
        return form
                ? Optional.of(LocalizedText.of(
                        "tệp là biểu mẫu XLSForm (type, name, label), không phải câu trả lời",
                        "the file is a questionnaire, an XLSForm (type, name, label), and holds no answers"))
                : Optional.empty();
    }

    /** The text is one of a database. */
    private Optional<LocalizedText> program() {
        return SQL.matcher(sample.text()).lookingAt()
                ? Optional.of(LocalizedText.of("tệp chứa lệnh SQL", "the file holds statements of SQL"))
                : Optional.empty();
    }

    /** The lines are settings, as YAML, INI and property files hold them. */
    private Optional<LocalizedText> settings() {
        List<String> lines = rows.get(0).size() > 1
                ? List.of()
                : sample.text()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .limit(MOST_LINES)
                        .toList();
        long settings =
                lines.stream().filter(line -> SETTING.matcher(line).matches()).count();
        long pairs = lines.stream().filter(line -> PAIR.matcher(line).matches()).count();
        return lines.size() >= 3 && settings == lines.size() && 2 * pairs > lines.size()
                ? Optional.of(LocalizedText.of(
                        "các dòng là cài đặt dạng tên và giá trị (YAML, INI)",
                        "its lines are settings, a name and a value each (YAML, INI)"))
                : Optional.empty();
    }

    /** Most rows have another number of fields than the first. */
    private Optional<LocalizedText> ragged() {
        if (sample.kind() != SourceKind.DELIMITED || rows.size() < 3) {
            return Optional.empty();
        }
        int fields = rows.get(0).size();
        long agreeing = rows.stream()
                .skip(1)
                .filter(row ->
                        row.size() == fields || (row.size() > fields && isBlank(row.subList(fields, row.size()))))
                .count();
        boolean shorter = rows.stream().skip(1).map(List::size).distinct().count() == 1;
        return 2 * agreeing >= rows.size() - 1 || shorter
                ? Optional.empty()
                : Optional.of(LocalizedText.of(
                        "dòng đầu có " + fields + " ô, nhưng chỉ " + agreeing + " trong " + (rows.size() - 1)
                                + " dòng sau có cùng số ô",
                        "the first row has " + fields + " fields, but only " + agreeing + " of the " + (rows.size() - 1)
                                + " rows behind it have as many"));
    }

    /** The first row holds what answers hold. */
    private Optional<LocalizedText> data() {
        List<String> headings = rows.get(0).stream()
                .map(Headings::normal)
                .filter(heading -> !heading.isEmpty())
                .toList();
        boolean personal = headings.stream()
                .anyMatch(heading -> PersonalSigns.ofValue(heading).isPresent()
                        || DateText.parts(heading).filter(DateText.Parts::timed).isPresent());
        boolean values = !headings.isEmpty()
                && headings.stream()
                        .allMatch(heading -> NumberText.looksLikeNumber(heading)
                                || DateText.parts(heading).isPresent())
                && !numbered(headings);
        return personal || values
                ? Optional.of(LocalizedText.of(
                        "dòng đầu giống dữ liệu, không phải tiêu đề cột; hãy thêm dòng tiêu đề",
                        "the first row looks like data, not like headings; add a row of headings"))
                : Optional.empty();
    }

    /** Whether headings are the numbers of questions or the years of a series: whole and ever greater. */
    private static boolean numbered(List<String> headings) {
        long last = -1;
        for (String heading : headings) {
            if (!heading.matches("\\d{1,9}") || Long.parseLong(heading) <= last) {
                return false;
            }
            last = Long.parseLong(heading);
        }
        return true;
    }

    /** The only column holds sentences from its heading on. */
    private Optional<LocalizedText> sentences() {
        boolean single = rows.stream().allMatch(row -> row.size() <= 1);
        if (!single || rows.size() < 2) {
            return Optional.empty();
        }
        double below =
                rows.stream().skip(1).mapToInt(TableShape::words).average().orElse(0);
        return words(rows.get(0)) >= WORDS_OF_A_SENTENCE && below >= WORDS_OF_A_SENTENCE
                ? Optional.of(LocalizedText.of(
                        "các dòng là câu văn, không có dấu phân cách cột",
                        "its lines are sentences without a delimiter"))
                : Optional.empty();
    }

    private static int words(List<String> row) {
        return row.isEmpty() ? 0 : Headings.normal(row.get(0)).split(" ", -1).length;
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }
}
