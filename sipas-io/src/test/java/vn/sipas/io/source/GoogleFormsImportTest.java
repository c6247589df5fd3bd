package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;

/** The conventions of the sheet behind a Google Form, one by one. */
class GoogleFormsImportTest {

    private static final String VIETNAMESE = "Dấu thời gian,Địa chỉ email,Ông/bà hài lòng mức nào?,"
            + "Thái độ phục vụ [Người tiếp nhận],Thái độ phục vụ [Người trả kết quả],Ông/bà muốn cải thiện điều gì?,"
            + "Chi phí đi lại (nghìn đồng),Lệ phí đã nộp (đồng)\n"
            + "29/08/2026 09:40,an@example.vn,Rất hài lòng,Hài lòng,Bình thường,"
            + "\"Thời gian chờ, Thái độ lịch sự, thân thiện\",\"12,5\",\"4,133,000\"\n"
            + "05/08/2026 10:41,binh@example.vn,Hài lòng,Hài lòng,Rất không hài lòng,Thời gian chờ,10,\"900,000\"\n"
            + "06/08/2026 8:05:09,c@example.vn,Không hài lòng,Không hài lòng,Hài lòng,"
            + "\"Thái độ lịch sự, thân thiện\",3,\"1,000,000\"\n";

    @Test
    void theVietnameseSheet() {
        Imported imported = Imported.of(VIETNAMESE);
        assertEquals(SurveyTool.GOOGLE_FORMS, imported.report().detection().tool());
        assertEquals(Optional.of(Language.VI), imported.report().detection().language());
        assertEquals("3 = 0 + 3 + 0", imported.sums());
        assertEquals(new Answer.Rated(5), imported.responses.get(0).answer("q1"));
    }

    /** A name is no code of a unit, but results by office are what everybody wants first. */
    @Test
    void namesOfOfficesAreAGroup() {
        Imported imported = Imported.of("Dấu thời gian,Anh/chị đã đến đâu?,Ông/bà hài lòng mức nào?\n"
                + "29/08/2026 09:40,Phường Dĩnh Kế,Hài lòng\n"
                + "29/08/2026 09:41,UBND xã Tân Mỹ,Bình thường\n");
        assertEquals(
                List.of(Map.of("office", "Phường Dĩnh Kế"), Map.of("office", "UBND xã Tân Mỹ")),
                imported.responses.stream()
                        .map(response -> Map.copyOf(response.respondentGroups()))
                        .toList());
    }

    @Test
    void ratingsThatBeginLikeUnitNamesAndAddressesAreNoOffices() {
        Imported imported = Imported.of("Dấu thời gian,Điều gì quan tâm?,Ông/bà từ đâu tới?,Hài lòng?\n"
                + "29/08/2026 09:40,Xã hội,\"Xã Tân Mỹ, thôn 5\",Hài lòng\n"
                + "29/08/2026 09:41,Xã hội,\"Xã Tân Mỹ, thôn 5\",Bình thường\n");
        imported.responses.forEach(response -> assertEquals(Map.of(), response.respondentGroups()));
    }

    /** As Vietnamese writes amounts: the point groups thousands. Nothing but the language of the headings says so. */
    @Test
    void pointsUnderVietnameseHeadingsGroupThousandsAndTheReportSaysSo() {
        String rows = "\n29/08/2026 09:40,735.000,Hài lòng\n29/08/2026 09:41,20.000,Bình thường\n";
        Imported typed = Imported.of("Dấu thời gian,Lệ phí đã nộp (đồng),Ông/bà hài lòng mức nào?" + rows);
        assertEquals(1, typed.codes().get("source.number.decimal-assumed"));
        assertEquals(
                List.of(new BigDecimal("735000"), new BigDecimal("20000")),
                typed.responses.stream().map(GoogleFormsImportTest::amount).toList());
        Imported english = Imported.of("Timestamp,Fee paid,How satisfied are you?" + rows);
        assertEquals(new BigDecimal("735.000"), amount(english.responses.get(0)));
        Imported proven = Imported.of("Dấu thời gian,Lệ phí đã nộp (đồng),Ông/bà hài lòng mức nào?" + rows
                + "29/08/2026 09:42,20.5,Bình thường\n");
        assertEquals(new BigDecimal("735.000"), amount(proven.responses.get(0)));
    }

    private static BigDecimal amount(Response response) {
        return response.answers().values().stream()
                .filter(Answer.Quantity.class::isInstance)
                .map(answer -> ((Answer.Quantity) answer).number())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theEnglishSheetWithMonthsFirst() {
        Imported imported = Imported.of("""
                Timestamp,Email Address,How satisfied are you?
                8/29/2026 9:40:12,a@b.org,Very satisfied
                8/5/2026 9:41:00,b@b.org,Satisfied
                """);
        assertEquals(SurveyTool.GOOGLE_FORMS, imported.report().detection().tool());
        assertEquals(
                Optional.of(LocalDate.of(2026, 8, 29)),
                imported.responses.get(0).day());
        assertEquals(
                Optional.of(LocalDate.of(2026, 8, 5)), imported.responses.get(1).day());
        assertEquals(
                Optional.of(DateOrder.MONTH_FIRST),
                imported.report().mapping().orElseThrow().dateOrder());
    }

    @Test
    void theDownloadWithTheYearFirstAndAZone() {
        Imported imported = Imported.of("""
                Timestamp,How satisfied are you?
                2026/08/29 9:40:12 AM GMT+7,Very satisfied
                2026/08/29 9:40:12 CH GMT+7,Satisfied
                2026/08/29 12:09:45 AM PST,Satisfied
                Sat Aug 29 2026 13:58:23 GMT+0700 (Indochina Time),Satisfied
                """);
        assertEquals(
                Optional.of(LocalDate.of(2026, 8, 29)),
                imported.responses.get(1).day());
        assertEquals(
                Optional.of(LocalDate.of(2026, 8, 29)),
                imported.responses.get(2).day());
        assertEquals("4 = 4 + 0 + 0", imported.sums());
    }

    @Test
    void daysFirstAreToldByADayThatIsNoMonth() {
        Imported imported = Imported.of(VIETNAMESE);
        assertEquals(
                Optional.of(LocalDate.of(2026, 8, 5)), imported.responses.get(1).day());
        assertEquals(
                ColumnOutcome.Fate.COARSENED, imported.column("Dấu thời gian").fate());
    }

    @Test
    void aVietnameseHeadingSaysDaysFirstWhereNoDateTells() {
        Imported imported = Imported.of(VIETNAMESE.replace("29/08/2026", "09/08/2026"));
        assertEquals(
                Optional.of(LocalDate.of(2026, 8, 9)), imported.responses.get(0).day());
        assertEquals(1, imported.codes().get("source.date.assumed"));
    }

    @Test
    void daysAreNotGuessedUnderAnEnglishHeading() {
        String unclear = VIETNAMESE.replace("29/08/2026", "09/08/2026").replace("Dấu thời gian", "Timestamp");
        Imported imported = Imported.of(unclear);
        assertEquals(Optional.empty(), imported.responses.get(0).day());
        assertTrue(imported.codes().get("source.date.order") > 0, imported.codes()::toString);
        Imported declared = Imported.of(unclear, ImportOptions.detecting().withDateOrder(DateOrder.DAY_FIRST));
        assertEquals(
                Optional.of(LocalDate.of(2026, 8, 9)), declared.responses.get(0).day());
    }

    @Test
    void rowsInTheOrderOfTimeUnderOneReadingTellTheOrder() {
        StringBuilder sheet = new StringBuilder("Timestamp,How satisfied are you?\n");
        // 11 July, 12 July, 1 August, 2 August, 9 August: months first, they would go back in time
        for (String day : List.of("11/07", "12/07", "01/08", "02/08", "09/08")) {
            sheet.append(day).append("/2026 08:00:00,Satisfied\n");
        }
        Imported imported = Imported.of(sheet.toString());
        assertEquals(
                Optional.of(LocalDate.of(2026, 7, 11)),
                imported.responses.get(0).day());
        assertEquals(1, imported.codes().get("source.date.assumed"));
    }

    @Test
    void decimalCommasAndGroupedThousands() {
        Imported imported = Imported.of(VIETNAMESE);
        assertEquals(
                new Answer.Quantity(new BigDecimal("12.5")),
                imported.responses.get(0).answer("q4"));
        assertEquals(
                new Answer.Quantity(new BigDecimal("4133000")),
                imported.responses.get(0).answer("q5"));
        assertEquals(
                new Answer.Quantity(new BigDecimal("900000")),
                imported.responses.get(1).answer("q5"));
        assertEquals("12,5", imported.changed.get(0).oldValue());
        assertEquals("12.5", imported.changed.get(0).newValue());
    }

    @Test
    void numbersAreNotGuessedWhereNoNumberTells() {
        String unclear = "Timestamp,How many people live in the ward?\n2026/08/29 9:00:00,\"4,133\"\n";
        Imported imported = Imported.of(unclear);
        assertTrue(imported.responses.get(0).answers().isEmpty());
        assertEquals("4,133", imported.changed.get(0).oldValue());
        assertEquals("source.number.decimal", imported.changed.get(0).reason().code());
        Imported declared = Imported.of(unclear, ImportOptions.detecting().withDecimalMark(DecimalMark.POINT));
        assertEquals(
                new Answer.Quantity(new BigDecimal("4133")),
                declared.responses.get(0).answer("q1"));
    }

    @Test
    void listsOfOptionsThatContainCommas() {
        Imported imported = Imported.of(VIETNAMESE);
        assertEquals(
                new Answer.SelectedAll(Set.of("thoi-gian-cho", "thai-do-lich-su-than-thien")),
                imported.responses.get(0).answer("q3"));
        assertEquals(
                new Answer.SelectedAll(Set.of("thai-do-lich-su-than-thien")),
                imported.responses.get(2).answer("q3"));
    }

    private static final String COMMA_BEFORE_A_CAPITAL = """
            Dấu thời gian,Ông/bà đã dùng những kênh nào?
            21/08/2026 9:00:00,"Bưu điện, VNPost"
            21/08/2026 9:01:00,"Cổng dịch vụ, Bưu điện, VNPost"
            21/08/2026 9:02:00,"Bưu điện, VNPost, Trực tiếp"
            21/08/2026 9:03:00,"Cổng dịch vụ, Trực tiếp"
            21/08/2026 9:04:00,Cổng dịch vụ
            21/08/2026 9:05:00,Trực tiếp
            """;

    @Test
    void anOptionWithACommaBeforeACapitalIsToldByItsCells() {
        Imported imported = Imported.of(COMMA_BEFORE_A_CAPITAL);
        assertEquals(
                new Answer.SelectedAll(Set.of("cong-dich-vu", "buu-dien-vnpost")),
                imported.responses.get(1).answer("q1"));
        assertEquals(1, imported.codes().get("source.list.uncertain"));
    }

    @Test
    void partsThatStandTogetherTooSeldomStayApartAndAreReported() {
        Imported imported = Imported.of(COMMA_BEFORE_A_CAPITAL.replace("\"Bưu điện, VNPost\"", "Trực tiếp"));
        assertEquals(
                new Answer.SelectedAll(Set.of("cong-dich-vu", "buu-dien", "VNPost")),
                imported.responses.get(1).answer("q1"));
        assertEquals(1, imported.codes().get("source.list.uncertain"));
    }

    @Test
    void aLabelThatGoesOnBehindAnotherLabelIsOne() {
        Imported imported = Imported.of("""
                Timestamp,Is the stop marked?
                2026-08-21 9:00:00,Yes
                2026-08-21 9:01:00,"Yes, but the sign is faded"
                2026-08-21 9:02:00,No
                2026-08-21 9:03:00,"Yes, but the sign is faded"
                """);
        assertEquals(
                new Answer.Selected("yes-but-the-sign-is-faded"),
                imported.responses.get(1).answer("q1"));
    }

    @Test
    void labelsThatBeginAlikeAndComeAgainAreNoList() {
        StringBuilder sheet = new StringBuilder("Timestamp,Were you treated differently?\n");
        for (int i = 0; i < 4; i++) {
            sheet.append("2026-08-21 9:00:00,No\n2026-08-21 9:01:00,\"Yes, but not here\"\n"
                    + "2026-08-21 9:02:00,\"Yes, here and elsewhere\"\n");
        }
        Imported imported = Imported.of(sheet.toString());
        assertEquals(
                new Answer.Selected("yes-but-not-here"),
                imported.responses.get(1).answer("q1"));
        assertEquals(1, imported.codes().get("source.list.uncertain"));
    }

    @Test
    void theDownloadJoinsOptionsBySemicolons() {
        Imported imported = Imported.of("""
                Timestamp,What matters to you?
                2026/08/21 8:54:18 PM GMT+7,Price, fair;Speed
                2026/08/21 8:55:18 PM GMT+7,Speed;Manners
                2026/08/21 8:56:18 PM GMT+7,Speed
                2026/08/21 8:57:18 PM GMT+7,Manners;Price, fair
                """.replace("Price, fair;Speed", "\"Price, fair;Speed\"")
                .replace("Manners;Price, fair", "\"Manners;Price, fair\""));
        assertEquals(
                new Answer.SelectedAll(Set.of("price-fair", "Speed")),
                imported.responses.get(0).answer("q1"));
    }

    @Test
    void aSlipAmongNumbersIsNoOption() {
        StringBuilder sheet = new StringBuilder("Timestamp,Enter your age\n");
        for (int i = 0; i < 24; i++) {
            sheet.append("2026/08/21 8:54:18 PM GMT+7,").append(18 + i % 7).append('\n');
        }
        Imported imported = Imported.of(sheet + "2026/08/21 8:54:18 PM GMT+7,Rahul Roy\n");
        assertEquals(
                new Answer.Quantity(BigDecimal.valueOf(18)),
                imported.responses.get(0).answer("q1"));
        assertEquals(1, imported.codes().get("source.cell.not-offered"));
        assertFalse(imported.mapped("Enter your age").values().containsKey("Rahul Roy"));
    }

    @Test
    void numberedHeadingsOfBandsAreBands() {
        Imported imported = Imported.of("""
                Dấu thời gian,1. Họ và tên,2. Giới tính,Câu 3: Độ tuổi,4. Mức độ hài lòng
                21/08/2026 9:00:00,Nguyễn An,Nam,18-30,Hài lòng
                21/08/2026 9:01:00,Trần Bình,Nữ,31-60,Rất hài lòng
                """);
        assertEquals("Nam", imported.responses.get(0).respondentGroups().get("sex"));
        assertEquals("18-30", imported.responses.get(0).respondentGroups().get("age"));
        assertEquals(
                ColumnOutcome.Fate.LEFT_OUT, imported.column("1. Họ và tên").fate());
    }

    @Test
    void optionsThatAlsoStandApartAreNeverJoined() {
        Imported imported = Imported.of(COMMA_BEFORE_A_CAPITAL + "21/08/2026 9:06:00,VNPost\n");
        assertEquals(
                new Answer.SelectedAll(Set.of("cong-dich-vu", "buu-dien", "VNPost")),
                imported.responses.get(1).answer("q1"));
    }

    @Test
    void aSingleChoiceWhoseLabelsHaveCommasIsNoList() {
        Imported imported = Imported.of("""
                Dấu thời gian,Ông/bà có quay lại không?
                21/08/2026 9:00:00,"Có, Chắc chắn"
                21/08/2026 9:01:00,"Có, Chắc chắn"
                21/08/2026 9:02:00,"Không, Nơi khác tốt hơn"
                21/08/2026 9:03:00,"Không, Nơi khác tốt hơn"
                21/08/2026 9:04:00,"Không, Nơi khác tốt hơn"
                21/08/2026 9:05:00,"Có, Chắc chắn"
                """);
        assertEquals(
                new Answer.Selected("co-chac-chan"), imported.responses.get(0).answer("q1"));
    }

    @Test
    void gridsHaveAQuestionForEachRow() {
        Imported imported = Imported.of(VIETNAMESE);
        assertEquals(new Answer.Rated(4), imported.responses.get(0).answer("q2.1"));
        assertEquals(new Answer.Rated(1), imported.responses.get(1).answer("q2.2"));
    }

    @Test
    void theEmailColumnIsLeftOut() {
        Imported imported = Imported.of(VIETNAMESE);
        assertEquals(
                ColumnOutcome.Fate.LEFT_OUT, imported.column("Địa chỉ email").fate());
        assertTrue(imported.responses.stream()
                .noneMatch(response -> response.toString().contains("example.vn")));
        Imported kept = Imported.of(
                VIETNAMESE,
                ImportOptions.detecting().withPrivacy(PrivacyPolicy.strict().keeping(PersonalData.EMAIL)));
        assertTrue(kept.responses.get(0).answers().containsValue(new Answer.Written("an@example.vn")));
    }

    @Test
    void decomposedTextIsComposedAndRecorded() {
        Imported imported = Imported.of(Normalizer.normalize(VIETNAMESE, Normalizer.Form.NFD));
        assertEquals(SurveyTool.GOOGLE_FORMS, imported.report().detection().tool());
        assertEquals(Imported.of(VIETNAMESE).responses, imported.responses);
        assertTrue(
                imported.changed.stream()
                        .anyMatch(cell -> cell.reason() == SourceProblem.COMPOSED
                                && cell.oldValue().equals(Normalizer.normalize("Rất hài lòng", Normalizer.Form.NFD))),
                imported.changed::toString);
        assertTrue(imported.codes().get("source.heading.composed") > 0);
    }

    @Test
    void aGivenSurveyIsMatchedByTheTextOfItsQuestions() {
        Survey survey = Survey.ofRatings(
                SurveyKey.of("one-stop", 1),
                LocalizedText.of("Phiếu", "Form"),
                List.of(
                        RatingQuestion.of(
                                "overall",
                                LocalizedText.of("Ông/bà hài lòng mức nào?", "How satisfied are you?"),
                                RatingScale.likert5()),
                        RatingQuestion.of(
                                "missing", LocalizedText.of("Câu không có", "Not there"), RatingScale.likert5())));
        Imported imported = Imported.of(VIETNAMESE, ImportOptions.detecting().withSurvey(survey));
        assertEquals(new Answer.Rated(2), imported.responses.get(2).answer("overall"));
        assertEquals(1, imported.codes().get("source.survey.question-missing"));
        assertEquals(5, imported.report().columns(ColumnOutcome.Fate.UNMAPPED).size());
    }
}
