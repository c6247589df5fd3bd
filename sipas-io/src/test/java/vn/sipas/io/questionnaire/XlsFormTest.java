package vn.sipas.io.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.RoutingRule;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;

class XlsFormTest {

    private static final List<List<String>> CHOICES = List.of(
            List.of("list_name", "name", "label::Vietnamese (vi)", "label::English (en)"),
            List.of("muc", "5", "5. Rất hài lòng", "Very satisfied"),
            List.of("muc", "4", "4. Hài lòng", "Satisfied"),
            List.of("muc", "3", "3. Bình thường", "Neutral"),
            List.of("muc", "2", "2. Không hài lòng", "Dissatisfied"),
            List.of("muc", "1", "1. Rất không hài lòng", "Very dissatisfied"),
            List.of("gt", "nam", "Nam", "Male"),
            List.of("gt", "nu", "Nữ", "Female"));

    /** Spellings that converters of XLSForm still take: older words of types, one colon before the language, capitals. */
    @Test
    void olderSpellingsOfTypes() throws IOException {
        Survey survey = read(
                        List.of(
                                List.of("TYPE", "NAME", "LABEL:English", "label::vi"),
                                List.of("select one from gt or specify other", "c1", "Sex", "Giới tính"),
                                List.of("select all that apply from gt", "c2", "Which", "Những ai"),
                                List.of("select1 muc", "c3", "Satisfied?", "Hài lòng?"),
                                List.of("select_one_from_file gt.csv", "c4", "From a file", "Từ tệp")),
                        CHOICES,
                        List.of(List.of("form_title"), List.of("Phiếu")))
                .orThrow();
        assertEquals(
                List.of("c1", "c2", "c3"),
                survey.questions().stream().map(Question::code).toList());
        assertEquals(
                List.of("nam", "nu", "other"),
                ((SingleChoiceQuestion) survey.question("c1").orElseThrow()).selectableCodes());
        assertTrue(survey.question("c2").orElseThrow() instanceof MultipleChoiceQuestion);
        assertTrue(survey.question("c3").orElseThrow() instanceof RatingQuestion);
        assertEquals("Sex", survey.question("c1").orElseThrow().text().en());
        assertEquals("Giới tính", survey.question("c1").orElseThrow().text().vi());
    }

    @Test
    void takesOverGroupsChoicesScalesAndConditions() throws IOException {
        Checked<Survey> read = read(
                List.of(
                        List.of(
                                "type",
                                "name",
                                "label::Vietnamese (vi)",
                                "label::English (en)",
                                "required",
                                "relevant",
                                "constraint"),
                        List.of("start", "start"),
                        List.of("note", "loi_chao", "Kính chào", "Hello"),
                        List.of("select_one gt", "gioi_tinh", "Giới tính", "Sex"),
                        List.of("begin_group", "tiep_can", "Tiếp cận", "Access"),
                        List.of("select_one muc", "c1", "Hài lòng không?", "Satisfied?", "yes"),
                        List.of(
                                "select_multiple gt",
                                "c2",
                                "Chọn",
                                "Choose",
                                "",
                                "${c1} <= 2",
                                "count-selected(.) <= 1"),
                        List.of(
                                "text",
                                "c3",
                                "Vì sao?",
                                "Why?",
                                "",
                                "selected(${c2}, 'nam') and not(${gioi_tinh} = 'nu')",
                                "string-length(.) <= 200"),
                        List.of("integer", "tuoi", "Tuổi", "Age", "", "${tuoi_khac} > 3", ". >= 18 and . <= 120"),
                        List.of("end_group"),
                        List.of("date", "ngay", "Ngày", "Day"),
                        List.of("text", "c10", "Chỉ tiếng Việt"),
                        List.of("select_one khong_co", "c9", "?", "?")),
                CHOICES,
                List.of(List.of("form_title", "form_id", "version"), List.of("Phiếu", "Phieu 1", "2024010101")));
        Survey survey = read.orThrow();
        assertEquals("phieu-1/1", survey.key().toString());
        assertEquals(
                List.of("main", "tiep_can", "main-2"),
                survey.sections().stream().map(section -> section.code()).toList());
        RatingQuestion c1 = (RatingQuestion) survey.question("c1").orElseThrow();
        assertEquals(List.of("1", "2", "3", "4", "5"), c1.selectableCodes());
        assertEquals("muc", c1.scale().id());
        assertEquals(Requirement.REQUIRED, c1.requirement());
        assertEquals(1, ((MultipleChoiceQuestion) survey.question("c2").orElseThrow()).maxSelections());
        assertEquals(200, ((OpenTextQuestion) survey.question("c3").orElseThrow()).maxLength());
        NumberQuestion age = (NumberQuestion) survey.question("tuoi").orElseThrow();
        assertEquals(new BigDecimal("18"), age.minimum());
        assertTrue(survey.question("gioi_tinh").orElseThrow() instanceof SingleChoiceQuestion);
        assertEquals(
                List.of("c2", "c3"),
                survey.routing().stream().map(RoutingRule::question).toList());
        assertTrue(survey.asks("c2", question -> java.util.Set.of("2")));
        assertTrue(!survey.asks("c2", question -> java.util.Set.of("3")));
        List<String> codes = read.problems().stream().map(Problem::code).toList();
        assertTrue(
                codes.containsAll(List.of(
                        "questionnaire.element.left-out",
                        "questionnaire.condition.left-out",
                        "questionnaire.scale.recognised",
                        "questionnaire.choices.bad",
                        "questionnaire.version",
                        "questionnaire.text.one-language")),
                codes.toString());
    }

    @Test
    void aWorkbookWithoutTheSheetIsNoForm() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("Sheet1").value(0, 0, "x");
        }
        assertEquals(
                "questionnaire.file.other",
                XlsForm.read(SourceFile.of("x.xlsx", bytes.toByteArray()), Optional.empty(), SourceLimits.standard())
                        .problems()
                        .get(0)
                        .code());
    }

    @Test
    void theKeyOfTheCallerCounts() throws IOException {
        Survey survey = Survey.of(
                SurveyKey.of("a", 3),
                vn.sipas.core.LocalizedText.of("Phiếu", "Form"),
                List.of(new vn.sipas.core.survey.Section(
                        "s",
                        vn.sipas.core.LocalizedText.of("Phần", "Part"),
                        List.of(RatingQuestion.of(
                                "q",
                                vn.sipas.core.LocalizedText.of("Hỏi", "Ask"),
                                vn.sipas.core.survey.RatingScale.likert5())))),
                List.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XlsForm.write(survey, bytes);
        SourceFile file = SourceFile.of("x.xlsx", bytes.toByteArray());
        assertEquals(
                survey,
                XlsForm.read(file, Optional.empty(), SourceLimits.standard()).orThrow());
        assertEquals(
                SurveyKey.of("b", 9),
                XlsForm.read(file, Optional.of(SurveyKey.of("b", 9)), SourceLimits.standard())
                        .orThrow()
                        .key());
    }

    private static Checked<Survey> read(
            List<List<String>> survey, List<List<String>> choices, List<List<String>> settings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            fill(workbook.newWorksheet("survey"), survey);
            fill(workbook.newWorksheet("choices"), choices);
            fill(workbook.newWorksheet("settings"), settings);
        }
        return XlsForm.read(SourceFile.of("x.xlsx", bytes.toByteArray()), Optional.empty(), SourceLimits.standard());
    }

    private static void fill(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.value(row, column, rows.get(row).get(column));
            }
        }
    }
}
