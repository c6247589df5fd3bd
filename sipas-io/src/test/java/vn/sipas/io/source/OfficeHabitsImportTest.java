package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.io.table.SourceFile;

/**
 * What offices hand in besides clean tables: sheets of Microsoft Forms, quizzes, tables of results, sheets that dropped
 * zeros, files in old encodings, settings by mistake. All of it invented.
 */
class OfficeHabitsImportTest {

    private static final String MICROSOFT = """
            ID,Start time,Completion time,Email,Name,Last modified time,Thái độ của cán bộ,Ông/bà dùng kênh nào?,Mức độ hài lòng (1-5)
            1,8/29/26 9:40:01,8/29/26 9:44:10,anonymous,,,Hài lòng,Trực tiếp;Trực tuyến;,4
            2,8/29/26 9:50:01,8/29/26 9:58:10,an@example.vn,Nguyễn Văn An,,Rất hài lòng,Trực tiếp;,5
            3,8/30/26 9:50:01,8/30/26 9:58:10,anonymous,,,Bình thường,"Mạng xã hội, Zalo;Trực tiếp;",3
            """;

    @Test
    void aSheetOfMicrosoftForms() {
        Imported imported = Imported.of(MICROSOFT);
        Response first = imported.responses.get(0);
        assertEquals("1", first.id());
        assertEquals(Optional.of(LocalDate.of(2026, 8, 29)), first.day());
        assertEquals(
                Set.of(
                        new Answer.Rated(4),
                        new Answer.SelectedAll(Set.of("truc-tiep", "truc-tuyen")),
                        new Answer.Quantity(new BigDecimal(4))),
                Set.copyOf(first.answers().values()));
        assertEquals(ColumnOutcome.Fate.LEFT_OUT, imported.column("Email").fate());
        assertEquals(ColumnOutcome.Fate.LEFT_OUT, imported.column("Name").fate());
        assertEquals(
                List.of("Start time", "Last modified time"),
                imported.report().columns(ColumnOutcome.Fate.NOT_USED).stream()
                        .map(ColumnOutcome::heading)
                        .toList());
    }

    @Test
    void whatAQuizAddsToItsQuestionsIsNoAnswer() {
        Imported imported = Imported.of("""
                ID,Completion time,Total points,Quiz feedback,Giấy tờ cần nộp?,Points - Giấy tờ cần nộp?,Feedback - Giấy tờ cần nộp?
                1,2026-08-29,5,,Tờ khai,5,Đúng rồi An
                2,2026-08-29,0,,Sổ hộ khẩu,0,
                """);
        assertEquals(1, imported.responses.get(0).answers().size());
        Imported google = Imported.of("""
                Dấu thời gian,Điểm số,Giấy tờ cần nộp?,Giấy tờ cần nộp? [Điểm số],Giấy tờ cần nộp? [Phản hồi],Đánh giá [Thái độ],Đánh giá [Điểm]
                29/08/2026 09:40:00,1.00 / 1,Tờ khai,1.00 / 1,Đúng rồi An,4,5
                30/08/2026 09:40:00,0.00 / 1,Sổ hộ khẩu,0.00 / 1,,3,2
                """);
        // A row of a grid may be called like that; no question of its own stands before it.
        assertEquals(
                3,
                google.responses.get(0).answers().size(),
                google.responses.get(0).answers()::toString);
    }

    @Test
    void stepsOfFourWordingsAreThoseOfTheScale() {
        String somewhat =
                "id,care\n1,Very satisfied\n2,Somewhat satisfied\n3,Neither satisfied nor dissatisfied\n4,Somewhat dissatisfied\n";
        assertEquals(new Answer.Rated(4), Imported.of(somewhat).responses.get(1).answer("care"));
        String six = somewhat + "5,Satisfied\n";
        assertEquals(
                new Answer.Selected("somewhat-satisfied"),
                Imported.of(six).responses.get(1).answer("care"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đơn vị,Câu hỏi,Tỷ lệ hài lòng (%),Số phiếu\nPhường A,Thái độ,81.5,120\nPhường A,Thời gian,77,120\n",
                "unit,question,percent,mean\n07210,Q1,81.5,4.1\n07213,Q1,77.2,3.9\n",
                "STT,Đơn vị,Rất hài lòng,Hài lòng,Khác\n1,Sở Y tế,\"45,2%\",\"40,1%\",\"14,7%\"\n2,Sở Nội vụ,\"50,0%\",\"40,0%\",\"10,0%\"\n"
            })
    void sharesAndMeansAreNotTakenForPersons(String table) {
        assertEquals(List.of("source.table.aggregated"), Imported.of(table).refusals());
        assertEquals(
                2,
                Imported.of(table, ImportOptions.detecting().withTool(SurveyTool.CSV))
                        .responses
                        .size());
    }

    @Test
    void aQuestionAboutPercentIsNotATableOfShares() {
        Imported imported =
                Imported.of("id,Mức hài lòng (%),Thái độ\n1,80,Hài lòng\n2,95,Rất hài lòng\n3,60,Bình thường\n");
        assertEquals(3, imported.responses.size());
    }

    @Test
    void theWordsOfAnAnswerArePreferredToItsValue() {
        Imported imported = Imported.of("""
                response_id,question,answer_value,answer_label
                r1,Q1,4,Hài lòng
                r1,Q2,5,Rất hài lòng
                r2,Q1,1,Rất không hài lòng
                r2,Q2,4,Hài lòng
                """);
        assertEquals(SurveyTool.LONG_TABLE, imported.report().detection().tool());
        assertEquals(2, imported.responses.size());
        assertEquals(new Answer.Rated(1), imported.responses.get(1).answer("Q1"));
        assertEquals(1, imported.codes().get("source.column.per-answer"));
    }

    @Test
    void codesOfCommunesThatLostTheirZeroAreKeptAndReported() {
        Imported lost = Imported.of("Mã đơn vị,Thái độ\n7210,Hài lòng\n10021,Hài lòng\n");
        assertEquals(1, lost.codes().get("source.unit.leading-zeros"));
        assertEquals("7210", lost.responses.get(0).unit().value());
        Imported whole = Imported.of("Mã đơn vị,Thái độ\n07210,Hài lòng\n10021,Hài lòng\n");
        assertFalse(whole.codes().containsKey("source.unit.leading-zeros"));
        Imported own = Imported.of("Mã đơn vị,Thái độ\nA210,Hài lòng\n10021,Hài lòng\n");
        assertFalse(own.codes().containsKey("source.unit.leading-zeros"));
    }

    @Test
    void numbersThatMembersHaveAreLeftOut() {
        Imported imported =
                Imported.of(rows("Mã số SV,Điểm,Thu nhập", i -> (20210017 + 37 * i) + ",4," + (5230117 + i)));
        assertEquals(ColumnOutcome.Fate.LEFT_OUT, imported.column("Mã số SV").fate());
        assertEquals(ColumnOutcome.Fate.USED, imported.column("Điểm").fate());
        assertEquals(ColumnOutcome.Fate.USED, imported.column("Thu nhập").fate());
    }

    @Test
    void roundedAndRepeatedNumbersAreAnswers() {
        Imported rounded = Imported.of(rows("a,b", i -> (1_000_000 + 1500 * i) + "," + (200_001 + i % 4)));
        assertEquals(ColumnOutcome.Fate.USED, rounded.column("a").fate());
        assertEquals(ColumnOutcome.Fate.USED, rounded.column("b").fate());
    }

    @Test
    void fewNamesWithoutATellingHeadingAreNoOptions() {
        String names = "x,y\nAnna Schmidt,Very Satisfied\nSomchai Jaidee,Quite Satisfied\nK'Brôi Long,Not Satisfied\n";
        Imported imported = Imported.of(names);
        assertEquals(ColumnOutcome.Fate.LEFT_OUT, imported.column("x").fate());
        assertEquals(ColumnOutcome.Fate.USED, imported.column("y").fate());
    }

    @Test
    void commentsAmongManyThatSayNothingAreFreeText() {
        Imported imported = Imported.of(rows(
                "Ông bà thấy điều gì chưa tốt", i -> i % 4 == 0 ? "Tôi đợi ở quầy số " + i + " quá lâu" : "Không có"));
        assertEquals(
                ColumnOutcome.Fate.LEFT_OUT,
                imported.column("Ông bà thấy điều gì chưa tốt").fate());
        Imported asked = Imported.of(rows("Góp ý", i -> i % 5 == 0 ? "Quầy " + i : "Không"));
        assertEquals(ColumnOutcome.Fate.LEFT_OUT, asked.column("Góp ý").fate());
    }

    @Test
    void windows1258IsToldByItsToneMarks() {
        // U+0309 and its kin stand behind the vowel; that is how windows-1258 writes what it has no letter for.
        String text = "Mã phiếu,Thái độ\n1,Hài lòng\n2,Không hài lòng\n3,Rất hài lòng\n";
        byte[] bytes = halfComposed(text).getBytes(Charset.forName("windows-1258"));
        Imported imported = Imported.of(bytes, ImportOptions.detecting());
        assertEquals(
                "windows-1258",
                imported.report().detection().format().orElseThrow().charset().name());
        assertEquals(new Answer.Rated(5), imported.responses.get(2).answer("q1"));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, 'id,où\n1,Très satisfait à côté\n2,Ça dépend déjà\n'",
        "windows-1252, 'id,può\n1,Così così però\n2,Ciò è così più\n3,Lunedì può\n'",
        "ISO-8859-1, 'id,Þ\n1,Það er Þór\n2,Þetta Þýðir Það\n'"
    })
    void otherOldEncodingsAreNotGuessed(String charset, String text) {
        assertEquals(
                List.of("source.file.encoding"),
                Imported.of(text.getBytes(Charset.forName(charset)), ImportOptions.detecting())
                        .refusals());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "survey:\n  name: SIPAS\nunits:\n  - code: \"07210\"\n    name: A\n",
                "[database]\nhost=localhost\nport=5432\n",
                "# settings\napp.name=sipas\napp.port=8080\n",
                "INSERT INTO answers VALUES\n(1, 'q1', 5),\n(2, 'q2', 4);\n",
                "-- dump\nCREATE TABLE r (id INT, q1 INT);\nINSERT INTO r VALUES (1, 5);\n",
                "type,name,label::Vietnamese (vi)\nselect_one likert,q1,Thái độ\ninteger,q2,Tuổi\n"
            })
    void settingsStatementsAndQuestionnairesAreNoTables(String content) {
        assertEquals(List.of("source.file.no-table"), Imported.of(content).refusals());
    }

    @ParameterizedTest
    @CsvSource({
        "Tidsstempel, 03/08/2026 08.05.00",
        "Aikaleima, 3.8.2026 klo 8.05.00",
        "Zeitstempel, 03.08.2026 8:05:00",
        "ประทับเวลา, '3/8/2569, 8:05:00'",
        "타임스탬프, 2026. 8. 3 오전 8:05:00",
        "Timestamp, 2026/08/03 8:05:00 AM GMT+7"
    })
    void timesOfSheetsInOtherCountriesAreRead(String heading, String time) {
        Imported imported = Imported.of(heading + ",How satisfied are you?\n\"" + time + "\",4\n\"" + time + "\",5\n");
        assertEquals(SurveyTool.GOOGLE_FORMS, imported.report().detection().tool());
        assertEquals(
                Optional.of(LocalDate.of(2026, 8, 3)), imported.responses.get(0).day());
        assertEquals(time.contains("2569"), imported.codes().containsKey("source.date.buddhist"));
    }

    @ParameterizedTest
    @CsvSource({
        "4 - Hài lòng, 1 - Rất không hài lòng",
        "4. Hài lòng, 1. Rất không hài lòng",
        "Hài lòng (4), Rất không hài lòng (1)",
        "Hài lòng / Satisfied, Rất không hài lòng/Very dissatisfied",
        "2 - Hài lòng, 5 - Rất không hài lòng"
    })
    void labelsWithNumbersOrInTwoLanguagesStandOnTheScale(String four, String one) {
        Imported imported = Imported.of("id,care\n1," + four + "\n2," + one + "\n3," + four + "\n");
        assertEquals(new Answer.Rated(4), imported.responses.get(0).answer("care"));
        assertEquals(new Answer.Rated(1), imported.responses.get(1).answer("care"));
    }

    @Test
    void twoLanguagesThatSayDifferentThingsAreNoLevel() {
        Imported imported = Imported.of("id,care\n1,Hài lòng / Neutral\n2,Hài lòng / Satisfied\n");
        assertTrue(imported.responses.get(0).answer("care") instanceof Answer.Selected);
    }

    @Test
    void theRowThatAddsUpTheOthersIsNoPerson() {
        Imported imported =
                Imported.of("STT,Thái độ,Thời gian\n1,Hài lòng,Hài lòng\n2,Bình thường,Hài lòng\nTổng cộng,2,2\n");
        assertEquals(2, imported.responses.size());
        assertEquals("3 = 2 + 0 + 1", imported.sums());
        assertEquals(1, imported.codes().get("source.row.sum"));
        assertEquals(new Answer.Rated(3), imported.responses.get(1).answer("q1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mã phiếu;Điểm;Phút\n1;3,5;4\n2;4,5;7\n3;1,5;9\n",
                "BẢNG KẾT QUẢ\nMã phiếu;Điểm;Phút\n1;3,5;4\n2;4,5;7\n3;1,5;9\n"
            })
    void decimalCommasAreNoDelimiter(String content) {
        Imported imported = Imported.of(content);
        assertEquals(';', imported.report().detection().format().orElseThrow().delimiter());
        assertEquals(
                new Answer.Quantity(new BigDecimal("3.5")),
                imported.responses.get(0).answer("Điểm"));
    }

    /** Sheets do not keep the blank cells behind the last heading of a row, be it one that spans three columns. */
    @Test
    void headingsThatSpanColumnsOfASheet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "made", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Phiếu");
            sheet.value(0, 0, "STT");
            sheet.value(0, 1, "Thông tin chung");
            sheet.value(0, 3, "Mức độ hài lòng");
            List<List<String>> rows = List.of(
                    List.of("", "Họ và tên", "Nghề", "Thái độ", "Thời gian", "Kết quả"),
                    List.of("1", "Nguyễn Văn An", "Nông dân", "Hài lòng", "Bình thường", "Hài lòng"),
                    List.of("2", "Trần Thị Bình", "Công nhân", "Rất hài lòng", "Hài lòng", "Hài lòng"));
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < 6; j++) {
                    sheet.value(i + 1, j, rows.get(i).get(j));
                }
            }
        }
        Imported imported = Imported.of(SourceFile.of("export.xlsx", bytes.toByteArray()));
        assertEquals("2 = 2 + 0 + 0", imported.sums());
        assertEquals(
                ColumnOutcome.Fate.LEFT_OUT,
                imported.column("Thông tin chung - Họ và tên").fate());
        assertEquals(new Answer.Rated(5), imported.responses.get(1).answer("q3.thai-do"));
        assertEquals(new Answer.Rated(4), imported.responses.get(1).answer("q3.ket-qua"));
    }

    private static String rows(String headings, IntFunction<String> row) {
        return headings + "\n" + IntStream.range(0, 24).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    /** Letters with their circumflex, breve or horn, and the tone mark behind them, where windows-1258 has no letter. */
    private static String halfComposed(String text) {
        Charset old = Charset.forName("windows-1258");
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            if (old.newEncoder().canEncode(letter)) {
                written.append(letter);
            } else {
                String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
                String tone = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
                String rest = parts.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", "");
                written.append(Normalizer.normalize(rest, Normalizer.Form.NFC)).append(tone);
            }
        }
        assertTrue(old.newEncoder().canEncode(written), "the text is one that windows-1258 can write");
        return written.toString();
    }
}
