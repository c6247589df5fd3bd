package vn.sipas.io.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.ReadReport;

class ResponseCsvReaderTest {

    private final List<Response> responses = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    private Checked<ReadReport> read(ResponseCsvReader reader, String text) throws IOException {
        return reader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "r.csv",
                responses::add,
                problem -> places.add(problem.place() + " " + problem.code()));
    }

    private Checked<ReadReport> readWide(String text) throws IOException {
        return read(ResponseCsvReader.of(ResponseCsvPropertyTest.SURVEY), text);
    }

    @Test
    void readsATableWithTheFewestColumns() throws IOException {
        ReadReport report = readWide("id,unit,wave,q1,one\n1,07210,2024-10,5,b.1\n2,07210,2024-10,#NA,\n")
                .orThrow();

        assertEquals(new Answer.Rated(5), responses.get(0).answer("q1"));
        assertEquals(new Answer.Selected("b.1"), responses.get(0).answer("one"));
        assertEquals(Answer.NoAnswer.NOT_ASKED, responses.get(1).answer("q1"));
        assertEquals(Answer.NoAnswer.BLANK, responses.get(1).answer("one"));
        assertEquals(1.0, responses.get(1).position().weight());
        assertEquals(2, report.kept());
        assertEquals(
                List.of("unit", "answer.many", "words", "visits").size(),
                report.problems().get("csv.response.question-not-in-file"));
    }

    @ParameterizedTest
    @CsvSource({
        "csv.response.no-id, ' ,07210,w,every-kind,2,1,,,,,5'",
        "csv.response.repeated-id, '0,07210,w,every-kind,2,1,,,,,5'",
        "csv.response.other-survey, '1,07210,w,another,2,1,,,,,5'",
        "csv.response.other-survey, '1,07210,w,every-kind,3,1,,,,,5'",
        "csv.response.other-survey, '1,07210,w,every-kind,two,1,,,,,5'",
        "csv.response.bad-unit, '1,,w,every-kind,2,1,,,,,5'",
        "csv.response.bad-unit, '1,xã 7,w,every-kind,2,1,,,,,5'",
        "csv.response.unknown-unit, '1,99999,w,every-kind,2,1,,,,,5'",
        "csv.response.no-wave, '1,07210,,every-kind,2,1,,,,,5'",
        "csv.response.bad-weight, '1,07210,w,every-kind,2,0,,,,,5'",
        "csv.response.bad-weight, '1,07210,w,every-kind,2,-1,,,,,5'",
        "csv.response.bad-weight, '1,07210,w,every-kind,2,,,,,,5'",
        "csv.response.bad-weight, '1,07210,w,every-kind,2,1e999,,,,,5'",
        "csv.row.field-count, '1,07210,w,every-kind,2,1,,,,5'"
    })
    void setsTheRowAside(String code, String row) throws IOException {
        ReadReport report = read(
                        ResponseCsvReader.of(ResponseCsvPropertyTest.SURVEY)
                                .withKnownUnits(UnitCode.of("07210")::equals),
                        "id,unit,wave,survey,revision,weight,day,mode,assurance,receiving_unit,q1\n"
                                + "0,07210,w,every-kind,2,1,,,,,5\n" + row + "\n2,07210,w,every-kind,2,1,,,,,5\n")
                .orThrow();

        assertEquals(2, responses.size());
        assertEquals(1, report.setAside());
        assertEquals(1L, report.problems().get(code));
    }

    @ParameterizedTest
    @CsvSource({
        "csv.response.bad-answer, '1,07210,w,,,,,6'",
        "csv.response.bad-day, '1,07210,w,2024-02-30,,,,5'",
        "csv.response.bad-day, '1,07210,w,29/02/2024,,,,5'",
        "csv.response.bad-mode, '1,07210,w,,telepathy,,,5'",
        "csv.response.bad-assurance, '1,07210,w,,,high,,5'",
        "csv.response.bad-transaction-unit, '1,07210,w,,,,a b,5'"
    })
    void leavesOutTheField(String code, String row) throws IOException {
        ReadReport report = readWide("id,unit,wave,day,mode,assurance,receiving_unit,q1\n" + row + "\n")
                .orThrow();

        assertEquals(1, responses.size());
        assertEquals(1, report.changed());
        assertEquals(1L, report.problems().get(code));
    }

    @ParameterizedTest
    @CsvSource({
        "one, c",
        "one, a;b.1",
        "many, a;c",
        "many, a;;b.1",
        "visits, 1001",
        "visits, '1,5'",
        "visits, 1e3",
        "unit, 2"
    })
    void refusesAnswersOfAnotherKind(String question, String field) throws IOException {
        String heading =
                question.equals("many") ? "answer.answer.many" : question.equals("unit") ? "answer.unit" : question;
        readWide("id,unit,wave," + heading + "\n1,07210,w,\"" + field + "\"\n");

        assertEquals(List.of(), List.copyOf(responses.get(0).answers().values()));
        assertEquals("r.csv:2:4 csv.response.bad-answer", places.get(places.size() - 1));
    }

    @Test
    void gathersLongRowsAndReportsThoseThatDoNotFit() throws IOException {
        String text = """
                id,unit,wave,question,answer
                1,07210,w,q1,5
                1,07210,w,one,a
                1,07210,w,q1,4
                1,07213,w,words,x
                1,07210,w,nothing,x
                2,07210,w,q1,9
                2,07210,w,words,'=1+1
                1,07210,w,words,late
                """;
        ReadReport report = read(
                        ResponseCsvReader.of(ResponseCsvPropertyTest.SURVEY).withLayout(ResponseLayout.LONG), text)
                .orThrow();

        assertEquals(2, responses.size());
        assertEquals(new Answer.Rated(5), responses.get(0).answer("q1"));
        assertEquals(new Answer.Written("=1+1"), responses.get(1).answer("words"));
        assertEquals(
                List.of(
                        "r.csv:4:4 csv.response.repeated-question",
                        "r.csv:5:1 csv.response.contradiction",
                        "r.csv:6:4 csv.response.unknown-question",
                        "r.csv:7:5 csv.response.bad-answer",
                        "r.csv:9:1 csv.response.repeated-id"),
                places);
        assertEquals("r.csv: 8 read = 3 kept + 1 changed + 4 set aside", report.toString());
    }

    @Test
    void reportsUnknownColumnsAndRefusesMissingOnes() throws IOException {
        ReadReport report =
                readWide("id,unit,wave,phone,q1\n1,07210,w,0912345678,1\n").orThrow();
        assertEquals("r.csv:1 phone csv.header.unknown-column", places.get(0));
        assertEquals(1, report.kept());

        Checked<ReadReport> refused = readWide("id,wave\n1,w\n");
        assertEquals(
                List.of("csv.header.missing-column"),
                refused.problems().stream().map(Problem::code).toList());
    }

    @Test
    void writesOnlyWhatBelongsToTheSurvey() throws IOException {
        try (ResponseCsvWriter writer = ResponseCsvWriter.open(
                new ByteArrayOutputStream(), ResponseCsvPropertyTest.SURVEY, ResponseLayout.WIDE, List.of())) {
            SurveyKey key = ResponseCsvPropertyTest.SURVEY.key();
            UnitCode unit = UnitCode.of("1");
            for (Response wrong : List.of(
                    Response.builder("1", SurveyKey.of("other", 1), unit, "w").build(),
                    Response.builder("1", key, unit, "w").rating("q9", 1).build(),
                    Response.builder("1", key, unit, "w").rating("q1", 9).build(),
                    Response.builder("1", key, unit, "w").rating("one", 1).build(),
                    Response.builder("1", key, unit, "w").group("age", "x").build())) {
                assertThrows(IllegalArgumentException.class, () -> writer.write(wrong));
            }
        }
    }

    @Test
    void codesOfProblemsAreUnique() {
        Set<String> codes = new HashSet<>();
        Stream.<ProblemKind[]>of(CsvProblem.values(), RatingRowProblem.values(), ResponseCsvProblem.values())
                .flatMap(Stream::of)
                .forEach(kind -> assertEquals(true, codes.add(kind.code()), kind.code()));
    }
}
