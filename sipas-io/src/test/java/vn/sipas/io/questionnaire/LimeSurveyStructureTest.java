package vn.sipas.io.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.Language;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;

/** Structure files of both layouts, made for the purpose. */
class LimeSurveyStructureTest {

    private static final String[][] LEVELS = {
        {"1", "Rất không hài lòng", "Very dissatisfied"},
        {"2", "Không hài lòng", "Dissatisfied"},
        {"3", "Bình thường", "Neutral"},
        {"4", "Hài lòng", "Satisfied"},
        {"5", "Rất hài lòng", "Very satisfied"}
    };

    private static String row(String... namesAndValues) {
        StringBuilder row = new StringBuilder("<row>");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.append(
                    "<" + namesAndValues[i] + "><![CDATA[" + namesAndValues[i + 1] + "]]></" + namesAndValues[i] + ">");
        }
        return row + "</row>";
    }

    private static String table(String name, String rows) {
        return "<" + name + "><fields><fieldname>x</fieldname></fields><rows>" + rows + "</rows></" + name + ">";
    }

    /** Texts in the tables of questions, one row a language. */
    private static String older() {
        StringBuilder questions = new StringBuilder();
        StringBuilder subs = new StringBuilder();
        StringBuilder answers = new StringBuilder();
        for (String language : List.of("vi", "en")) {
            boolean vi = language.equals("vi");
            questions.append(
                    question("1", "F", "A8", vi ? "<p>Mức độ&nbsp;hài lòng</p>" : "Satisfaction", language, "2", "1"));
            questions.append(question("2", "M", "A3", vi ? "Mong đợi" : "Expect", language, "1", "1"));
            questions.append(question(
                    "3",
                    "T",
                    "A4",
                    vi ? "Góp ý" : "Comment",
                    language,
                    "3",
                    "A3_SQ001.NAOK == \"Y\" and A8_SQ001 <= 2"));
            questions.append(question("4", "X", "A5", vi ? "Cảm ơn" : "Thanks", language, "4", "1"));
            questions.append(
                    question("5", "L", "A6", vi ? "Khác?" : "Other?", language, "5", "regexMatch(\"/a/\", A4)"));
            subs.append(sub("11", "1", "SQ001", vi ? "Thái độ" : "Attitude", language));
            subs.append(sub("12", "1", "SQ002", vi ? "Thời gian" : "Time", language));
            subs.append(sub("21", "2", "SQ001", vi ? "Nhanh" : "Fast", language));
            subs.append(sub("22", "2", "SQ002", vi ? "Rẻ" : "Cheap", language));
            for (String[] level : LEVELS) {
                answers.append(row(
                        "qid",
                        "1",
                        "code",
                        level[0],
                        "answer",
                        vi ? level[1] : level[2],
                        "sortorder",
                        level[0],
                        "language",
                        language,
                        "scale_id",
                        "0"));
            }
            answers.append(row(
                    "qid",
                    "5",
                    "code",
                    "A1",
                    "answer",
                    vi ? "Có" : "Yes",
                    "sortorder",
                    "1",
                    "language",
                    language,
                    "scale_id",
                    "0"));
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>"
                + "<DBVersion>178</DBVersion><languages><language>vi</language></languages>"
                + table("answers", answers.toString())
                + table(
                        "groups",
                        row("gid", "7", "group_name", "Phần A", "group_order", "0", "language", "vi")
                                + row("gid", "7", "group_name", "Part A", "group_order", "0", "language", "en"))
                + table("questions", questions.toString())
                + table("subquestions", subs.toString())
                + table("surveys", row("sid", "12345", "language", "vi"))
                + table(
                        "surveys_languagesettings",
                        row("surveyls_language", "vi", "surveyls_title", "Phiếu")
                                + row("surveyls_language", "en", "surveyls_title", "Form"))
                + "</document>";
    }

    private static String question(
            String qid, String type, String title, String text, String language, String order, String relevance) {
        return row(
                "qid",
                qid,
                "parent_qid",
                "0",
                "gid",
                "7",
                "type",
                type,
                "title",
                title,
                "question",
                text,
                "other",
                title.equals("A6") ? "Y" : "N",
                "mandatory",
                "Y",
                "question_order",
                order,
                "language",
                language,
                "relevance",
                relevance);
    }

    private static String sub(String qid, String parent, String title, String text, String language) {
        return row(
                "qid",
                qid,
                "parent_qid",
                parent,
                "gid",
                "7",
                "title",
                title,
                "question",
                text,
                "question_order",
                qid,
                "language",
                language,
                "scale_id",
                "0");
    }

    @Test
    void theOlderLayout() throws IOException {
        Checked<Survey> read = read(older());
        Survey survey = read.orThrow();
        assertEquals("limesurvey-12345/1", survey.key().toString());
        assertEquals("Form", survey.title().en());
        assertEquals(
                List.of("A3", "A8.SQ001", "A8.SQ002", "A4", "A6"),
                survey.questions().stream().map(Question::code).toList());
        RatingQuestion first = (RatingQuestion) survey.question("A8.SQ001").orElseThrow();
        assertEquals("Mức độ hài lòng – Thái độ", first.text().vi());
        assertEquals("Satisfaction – Attitude", first.text().en());
        assertEquals(List.of("1", "2", "3", "4", "5"), first.selectableCodes());
        assertEquals(
                2,
                ((MultipleChoiceQuestion) survey.question("A3").orElseThrow())
                        .choices()
                        .size());
        assertTrue(survey.question("A4").orElseThrow() instanceof OpenTextQuestion);
        assertEquals(
                List.of("A1", "other"),
                ((SingleChoiceQuestion) survey.question("A6").orElseThrow()).selectableCodes());
        assertTrue(survey.asks("A4", code -> code.equals("A3") ? Set.of("SQ001") : Set.of("2")));
        assertTrue(!survey.asks("A4", code -> code.equals("A3") ? Set.of("SQ002") : Set.of("2")));
        List<String> codes = read.problems().stream().map(Problem::code).toList();
        assertTrue(
                codes.containsAll(List.of(
                        "questionnaire.question.left-out",
                        "questionnaire.condition.left-out",
                        "questionnaire.scale.recognised",
                        "questionnaire.choices.other")),
                codes.toString());
    }

    @Test
    void theNewerLayoutWithTextsInTablesOfTheirOwn() throws IOException {
        StringBuilder answers = new StringBuilder();
        StringBuilder texts = new StringBuilder();
        for (String[] level : LEVELS) {
            answers.append(row(
                    "aid", "9" + level[0], "qid", "1", "code", "A" + level[0], "sortorder", level[0], "scale_id", "0"));
            texts.append(row("id", "1", "aid", "9" + level[0], "answer", level[1], "language", "vi"));
        }
        Survey survey = read("<document><LimeSurveyDocType>Survey</LimeSurveyDocType>"
                        + table("groups", row("gid", "7", "group_order", "0"))
                        + table("group_l10ns", row("id", "1", "gid", "7", "group_name", "Phần A", "language", "vi"))
                        + table(
                                "questions",
                                row(
                                        "qid",
                                        "1",
                                        "parent_qid",
                                        "0",
                                        "gid",
                                        "7",
                                        "type",
                                        "L",
                                        "title",
                                        "Q1",
                                        "mandatory",
                                        "N",
                                        "question_order",
                                        "0",
                                        "relevance",
                                        "1"))
                        + table("question_l10ns", row("id", "1", "qid", "1", "question", "Hài lòng?", "language", "vi"))
                        + table("answers", answers.toString())
                        + table("answer_l10ns", texts.toString())
                        + table("surveys", row("sid", "5"))
                        + "</document>")
                .orThrow();
        RatingQuestion question = (RatingQuestion) survey.question("Q1").orElseThrow();
        assertEquals(List.of("A1", "A2", "A3", "A4", "A5"), question.selectableCodes());
        assertEquals("Hài lòng?", question.text().vi());
        assertEquals("Phần A", survey.sections().get(0).title().vi());
    }

    private static String typed(String qid, String type, String title) {
        return row("qid", qid, "parent_qid", "0", "gid", "7", "type", type, "title", title, "question_order", qid);
    }

    private static String across(String qid, String parent, String title, String scale) {
        return row("qid", qid, "parent_qid", parent, "title", title, "question_order", qid, "scale_id", scale);
    }

    /** Grids of fields, rankings and dates, and the limits of numbers among the attributes. */
    private static String wide() {
        return "<document><LimeSurveyDocType>Survey</LimeSurveyDocType>"
                + table("groups", row("gid", "7", "group_order", "0"))
                + table(
                        "questions",
                        typed("1", ":", "B1")
                                + typed("2", ";", "B2")
                                + typed("3", "R", "B3")
                                + typed("4", "D", "B4")
                                + typed("5", "N", "B5")
                                + typed("6", "|", "B6")
                                + typed("7", "*", "B7")
                                + typed("8", ":", "B8"))
                + table(
                        "subquestions",
                        across("11", "1", "SY1", "0")
                                + across("12", "1", "SX1", "1")
                                + across("13", "1", "SX2", "1")
                                + across("21", "2", "SY1", "0")
                                + across("22", "2", "SX1", "1")
                                + across("81", "8", "SY1", "0")
                                + across("82", "8", "SX1", "1"))
                + table(
                        "answers",
                        row("qid", "3", "code", "A1", "answer", "Nhanh", "sortorder", "1")
                                + row("qid", "3", "code", "A2", "answer", "Rẻ", "sortorder", "2")
                                + row("qid", "3", "code", "A3", "answer", "Gần", "sortorder", "3"))
                + table(
                        "question_attributes",
                        row("qid", "5", "attribute", "min_num_value_n", "value", "1850")
                                + row("qid", "5", "attribute", "max_num_value_n", "value", "2050")
                                + row("qid", "3", "attribute", "max_answers", "value", "2")
                                + row("qid", "8", "attribute", "multiflexible_checkbox", "value", "1"))
                + table("surveys", row("sid", "5"))
                + "</document>";
    }

    @Test
    void everyTypeIsTakenOverOrNamedWithItsReason() throws IOException {
        Checked<Survey> read = read(wide());
        Survey survey = read.orThrow();
        assertEquals(
                List.of("B1.SY1_SX1", "B1.SY1_SX2", "B2.SY1_SX1", "B3.1", "B3.2", "B4", "B5", "B8.SY1_SX1"),
                survey.questions().stream().map(Question::code).toList());
        NumberQuestion year = (NumberQuestion) survey.question("B5").orElseThrow();
        assertEquals("1850", year.minimum().toPlainString());
        assertEquals("2050", year.maximum().toPlainString());
        assertEquals(
                "1",
                ((NumberQuestion) survey.question("B8.SY1_SX1").orElseThrow())
                        .maximum()
                        .toPlainString());
        assertEquals(
                List.of("A1", "A2", "A3"),
                ((SingleChoiceQuestion) survey.question("B3.2").orElseThrow()).selectableCodes());
        assertTrue(survey.question("B2.SY1_SX1").orElseThrow() instanceof OpenTextQuestion);
        List<String> leftOut = read.problems().stream()
                .filter(problem -> problem.code().equals("questionnaire.question.left-out"))
                .map(problem -> problem.message(Language.EN))
                .toList();
        assertEquals(2, leftOut.size());
        assertTrue(
                leftOut.get(0).contains("\"B6\" (type |)") && leftOut.get(0).contains("personal data"), leftOut.get(0));
        assertTrue(leftOut.get(1).contains("\"B7\" (type *)") && leftOut.get(1).contains("computes"), leftOut.get(1));
    }

    @Test
    void theStructureInsideAnArchive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("survey_5_responses.lsr"));
            archive.write("<document/>".getBytes(StandardCharsets.UTF_8));
            archive.putNextEntry(new ZipEntry("survey_5.lss"));
            archive.write(wide().getBytes(StandardCharsets.UTF_8));
        }
        Checked<Survey> read = LimeSurveyStructure.read(
                SourceFile.of("x.lsa", bytes.toByteArray()), Optional.empty(), SourceLimits.standard());
        assertEquals(8, read.orThrow().questions().size());
    }

    @Test
    void theTabSeparatedLayout() throws IOException {
        String head = "class\ttype/scale\tname\trelevance\ttext\thelp\tlanguage\tvalidation\tmandatory\tother\tdefault"
                + "\tsame_default\tmax_num_value_n\tmin_num_value_n\n";
        StringBuilder rows = new StringBuilder(head);
        rows.append("S\t\tsid\t\t77\t\t\t\t\t\t\t\t\t\n");
        for (String language : List.of("vi", "en")) {
            boolean vi = language.equals("vi");
            rows.append("SL\t\tsurveyls_title\t\t" + (vi ? "Phiếu" : "Form") + "\t\t" + language + "\t\t\t\t\t\t\t\n");
            rows.append("G\tG0\t" + (vi ? "Phần A" : "Part A") + "\t1\t\t\t" + language + "\t\t\t\t\t\t\t\n");
            rows.append(
                    "Q\tN\tyob\t1\t" + (vi ? "Năm sinh" : "Year") + "\t\t" + language + "\t\tY\t\t\t\t2050\t1850\n");
            rows.append("Q\tM\tcan\tyob > 1900\t\"" + (vi ? "Cần\ngì?" : "Needs") + "\"\t\t" + language
                    + "\t\t\t\t\t\t\t\n");
            rows.append("SQ\t0\tSQ1\t1\t" + (vi ? "Nhanh" : "Fast") + "\t\t" + language + "\t\t\t\t\t\t\t\n");
            rows.append("SQ\t0\tSQ2\t1\t" + (vi ? "Rẻ" : "Cheap") + "\t\t" + language + "\t\t\t\t\t\t\t\n");
            rows.append("Q\tL\tmuc\t1\t" + (vi ? "Mức" : "Level") + "\t\t" + language + "\t\t\t\t\t\t\t\n");
            rows.append("A\t0\tA1\t\t" + (vi ? "Có" : "Yes") + "\t\t" + language + "\t\t\t\t\t\t\t\n");
            rows.append("A\t0\tA2\t\t" + (vi ? "Không" : "No") + "\t\t" + language + "\t\t\t\t\t\t\t\n");
        }
        Survey survey = read(rows.toString()).orThrow();
        assertEquals("limesurvey-77/1", survey.key().toString());
        assertEquals("Form", survey.title().en());
        assertEquals("Phần A", survey.sections().get(0).title().vi());
        assertEquals(
                List.of("yob", "can", "muc"),
                survey.questions().stream().map(Question::code).toList());
        assertEquals("Cần gì?", survey.question("can").orElseThrow().text().vi());
        assertEquals(
                "2050",
                ((NumberQuestion) survey.question("yob").orElseThrow())
                        .maximum()
                        .toPlainString());
        MultipleChoiceQuestion needs =
                (MultipleChoiceQuestion) survey.question("can").orElseThrow();
        assertEquals("Cheap", needs.choices().get(1).label().en());
        assertEquals(
                List.of("A1", "A2"),
                survey.question("muc").orElseThrow() instanceof SingleChoiceQuestion single
                        ? single.selectableCodes()
                        : List.of());
    }

    @Test
    void hostileAndForeignFilesAreRefused() throws IOException {
        assertEquals(
                "questionnaire.file.broken",
                code("<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><document>&e;</document>"));
        assertEquals("questionnaire.file.broken", code("<document><a>"));
        assertEquals("questionnaire.file.broken", code("PK"));
        assertEquals(
                "questionnaire.file.other",
                code("<document><LimeSurveyDocType>Label set</LimeSurveyDocType></document>"));
        assertEquals(
                "questionnaire.no-question",
                code("<document><LimeSurveyDocType>Survey</LimeSurveyDocType></document>"));
    }

    private static String code(String xml) throws IOException {
        List<Problem> problems = read(xml).problems();
        return problems.get(problems.size() - 1).code();
    }

    private static Checked<Survey> read(String xml) throws IOException {
        return LimeSurveyStructure.read(
                SourceFile.of("x.lss", xml.getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                SourceLimits.standard());
    }
}
