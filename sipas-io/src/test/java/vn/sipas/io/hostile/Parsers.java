package vn.sipas.io.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.sipas.core.Checked;
import vn.sipas.core.Language;
import vn.sipas.core.Problem;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.ReadReport;
import vn.sipas.io.catalog.Catalog;
import vn.sipas.io.catalog.CatalogKind;
import vn.sipas.io.csv.CsvFormat;
import vn.sipas.io.csv.CsvRow;
import vn.sipas.io.csv.CsvRowReader;
import vn.sipas.io.csv.RatingColumns;
import vn.sipas.io.csv.RatingColumnsReader;
import vn.sipas.io.csv.ResponseCsvReader;
import vn.sipas.io.csv.ResponseLayout;
import vn.sipas.io.csv.UnitScoresReader;
import vn.sipas.io.json.IndexJson;
import vn.sipas.io.json.ResponseJson;
import vn.sipas.io.json.ResponseLinesReader;
import vn.sipas.io.json.SchemeJson;
import vn.sipas.io.json.SurveyJson;
import vn.sipas.io.questionnaire.LimeSurveyStructure;
import vn.sipas.io.questionnaire.XlsForm;
import vn.sipas.io.source.ColumnMappingJson;
import vn.sipas.io.source.ImportOptions;
import vn.sipas.io.source.ImportReport;
import vn.sipas.io.source.ImportSink;
import vn.sipas.io.source.SurveyImport;
import vn.sipas.io.source.SurveyTool;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.units.UnitList;
import vn.sipas.io.units.UnitSnapshotCsv;
import vn.sipas.io.units.UnitsCsv;
import vn.sipas.io.units.VietnamAdminUnits;
import vn.sipas.io.units.VietnameseProvincesDatabase;

/**
 * Every parser of the module with what must hold for any bytes: a value or problems, both with places and words in two
 * languages, sums that agree, and no exception.
 */
final class Parsers {

    /** Takes any bytes; throws only what must not happen. */
    @FunctionalInterface
    interface Parser {
        void take(byte[] bytes) throws IOException;
    }

    private static final Survey SURVEY = Catalog.standard()
            .open("bac-giang-pks05", CatalogKind.survey(SurveyJson.standalone()))
            .orThrow();
    private static final RatingScheme SCHEME = Catalog.standard()
            .open("decision-766-2022", CatalogKind.scheme(SchemeJson.create(), Map.of()))
            .orThrow();
    private static final ResponseJson RESPONSES = ResponseJson.standalone();
    private static final SurveyJson SURVEYS = SurveyJson.standalone();
    private static final RatingColumns RATINGS = RatingColumns.of(List.of("q1", "q2"), RatingScale.likert5())
            .withGroup("unit")
            .withId("id");
    /** Small limits, so that they are reached. */
    private static final CsvFormat SMALL = new CsvFormat(',', 4096, 512, 64);

    private static final SourceLimits TIGHT = new SourceLimits(4096, 512, 64, 8, 32, 1 << 20, 50, 16, 4, 4);

    private static final byte[] SHEET = text("""
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>\
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\
            <row r="2"><c r="A2" s="1"><v>45000.5</v></c><c r="B2" s="2" t="s"><v>2</v></c></row></sheetData></worksheet>""");

    private Parsers() {}

    static Map<String, Parser> all() {
        Map<String, Parser> parsers = new LinkedHashMap<>();
        parsers.put("ratings", Parsers::ratings);
        parsers.put("rows", Parsers::rows);
        parsers.put("wideResponses", bytes -> responses(bytes, ResponseLayout.WIDE));
        parsers.put("longResponses", bytes -> responses(bytes, ResponseLayout.LONG));
        parsers.put("responseLines", Parsers::responseLines);
        parsers.put("surveys", Parsers::surveys);
        parsers.put("indices", Parsers::indices);
        parsers.put("schemes", Parsers::schemes);
        parsers.put("scores", Parsers::scores);
        parsers.put("units", Parsers::units);
        parsers.put("mappings", Parsers::mappings);
        parsers.put("detection", Parsers::detection);
        parsers.putAll(ModelParsers.all());
        parsers.putAll(adapters());
        return parsers;
    }

    /** Every adapter of a tool and of a questionnaire. */
    static Map<String, Parser> adapters() {
        Map<String, Parser> parsers = new LinkedHashMap<>();
        for (SurveyTool tool : SurveyTool.values()) {
            parsers.put("import " + tool.id(), bytes -> imported(bytes, tool));
        }
        parsers.put("limeSurveyStructure", Parsers::limeSurveyStructure);
        parsers.put("xlsForm", Parsers::xlsForm);
        parsers.put("sheet", Parsers::sheet);
        parsers.put("workbookParts", Parsers::workbookParts);
        parsers.put("archives", Parsers::archives);
        return parsers;
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** Counts problems as a report must have counted them. */
    private static final class Account implements Consumer<Problem> {

        private final Map<String, Long> counts = new TreeMap<>();

        @Override
        public void accept(Problem problem) {
            sound(problem);
            counts.merge(problem.code(), 1L, Long::sum);
        }

        void agreesWith(Checked<ReadReport> read, long used) {
            read.problems().forEach(Parsers::sound);
            if (read.value().isPresent()) {
                ReadReport report = read.value().get();
                assertEquals(counts, report.problems());
                assertEquals(report.read(), report.kept() + report.changed() + report.setAside());
                assertEquals(report.used(), used);
            } else {
                assertFalse(read.problems().isEmpty());
            }
        }
    }

    private static void sound(Problem problem) {
        assertFalse(problem.message(Language.VI).isBlank());
        assertFalse(problem.message(Language.EN).isBlank());
        assertFalse(problem.code().isBlank());
    }

    private static void sound(Checked<?> checked) {
        checked.problems().forEach(Parsers::sound);
        assertTrue(checked.value().isPresent() || !checked.problems().isEmpty());
    }

    static void ratings(byte[] bytes) throws IOException {
        for (int threads = 1; threads <= 2; threads++) {
            Account account = new Account();
            long[] used = new long[1];
            Checked<ReadReport> read = RatingColumnsReader.of(RATINGS)
                    .withFormat(SMALL)
                    .withThreads(threads)
                    .read(stream(bytes), "in.csv", batch -> used[0] += batch.rows(), account);
            account.agreesWith(read, used[0]);
        }
    }

    static void rows(byte[] bytes) throws IOException {
        for (char delimiter : new char[] {',', ';', '\t'}) {
            Checked<CsvRowReader> opened = CsvRowReader.open(stream(bytes), "in.csv", SMALL.withDelimiter(delimiter));
            sound(opened);
            if (opened.value().isEmpty()) {
                continue;
            }
            CsvRowReader reader = opened.value().get();
            long rows = 0;
            Account account = new Account();
            for (var row = reader.next(account); row.isPresent(); row = reader.next(account)) {
                CsvRow found = row.get();
                assertEquals(reader.headings().size(), found.fields().size());
                rows++;
            }
            assertEquals(reader.rowsRead(), rows + reader.rowsSetAside());
        }
    }

    private static void responses(byte[] bytes, ResponseLayout layout) throws IOException {
        Account account = new Account();
        long[] made = new long[1];
        Checked<ReadReport> read = ResponseCsvReader.of(SURVEY)
                .withLayout(layout)
                .withFormat(new CsvFormat(',', 4096, 512, 64))
                .read(stream(bytes), "in.csv", response -> made[0]++, account);
        long used = read.value().map(ReadReport::used).orElse(0L);
        account.agreesWith(read, layout == ResponseLayout.WIDE ? made[0] : used);
        assertTrue(made[0] <= used);
    }

    static void responseLines(byte[] bytes) throws IOException {
        for (ResponseLinesReader reader : List.of(
                ResponseLinesReader.of(RESPONSES),
                ResponseLinesReader.of(RESPONSES).withSurvey(SURVEY).withMaxLineBytes(2000))) {
            Account account = new Account();
            long[] made = new long[1];
            Checked<ReadReport> read = reader.read(stream(bytes), "in.ndjson", response -> made[0]++, account);
            account.agreesWith(read, made[0]);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static void surveys(byte[] bytes) {
        Checked<Survey> read = SURVEYS.read(text(bytes), "in.json");
        sound(read);
        read.value()
                .ifPresent(survey -> assertEquals(
                        survey, SURVEYS.read(SURVEYS.write(survey), "again").orThrow()));
    }

    static void indices(byte[] bytes) {
        IndexJson json = IndexJson.create();
        var read = json.read(text(bytes), "in.json");
        sound(read);
        read.value()
                .ifPresent(index -> assertEquals(
                        index, json.read(json.write(index), "again").orThrow()));
    }

    static void schemes(byte[] bytes) {
        SchemeJson json = SchemeJson.create();
        var read = json.read(text(bytes), "in.json");
        sound(read);
        read.value()
                .ifPresent(scheme -> assertEquals(
                        scheme, json.read(json.write(scheme), "again").orThrow()));
    }

    static void scores(byte[] bytes) throws IOException {
        sound(UnitScoresReader.of(SCHEME).read(stream(bytes), "in.csv"));
    }

    static void units(byte[] bytes) throws IOException {
        sound(UnitsCsv.read(stream(bytes), "in.csv"));
        sound(UnitSnapshotCsv.read(stream(bytes), "in.csv", ValidityPeriod.always()));
        sound(VietnamAdminUnits.readStatisticsOfficeList(stream(bytes), "in.csv", ValidityPeriod.always()));
        sound(VietnamAdminUnits.readCurrent(stream(bytes), "in.csv", ValidityPeriod.always()));
        sound(VietnameseProvincesDatabase.readJson(stream(bytes), "in.json", ValidityPeriod.always()));
        VietnamAdminUnits.readMapping(stream(bytes), "in.csv").problems().forEach(Parsers::sound);
    }

    private static void sound(UnitList units) {
        units.problems().forEach(Parsers::sound);
    }

    static void mappings(byte[] bytes) {
        sound(ColumnMappingJson.create().read(text(bytes), "in.json"));
    }

    /** An import whose every row and cell is accounted for. */
    private static final class Sink implements ImportSink {

        private final Account account = new Account();
        private long responses;

        @Override
        public void response(Response response, SourceRow row) {
            responses++;
        }

        @Override
        public void problem(Problem problem) {
            account.accept(problem);
        }
    }

    static void imported(byte[] bytes, SurveyTool tool) throws IOException {
        for (SourceLimits limits : List.of(SourceLimits.standard(), TIGHT)) {
            imported(
                    SourceFile.of("in.dat", bytes),
                    ImportOptions.detecting().withTool(tool).withLimits(limits));
        }
    }

    private static void imported(SourceFile file, ImportOptions options) throws IOException {
        Sink sink = new Sink();
        Checked<ImportReport> read = SurveyImport.with(options).read(file, sink);
        sound(read);
        if (read.value().isPresent()) {
            ReadReport rows = read.value().get().rows();
            assertEquals(rows.read(), rows.kept() + rows.changed() + rows.setAside());
            assertEquals(sink.account.counts, rows.problems());
            assertEquals(read.value().get().responses(), sink.responses);
        }
    }

    static void limeSurveyStructure(byte[] bytes) throws IOException {
        sound(LimeSurveyStructure.read(SourceFile.of("in.lss", bytes), Optional.empty(), TIGHT));
    }

    static void xlsForm(byte[] bytes) throws IOException {
        sound(XlsForm.read(SourceFile.of("in.xlsx", bytes), Optional.empty(), TIGHT));
        sound(XlsForm.read(SourceFile.of("in.xlsx", workbook(bytes)), Optional.empty(), TIGHT));
    }

    /** The bytes as the only sheet of a workbook that is sound otherwise. */
    static void sheet(byte[] bytes) throws IOException {
        SourceFile file = SourceFile.of("in.xlsx", workbook(bytes));
        imported(file, ImportOptions.detecting());
        imported(file, ImportOptions.detecting().withLimits(TIGHT));
    }

    /** The bytes, cut at their NULs, as the parts of a workbook beside its sheet. */
    static void workbookParts(byte[] bytes) throws IOException {
        List<byte[]> pieces = pieces(bytes);
        Map<String, byte[]> parts = workbookOf(SHEET);
        List<String> names = List.of(
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "_rels/.rels",
                "[Content_Types].xml");
        for (int i = 0; i < Math.min(pieces.size(), names.size()); i++) {
            if (pieces.get(i).length > 0) {
                parts.put(names.get(i), pieces.get(i));
            }
        }
        SourceFile file = SourceFile.of("in.xlsx", zipped(parts));
        imported(file, ImportOptions.detecting().withLimits(TIGHT));
        sound(XlsForm.read(file, Optional.empty(), TIGHT));
    }

    /** The bytes, cut at their NULs, as the tables of a downloaded archive. */
    static void archives(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        List<String> names = List.of("form.csv", "form-repeat.csv", "form.json", "media/a.csv");
        List<byte[]> pieces = pieces(bytes);
        for (int i = 0; i < Math.min(pieces.size(), names.size()); i++) {
            entries.put(names.get(i), pieces.get(i));
        }
        imported(
                SourceFile.of("in.zip", zipped(entries)),
                ImportOptions.detecting().withLimits(TIGHT));
        imported(SourceFile.of("in.zip", bytes), ImportOptions.detecting().withLimits(TIGHT));
    }

    private static List<byte[]> pieces(byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == 0) {
                pieces.add(Arrays.copyOfRange(bytes, from, i));
                from = i + 1;
            }
        }
        return pieces;
    }

    private static byte[] workbook(byte[] sheet) throws IOException {
        return zipped(workbookOf(sheet));
    }

    private static byte[] zipped(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                archive.putNextEntry(new ZipEntry(part.getKey()));
                archive.write(part.getValue());
                archive.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> workbookOf(byte[] sheet) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", text("""
                    <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Override PartName="/xl/workbook.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""));
        parts.put("_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
        parts.put("xl/workbook.xml", text("""
                    <?xml version="1.0"?>\
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                    <sheets><sheet name="survey" sheetId="1" r:id="r1"/></sheets></workbook>"""));
        parts.put("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
        parts.put("xl/worksheets/sheet1.xml", sheet);
        return parts;
    }

    private static byte[] relationship(String type, String target) {
        return text("<?xml version=\"1.0\"?>"
                + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\""
                + " Target=\"" + target + "\"/></Relationships>");
    }

    private static byte[] text(String part) {
        return part.getBytes(StandardCharsets.UTF_8);
    }

    static void detection(byte[] bytes) throws IOException {
        sound(SurveyImport.with(ImportOptions.detecting()).detect(SourceFile.of("in.csv", bytes)));
    }
}
