package vn.sipas.io.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.xlsx.XlsxWorkbookTest.Reading;

/** Files made to do harm, or harmed on the way. */
class XlsxHostileTest {

    private static final String GOOD_ROW = "<row r='1'><c r='A1'><v>1</v></c></row>";

    @Test
    void oneStrangeCellCostsThatCellOnly() throws IOException {
        String sheet = "<row r='1'><c r='A1' t='zz'><v>1</v></c><c r='B1'><v>x1</v></c><c r='C1' t='b'><v>7</v></c>"
                + "<c r='D1' t='e'><v>#N/A</v></c><c r='E1'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>";
        Reading reading = Reading.ofSheet(sheet);
        assertEquals(List.of("", "", "", "#N/A", "1"), reading.rows().get(0).cells());
        assertEquals(List.of("2"), reading.rows().get(1).cells());
        assertEquals(
                List.of("xlsx.cell.value", "xlsx.cell.value", "xlsx.cell.value", "xlsx.cell.error-value"),
                reading.codes());
        // Why the library at hand does not read the rows here: the same cell ends its reading of the sheet.
        byte[] bytes = WorkbookFiles.zip(WorkbookFiles.parts(sheet));
        assertThrows(RuntimeException.class, () -> {
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
                workbook.getFirstSheet().read();
            }
        });
    }

    @Test
    void noRoomIsMadeForColumnsThatASheetCannotHave() throws IOException {
        Reading reading =
                Reading.ofSheet("<row r='1'><c r='ZZZZZZ1'><v>1</v></c></row><row r='2'><c r='A2'><v>1</v></c>"
                        + "<c r='A2'><v>2</v></c></row><row r='2'><c r='A2'><v>1</v></c></row>"
                        + "<row r='99999999'><c><v>1</v></c></row><row><c><v>5</v></c></row>");
        assertEquals(
                List.of("xlsx.cell.reference", "xlsx.cell.reference", "xlsx.row.number", "xlsx.row.number"),
                reading.codes());
        assertEquals(List.of("5"), reading.rows().get(0).cells());
        assertEquals("test.xlsx!Phiếu:3", reading.rows().get(0).place().toString());
    }

    @Test
    void externalEntitiesAreRefused() throws IOException {
        for (String part : List.of(
                "xl/worksheets/sheet1.xml",
                "xl/workbook.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "_rels/.rels")) {
            Map<String, String> parts = WorkbookFiles.parts("<row r='1'><c r='A1' t='s'><v>0</v></c></row>");
            parts.put(
                    part,
                    "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                            + parts.getOrDefault(part, "<sst><si><t>&e;</t></si></sst>"));
            Reading reading = Reading.of(WorkbookFiles.zip(parts));
            assertTrue(reading.codes().contains("xlsx.part.document-type"), part + " " + reading.codes());
        }
    }

    @Test
    void aBombInflatesNoFurtherThanTheLimits() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : WorkbookFiles.parts("").entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().endsWith("sheet1.xml")) {
                    zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
                    byte[] rows = "<row><c><v>1</v></c></row>".repeat(40_000).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 25; i++) {
                        zip.write(rows);
                    }
                    zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                } else {
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
        }
        byte[] bomb = bytes.toByteArray();
        assertEquals(List.of("xlsx.part.inflates-too-far"), Reading.of(bomb).codes());
        assertEquals(
                List.of("xlsx.part.inflates-too-far"),
                Reading.of(bomb, SourceLimits.standard().withArchive(4096, 100_000, 100_000))
                        .codes());
    }

    @Test
    void oneEndlessTextIsNotHeld() throws IOException {
        String longText = "x".repeat(2_000_000);
        Reading cell = Reading.ofSheet("<row r='1'><c r='A1' t='str'><v>" + longText + "</v></c></row>"
                + "<row r='2'><c r='A2'><v>1</v></c></row>");
        assertEquals(List.of("xlsx.cell.too-long"), cell.codes());
        assertEquals(1, cell.rows().size());
        Map<String, String> parts = WorkbookFiles.parts(
                "<row r='1'><c r='A1' t='s'><v>0</v></c></row>" + "<row r='2'><c r='A2' t='s'><v>1</v></c></row>");
        parts.put("xl/sharedStrings.xml", "<sst><si><t>" + longText + "</t></si><si><t>b</t></si></sst>");
        Reading shared = Reading.of(WorkbookFiles.zip(parts));
        assertEquals(List.of("xlsx.cell.too-long"), shared.codes());
        assertEquals(List.of("b"), shared.rows().get(0).cells());
        Reading row = Reading.of(
                WorkbookFiles.zip(WorkbookFiles.parts(
                        "<row r='1'>" + ("<c t='str'><v>" + "y".repeat(900) + "</v></c>").repeat(20) + "</row>")),
                SourceLimits.standard().withRow(10_000, 1000));
        assertEquals(List.of("xlsx.row.too-long"), row.codes());
    }

    @Test
    void archivesWithTooManyOrRepeatedPartsAreRefused() throws IOException {
        Map<String, String> parts = WorkbookFiles.parts(GOOD_ROW);
        for (int i = 0; i < 20; i++) {
            parts.put("junk/" + i, "");
        }
        assertEquals(
                List.of("xlsx.file.too-many-parts"),
                Reading.of(WorkbookFiles.zip(parts), SourceLimits.standard().withArchive(10, 1 << 30, 200))
                        .codes());
        Map<String, String> twice = WorkbookFiles.parts(GOOD_ROW);
        twice.put("XL/WORKBOOK.xml", "<workbook/>");
        assertEquals(
                List.of("xlsx.file.repeated-part"),
                Reading.of(WorkbookFiles.zip(twice)).codes());
    }

    @Test
    void otherKindsOfFilesAreNamed() throws IOException {
        assertEquals(
                List.of("xlsx.file.not-a-workbook"),
                Reading.of("<table>".getBytes(StandardCharsets.UTF_8)).codes());
        assertEquals(
                List.of("xlsx.file.not-a-workbook"), Reading.of(new byte[0]).codes());
        byte[] ole2 = new byte[4096];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, ole2, 0, magic.length);
        assertEquals(List.of("xlsx.file.old-format"), Reading.of(ole2).codes());
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, ole2, 1024, name.length);
        assertEquals(List.of("xlsx.file.encrypted"), Reading.of(ole2).codes());
        assertEquals(
                List.of("xlsx.file.other-format"),
                Reading.of(WorkbookFiles.zip(Map.of("mimetype", "x", "content.xml", "<x/>")))
                        .codes());
        assertEquals(
                List.of("xlsx.file.not-a-workbook"),
                Reading.of(WorkbookFiles.zip(Map.of("word/document.xml", "<x/>")))
                        .codes());
    }

    @Test
    void aHundredThousandEntriesAreNotLookedAt() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            for (int i = 0; i < 100_000; i++) {
                zip.putNextEntry(new ZipEntry("e" + i));
            }
        }
        assertEquals(
                List.of("xlsx.file.too-many-parts"),
                Reading.of(bytes.toByteArray()).codes());
    }

    /** The size that a sheet claims is not believed, and a cell in its last corner costs its own row only. */
    @Test
    void hugeClaimsAndSparseCellsCostNothing() throws IOException {
        Map<String, String> parts = WorkbookFiles.parts("");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><dimension ref='A1:XFD1048576'/><cols><col min='1' max='16384' width='9'/></cols><sheetData>"
                        + GOOD_ROW + "<row r='1048576'><c r='XFD1048576'><v>5</v></c></row></sheetData></worksheet>");

        Reading wide =
                Reading.of(WorkbookFiles.zip(parts), SourceLimits.standard().withColumns(16_384));
        assertEquals(List.of(), wide.codes());
        assertEquals(2, wide.rows().size());
        assertEquals(16_384, wide.rows().get(1).cells().size());
        assertEquals("5", wide.rows().get(1).cell(16_383));
        assertEquals("test.xlsx!Phiếu:1048576", wide.rows().get(1).place().toString());

        Reading narrow = Reading.of(WorkbookFiles.zip(parts));
        assertEquals(List.of("xlsx.cell.reference"), narrow.codes(), "beyond the 8,192 columns of the standard limits");
        assertEquals(1, narrow.rows().size());
    }

    @Test
    void aBillionLaughsInSharedTextsAreRefused() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE sst [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        Map<String, String> parts = WorkbookFiles.parts("<row r='1'><c r='A1' t='s'><v>0</v></c></row>");
        parts.put("xl/sharedStrings.xml", laughs + "]><sst><si><t>&a9;</t></si></sst>");
        assertEquals(
                List.of("xlsx.cell.value", "xlsx.part.document-type"),
                Reading.of(WorkbookFiles.zip(parts)).codes());
    }

    /** Links to other workbooks, to the network and out of the archive are neither followed nor in the way. */
    @Test
    void linksOutOfTheWorkbookAreNotFollowed() throws IOException {
        Map<String, String> parts = WorkbookFiles.parts("<row r='1'><c r='A1'><f>[1]Sheet1!A1</f><v>7</v></c></row>");
        parts.put("xl/externalLinks/externalLink1.xml", "<externalLink><externalBook/></externalLink>");
        parts.put(
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                "<Relationships><Relationship Id='r1' Type='http://x/externalLinkPath' TargetMode='External'"
                        + " Target='http://127.0.0.1:9/other.xlsx'/></Relationships>");
        Reading linked = Reading.of(WorkbookFiles.zip(parts));
        assertEquals("7", linked.rows().get(0).cell(0), "the value that was stored with the formula");

        for (String target : List.of("http://127.0.0.1:9/sheet.xml", "../../../../etc/hostname", "/etc/hostname")) {
            Map<String, String> away = WorkbookFiles.parts(GOOD_ROW);
            away.put(
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='rId1' Type='http://x/worksheet' TargetMode='External' Target='"
                            + target + "'/></Relationships>");
            Reading reading = Reading.of(WorkbookFiles.zip(away));
            assertEquals(List.of(), reading.rows(), target);
            assertTrue(!reading.codes().isEmpty(), target);
        }
    }

    @Test
    void aBinaryWorkbookIsNamed() throws IOException {
        Map<String, String> parts = WorkbookFiles.parts(GOOD_ROW);
        parts.put("_rels/.rels", parts.get("_rels/.rels").replace("workbook.xml", "workbook.bin"));
        parts.put("xl/workbook.bin", "x");
        Reading reading = Reading.of(WorkbookFiles.zip(parts));
        assertEquals(List.of("xlsx.file.other-format"), reading.codes());
        assertEquals(".xlsb", reading.problems().get(0).attributes().get("format"));
    }

    /** An archive inside an archive is not opened: it is no workbook, and no table. */
    @Test
    void anArchiveInsideAnArchiveIsNotOpened() throws IOException {
        byte[] inner = WorkbookFiles.zip(WorkbookFiles.parts(GOOD_ROW));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("inner.xlsx"));
            zip.write(inner);
            zip.putNextEntry(new ZipEntry("inner.zip"));
            zip.write(inner);
        }
        assertEquals(
                List.of("xlsx.file.not-a-workbook"),
                Reading.of(bytes.toByteArray()).codes());
    }

    @Test
    void missingAndBrokenPartsAreNamed() throws IOException {
        Map<String, String> parts = WorkbookFiles.parts(GOOD_ROW);
        parts.remove("xl/worksheets/sheet1.xml");
        assertEquals(
                List.of("xlsx.part.missing"),
                Reading.of(WorkbookFiles.zip(parts)).codes());
        Reading cut = Reading.ofSheet(GOOD_ROW + "<row r='2'><c r='A2'><v>2</c></row>");
        assertEquals(1, cut.rows().size());
        assertEquals(List.of("xlsx.part.malformed-xml"), cut.codes());
        assertEquals("test.xlsx!Phiếu:2", cut.problems().get(0).place().toString());
    }

    @Test
    void damagedBytesNeverEndInAnUncheckedException() throws IOException {
        byte[] good = WorkbookFiles.zip(WorkbookFiles.parts(GOOD_ROW + "<row r='2'><c r='B2'><v>2</v></c></row>"));
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
            for (int k = random.nextInt(4); k >= 0 && damaged.length > 4; k--) {
                damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
            }
            Reading reading = Reading.of(damaged);
            assertTrue(reading.rows().size() <= 2 || !reading.problems().isEmpty());
        }
    }
}
