package vn.sipas.io.csv;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sipas.core.Checked;
import vn.sipas.core.Language;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.io.ReadReport;

class RatingColumnsReaderTest {

    private static final RatingColumns UNIT_AND_TWO_ITEMS =
            RatingColumns.of(List.of("q1", "q2"), RatingScale.likert5()).withGroup("unit");

    private final List<String> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Checked<ReadReport> read(RatingColumnsReader reader, byte[] bytes) throws IOException {
        rows.clear();
        problems.clear();
        return reader.read(
                new ByteArrayInputStream(bytes), "in.csv", batch -> rows.addAll(rowsOf(batch)), problems::add);
    }

    private Checked<ReadReport> read(String text) throws IOException {
        return read(RatingColumnsReader.of(UNIT_AND_TWO_ITEMS), text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rowsOf(RatingBatch batch) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            StringBuilder text = new StringBuilder(
                    batch.group(row) < 0 ? "-" : batch.groups().label(batch.group(row)));
            for (int item = 0; item < batch.items(); item++) {
                text.append(' ').append(batch.position(row, item));
            }
            rows.add(text.toString());
        }
        return rows;
    }

    private List<String> places() {
        return problems.stream()
                .map(problem -> problem.place() + " " + problem.code())
                .toList();
    }

    private static ReadReport report(long read, long kept, long changed, long setAside, Map<String, Long> problems) {
        return new ReadReport("in.csv", read, kept, changed, setAside, new TreeMap<>(problems));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsPositionsWhateverTheLineEnd(String end) throws IOException {
        String text =
                String.join(end, "id,unit,q1,note,q2", "1,07210,5,\"a,b\",1", "", "2,07213,,x,#NA", "3,07210,#DK,,#RF");

        Checked<ReadReport> result = read(text);

        assertEquals(List.of("07210 4 0", "07213 -1 -2", "07210 -3 -4"), rows);
        assertEquals(report(3, 3, 0, 0, Map.of()), result.orThrow());
        assertEquals(List.of(), problems);
    }

    @Test
    void leavesOutOnlyTheAnswerOutsideTheScale() throws IOException {
        Checked<ReadReport> result = read("unit,q1,q2\nA,6,5\nA,4.0, 3 \nA,x,\n");

        assertEquals(List.of("A -5 4", "A 3 2", "A -5 -1"), rows);
        assertEquals(report(3, 0, 3, 0, Map.of("rating.answer.outside-scale", 2L)), result.orThrow());
        assertEquals(
                List.of("in.csv:2:2 rating.answer.outside-scale", "in.csv:4:2 rating.answer.outside-scale"), places());
        assertEquals(
                "The answer to \"q1\" is not on the scale \"likert5\"; only this answer was left out.",
                problems.get(0).message(Language.EN));
    }

    @Test
    void setsAsideRowsOfAnotherLengthAndGoesOn() throws IOException {
        Checked<ReadReport> result = read("unit,q1,q2\nA,1\nB,1,2,3\nC,1,2");

        assertEquals(List.of("C 0 1"), rows);
        assertEquals(report(3, 1, 0, 2, Map.of("csv.row.field-count", 2L)), result.orThrow());
        assertEquals(List.of("in.csv:2:2 csv.row.field-count", "in.csv:3:3 csv.row.field-count"), places());
    }

    @Test
    void oneLostQuoteCostsOneLine() throws IOException {
        Checked<ReadReport> result =
                read("unit,q1,q2\nA,1,1\n\"B,1,1\nC,1,1\n\"D\",1,1\n\"E \"x\"\",1,1\nF,1,1\nG,\"1,1\n");

        assertEquals(List.of("A 0 0", "C 0 0", "D 0 0", "F 0 0"), rows);
        assertEquals(
                List.of(
                        "in.csv:3:1 csv.quote.unclosed",
                        "in.csv:6:1 csv.quote.text-after",
                        "in.csv:8:2 csv.quote.unclosed"),
                places());
        assertEquals(7, result.orThrow().read());
    }

    @Test
    void keepsCountingLinesInsideQuotations() throws IOException {
        read("unit,q1,note,q2\nA,1,\"two\r\nlines\rand\nmore\",1\nB,9,,1\n");

        assertEquals(List.of("in.csv:6:2 rating.answer.outside-scale"), places());
    }

    @Test
    void aLineOfTenMegabytesIsOneProblem() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("unit,q1,q2\nA,1,1\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("x".repeat(10_000_000).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("\nB,1,1\n\"".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("long quotation\n".repeat(200_000).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("C,2,2\n".getBytes(StandardCharsets.UTF_8));

        Checked<ReadReport> result = read(RatingColumnsReader.of(UNIT_AND_TWO_ITEMS), bytes.toByteArray());

        assertEquals(List.of("A 0 0", "B 0 0", "C 1 1"), rows);
        assertEquals("in.csv:3:1 csv.row.too-long", places().get(0));
        assertEquals("in.csv:5:1 csv.quote.unclosed", places().get(1));
        assertEquals(1 + 200_000, result.orThrow().setAside());
    }

    @Test
    void refusesFieldsAndRecordsBeyondTheLimits() throws IOException {
        RatingColumnsReader reader =
                RatingColumnsReader.of(UNIT_AND_TWO_ITEMS).withFormat(new CsvFormat(',', 256, 20, 4));
        String text = "unit,q1,q2\n" + "A".repeat(21) + ",1,1\nB,1,1\n" + "C,".repeat(200) + "\n1,2,3,4,5\n";

        read(reader, text.getBytes(StandardCharsets.UTF_8));

        assertEquals(
                List.of(
                        "in.csv:2:1 csv.field.too-long",
                        "in.csv:4:1 csv.row.too-long",
                        "in.csv:5:5 csv.row.too-many-fields"),
                places());
        assertEquals(List.of("B 0 0"), rows);
    }

    @Test
    void nulBytesAndMalformedUtf8SetTheRowAside() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("unit,q1,q2\nA,1\0,1\nB\0,1,1\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("Xã Đại Hoá,2,2\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("Ph\u01b0\u1eddng,2,2\n".getBytes(Charset.forName("UTF-16LE")));
        bytes.writeBytes(new byte[] {'X', (byte) 0xe3, ',', '1', ',', '1', '\n', 'Z', ',', '5', ',', '5'});

        Checked<ReadReport> result = read(RatingColumnsReader.of(UNIT_AND_TWO_ITEMS), bytes.toByteArray());

        assertEquals(List.of("Xã Đại Hoá 1 1", "Z 4 4"), rows);
        assertTrue(places().contains("in.csv:2:2 csv.row.nul-byte"), places()::toString);
        assertTrue(places().contains("in.csv:3:1 csv.row.nul-byte"), places()::toString);
        assertEquals(2, result.orThrow().kept());
    }

    @Test
    void malformedUtf8NamesTheColumn() throws IOException {
        byte[] bytes = {'u', 'n', 'i', 't', ',', 'q', '1', ',', 'q', '2', '\n', (byte) 0xe3, ',', '1', ',', '1', '\n'};

        read(RatingColumnsReader.of(UNIT_AND_TWO_ITEMS), bytes);

        assertEquals(List.of("in.csv:2:1 csv.field.malformed-utf8"), places());
    }

    @Test
    void composedAndDecomposedLettersAreOneGroup() throws IOException {
        String composed = Normalizer.normalize("Phường Đống Đa", Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

        read("\ufeffunit,q1,q2\n" + composed + ",1,1\n\"" + decomposed + "\",2,2\n");

        assertEquals(List.of(composed + " 0 0", composed + " 1 1"), rows);
    }

    @Test
    void refusesFilesWithoutAUsableHeader() throws IOException {
        assertAll(
                () -> assertEquals(List.of("csv.file.empty"), codes(read(""))),
                () -> assertEquals(List.of("csv.file.empty"), codes(read("\ufeff\n\n"))),
                () -> assertEquals(List.of("csv.header.missing-column"), codes(read("unit,q1\nA,1"))),
                () -> assertEquals(List.of("csv.header.repeated-column"), codes(read("unit,q1,q2,q1\nA,1,1,1"))),
                () -> assertEquals(List.of("csv.quote.unclosed"), codes(read("\"unit,q1,q2\nA,1,1"))),
                () -> assertEquals(
                        List.of("csv.file.not-utf8"),
                        codes(read(
                                RatingColumnsReader.of(UNIT_AND_TWO_ITEMS),
                                "\ufeffunit,q1,q2\nA,1,1".getBytes(StandardCharsets.UTF_16LE)))),
                () -> assertEquals(
                        List.of("csv.row.nul-byte"),
                        codes(read(
                                RatingColumnsReader.of(UNIT_AND_TWO_ITEMS),
                                "unit,q1,q2\nA,1,1".getBytes(StandardCharsets.UTF_16LE)))));
        assertEquals(List.of(), rows);
    }

    private static List<String> codes(Checked<ReadReport> result) {
        assertFalse(result.value().isPresent());
        return result.problems().stream().map(Problem::code).toList();
    }

    @Test
    void readsTheDesignAndSetsAsideWhatHasNoPlaceInIt() throws IOException {
        RatingColumns columns = RatingColumns.of(List.of("q"), RatingScale.yesNo())
                .withDesign(Optional.of("w"), Optional.of("h"), Optional.of("c"), Optional.of("N"))
                .withId("id");
        String text = """
            id,w,h,c,N,q
            1,1.5,north,c1,100,1
            2,-1,north,c1,100,1
            3,"1,5",north,c1,100,1
            4,1,,c1,100,1
            5,1,north,,100,1
            6,1,north,c1,NaN,1
            ,1,north,c1,100,1
            1,1,north,c1,100,1
            8,2.5e-1,south,c1,1e3,0
            9,0,south,c1,1000,1\
            """;
        List<String> found = new ArrayList<>();

        Checked<ReadReport> result = RatingColumnsReader.of(columns)
                .read(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        "in.csv",
                        batch -> {
                            for (int row = 0; row < batch.rows(); row++) {
                                found.add(
                                        batch.weight(row) + " " + batch.strata().label(batch.stratum(row)) + " "
                                                + batch.psus().label(batch.psu(row)) + " " + batch.population(row) + " "
                                                + batch.position(row, 0));
                            }
                        },
                        problems::add);

        assertEquals(List.of("1.5 north c1 100.0 1", "0.25 south c1 1000.0 0", "0.0 south c1 1000.0 1"), found);
        assertEquals(
                List.of(
                        "in.csv:3:2 rating.weight.not-positive",
                        "in.csv:4:2 rating.weight.not-positive",
                        "in.csv:5:3 rating.stratum.empty",
                        "in.csv:6:4 rating.psu.empty",
                        "in.csv:7:5 rating.population.not-positive",
                        "in.csv:8:1 rating.id.empty",
                        "in.csv:9:1 rating.id.repeated"),
                places());
        assertEquals(3, result.orThrow().kept());
        assertEquals(7, result.orThrow().setAside());
    }

    @Test
    void anUnknownGroupIsSetAsideAndAnEmptyOneStays() throws IOException {
        RatingColumnsReader reader = RatingColumnsReader.of(UNIT_AND_TWO_ITEMS).withKnownGroups("07210"::equals);

        read(reader, "unit,q1,q2\n07210,1,1\n99999,1,1\n,2,2\n".getBytes(StandardCharsets.UTF_8));

        assertEquals(List.of("07210 0 0", "- 1 1"), rows);
        assertEquals(List.of("in.csv:3:1 rating.group.unknown"), places());
    }

    @Test
    void whatTheConsumerThrowsReachesTheCaller() {
        byte[] bytes = "unit,q1,q2\nA,1,1\n".getBytes(StandardCharsets.UTF_8);
        for (int threads = 1; threads <= 2; threads++) {
            RatingColumnsReader reader =
                    RatingColumnsReader.of(UNIT_AND_TWO_ITEMS).withThreads(threads);
            assertThrows(
                    IllegalStateException.class,
                    () -> reader.read(
                            new ByteArrayInputStream(bytes),
                            "in.csv",
                            batch -> {
                                throw new IllegalStateException("enough");
                            },
                            problem -> {}));
        }
    }

    @Test
    void scalesWithOtherCodesAndManyLabels() throws IOException {
        StringBuilder text = new StringBuilder("unit,q\n");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            String unit = "unit \"" + (i * 7919 % 2003) + "\"";
            text.append("\"unit \"\"")
                    .append(i * 7919 % 2003)
                    .append("\"\"\",")
                    .append(i % 2)
                    .append('\n');
            expected.add(unit + " " + i % 2);
        }

        read(
                RatingColumnsReader.of(
                        RatingColumns.of(List.of("q"), RatingScale.yesNo()).withGroup("unit")),
                text.toString().getBytes(StandardCharsets.UTF_8));

        assertEquals(expected, rows);
    }
}
