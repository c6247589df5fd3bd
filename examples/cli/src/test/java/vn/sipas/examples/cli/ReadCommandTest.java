package vn.sipas.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {

    private static final String FORM = """
                Dấu thời gian,Địa chỉ email,Mã đơn vị,Ông/bà hài lòng mức nào?
                29/08/2026 09:40,an@example.vn,07210,Rất hài lòng
                05/08/2026 10:41,b@example.vn,07213,hài lòng\s
                06/08/2026 11:00,c@example.vn,07213,Rất không hài lòng
                """;

    @TempDir
    private Path folder;

    private record Run(int status, String out, String err) {}

    private static Run sipas(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = SipasCommand.run(
                new PrintWriter(out),
                new PrintWriter(err),
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        assertFalse(err.toString().contains("\tat "), err::toString);
        return new Run(status, out.toString(), err.toString());
    }

    private Path file(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    @Test
    void anUndeclaredExportBecomesResponsesProblemsMappingAndSurvey() throws IOException {
        Path form = file("form.csv", FORM);
        Run run = sipas(
                "read",
                "--in",
                form,
                "--out",
                at("r.ndjson"),
                "--problems",
                at("p.csv"),
                "--map-out",
                at("m.json"),
                "--survey-out",
                at("s.json"));
        assertEquals(1, run.status, run.err);
        assertTrue(run.out.contains("Google Forms"), run.out);
        assertTrue(run.out.contains("3 read = 2 kept + 1 changed + 0 set aside"), run.out);
        assertTrue(run.out.contains("12 cells = "), run.out);
        assertTrue(run.out.contains("1 columns left out as personal data: Địa chỉ email"), run.out);
        assertEquals(3, Files.readAllLines(at("r.ndjson")).size());
        List<String> problems = Files.readAllLines(at("p.csv"));
        assertEquals("file,line,column,code,message", problems.get(0));
        assertTrue(
                problems.stream()
                        .anyMatch(line -> line.contains(",3,4,source.cell.tidied,") && line.contains("«hài lòng »")),
                problems::toString);
        assertFalse(String.join("\n", problems).contains("example.vn"));

        Run again = sipas(
                "read", "--in", form, "--map", at("m.json"), "--out", at("r2.ndjson"), "--problems", at("p2.csv"));
        assertEquals(1, again.status, again.err);
        assertEquals(Files.readString(at("r.ndjson")), Files.readString(at("r2.ndjson")));
    }

    @Test
    void anIndexIsTheSameFromTheExportAndFromItsResponses() throws IOException {
        Path form = file("form.csv", FORM);
        sipas("read", "--in", form, "--out", at("r.ndjson"), "--problems", at("p.csv"), "--survey-out", at("s.json"));
        Run fromResponses = sipas("index", "--responses", at("r.ndjson"), "--survey", at("s.json"), "--by", "unit");
        Run fromExport = sipas("index", "--responses", form, "--survey", at("s.json"), "--by", "Mã đơn vị");
        assertEquals(0, fromResponses.status, fromResponses.err);
        assertEquals(fromResponses.out, fromExport.out);
        // two of three are satisfied
        assertTrue(fromResponses.out.contains("ALL,q2,favourable_share,0.6666666666666666"), fromResponses.out);
        assertTrue(fromResponses.out.contains("07213,q2,favourable_share,0.5,"), fromResponses.out);
        assertTrue(fromExport.err.contains("3 read = 2 kept + 1 changed + 0 set aside"), fromExport.err);
    }

    @Test
    void groupsAndAnswersGroupAnIndexAndWhatIsNotThereSaysWhere() throws IOException {
        Path form = file("form.csv", """
                Dấu thời gian,UBND đã đến,Giấy tờ,Ông/bà hài lòng mức nào?
                29/08/2026 09:40,Phường Dĩnh Kế,Khai sinh,Rất hài lòng
                30/08/2026 10:41,Xã Tân Mỹ,Hộ tịch,Hài lòng
                30/08/2026 11:41,Xã Tân Mỹ,Khai sinh,Bình thường
                """);
        Path responses = at("r.ndjson");
        Path survey = at("s.json");
        assertEquals(
                0,
                sipas("read", "--in", form, "--out", responses, "--problems", at("p.csv"), "--survey-out", survey)
                        .status);
        String byOffice = "Phường Dĩnh Kế,q3,favourable_share,1,";
        for (Path file : List.of(form, responses)) {
            Run run = sipas("index", "--responses", file, "--survey", survey, "--by", "office");
            assertTrue(run.out.contains("\n" + byOffice), run.out);
            Run absent = sipas("index", "--responses", file, "--survey", survey, "--by", "nowhere");
            assertEquals(1, absent.status);
            assertTrue(absent.err.contains(file + " nowhere: The file has no column \"nowhere\"."), absent.err);
        }
        Run byAnswer = sipas("index", "--responses", responses, "--survey", survey, "--by", "q2");
        assertTrue(byAnswer.out.contains("\nkhai-sinh,q3,favourable_share,0.5,"), byAnswer.out);
    }

    @Test
    void everyCommandSaysTheSameOfAFileThatIsNoTable() throws IOException {
        Path pdf = file("form.pdf", "%PDF-1.4\n1 0 obj\n");
        for (Run run : List.of(
                sipas("read", "--in", pdf, "--out", at("r.ndjson"), "--problems", at("p.csv")),
                sipas("index", "--responses", pdf, "--items", "q1", "--scale", "likert5"),
                sipas("rate", "--scores", pdf, "--scheme", "catalog:dong-nai-54-2025"))) {
            assertEquals(1, run.status);
            assertTrue(run.err.contains("[source.file.unknown]"), run.err);
        }
    }

    @Test
    void countsOfTerminalsAreIndexedWithoutRespondents() throws IOException {
        Path counts = file("hourly.csv", """
                Date,Hour,Very happy,Happy,Unhappy,Very unhappy
                2026-08-29,8,10,4,1,2
                2026-08-29,9,8,3,2,0
                """);
        sipas("read", "--in", counts, "--out", at("c.ndjson"), "--problems", at("p.csv"));
        for (Path file : List.of(counts, at("c.ndjson"))) {
            Run run = sipas("index", "--responses", file, "--by", "hour");
            assertEquals(
                    0,
                    run.out.lines().filter(line -> line.startsWith("unstated")).count(),
                    run.out);
            assertTrue(run.out.contains("ALL,q,favourable_share,0.8333333333333334,"), run.out);
            assertTrue(run.out.contains("8,q,favourable_share,0.8235294117647058,"), run.out);
            assertEquals(1, sipas("index", "--responses", file, "--by", "nowhere").status);
            assertEquals(2, sipas("index", "--responses", file, "--items", "q", "--scale", "likert4").status);
        }
        assertEquals(2, sipas("index", "--responses", file("r.csv", "q1\n3\n")).status);
    }

    @Test
    void cleanFilesEndWithZeroAndStrictWritesNothingElse() throws IOException {
        Path clean = file("clean.csv", "id,unit,q1\n1,07210,Hài lòng\n2,07210,Rất không hài lòng\n");
        assertEquals(0, sipas("read", "--in", clean, "--out", at("c.ndjson"), "--problems", at("p.csv")).status);
        Run strict = sipas(
                "read", "--in", file("form.csv", FORM), "--strict", "--out", at("n.ndjson"), "--problems", at("p.csv"));
        assertEquals(1, strict.status);
        assertFalse(Files.exists(at("n.ndjson")));
        assertTrue(Files.exists(at("p.csv")));
    }

    @Test
    void rowsAreKeptForAuditIfWanted() throws IOException {
        Path form = file("form.csv", FORM);
        sipas("read", "--in", form, "--out", at("r.ndjson"), "--problems", at("p.csv"), "--raw", at("raw.ndjson"));
        List<String> raw = Files.readAllLines(at("raw.ndjson"));
        assertEquals(3, raw.size());
        assertTrue(raw.get(0).contains("\"response\":\"row-1\"") && raw.get(0).contains("an@example.vn"), raw.get(0));
    }

    @Test
    void whatIsNotClearOrNotThereSaysSo() throws IOException {
        Path both = file(
                "both.csv",
                "Dấu thời gian,Mã phiếu,Câu hỏi,Trả lời\n29/08/2026 09:40,1,A,Tốt\n29/08/2026 09:40,1,B,Lâu\n");
        Run unclear = sipas("read", "--in", both, "--out", at("r.ndjson"), "--problems", at("p.csv"));
        assertEquals(1, unclear.status);
        assertTrue(unclear.err.contains("source.tool.ambiguous"), unclear.err);
        assertFalse(Files.exists(at("r.ndjson")));
        assertEquals(3, sipas("read", "--in", at("no.csv"), "--out", at("r.ndjson"), "--problems", at("p.csv")).status);
        assertEquals(
                2, sipas("read", "--in", both, "--tool", "typewriter", "--out", at("r"), "--problems", at("p")).status);
        assertEquals(2, sipas("read", "--in", both).status);
    }

    @Test
    void aSurveyWithoutRatingQuestionsIsWrongUsageOfIndexAndNotADefect() throws IOException {
        Path table = file("t.csv", "id,q1\n1,5\n2,4\n3,7\n");
        sipas("read", "--in", table, "--out", at("r.ndjson"), "--problems", at("p.csv"), "--survey-out", at("s.json"));

        Run run = sipas("index", "--responses", at("r.ndjson"), "--survey", at("s.json"));

        assertEquals(2, run.status, run.err);
        assertTrue(run.err.contains("has no rating question"), run.err);
    }

    @Test
    void numbersReadWithoutASurveyAreLevelsForIndex() throws IOException {
        Path table = file("t.csv", "id,q1\n1,5\n2,4\n3,1\n4,2\n");
        sipas("read", "--in", table, "--out", at("r.ndjson"), "--problems", at("p.csv"));

        Run run = sipas("index", "--responses", at("r.ndjson"), "--items", "q1", "--scale", "likert5");

        assertEquals(0, run.status, run.err);
        assertTrue(run.out.contains("ALL,q1,favourable_share,0.5,"), run.out);
    }

    @Test
    void headingsOfQualtricsAreNoResponsesForIndex() throws IOException {
        Path export = file(
                "q.csv",
                "StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,Q1\nStart,End,Type,Finished,Recorded,Id,How?\n"
                        + "2026-08-01 09:00:00,2026-08-01 09:05:00,0,1,2026-08-01 09:05:01,R_1,5\n"
                        + "2026-08-01 09:00:00,2026-08-01 09:05:00,0,1,2026-08-01 09:05:01,R_2,1\n");

        Run run = sipas("index", "--responses", export, "--items", "Q1", "--scale", "likert5");

        assertEquals(0, run.status, run.err);
        assertTrue(run.err.contains("2 read = 2 kept"), run.err);
    }

    /** Counts in fields that nobody knows are refused until the fields are named. */
    @Test
    void countsAreReadFromTheFieldsThatAreNamed() throws IOException {
        Path counts =
                file("c.json", "[{\"ts\":\"2026-08-01T08:00:00\",\"responses\":{\"0\":1,\"1\":2,\"2\":3,\"3\":8}}]");
        Run refused = sipas("read", "--in", counts, "--out", at("r.ndjson"), "--problems", at("p.csv"));
        assertTrue(refused.err.contains("[source.counts.unknown-fields]"), refused.err);
        assertFalse(Files.exists(at("r.ndjson")));
        Run run = sipas(
                "read",
                "--in",
                counts,
                "--counts",
                "time=ts,counts=responses,scale=FOUR",
                "--out",
                at("r.ndjson"),
                "--problems",
                at("p.csv"));
        assertTrue(run.out.contains("14 counted answers"), run.out);
        assertTrue(run.out.contains("0 responses"), run.out);
        Run wrong = sipas(
                "read", "--in", counts, "--counts", "when=ts", "--out", at("r.ndjson"), "--problems", at("p.csv"));
        assertEquals(2, wrong.status);
        assertTrue(wrong.err.contains("--counts"), wrong.err);
        Run few = sipas("read", "--in", counts, "--repeats", "0", "--out", at("r.ndjson"), "--problems", at("p.csv"));
        assertEquals(2, few.status);
        assertTrue(few.err.contains("repeats must be in [1, 10000]"), few.err);
    }
}
