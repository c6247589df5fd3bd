package vn.sipas.io.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Inputs that break careless parsers, each against every parser of the module with the invariants of {@link Parsers}. */
class TortureTest {

    private static final String HEADER = "id,unit,wave,q1,q2,question,answer";
    private static final String ROW = "r1,07210,w,5,1,q1,5";

    private static byte[] utf8(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> delimited() {
        Map<String, byte[]> cases = new LinkedHashMap<>();
        cases.put("nothing", new byte[0]);
        cases.put("only a line end", utf8(""));
        cases.put("only a header", utf8(HEADER));
        cases.put("no line end at the end", (HEADER + "\n" + ROW).getBytes(StandardCharsets.UTF_8));
        cases.put("empty last lines", utf8(HEADER, ROW, "", ""));
        cases.put("CR LF", (HEADER + "\r\n" + ROW + "\r\n").getBytes(StandardCharsets.UTF_8));
        cases.put("lone CR", (HEADER + "\r" + ROW + "\r").getBytes(StandardCharsets.UTF_8));
        cases.put("CR inside quotes", utf8(HEADER, "\"r\r1\",07210,w,\"5\r\n\",1,q1,5"));
        cases.put("NUL", utf8(HEADER, "r\0,07210,w,5\0,1,q1,5", "\0"));
        cases.put("doubled quotes", utf8(HEADER, "\"r\"\"1\",07210,\"w,w\",\"5\",\"\"\"\",q1,5"));
        cases.put("text after a closing quote", utf8(HEADER, "\"r1\"x,07210,w,5,1,q1,5"));
        cases.put("a quote in the middle", utf8(HEADER, "r\"1,07210,w,5,1,q1,5"));
        cases.put("unclosed quote", utf8(HEADER, ROW, "\"r2,07210,w,5,1,q1,5", ROW));
        cases.put("unclosed quote in the header", utf8("\"id,unit", ROW));
        cases.put("byte order mark", joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, utf8(HEADER, ROW)));
        cases.put("byte order mark in the middle", utf8(HEADER, "\uFEFFr1,\uFEFF07210,w,5,1,q1,5"));
        cases.put("UTF-16", (HEADER + "\n" + ROW).getBytes(StandardCharsets.UTF_16));
        cases.put("UTF-16 without a mark", (HEADER + "\n" + ROW).getBytes(StandardCharsets.UTF_16LE));
        cases.put("UTF-32", (HEADER + "\n" + ROW).getBytes(Charset.forName("UTF-32")));
        cases.put(
                "mixed encodings",
                joined(
                        utf8(HEADER, "đơn,07210,w,5,1,q1,5"),
                        "\u00e9\u00e0,07210,w,5,1,q1,5\n".getBytes(Charset.forName("windows-1258"))));
        cases.put("overlong UTF-8", joined(utf8(HEADER), new byte[] {(byte) 0xc0, (byte) 0xaf, ',', '1', '\n'}));
        cases.put(
                "surrogates as bytes", joined(utf8(HEADER), new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80, '\n'}));
        cases.put("decomposed letters", utf8(Normalizer.normalize("mã,đơn vị,q1", Normalizer.Form.NFD), "1,2,5"));
        cases.put("right-to-left marks", utf8("\u200f" + HEADER, "\u202er1\u202c,07210,w,\u200f5,1,q1,5"));
        cases.put("formulas", utf8(HEADER, "=1+1,+07210,-w,@5,'1,q1,=cmd|' /C calc'!A0"));
        cases.put("too few and too many fields", utf8(HEADER, "r1", ROW + ",x,y", ROW));
        cases.put("repeated headings", utf8("id,id,unit,unit,q1,q1,wave,q2", "1,2,3,4,5,6,7,8"));
        cases.put(
                "a field of ten million bytes",
                utf8(HEADER, "\"" + "x".repeat(10_000_000) + "\",07210,w,5,1,q1,5", ROW));
        cases.put("a line of ten million bytes", utf8(HEADER, "x".repeat(10_000_000), ROW));
        cases.put("100,000 columns", utf8(HEADER + ",c".repeat(100_000), ROW + ",1".repeat(100_000)));
        cases.put("100,000 delimiters in a row", utf8(HEADER, ",".repeat(100_000), ROW));
        cases.put("quotes only", utf8("\"".repeat(9999)));
        cases.put("control characters", utf8(HEADER, "\u0001\u0007\u001b[31m,\u0085,\u2028,\u2029,5,q1,5"));
        return cases;
    }

    private static Map<String, byte[]> json() {
        Map<String, byte[]> cases = new LinkedHashMap<>();
        cases.put("nested arrays", utf8("[".repeat(100_000)));
        cases.put("nested objects", utf8("{\"a\":".repeat(100_000)));
        cases.put("closed nesting", utf8("[".repeat(100_000) + "]".repeat(100_000)));
        for (String format : List.of("survey", "response", "index", "scheme")) {
            String start = "{\"format\":\"sipas-" + format + "/1\"";
            cases.put(format + " of nothing", utf8(start + "}"));
            cases.put(format + " cut off", utf8(start + ",\"id\":\"a"));
            cases.put(format + " with a key twice", utf8(start + ",\"id\":\"a\",\"id\":\"b\"}"));
            cases.put(
                    format + " with huge numbers",
                    utf8(start + ",\"revision\":1e999999999,\"weight\":" + "9".repeat(5000) + "}"));
            cases.put(format + " with a great exponent", utf8(start + ",\"revision\":1e99,\"weight\":-1e-99}"));
            cases.put(
                    format + " with half a pair",
                    utf8(start + ",\"id\":\"\\ud83d\",\"title\":{\"vi\":\"\\udc00\",\"en\":\"x\"}}"));
            cases.put(format + " with NUL", utf8(start + ",\"id\":\"\\u0000\"}"));
            cases.put(
                    format + " of wrong types",
                    utf8(
                            start
                                    + ",\"id\":[],\"revision\":{},\"title\":1,\"sections\":\"x\",\"answers\":[1],\"criteria\":{},\"root\":true}"));
            cases.put(
                    format + " with nulls",
                    utf8(
                            start
                                    + ",\"id\":null,\"revision\":null,\"answers\":{\"q\":null},\"sections\":[null],\"scales\":[null]}"));
            cases.put(format + " nested", utf8(start + ",\"root\":" + "{\"children\":[".repeat(5000)));
        }
        cases.put("a long text", utf8("\"" + "x".repeat(2_000_000) + "\""));
        cases.put("no value", utf8("   "));
        cases.put("NaN", utf8("{\"weight\":NaN}"));
        cases.put("comments", utf8("/* a */ {}"));
        cases.put("trailing", utf8("{} {}"));
        cases.put("bad UTF-8", new byte[] {'"', (byte) 0xff, '"'});
        return cases;
    }

    /** A small sound export of each tool, so that adapters are reached behind detection. */
    private static Map<String, byte[]> exports() {
        Map<String, byte[]> exports = new LinkedHashMap<>();
        exports.put(
                "limesurvey",
                utf8(
                        "id,submitdate,lastpage,startlanguage,seed,A1,A2[SQ001],A2[SQ002],A2[other],interviewtime",
                        "1,2026-08-01 10:00:00,3,vi,17,A1,Y,,,12.5",
                        "2,,1,vi,18,-oth-,,Y,\"x, y\",3"));
        exports.put(
                "kobo",
                utf8(
                        "\"k\";\"k/a\";\"k/b\";\"_id\";\"_uuid\";\"_submission_time\";\"_index\"",
                        "\"a b\";\"1\";\"1\";\"1\";\"u1\";\"2026-08-01T02:10:00\";\"1\"",
                        "\"a\";\"1\";\"0\";\"2\";\"u2\";\"2026-08-01 02:10:00.1\";\"2\""));
        exports.put(
                "kobo json",
                utf8(
                        "[{\"_id\":1,\"_uuid\":\"u1\",\"g/q\":\"a\",\"r\":[{\"r/x\":\"1\",\"r/s\":[{\"r/s/y\":2}]}],"
                                + "\"_submission_time\":\"2026-08-01T02:10:00\",\"_validation_status\":{},\"_geolocation\":[null,1]}]"));
        exports.put(
                "odk",
                utf8(
                        "SubmissionDate,meta-instanceID,g-q,k,k/a,k/b,KEY,ReviewState",
                        "2026-08-01T02:10:00.1Z,uuid:1,1,a b,1,1,uuid:1,",
                        "2026-08-01T02:10:00.1Z,uuid:2,2,,0,0,uuid:2,rejected"));
        exports.put(
                "google forms",
                utf8(
                        "Dấu thời gian,Địa chỉ email,Thái độ của công chức thế nào?,Kênh nào?",
                        "29/08/2026 09:40:00,a@example.org,Hài lòng,\"Quầy, Mạng\"",
                        "30/08/2026 09:40:00,b@example.org,Không hài lòng,Quầy"));
        exports.put(
                "qualtrics",
                utf8(
                        "StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,Q1,Q1_TEXT",
                        "Start,End,Type,Finished,Recorded,Id,\"a,\nb\",t",
                        "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"endDate\"\"}\",s,f,r,i,"
                                + "\"{\"\"ImportId\"\":\"\"QID1\"\"}\",x",
                        "2026-08-01 09:00:00,2026-08-01 09:00:00,0,1,2026-08-01 09:00:00,R_1,\"1,2\","));
        exports.put(
                "surveyjs",
                utf8(
                        "[{\"q\":1,\"q-Comment\":\"x\",\"m\":{\"a\":\"1\"},\"t\":[\"a\",\"b\"],\"p\":[{\"x\":1},{\"x\":2}],\"pageNo\":0}]"));
        exports.put(
                "happyornot",
                utf8("[{\"ts\":\"2026-08-01T08:00:00+07:00\",\"feedbackScale\":\"FOUR\",\"answers\":[1,2,3,4]}]"));
        exports.put(
                "long table",
                utf8(
                        "Mã phiếu,Mã đơn vị,Câu hỏi,Câu trả lời",
                        "p1,07210,Thái độ?,Hài lòng",
                        "p1,07213,Thời gian?,Hài lòng",
                        "p2,07210,Thái độ?,Hài lòng",
                        "p1,07210,Thái độ?,Bình thường"));
        exports.put(
                "structure",
                utf8(
                        "<?xml version=\"1.0\"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>"
                                + "<languages><language>vi</language></languages><questions><fields><fieldname>qid</fieldname></fields>"
                                + "<rows><row><qid>1</qid><parent_qid>0</parent_qid><sid>7</sid><gid>1</gid><type>L</type>"
                                + "<title>A1</title><question>Q</question><language>vi</language></row></rows></questions>"
                                + "<answers><rows><row><qid>1</qid><code>A1</code><answer>x</answer></row></rows></answers></document>"));
        exports.put(
                "sheet",
                utf8(
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\" t=\"str\"><v>q</v></c></row>"
                                + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>"));
        return exports;
    }

    @TestFactory
    List<DynamicTest> damagedExportsAgainstEveryAdapter() {
        Random random = new Random(20_261_127);
        Map<String, byte[]> cases = new LinkedHashMap<>();
        exports().forEach((name, bytes) -> {
            cases.put(name, bytes);
            for (int i = 0; i < 8; i++) {
                cases.put(name + " with damage " + i, damaged(bytes, random));
            }
        });
        List<DynamicTest> tests = new ArrayList<>();
        Parsers.adapters()
                .forEach((name, parser) -> tests.add(DynamicTest.dynamicTest(name, () -> {
                    for (Map.Entry<String, byte[]> one : cases.entrySet()) {
                        take(parser, name + " with " + one.getKey(), one.getValue());
                    }
                })));
        return tests;
    }

    @TestFactory
    List<DynamicTest> everyInputAgainstEveryParser() {
        Map<String, byte[]> cases = new LinkedHashMap<>(delimited());
        cases.putAll(json());
        Set<String> adapters = Parsers.adapters().keySet();
        List<DynamicTest> tests = new ArrayList<>();
        Parsers.all()
                .forEach((name, parser) -> tests.add(DynamicTest.dynamicTest(name, () -> {
                    for (Map.Entry<String, byte[]> one : cases.entrySet()) {
                        if (one.getValue().length > 1 << 17 && adapters.contains(name) && !name.endsWith(" csv")) {
                            continue; // all of them read delimited text with the reader that the import of csv uses
                        }
                        take(parser, name + " with " + one.getKey(), one.getValue());
                    }
                })));
        return tests;
    }

    /** Sound files with bytes changed, left out and doubled, always the same ones. */
    @TestFactory
    List<DynamicTest> damagedFilesAgainstEveryParser() {
        Random random = new Random(20_261_126);
        List<byte[]> sound = List.of(
                utf8(HEADER, ROW, "r2,07213,w,#DK,\"2\",q2,1", "\"r3\",07213,w,,#RF,q2,1"),
                utf8("{\"format\":\"sipas-response/1\",\"id\":\"r\",\"survey\":\"bac-giang-pks05\",\"revision\":1,"
                        + "\"unit\":\"1\",\"wave\":\"w\",\"weight\":1.5,\"answers\":{\"4\":{\"rated\":3}}}"));
        List<byte[]> damaged = new ArrayList<>();
        Set<String> adapters = Parsers.adapters().keySet();
        for (byte[] bytes : sound) {
            for (int i = 0; i < 150; i++) {
                damaged.add(damaged(bytes, random));
            }
        }
        List<DynamicTest> tests = new ArrayList<>();
        Parsers.all()
                .forEach((name, parser) -> tests.add(DynamicTest.dynamicTest(name, () -> {
                    // Adapters have damaged exports of their own.
                    int step = adapters.contains(name) ? 10 : 1;
                    for (int i = 0; i < damaged.size(); i += step) {
                        take(parser, name + " with damage " + i, damaged.get(i));
                    }
                })));
        return tests;
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        List<Byte> list = new ArrayList<>();
        for (byte one : bytes) {
            list.add(one);
        }
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(list.size());
            switch (random.nextInt(4)) {
                case 0 -> list.set(at, (byte) random.nextInt(256));
                case 1 -> list.remove(at);
                case 2 -> list.add(at, "\",;\n\r\0{}[]:#".getBytes(StandardCharsets.UTF_8)[random.nextInt(12)]);
                default -> Collections.swap(list, at, random.nextInt(list.size()));
            }
        }
        byte[] result = new byte[list.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = list.get(i);
        }
        return result;
    }

    private static void take(Parsers.Parser parser, String what, byte[] bytes) throws IOException {
        try {
            parser.take(bytes);
        } catch (RuntimeException | AssertionError | StackOverflowError broken) {
            throw new AssertionError(what, broken);
        }
    }
}
