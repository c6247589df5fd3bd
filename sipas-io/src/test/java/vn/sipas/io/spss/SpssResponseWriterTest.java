package vn.sipas.io.spss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.Section;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.csv.OpenText;
import vn.sipas.io.outside.OutsideProgram;
import vn.sipas.io.outside.SampleResults;

class SpssResponseWriterTest {

    private static final LocalizedText HOSTILE =
            LocalizedText.of("Ông/Bà 'hài lòng'.\nVALUE LABELS q1 1 'x'.", "It's \"fine\". EXECUTE.");
    private static final Survey EVERY_KIND = Survey.of(
            SurveyKey.of("every-kind", 1),
            HOSTILE,
            List.of(new Section(
                    "s",
                    HOSTILE,
                    List.of(
                            RatingQuestion.of("q1", HOSTILE, RatingScale.likert5()),
                            new SingleChoiceQuestion(
                                    "to",
                                    HOSTILE,
                                    Requirement.OPTIONAL,
                                    List.of(Choice.of("nam", "Nam", "Male"), Choice.of("nữ", "Nữ", "Female"))),
                            new SingleChoiceQuestion(
                                    "Q1",
                                    HOSTILE,
                                    Requirement.OPTIONAL,
                                    List.of(Choice.of("10", "Mười", "Ten"), Choice.of("20", "Hai mươi", "Twenty"))),
                            new MultipleChoiceQuestion(
                                    "đất.đai",
                                    HOSTILE,
                                    Requirement.OPTIONAL,
                                    List.of(Choice.of("a", "A", "A"), Choice.of("b", "B", "B")),
                                    2),
                            new OpenTextQuestion("words", HOSTILE, Requirement.OPTIONAL, 500),
                            new NumberQuestion(
                                    "visits",
                                    HOSTILE,
                                    Requirement.OPTIONAL,
                                    new BigDecimal("-20000.5"),
                                    new BigDecimal("20000"))))),
            List.of());

    private static Response response(String id, Map<String, Answer> answers) {
        Response.Builder builder = Response.builder(id, EVERY_KIND.key(), UnitCode.of("07210"), "w");
        answers.forEach(builder::answer);
        return builder.build();
    }

    private static String write(Path folder, Survey survey, List<Response> responses, OpenText text)
            throws IOException {
        return write(folder, survey, responses, text, Language.VI);
    }

    private static String write(Path folder, Survey survey, List<Response> responses, OpenText text, Language language)
            throws IOException {
        try (OutputStream output = Files.newOutputStream(folder.resolve("data.csv"));
                SpssResponseWriter writer = SpssResponseWriter.open(output, survey, List.of("age"), text)) {
            for (Response response : responses) {
                writer.write(response);
            }
            return writer.syntax("data.csv", language);
        }
    }

    @Test
    void psppCountsWhatWeCount(@TempDir Path folder) throws Exception {
        List<Response> responses = SampleResults.responses();
        String syntax = write(folder, SampleResults.survey(), responses, OpenText.LEFT_OUT);
        Files.writeString(
                folder.resolve("run.sps"),
                syntax + "FREQUENCIES /VARIABLES=q1.\nDESCRIPTIVES /VARIABLES=q2 /STATISTICS=MEAN SUM.\n");
        String printed = OutsideProgram.run(folder, "pspp", "-O", "format=csv", "run.sps");

        Map<String, Integer> expected = new TreeMap<>();
        double sum = 0;
        for (Response response : responses) {
            String key = "blank";
            if (response.answer("q1") instanceof Answer.Rated rated) {
                key = List.of("Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng")
                        .get(rated.value() - 1);
            } else if (response.answer("q1") == Answer.NoAnswer.DONT_KNOW) {
                key = "Không biết";
            } else if (response.answer("q1") == Answer.NoAnswer.REFUSED) {
                key = "Từ chối trả lời";
            }
            expected.merge(key, 1, Integer::sum);
            sum += response.answer("q2") instanceof Answer.Rated rated ? rated.value() : 0;
        }
        Map<String, Integer> found = new TreeMap<>();
        for (String line : printed.lines().toList()) {
            String[] cells = line.replace("\"Không biết, không có ý kiến\"", "Không biết")
                    .split(",", -1);
            if (cells.length == 6 && cells[2].matches("[0-9]+")) {
                String label = cells[1].equals(".") ? "blank" : cells[1];
                if (expected.containsKey(label)) {
                    found.merge(label, Integer.parseInt(cells[2]), Integer::sum);
                }
            }
        }
        assertEquals(expected, found, printed);
        String total = ",%.2f".formatted(sum);
        assertTrue(printed.contains(total), total + " in\n" + printed);
        assertFalse(printed.contains("error:"), printed);
    }

    @Test
    void everyKindOfQuestionArrives(@TempDir Path folder) throws Exception {
        List<Response> responses = List.of(
                response(
                        "a,\"b'",
                        Map.of(
                                "q1", new Answer.Rated(5),
                                "to", new Answer.Selected("nữ"),
                                "Q1", new Answer.Selected("20"),
                                "đất.đai", new Answer.SelectedAll(Set.of("b")),
                                "words", new Answer.Written("Tốt, \"rất\" tốt\ncảm ơn"),
                                "visits", new Answer.Quantity(new BigDecimal("-20000.5")))),
                response(
                        "c",
                        Map.of(
                                "q1", Answer.NoAnswer.REFUSED,
                                "to", Answer.NoAnswer.NOT_ASKED,
                                "đất.đai", Answer.NoAnswer.DONT_KNOW,
                                "visits", Answer.NoAnswer.REFUSED)));
        String syntax = write(folder, EVERY_KIND, responses, OpenText.WRITTEN);
        assertTrue(syntax.contains("    v_to F20.0\n"), "a word of the language is no name");
        assertTrue(syntax.contains("    Q1_2 F20.0\n"), "names differ in more than case");
        assertTrue(syntax.contains("    dat_dai_a F20.0\n"));
        assertTrue(syntax.contains("MISSING VALUES visits (-20004, -20003, -20002)."), syntax);
        assertTrue(syntax.contains("It") || syntax.contains("''hài lòng''"));
        Files.writeString(
                folder.resolve("run.sps"),
                syntax + "LIST /VARIABLES=id q1 v_to Q1_2 dat_dai_a dat_dai_b words visits.\n");
        String printed = OutsideProgram.run(folder, "pspp", "-O", "format=csv", "run.sps");
        assertFalse(printed.contains("error:") || printed.contains("warning:"), printed);
        assertTrue(
                printed.contains("\"a,\"\"b'\",Rất hài lòng,Nữ,Hai mươi,Không chọn,Chọn,\"Tốt, \"\"rất\"\" tốt cảm"
                                + " ơn\",-20000.5")
                        || printed.contains("\"a,\"\"b'\",5,2,20,0,1,\"Tốt, \"\"rất\"\" tốt cảm ơn\",-20000.5"),
                printed);
    }

    @Test
    void wordsOfRespondentsAreLeftOut(@TempDir Path folder) throws IOException {
        write(
                folder,
                EVERY_KIND,
                List.of(response("a", Map.of("words", new Answer.Written("Nguyễn Văn A, 0912345678")))),
                OpenText.LEFT_OUT);
        assertFalse(Files.readString(folder.resolve("data.csv")).contains("0912345678"));
    }

    @Test
    void textsCannotLeaveTheirQuotes() {
        assertEquals("'It''s a. b'", SpssText.quoted("It's a.\nb", 255));
        assertEquals("'ệệ'", SpssText.quoted("ệệệ", 6));
        assertEquals("'x'", SpssText.quoted("xệ", 3));
    }

    private static final String LONG_VI = "Ông/Bà có hài lòng với 'một cửa' không? ".repeat(10);
    private static final String LONG_EN = "Are you satisfied with the \"one-stop\" office's work? ".repeat(10);
    private static final String LONG_CODE = "a_question_with_a_name_that_is_longer_than_sixty_four_bytes_";

    private static Choice choice(String code) {
        return Choice.of(code, code + " " + LONG_VI, code + " " + LONG_EN);
    }

    private static Survey hardNames() {
        LocalizedText question = LocalizedText.of(LONG_VI, LONG_EN);
        List<Question> questions = new ArrayList<>();
        for (String code : List.of("1st", "ALL", "With", "unit", "đ", "Đ", LONG_CODE + "1", LONG_CODE + "2")) {
            questions.add(RatingQuestion.of(code, question, RatingScale.likert5()));
        }
        questions.add(new SingleChoiceQuestion(
                "sex", question, Requirement.OPTIONAL, List.of(choice("m"), choice("f"), choice("x"))));
        questions.add(new MultipleChoiceQuestion(
                "why", question, Requirement.OPTIONAL, List.of(choice("a"), choice("b"), choice("c")), 3));
        questions.add(
                new NumberQuestion("fee", question, Requirement.OPTIONAL, BigDecimal.ZERO, new BigDecimal("1000000")));
        return Survey.of(
                SurveyKey.of("hard-names", 1), question, List.of(new Section("s", question, questions)), List.of());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hardNamesAndLongLabelsAreTaken(Language language, @TempDir Path folder) throws Exception {
        Survey survey = hardNames();
        Response.Builder answered = Response.builder("1", survey.key(), UnitCode.of("07210"), "w");
        survey.ratingQuestions().forEach(question -> answered.rating(question.code(), 4));
        answered.answer("sex", new Answer.Selected("f"))
                .answer("why", new Answer.SelectedAll(Set.of("a", "c")))
                .answer("fee", new Answer.Quantity(new BigDecimal("12.125")));
        Response none = Response.builder("2", survey.key(), UnitCode.of("07210"), "w")
                .answer("fee", Answer.NoAnswer.REFUSED)
                .answer("why", Answer.NoAnswer.DONT_KNOW)
                .build();
        String syntax = write(folder, survey, List.of(answered.build(), none), OpenText.LEFT_OUT, language);
        assertTrue(syntax.contains("FORMATS fee (F20.3)."), syntax);
        assertTrue(syntax.contains("VARIABLES=why_a why_b why_c VALUE=1."), syntax);
        for (String line : syntax.lines().toList()) {
            String name = line.strip().split(" ", 2)[0];
            assertFalse(line.startsWith("    ") && name.getBytes(StandardCharsets.UTF_8).length > 64, line);
        }
        String label = language == Language.VI ? "Ông/Bà có hài lòng" : "Are you satisfied";
        Files.writeString(
                folder.resolve("run.sps"),
                syntax
                        + "DISPLAY LABELS.\nMRSETS /DISPLAY NAME=[$why].\nLIST /VARIABLES=v_1st v_ALL v_With d d_2 fee.\n"
                        + "DESCRIPTIVES /VARIABLES=fee /STATISTICS=SUM.\nFREQUENCIES /VARIABLES=sex why_a.\n");
        String printed = OutsideProgram.run(folder, "pspp", "-O", "format=csv", "run.sps");
        assertFalse(printed.contains("error:") || printed.contains("warning:"), printed);
        assertTrue(printed.contains(label), printed);
        assertTrue(printed.contains("12.125"), printed);
        assertTrue(printed.contains("$why"), printed);
    }
}
