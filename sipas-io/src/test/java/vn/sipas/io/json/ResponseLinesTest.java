package vn.sipas.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.ReadReport;
import vn.sipas.io.simulate.ResponseSimulator;
import vn.sipas.io.simulate.SimulationPlan;

class ResponseLinesTest {

    private static final ResponseJson JSON = ResponseJson.standalone();
    private static final SimulationPlan PLAN = SimulationPlan.madeUp(3, 12, 4, 11);

    private final List<Response> found = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    private static List<Response> simulated() {
        List<Response> responses = new ArrayList<>();
        new ResponseSimulator(PLAN).forEach(responses::add);
        return responses;
    }

    private static String lines(List<Response> responses) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ResponseLinesWriter writer = ResponseLinesWriter.open(bytes, JSON)) {
            for (Response response : responses) {
                writer.write(response);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Checked<ReadReport> read(ResponseLinesReader reader, byte[] bytes) throws IOException {
        return reader.read(
                new ByteArrayInputStream(bytes),
                "r.ndjson",
                found::add,
                problem -> places.add(problem.place().source().orElse("") + ":"
                        + problem.place().line().orElse(0) + " " + problem.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n"})
    void readingGivesBackWhatWasWritten(String end) throws IOException {
        String text = "\ufeff" + lines(simulated()).replace("\n", end);

        ReadReport report = read(
                        ResponseLinesReader.of(JSON).withSurvey(PLAN.survey()),
                        text.substring(0, text.length() - end.length()).getBytes(StandardCharsets.UTF_8))
                .orThrow();

        assertEquals(List.of(), places);
        assertEquals(simulated(), found);
        assertEquals("r.ndjson: 12 read = 12 kept + 0 changed + 0 set aside", report.toString());
    }

    @Test
    void goesOnBehindEveryBadLine() throws IOException {
        List<String> good = lines(simulated()).lines().toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((good.get(0) + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("x".repeat(10_000_000).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(("\n" + good.get(0) + "\n{\"trunc\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {'"', (byte) 0xe3, '"', '\n', 0, 0, '\n'});
        bytes.writeBytes((good.get(11) + "\n" + good.get(1)).getBytes(StandardCharsets.UTF_8));
        UnitCode unknown = simulated().get(11).unit();

        ReadReport report = read(
                        ResponseLinesReader.of(JSON)
                                .withSurvey(PLAN.survey())
                                .withKnownUnits(unit -> !unit.equals(unknown)),
                        bytes.toByteArray())
                .orThrow();

        assertEquals(List.of(simulated().get(0), simulated().get(1)), found);
        assertEquals("r.ndjson:2 response-lines.too-long", places.get(0));
        assertEquals("r.ndjson:3 response-lines.repeated-id", places.get(1));
        assertEquals("r.ndjson:5 response-lines.malformed-utf8", places.get(3));
        assertEquals("r.ndjson:7 response-lines.unknown-unit", places.get(places.size() - 1));
        assertEquals("r.ndjson: 8 read = 2 kept + 0 changed + 6 set aside", report.toString());
    }

    @Test
    void aLineOfExactlyTheLimitFits() throws IOException {
        String line = lines(simulated().subList(0, 1)).strip();
        int length = line.getBytes(StandardCharsets.UTF_8).length;
        read(ResponseLinesReader.of(JSON).withMaxLineBytes(length), line.getBytes(StandardCharsets.UTF_8));
        assertEquals(1, found.size());
        read(ResponseLinesReader.of(JSON).withMaxLineBytes(length - 1), line.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("r.ndjson:1 response-lines.too-long"), places);
    }

    @Test
    void anEmptyFileHasNoRowsAndAnotherEncodingIsRefused() throws IOException {
        assertEquals(
                0, read(ResponseLinesReader.of(JSON), new byte[0]).orThrow().read());
        Checked<ReadReport> refused =
                read(ResponseLinesReader.of(JSON), lines(simulated()).getBytes(Charset.forName("x-UTF-16LE-BOM")));
        assertEquals(
                List.of("response-lines.not-utf8"),
                refused.problems().stream().map(Problem::code).toList());
        assertThrows(IllegalArgumentException.class, () -> ResponseLinesReader.of(JSON)
                .withMaxLineBytes(0));
    }
}
