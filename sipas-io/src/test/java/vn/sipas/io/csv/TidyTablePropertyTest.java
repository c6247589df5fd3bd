package vn.sipas.io.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;

/** Whatever a table holds comes back from every form in which it is written. */
public class TidyTablePropertyTest {

    private static final TidyTableReader READER = TidyTableReader.of(TidyTable.ESTIMATE_COLUMNS);

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars("=+-@#'\"\\,;\r\n\t ab_x0041\u00e0\u1ec7a\u0323\u0302\u200f\u2028\u0111\uff1d")
                .ofMaxLength(10);
    }

    private static Arbitrary<String> number() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().map(value -> Double.toString(value)),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.of("", "Inf", "-Inf", "0", "-0.0", "1.7976931348623157E308", "4.9E-324"));
    }

    private static Arbitrary<String> flags() {
        return Arbitraries.of("UNANIMOUS", "NO_DEGREES_OF_FREEDOM", "-x")
                .list()
                .ofMaxSize(2)
                .map(words -> String.join(" ", words));
    }

    /** Rows of estimates with hostile texts. */
    @Provide
    public static Arbitrary<TidyTable> tables() {
        Arbitrary<List<String>> row = Combinators.combine(TidyTable.ESTIMATE_COLUMNS.stream()
                        .map(column -> switch (column.kind()) {
                            case TEXT -> text();
                            case NUMBER -> number();
                            case FLAGS -> flags();
                        })
                        .toList())
                .as(fields -> fields);
        return row.list().ofMaxSize(6).map(TidyTable::ofEstimates);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void csvGivesBackEveryField(@ForAll("tables") TidyTable table, @ForAll TidyForm form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.writeCsv(bytes, form);

        Checked<TidyTable> read = READER.readCsv(new ByteArrayInputStream(bytes.toByteArray()), "t.csv", form);

        assertEquals(List.of(), read.problems());
        assertEquals(table, read.orThrow());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void jsonLinesGiveBackEveryValue(@ForAll("tables") TidyTable table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.writeJsonLines(bytes);

        Checked<TidyTable> read = READER.readJsonLines(new ByteArrayInputStream(bytes.toByteArray()), "t.ndjson");

        assertEquals(List.of(), read.problems());
        assertEquals(values(table), values(read.orThrow()));
    }

    /** Texts as they are, numbers by value. */
    public static List<List<Object>> values(TidyTable table) {
        List<List<Object>> all = new ArrayList<>();
        for (List<String> row : table.rows()) {
            all.add(IntStream.range(0, row.size())
                    .mapToObj(i -> value(table.columns().get(i), row.get(i)))
                    .toList());
        }
        return all;
    }

    private static Object value(TidyTable.Column column, String field) {
        if (column.kind() != TidyTable.Kind.NUMBER || field.isEmpty()) {
            return field;
        }
        // a zero has no sign in JSON's data model
        return Double.parseDouble(field.replace("Inf", "Infinity")) + 0.0;
    }

    @Example
    void everyFormHasTheSameColumnsAndNeutralisesFormulasOnly() throws IOException {
        TidyTable table = TidyTable.ofEstimates(
                List.of(List.of("=1+2", "-x", "@t", "-4.5", "0.25", "Inf", "-5", "-4", "0.95", "t", "30", "", "", "")));
        String header =
                "group,indicator,statistic,estimate,standard_error,df,lower,upper,level,interval,n,n_eff,deff,flags";
        assertEquals(header + "\n'=1+2,'-x,'@t,-4.5,0.25,Inf,-5,-4,0.95,t,30,,,\n", written(table, TidyForm.PLAIN));
        assertEquals(
                "\ufeff" + header + "\r\n'=1+2,'-x,'@t,-4.5,0.25,Inf,-5,-4,0.95,t,30,,,\r\n",
                written(table, TidyForm.EXCEL));
        assertEquals(
                "\ufeff" + header.replace(',', ';') + "\r\n'=1+2;'-x;'@t;-4,5;0,25;Inf;-5;-4;0,95;t;30;;;\r\n",
                written(table, TidyForm.EXCEL_VIETNAM));
        assertEquals(TidyForm.EXCEL_VIETNAM, TidyForm.of("excel-vietnam"));
        assertThrows(IllegalArgumentException.class, () -> TidyForm.of("xls"));
    }

    private static String written(TidyTable table, TidyForm form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.writeCsv(bytes, form);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Example
    void rowsThatDoNotFitAreSetAside() throws IOException {
        List<TidyTable.Column> columns = List.of(
                new TidyTable.Column("unit", TidyTable.Kind.TEXT), new TidyTable.Column("n", TidyTable.Kind.NUMBER));
        TidyTableReader reader = TidyTableReader.of(columns);
        Checked<TidyTable> csv = reader.readCsv(stream("n,unit\n1,a\n=1,b\n0x10,c\n2,d,e\n"), "t", TidyForm.PLAIN);
        assertEquals(List.of(List.of("a", "1")), csv.orThrow().rows());
        assertEquals(
                List.of("tidy.number", "tidy.number", "csv.row.field-count"),
                csv.problems().stream().map(Problem::code).toList());
        assertEquals(
                List.of("a", "-1.5"),
                reader.readCsv(stream("unit;n\na;-1,5\nb;1.5\n"), "t", TidyForm.EXCEL_VIETNAM)
                        .orThrow()
                        .rows()
                        .get(0));
        assertTrue(
                reader.readCsv(stream("unit\na\n"), "t", TidyForm.PLAIN).value().isEmpty());

        Checked<TidyTable> json = reader.readJsonLines(stream("""
            {"unit":"a","n":1}
            {"unit":"b"}
            {"unit":"c","n":"2"}
            []
            {
            {"unit":"d","n":null,"phone":"1"}
            {"unit":"e","n":null}
            """), "t");
        assertEquals(
                List.of(List.of("a", "1"), List.of("e", "")), json.orThrow().rows());
        assertEquals(
                List.of("tidy.line", "tidy.line", "tidy.line", "json.malformed", "tidy.field.unknown"),
                json.problems().stream().map(Problem::code).toList());
        assertEquals(5, json.problems().get(3).place().line().orElseThrow());
    }

    @Example
    void noMoreRowsAreHeldThanAllowed() throws IOException {
        List<TidyTable.Column> columns = List.of(new TidyTable.Column("unit", TidyTable.Kind.TEXT));
        TidyTableReader reader = TidyTableReader.of(columns).withMaxRows(2);
        Checked<TidyTable> csv = reader.readCsv(stream("unit\na\nb\nc\nd\n"), "t", TidyForm.PLAIN);
        assertEquals(2, csv.orThrow().rows().size());
        assertEquals("tidy.rows.too-many", csv.problems().get(0).code());
        Checked<TidyTable> json =
                reader.readJsonLines(stream("{\"unit\":\"a\"}\n{\"unit\":\"b\"}\n{\"unit\":\"c\"}\n"), "t");
        assertEquals(2, json.orThrow().rows().size());
        assertEquals("tidy.rows.too-many", json.problems().get(0).code());
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
