package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.table.ProgressListener;
import vn.sipas.io.table.SourceLimits;

/** Plain tables wide and long, in every encoding and with every delimiter, and what is refused. */
class PlainTableImportTest {

    private static final String WIDE = """
                Mã phiếu,Mã đơn vị,Ngày,Giới tính,q1,q2,Lý do
                a1,07210,2026-03-01,Nam,Rất hài lòng,3,
                a2,07213,2026-03-02,Nữ,Rất không hài lòng,4,
                a3,07213,2026-03-02,Nữ,Hài lòng,5,"Chờ lâu quá,
                đi lại nhiều lần"
                """;

    private static final String LONG = """
                id,khao_sat_id,uuid,don_vi_id,Câu hỏi,Trả lời,Thứ tự,Thời gian,Số điện thoại
                1,5,u-1,07210,Thái độ,"lịch sự, thân thiện",1,2023-06-26 08:00:00,0912345678
                2,5,u-2,07213,Thái độ,bình thường,1,2023-06-26 08:01:00,
                3,5,u-1,07210,Lý do chờ lâu,quá đông,2,2023-06-26 08:00:00,0912345678
                4,5,u-1,07210,Lý do chờ lâu,thủ tục rườm rà,2,2023-06-26 08:00:00,0912345678
                5,5,u-2,07213,Hướng dẫn,nhiệt tình,3,2023-06-26 08:01:00,
                6,5,u-2,07213,Hướng dẫn,nhiệt tình,3,2023-06-26 08:01:00,
                7,5,u-3,07213,Hướng dẫn,nhiệt tình,3,2023-06-26 08:02:00,
                """;

    @Test
    void aWideTableWithRolesByHeading() {
        Imported imported = Imported.of(WIDE);
        assertEquals(SurveyTool.CSV, imported.report().detection().tool());
        assertEquals("3 = 3 + 0 + 0", imported.sums());
        Response first = imported.responses.get(0);
        assertEquals("a1", first.id());
        assertEquals(UnitCode.of("07210"), first.unit());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 1)), first.day());
        assertEquals("Nam", first.respondentGroups().get("sex"));
        assertEquals(new Answer.Rated(5), first.answer("q1"));
        assertEquals(ColumnOutcome.Fate.LEFT_OUT, imported.column("Lý do").fate());
    }

    @Test
    void everyDelimiterIsTold() {
        for (char delimiter : new char[] {';', '\t', '|'}) {
            Imported imported = Imported.of(WIDE.replace(",\nđi", " đi").replace(',', delimiter));
            assertEquals(
                    delimiter,
                    imported.report().detection().format().orElseThrow().delimiter());
            assertEquals(3, imported.responses.size());
        }
        Imported hinted = Imported.of("sep=;\r\n" + WIDE.replace(",\nđi", " đi").replace(',', ';'));
        assertEquals(3, hinted.responses.size());
        assertEquals(3, hinted.rows.get(0).place().line().orElseThrow());
        Imported declared =
                Imported.of("q1~q2\n1~2\n", ImportOptions.detecting().withDelimiter('~'));
        assertEquals(2, declared.report().columns().size());
    }

    @Test
    void twoDelimitersThatFitAreNotDecidedBetween() {
        assertEquals(
                List.of("source.file.delimiter"),
                Imported.of("a,b;c,d;e\n1,2;3,4;5\n").refusals());
    }

    @Test
    void wideEncodingsAreToldByTheirMark() {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Imported imported = Imported.of(("\ufeff" + WIDE).getBytes(charset), ImportOptions.detecting());
            assertEquals(
                    charset,
                    imported.report().detection().format().orElseThrow().charset());
            assertEquals(Imported.of(WIDE).responses, imported.responses);
        }
    }

    @Test
    void theVietnameseCodePageMustBeDeclared() {
        Charset vietnamese = Charset.forName("windows-1258");
        // The code page has no composed tone marks: letters are followed by their tones.
        String tones =
                Normalizer.normalize("q1,q2\nHài lòng,1\n", Normalizer.Form.NFC).replace("ò", "o\u0300");
        byte[] bytes = tones.getBytes(vietnamese);
        assertEquals(
                List.of("source.file.encoding"),
                Imported.of(bytes, ImportOptions.detecting()).refusals());
        Imported imported = Imported.of(bytes, ImportOptions.detecting().withCharset(vietnamese));
        assertEquals("1 = 1 + 0 + 0", imported.sums());
        assertEquals(new Answer.Rated(4), imported.responses.get(0).answer("q1"));
    }

    @Test
    void aLongTableOfSubmissionsAndQuestions() {
        Imported imported = Imported.of(LONG);
        assertEquals(SurveyTool.LONG_TABLE, imported.report().detection().tool());
        // seven rows: the sixth repeats the fifth
        assertEquals("7 = 6 + 0 + 1", imported.sums());
        assertEquals(3, imported.report().responses());
        Response first = imported.responses.stream()
                .filter(response -> response.id().equals("u-1"))
                .findFirst()
                .orElseThrow();
        assertEquals(UnitCode.of("07210"), first.unit());
        assertEquals(Optional.of(LocalDate.of(2023, 6, 26)), first.day());
        assertEquals(new Answer.Selected("lich-su-than-thien"), first.answer("q1"));
        assertEquals(new Answer.SelectedAll(Set.of("qua-dong", "thu-tuc-ruom-ra")), first.answer("q2"));
        assertEquals(
                ColumnOutcome.Fate.LEFT_OUT, imported.column("Số điện thoại").fate());
        assertEquals(1, imported.codes().get("source.row.repeated-answer"));
    }

    @Test
    void aLongTableHoldsOnlySoManySubmissionsOpen() {
        Imported imported = Imported.of(
                LONG,
                ImportOptions.detecting().withLimits(SourceLimits.standard().withOpenSubmissions(1)));
        assertTrue(imported.codes().get("source.row.late") >= 1, imported.codes()::toString);
        assertEquals(
                imported.report().rows().read(),
                imported.report().rows().used() + imported.report().rows().setAside());
    }

    @Test
    void twoToolsThatFitAreNotDecidedBetween() {
        String both =
                "Dấu thời gian,Mã phiếu,Câu hỏi,Trả lời\n29/08/2026 09:40,1,Thái độ,Tốt\n29/08/2026 09:40,1,Chờ,Lâu\n";
        Imported imported = Imported.of(both);
        assertEquals(List.of("source.tool.ambiguous"), imported.refusals());
        assertTrue(imported.outcome.problems().get(0).toString().contains("google-forms"));
        assertEquals(
                SurveyTool.LONG_TABLE,
                Imported.of(both, ImportOptions.detecting().withTool(SurveyTool.LONG_TABLE))
                        .report()
                        .detection()
                        .tool());
    }

    @Test
    void aDeclaredToolThatDoesNotFitIsRefused() {
        assertEquals(
                List.of("source.tool.other"),
                Imported.of(WIDE, ImportOptions.detecting().withTool(SurveyTool.QUALTRICS))
                        .refusals());
        assertEquals(List.of("source.file.empty"), Imported.of("").refusals());
    }

    @Test
    void rowsThatCannotBeUsedAreSetAsideWithTheirPlace() {
        Imported imported = Imported.of("""
                id,unit,weight,q1
                1,07210,1.5,Hài lòng
                ,07210,1,Hài lòng
                3,,1,Hài lòng
                4,07210,-1,Hài lòng
                1,07210,1,Hài lòng
                ,,,
                7,07210,1,Hài lòng,thừa
                8,07210,2,Rất không hài lòng
                """);
        assertEquals("8 = 2 + 0 + 6", imported.sums());
        assertEquals(1.5, imported.responses.get(0).position().weight());
        for (String code : List.of(
                "source.row.no-id",
                "source.row.bad-unit",
                "source.row.bad-weight",
                "source.row.repeated-id",
                "source.row.blank",
                "csv.row.field-count")) {
            assertEquals(1, imported.codes().get(code), code);
        }
        // the row with a field too many could not be laid out: its 5 cells are set aside as they are
        assertEquals(7 * 4 + 5, imported.report().cells().cells());
    }

    @Test
    void cellsOutsideTheLimitsAreSetAside() {
        SourceLimits tight = SourceLimits.standard().withRow(400, 100);
        Imported imported = Imported.of(
                "q1,q2\n1,2\n" + "x".repeat(200) + ",2\n3,1\n",
                ImportOptions.detecting().withLimits(tight));
        assertEquals("3 = 2 + 0 + 1", imported.sums());
        assertEquals(1, imported.codes().get("csv.field.too-long"));
        assertEquals(
                List.of("csv.row.too-many-fields"),
                Imported.of(
                                "a,b,c\n1,2,3\n",
                                ImportOptions.detecting()
                                        .withLimits(SourceLimits.standard().withColumns(2)))
                        .refusals());
    }

    @Test
    void progressIsToldAndAnImportCanBeEnded() {
        StringBuilder content = new StringBuilder("q1,q2\n");
        for (int i = 0; i < 20_000; i++) {
            content.append(i % 5 + 1).append(",2\n");
        }
        AtomicLong rows = new AtomicLong();
        Imported imported = Imported.of(
                content.toString(), ImportOptions.detecting().withProgress((at, bytes, problems) -> rows.set(at)));
        assertEquals(20_000, rows.get());
        assertEquals(20_000, imported.responses.size());
        ProgressListener ending = new ProgressListener() {
            @Override
            public void at(long at, long bytes, long problems) {
                rows.set(at);
            }

            @Override
            public boolean cancelled() {
                return rows.get() >= 4096;
            }
        };
        rows.set(0);
        assertThrows(
                CancellationException.class,
                () -> Imported.of(content.toString(), ImportOptions.detecting().withProgress(ending)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a letter, with and without commas
                "Kính gửi phường, tôi xin phản ánh việc nộp hồ sơ.\nHôm qua tôi đến, cán bộ hướng dẫn, tuy nhiên phải chờ.\n"
                        + "Xin thêm ghế.\nXin cảm ơn.\n",
                "This is the first line of a letter that was saved under a wrong name\n"
                        + "It goes on for a while and has no separators at all in any line\n",
                // logs
                "2026-08-29 09:40:12,123 INFO started\n2026-08-29 09:40:13,124 INFO ended\n",
                "10.0.0.1,200,GET\n10.0.0.2,200,GET\n",
                // rows without headings
                "5,4,3,5\n4,4,3,5\n3,3,4,4\n",
                // program text
                "package a;\n\nclass A {\n  int f(int a, int b) {\n    return g(a, b);\n  }\n}\n"
            })
    void whatIsNoTableIsRefusedWithAReason(String content) {
        assertEquals(List.of("source.file.no-table"), Imported.of(content).refusals());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7\n1 0 obj\n", "{\\rtf1\\ansi {\\fonttbl;},x}\n", "\u0089PNG\r\n", "GIF89a;,"})
    void documentsAndPicturesAreRefused(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                List.of("source.file.unknown"),
                Imported.of(bytes, ImportOptions.detecting()).refusals());
    }

    @Test
    void aTableOfOneColumnOrWithNumberedQuestionsIsATable() {
        assertEquals("3 = 3 + 0 + 0", Imported.of("rating\n5\n4\n3\n").sums());
        assertEquals("2 = 2 + 0 + 0", Imported.of("1,2,3\n5,4,3\n4,4,4\n").sums());
    }

    @Test
    void listsAreToldInPlainTables() {
        StringBuilder content = new StringBuilder("id,channels,town,treated\n");
        for (int i = 0; i < 12; i++) {
            content.append(i)
                    .append(i % 3 == 0 ? ",Zalo" : i % 3 == 1 ? ",\"Zalo, Phone\"" : ",\"Phone, Office\"")
                    .append(i % 2 == 0 ? ",\"Hue, Viet Nam\"" : ",\"Vinh, Viet Nam\"")
                    .append(i % 2 == 0 ? ",No\n" : ",\"Yes, but not here\"\n");
        }
        Imported imported = Imported.of(content.toString());
        assertEquals(
                new Answer.SelectedAll(Set.of("Zalo", "Phone")),
                imported.responses.get(1).answer("channels"));
        assertEquals(
                new Answer.Selected("vinh-viet-nam"), imported.responses.get(1).answer("town"));
        assertEquals(
                new Answer.Selected("yes-but-not-here"),
                imported.responses.get(1).answer("treated"));
    }

    @Test
    void yearsOfTwoDigitsAreOfThisCentury() {
        Imported imported = Imported.of("id,day,q1\n1,21/8/26 9:40,5\n2,2/8/26 9:41,4\n");
        assertEquals(
                Optional.of(LocalDate.of(2026, 8, 2)), imported.responses.get(1).day());
    }

    @Test
    void sentencesAreNoIds() {
        Imported imported = Imported.of("id,q1\n1,5\nthis line only says who made the file,\n2,4\n");
        assertEquals(
                List.of("row-1", "row-2", "row-3"),
                imported.responses.stream().map(Response::id).toList());
    }

    @Test
    void headingsWithoutRowsAreReported() {
        Imported imported = Imported.of("Dấu thời gian,Ông/bà hài lòng mức nào?\n");
        assertEquals(1, imported.codes().get("source.file.no-rows"));
        assertFalse(imported.codes().containsKey("source.privacy.left-out"));
    }

    @Test
    void optionsBelowTheirQuestionsAreASecondRowOfHeadings() {
        Imported imported = Imported.of("""
                Respondent ID,Date,How satisfied are you?,Which channels did you use?,,,Any comments?
                ,,Response,Office,Website,Other (please specify),Open-Ended Response
                118,2026-08-21,Very satisfied,Office,Website,,thanks to all
                119,2026-08-21,Satisfied,,Website,by post,
                120,2026-08-22,Satisfied,Office,,,
                """);
        assertEquals("3 = 3 + 0 + 0", imported.sums());
        assertEquals("118", imported.responses.get(0).id());
        assertEquals(
                new Answer.SelectedAll(Set.of("Office", "Website")),
                imported.responses.get(0).answers().values().stream()
                        .filter(Answer.SelectedAll.class::isInstance)
                        .findFirst()
                        .orElseThrow());
        assertEquals(1, imported.codes().get("source.headings.stacked"));
        // the other answer and the comment, in their own words
        assertEquals(2, imported.report().cells().personal());
    }

    @Test
    void wordingsBelowCodesAreASecondRowOfHeadings() {
        Imported imported = Imported.of("""
                q1,q2,q3,band
                How was the wait?,How was the desk?,How clear was the form?,Age band
                5,4,3,18-30
                4,4,5,31-60
                """);
        assertEquals("2 = 2 + 0 + 0", imported.sums());
        assertEquals(Optional.of("How was the wait?"), imported.mapped("q1").text());
        assertEquals(1, imported.codes().get("source.headings.stacked"));
    }

    @Test
    void theExportOfFormbricks() {
        Imported imported = Imported.of("""
                No.,Response ID,Timestamp,Finished,Survey ID,Formbricks ID (internal),User ID,Notes,Tags,url,userAgent - browser,1. How satisfied are you?,2. Which channels did you use?,2. Which channels did you use? - Option ID,3. What is your name?
                1,clx1abc,2026-08-21 10:00:00,Yes,s1,p1x,u1,An: call back,vip,https://a.example/s1?who=1,Chrome,Very satisfied,Office; Website,c1; c2,Ann
                2,clx2abc,2026-08-21 11:00:00,No,s1,p2x,u2,,,https://a.example/s1?who=2,Firefox,Satisfied,Website,c2,Bo
                3,clx3abc,2026-08-22 09:00:00,Yes,s1,p3x,u3,,,https://a.example/s1?who=3,Chrome,Satisfied,Office,c1,
                """);
        assertEquals("clx1abc", imported.responses.get(0).id());
        assertEquals(1, imported.report().incomplete());
        assertEquals(
                new Answer.SelectedAll(Set.of("Office", "Website")),
                imported.responses.get(0).answers().values().stream()
                        .filter(Answer.SelectedAll.class::isInstance)
                        .findFirst()
                        .orElseThrow());
        for (String heading : List.of(
                "Formbricks ID (internal)",
                "User ID",
                "Notes",
                "url",
                "userAgent - browser",
                "3. What is your name?")) {
            assertEquals(ColumnOutcome.Fate.LEFT_OUT, imported.column(heading).fate(), heading);
        }
    }
}
