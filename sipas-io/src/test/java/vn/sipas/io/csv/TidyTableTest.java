package vn.sipas.io.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Language;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

class TidyTableTest {

    private static final TidyTable TABLE = TidyTable.ofEstimates(List.of(
            List.of(
                    "ALL",
                    "q1",
                    "mean",
                    "4.25",
                    "0.010000000000000002",
                    "Inf",
                    "4.2",
                    "4.3",
                    "0.95",
                    "t",
                    "12300",
                    "9000.5",
                    "1.37",
                    ""),
            List.of(
                    "=cmd|' /C calc'!A0",
                    "-1",
                    "favourable_share",
                    "1",
                    "",
                    "",
                    "0.9",
                    "1",
                    "0.95",
                    "wilson",
                    "3",
                    "",
                    "",
                    "UNANIMOUS SMALL_BASE")));

    @Test
    void writesCsvWithFixedColumnsAndSafeText() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TABLE.writeCsv(bytes);

        assertEquals("""
                group,indicator,statistic,estimate,standard_error,df,lower,upper,level,interval,n,n_eff,deff,flags
                ALL,q1,mean,4.25,0.010000000000000002,Inf,4.2,4.3,0.95,t,12300,9000.5,1.37,
                '=cmd|' /C calc'!A0,'-1,favourable_share,1,,,0.9,1,0.95,wilson,3,,,UNANIMOUS SMALL_BASE
                """, bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void writesJsonWithNumbersAndNulls() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TABLE.writeJson(bytes);

        JsonNode rows = new ObjectMapper().readTree(bytes.toByteArray());
        assertEquals(2, rows.size());
        assertEquals("0.010000000000000002", rows.get(0).get("standard_error").asText());
        assertEquals(true, rows.get(0).get("n").isIntegralNumber());
        assertEquals("Inf", rows.get(0).get("df").textValue());
        assertEquals(true, rows.get(1).get("standard_error").isNull());
        assertEquals("UNANIMOUS", rows.get(1).get("flags").get(0).textValue());
        assertEquals("=cmd|' /C calc'!A0", rows.get(1).get("group").textValue());
    }

    @Test
    void anEmptyTableKeepsItsColumns() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TidyTable.ofEstimates(List.of()).writeCsv(bytes);
        assertEquals(1, bytes.toString(StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThrows(IllegalArgumentException.class, () -> TidyTable.ofEstimates(List.of(List.of("ALL"))));
        List<TidyTable.Column> number = List.of(new TidyTable.Column("n", TidyTable.Kind.NUMBER));
        assertThrows(IllegalArgumentException.class, () -> new TidyTable(number, List.of(List.of("1,5"))));
        assertThrows(IllegalArgumentException.class, () -> new TidyTable(number, List.of(List.of("=1"))));
    }

    @Test
    void listsProblemsWithTheirPlaces() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProblemTable.of(
                        List.of(
                                Problem.of(CsvProblem.FIELD_COUNT, Place.in("a.csv", 7, 2), "actual", 2, "expected", 3),
                                Problem.of(CsvProblem.EMPTY_FILE, Place.in("b.csv"))),
                        Language.EN)
                .writeCsv(bytes);
        assertEquals("""
                file,line,column,code,message
                a.csv,7,2,csv.row.field-count,"The row has 2 fields, the header has 3; the row was set aside."
                b.csv,,,csv.file.empty,The file has no header row. Export it again.
                """, bytes.toString(StandardCharsets.UTF_8));
    }
}
