package vn.sipas.io.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.MultipleChoiceQuestion;
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
                        "questionnaire.element.left-out",
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
