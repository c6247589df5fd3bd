package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sipas.core.Checked;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceTable;

/**
 * LimeSurvey's CSV of responses, in its three styles of headings: code ({@code A8[SQ001]}), code and text
 * ({@code A8[SQ001]. Which …? [Option]}), text alone ({@code Which …? [Option]}).
 */
final class LimeSurveyAdapter implements SourceAdapter {

    /** The tool's own columns, by code. */
    private static final Set<String> SYSTEM = Set.of(
            "id",
            "submitdate",
            "lastpage",
            "startlanguage",
            "seed",
            "token",
            "startdate",
            "datestamp",
            "ipaddr",
            "refurl",
            "interviewtime",
            "firstname",
            "lastname",
            "email");

    /** The tool's own columns where headings are text alone, in English, German, French, Spanish and Vietnamese. */
    private static final Map<String, String> SYSTEM_TEXTS = Map.ofEntries(
            Map.entry("response id", "id"),
            Map.entry("date submitted", "submitdate"),
            Map.entry("last page", "lastpage"),
            Map.entry("start language", "startlanguage"),
            Map.entry("seed", "seed"),
            Map.entry("access code", "token"),
            Map.entry("token", "token"),
            Map.entry("date started", "startdate"),
            Map.entry("date last action", "datestamp"),
            Map.entry("ip address", "ipaddr"),
            Map.entry("referrer url", "refurl"),
            Map.entry("total time", "interviewtime"),
            Map.entry("antwort id", "id"),
            Map.entry("datum abgeschickt", "submitdate"),
            Map.entry("letzte seite", "lastpage"),
            Map.entry("start sprache", "startlanguage"),
            Map.entry("zufallsstartwert", "seed"),
            Map.entry("datum gestartet", "startdate"),
            Map.entry("datum letzte aktivitat", "datestamp"),
            Map.entry("gesamtzeit", "interviewtime"),
            Map.entry("id de la reponse", "id"),
            Map.entry("date de soumission", "submitdate"),
            Map.entry("derniere page", "lastpage"),
            Map.entry("langue de depart", "startlanguage"),
            Map.entry("date de lancement", "startdate"),
            Map.entry("date de la derniere action", "datestamp"),
            Map.entry("tete de serie", "seed"),
            Map.entry("adresse ip", "ipaddr"),
            Map.entry("url referente", "refurl"),
            Map.entry("code d acces", "token"),
            Map.entry("temps total", "interviewtime"),
            Map.entry("ip adresse", "ipaddr"),
            Map.entry("weiterleitungs url", "refurl"),
            Map.entry("zugangscode", "token"),
            Map.entry("zugangsschlussel", "token"),
            Map.entry("id de respuesta", "id"),
            Map.entry("fecha de envio", "submitdate"),
            Map.entry("ultima pagina", "lastpage"),
            Map.entry("lenguaje inicial", "startlanguage"),
            Map.entry("idioma inicial", "startlanguage"),
            Map.entry("semilla", "seed"),
            Map.entry("fecha de inicio", "startdate"),
            Map.entry("fecha de la ultima accion", "datestamp"),
            Map.entry("direccion ip", "ipaddr"),
            Map.entry("url de referencia", "refurl"),
            Map.entry("ma phan hoi", "id"),
            Map.entry("dia chi ip", "ipaddr"),
            Map.entry("id phan hoi", "id"),
            Map.entry("ngay nop", "submitdate"),
            Map.entry("ngay gui", "submitdate"),
            Map.entry("trang cuoi", "lastpage"),
            Map.entry("ngon ngu bat dau", "startlanguage"),
            Map.entry("ngay bat dau", "startdate"),
            Map.entry("ngay thao tac cuoi", "datestamp"));

    private static final Pattern OWN_SUB_QUESTION =
            Pattern.compile("[A-Za-z][A-Za-z0-9_]*\\[(?:SQ\\d+|other|comment)[^\\]]*\\](?:\\[\\d\\])?");
    private static final Pattern OWN_TIMING = Pattern.compile("interviewtime|group(?:Time|_time)\\d+");
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(?:\\[[^\\]]{0,64}\\]){0,2}");
    private static final Pattern CODE_AND_TEXT =
            Pattern.compile("([A-Za-z][A-Za-z0-9_]*(?:\\[[^\\]]{0,64}\\]){0,2})\\.\\s+(.*)", Pattern.DOTALL);
    private static final Pattern SUB_QUESTION =
            Pattern.compile("([A-Za-z][A-Za-z0-9_]*)\\[([^\\]]{1,64})\\](?:\\[([^\\]]{1,64})\\])?");
    private static final Pattern TEXT_OPTION = Pattern.compile("(.*\\S)\\s*\\[([^\\[\\]]{1,500})\\]", Pattern.DOTALL);
    private static final Pattern TIMING =
            Pattern.compile("(?:interviewtime|group(?:Time|_?time)\\d*|[A-Za-z0-9_]+(?:Time|time))");
    private static final Pattern TIMING_TEXT = Pattern.compile(
            "(?:Total time|Group time|Question time|Gesamtzeit|Gruppenzeit|Fragezeit)\\b.*", Pattern.DOTALL);
    private static final Map<String, String> NOT_ASKED = Map.of("N/A", Ticks.NOT_ASKED);
    private static final Map<String, String> ANONYMISED =
            new TreeMap<>(Map.of("1980-01-01 00:00:00", "", "1980-01-01", ""));

    private enum Style {
        CODE,
        CODE_AND_TEXT,
        TEXT
    }

    @Override
    public SurveyTool tool() {
        return SurveyTool.LIMESURVEY;
    }

    @Override
    public Recognition recognise(SourceSample sample) {
        if (sample.kind() == SourceKind.JSON || sample.kind() == SourceKind.JSON_LINES) {
            return Recognition.none(tool());
        }
        List<String> headings = sample.first().headings();
        Set<String> own = Set.of("submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp");
        long system = headings.stream()
                .map(heading -> systemCode(heading).orElse(""))
                .filter(own::contains)
                .distinct()
                .count();
        boolean id = headings.stream()
                .limit(3)
                .anyMatch(heading -> systemCode(heading).filter("id"::equals).isPresent());
        boolean subQuestions = headings.stream()
                .map(LimeSurveyAdapter::codePart)
                .anyMatch(code -> OWN_SUB_QUESTION.matcher(code).matches());
        boolean timings = headings.stream()
                .map(LimeSurveyAdapter::codePart)
                .anyMatch(code -> OWN_TIMING.matcher(code).matches());
        return new RecognitionBuilder(tool())
                .add(
                        id && system >= 1,
                        (int) Math.min(90, 40 + 15 * system),
                        "Các cột đầu là cột hệ thống của LimeSurvey (id, submitdate, lastpage …): " + system + " cột",
                        "The first columns are LimeSurvey's own (id, submitdate, lastpage …): " + system)
                .add(
                        subQuestions,
                        25,
                        "Câu hỏi con dạng A1[SQ001], A1[other]",
                        "Sub-questions such as A1[SQ001], A1[other]")
                .add(timings, 20, "Cột thời gian interviewtime, groupTime…", "Timings interviewtime, groupTime…")
                .build();
    }

    @Override
    public Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        return SourceTables.open(file, detection, options).map(table -> TableAnswers.of(table, columns(table)));
    }

    private static List<AnswerColumn> columns(SourceTable table) {
        List<String> headings = table.headings();
        Style style = style(headings);
        int[] occurrences = Headings.occurrences(headings);
        boolean stamped = headings.stream()
                .anyMatch(heading ->
                        systemCode(heading).filter("datestamp"::equals).isPresent());
        Set<String> codes = new HashSet<>();
        headings.forEach(heading -> codes.add(codePart(heading)));
        Map<String, String> textCodes = new HashMap<>();
        List<AnswerColumn> columns = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            AnswerColumn column =
                    AnswerColumn.of(headings.get(i), occurrences[i]).writing(NOT_ASKED);
            Optional<String> system = systemCode(headings.get(i));
            boolean timing = isTiming(headings.get(i), codes);
            if (system.isPresent()) {
                columns.add(system(column, system.get(), stamped));
            } else if (timing) {
                columns.add(column.as(ColumnRole.IGNORE));
            } else {
                columns.add(style == Style.TEXT ? byText(column, textCodes) : byCode(column, codes));
            }
        }
        return columns;
    }

    private static Style style(List<String> headings) {
        long codesAndTexts = headings.stream()
                .filter(heading ->
                        CODE_AND_TEXT.matcher(Headings.normal(heading)).matches())
                .count();
        long codes = headings.stream()
                .filter(heading -> CODE.matcher(Headings.normal(heading)).matches())
                .count();
        if (codesAndTexts > headings.size() / 2) {
            return Style.CODE_AND_TEXT;
        }
        return codes >= headings.size() / 2 ? Style.CODE : Style.TEXT;
    }

    private static AnswerColumn system(AnswerColumn column, String code, boolean stamped) {
        return switch (code) {
            case "id" -> column.as(ColumnRole.ID).writing(Map.of());
            case "submitdate" -> column.as(ColumnRole.COMPLETION).writing(ANONYMISED);
            case "datestamp" -> column.as(ColumnRole.DAY).writing(ANONYMISED);
            case "startdate" ->
                stamped
                        ? column.as(ColumnRole.IGNORE)
                        : column.as(ColumnRole.DAY).writing(ANONYMISED);
            case "token" -> column.as(ColumnRole.PERSONAL).holding(PersonalData.ACCOUNT);
            case "ipaddr" -> column.as(ColumnRole.PERSONAL).holding(PersonalData.IP_ADDRESS);
            case "refurl" -> column.as(ColumnRole.PERSONAL).holding(PersonalData.DEVICE);
            case "firstname", "lastname" -> column.as(ColumnRole.PERSONAL).holding(PersonalData.NAME);
            case "email" -> column.as(ColumnRole.PERSONAL).holding(PersonalData.EMAIL);
            default -> column.as(ColumnRole.IGNORE);
        };
    }

    private static AnswerColumn byCode(AnswerColumn column, Set<String> codes) {
        String heading = Headings.normal(column.heading());
        String code = codePart(heading);
        Matcher texts = CODE_AND_TEXT.matcher(heading);
        Optional<String> text =
                texts.matches() ? Optional.of(texts.group(2)).filter(words -> !words.isBlank()) : Optional.empty();
        Matcher sub = SUB_QUESTION.matcher(code);
        if (!sub.matches()) {
            // Only lists have a field for another answer, so that whatever stands here was offered.
            AnswerColumn asked = column.asking(code, text);
            return codes.contains(code + "[other]") ? asked.answeredBy(AnswerKind.SINGLE_CHOICE) : asked;
        }
        String option = sub.group(2);
        if (option.equals("other") || option.equals("othercomment") || option.endsWith("comment")) {
            return column.asking(code, text).answeredBy(AnswerKind.OPEN_TEXT).holding(PersonalData.FREE_TEXT);
        }
        boolean dual = sub.group(3) != null;
        return dual
                ? column.asking(code, text)
                : column.asking(sub.group(1), text).partOf(option);
    }

    private static AnswerColumn byText(AnswerColumn column, Map<String, String> codes) {
        String heading = Headings.normal(column.heading());
        Matcher option = TEXT_OPTION.matcher(heading);
        String question = option.matches() ? option.group(1) : heading;
        String code = codes.computeIfAbsent(question, any -> "q" + (codes.size() + 1));
        AnswerColumn asked = column.asking(code, Optional.of(heading));
        if (!option.matches()) {
            return asked;
        }
        boolean other = QuestionWords.isOther(option.group(2));
        return other
                ? asked.asking(code + ".other", Optional.of(heading))
                        .answeredBy(AnswerKind.OPEN_TEXT)
                        .holding(PersonalData.FREE_TEXT)
                : asked.partOf(option.group(2));
    }

    private static String codePart(String heading) {
        String tidy = Headings.normal(heading);
        Matcher texts = CODE_AND_TEXT.matcher(tidy);
        return texts.matches() ? texts.group(1) : tidy;
    }

    private static Optional<String> systemCode(String heading) {
        String code = codePart(heading);
        if (SYSTEM.contains(code)) {
            return Optional.of(code);
        }
        return Optional.ofNullable(SYSTEM_TEXTS.get(Headings.plain(heading)));
    }

    /** Timings end in {@code Time}; a question may, too, unless it stands there without the ending. */
    private static boolean isTiming(String heading, Set<String> codes) {
        String code = codePart(heading);
        if (TIMING_TEXT.matcher(Headings.normal(heading)).matches()) {
            return true;
        }
        if (!TIMING.matcher(code).matches() || code.length() < 5) {
            return false;
        }
        String question = code.substring(0, code.length() - 4);
        return code.equals("interviewtime")
                || code.matches("group(?:Time|_?time)\\d*")
                || codes.contains(question)
                || codes.stream().anyMatch(known -> known.startsWith(question + "["));
    }
}
