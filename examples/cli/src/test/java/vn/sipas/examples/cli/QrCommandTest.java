package vn.sipas.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.core.unit.UnitLevel;
import vn.sipas.core.unit.UnitRegistry;
import vn.sipas.io.units.BundledUnits;
import vn.sipas.io.units.UnitsCsv;
import vn.sipas.qr.signing.DocumentSeal;
import vn.sipas.qr.signing.KeyFile;

class QrCommandTest {

    private static final String ISSUER = "24:ks.example.gov.vn";
    private static final String BASE = "https://ks.example.gov.vn/q/";

    @TempDir
    private Path folder;

    private Path keys;
    private Path offices;

    private record Run(int status, String out, String err) {

        /** The rows behind the header, split at commas. */
        List<String[]> rows() {
            return out.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    @BeforeEach
    void makeKeysAndUnits() throws IOException {
        keys = folder.resolve("KEYS.json");
        assertEquals(0, sipas("qr", "keygen", "--key-id", 7, "--suite", "hmac128", "--out", keys).status);
        offices = folder.resolve("offices.csv");
        Files.writeString(offices, "unit,name\n07210,\"Xã Đồng Kỳ, Yên Thế\"\n07213,Phường Xương Giang\n");
    }

    @Test
    void keysAreWrittenOnceForTheirOwnerAndNeverPrinted() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
        String before = Files.readString(keys);
        Run again = sipas("qr", "keygen", "--key-id", 8, "--out", keys);
        assertEquals(3, again.status);
        assertEquals(before, Files.readString(keys));
        for (String suite : List.of("hmac96", "hmac128", "ed25519")) {
            Path file = folder.resolve(suite + ".json");
            Run run = sipas("qr", "keygen", "--key-id", 1, "--suite", suite, "--out", file);
            assertEquals(0, run.status, run.err);
            Pattern.compile("[A-Za-z0-9_-]{43}")
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(secret -> assertFalse((run.out + run.err).contains(secret.group())));
        }
        Path rotated = folder.resolve("rotated.json");
        assertEquals(
                0,
                sipas("qr", "keygen", "--key-id", 9, "--from", "2026-04-01", "--keep", keys, "--out", rotated).status);
        assertEquals(
                List.of(7, 9),
                KeyFile.read(rotated).orThrow().keys().keys().stream()
                        .map(key -> key.id())
                        .toList());
        assertEquals(2, sipas("qr", "keygen", "--key-id", 7, "--keep", keys, "--out", folder.resolve("x")).status);
        assertEquals(2, sipas("qr", "keygen", "--key-id", 256, "--out", folder.resolve("x")).status);
        assertEquals(2, sipas("qr", "keygen", "--key-id", 1, "--suite", "md5", "--out", folder.resolve("x")).status);
        assertEquals(2, sipas("qr", "keygen", "--out", folder.resolve("x")).status);
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void twoHundredAndNinePostersAreReadByAnotherDecoderAndVerified() throws Exception {
        UnitRegistry registry = BundledUnits.bacGiang2024();
        try (Writer writer = Files.newBufferedWriter(folder.resolve("units.csv"))) {
            List<vn.sipas.core.unit.Unit> units = new ArrayList<>();
            for (UnitLevel level : List.of(UnitLevel.PROVINCE, UnitLevel.DISTRICT, UnitLevel.COMMUNE)) {
                units.addAll(registry.units(level, OctoberWave.WAVE.firstDay()));
            }
            UnitsCsv.write(units, writer);
        }
        Path posters = folder.resolve("posters");
        Run issued = issue(folder.resolve("units.csv"), posters, "poster", "png", "--issue-day", "2026-03-10");
        assertEquals(0, issued.status, issued.err);
        assertTrue(issued.err.contains("11 units of province or district level"), issued.err);
        List<String> manifest = Files.readAllLines(posters.resolve("manifest.csv"));
        assertEquals("unit,name,serial,url,file,version,ec,mask,sha256", manifest.get(0));
        assertEquals(1 + 209, manifest.size());
        assertEquals(209 + 2, count(posters));

        Run verified = verify("--as-of", "2026-03-10", "--in", posters.resolve("manifest.csv"));
        assertEquals(0, verified.status, verified.err);
        assertTrue(verified.out.startsWith("input,status,reason,kind,unit,campaign,channel,serial\n"));
        assertEquals(209, verified.rows().size());
        for (String[] row : verified.rows()) {
            assertArrayEquals(new String[] {"VERIFIED", "", "poster"}, Arrays.copyOfRange(row, 1, 4));
            assertArrayEquals(new String[] {"2410", "poster", ""}, Arrays.copyOfRange(row, 5, 8));
        }
        DocumentSeal seal = DocumentSeal.parse(Files.readString(posters.resolve("manifest.csv.seal")))
                .orElseThrow();
        byte[] list = Files.readAllBytes(posters.resolve("manifest.csv"));
        assertTrue(seal.matches(KeyFile.read(keys).orThrow().keys(), list));
        list[list.length - 3] ^= 1;
        assertFalse(seal.matches(KeyFile.read(keys).orThrow().keys(), list));

        Assumptions.assumeTrue(onPath("zbarimg"), "zbarimg is not installed: the files were not read by zbar");
        Map<String, String> expected = new TreeMap<>();
        for (String line : manifest.subList(1, manifest.size())) {
            String[] fields = line.substring(line.indexOf(",https://") + 1).split(",", -1);
            expected.put(fields[1], fields[0]);
        }
        assertEquals(
                List.copyOf(expected.values()),
                zbar(posters, expected.keySet().stream().toList()));
    }

    @Test
    void postersAreDrawnAsSvgWithNamesAndHost() throws IOException {
        Path posters = folder.resolve("posters");
        assertEquals(0, issue(offices, posters, "poster", "svg").status);
        String poster = Files.readString(posters.resolve("poster-07210.svg"));
        assertTrue(poster.contains("Yên Thế") && poster.contains("ks.example.gov.vn/q"));
        Run again = issue(offices, posters, "poster", "svg");
        assertEquals(0, again.status, again.err);
        assertTrue(again.err.contains("2 codes") && again.err.contains("2 of them from an earlier run"), again.err);
    }

    @Test
    void receiptsCountOnceWithALedgerAndAnyNumberOfTimesWithout() throws IOException {
        Path receipts = folder.resolve("receipts");
        Run issued =
                issue(offices, receipts, "receipt", "png", "--count", 3, "--issue-day", "2026-03-10", "--first", 5);
        assertEquals(0, issued.status, issued.err);
        assertTrue(Files.exists(receipts.resolve("receipt-07213-0000007.png")));
        Object[] check = {"--as-of", "2026-03-20", "--in", receipts.resolve("manifest.csv")};
        Run first = verify(check);
        assertEquals(0, first.status, first.err);
        assertEquals(0, verify(check).status);
        assertEquals(
                6, new HashSet<>(first.rows().stream().map(row -> row[7]).toList()).size(), "serials must be distinct");
        assertTrue(first.rows().stream().allMatch(row -> row[3].equals("receipt") && row[6].equals("receipt")));

        Path ledger = folder.resolve("spent.ledger");
        Object[] spend = {
            "--as-of", "2026-03-20", "--ledger", ledger, "--in", receipts.resolve("manifest.csv"),
        };
        assertEquals(0, verify(spend).status);
        Run second = verify(spend);
        assertEquals(1, second.status);
        assertTrue(second.rows().stream().allMatch(row -> row[1].equals("REJECTED") && row[2].equals("REPLAY")));
        String lower = first.rows().get(0)[0].toLowerCase(java.util.Locale.ROOT);
        assertEquals(
                "REPLAY",
                verify("--as-of", "2026-03-20", "--ledger", ledger, lower)
                        .rows()
                        .get(0)[2]);
        assertEquals("VERIFIED", verify("--as-of", "2026-03-20", lower).rows().get(0)[1]);

        Files.writeString(ledger, "not a ledger\n");
        assertEquals(3, verify(spend).status);
        assertEquals("not a ledger\n", Files.readString(ledger));
    }

    @Test
    void whatIsNotGenuineIsRejectedWithItsReason() throws IOException {
        Path receipts = folder.resolve("receipts");
        issue(offices, receipts, "receipt", "png", "--issue-day", "2026-03-10", "--validity", "days_7");
        String url = verify("--as-of", "2026-03-10", "--in", receipts.resolve("manifest.csv"))
                .rows()
                .get(0)[0];
        char last = url.charAt(url.length() - 3);
        String tampered =
                url.substring(0, url.length() - 3) + (last == '7' ? '8' : '7') + url.substring(url.length() - 2);
        String card = "001099000000|100000000|Nguyễn Văn Mẫu|01011999|Nam|Xã Mẫu|01012021";
        Path codes = folder.resolve("codes.txt");
        Files.writeString(
                codes,
                String.join("\n", url, tampered, url.substring(0, url.length() - 1), card, "https://example.com/", ""));
        Run run = verify("--as-of", "2026-03-10", "--in", codes);
        assertEquals(1, run.status);
        assertEquals(
                List.of("", "FORGED", "BAD_FORM", "NOT_A_SURVEY_CODE", "NOT_A_SURVEY_CODE"),
                run.rows().stream().map(row -> row[2]).toList());
        assertFalse((run.out + run.err).contains("Mẫu") || (run.out + run.err).contains("001099"));
        assertTrue(run.err.contains("codes.txt:4") && run.err.contains("citizen identity card"), run.err);
        assertTrue(run.err.contains("5 codes: 1 verified, 4 rejected"), run.err);
        assertEquals("EXPIRED", verify("--as-of", "2026-03-19", url).rows().get(0)[2]);
        assertEquals(
                "NOT_YET_VALID", verify("--as-of", "2026-03-08", url).rows().get(0)[2]);
        Run foreign = sipas("qr", "verify", "--keys", keys, "--issuer", "01:other", "--as-of", "2026-03-10", url);
        assertEquals("FORGED", foreign.rows().get(0)[2]);
        assertEquals("", foreign.rows().get(0)[4]);
        Path training = folder.resolve("training");
        issue(offices, training, "training", "png", "--issue-day", "2026-03-10");
        Run trained = verify("--as-of", "2026-03-10", "--in", training.resolve("manifest.csv"));
        assertTrue(trained.rows().stream().allMatch(row -> row[2].equals("TRAINING")), trained.out);
        assertTrue(verify("--as-of", "2026-03-10", "=cmd()").out.contains("\n'=cmd(),REJECTED"));
    }

    /** Another process is killed in the middle of a batch; the same command then completes it with the same bytes. */
    @Test
    void anInterruptedBatchIsAbsentAndGoesOn() throws Exception {
        Path batch = folder.resolve("batch");
        Path part = folder.resolve(".batch.part");
        List<Object> arguments = new ArrayList<>(List.of(issueArguments(offices, batch, "receipt", "png")));
        arguments.addAll(List.of("--count", 600));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SipasCommand.class.getName()));
        arguments.forEach(argument -> command.add(argument.toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (process.isAlive() && count(part) < 100 && System.nanoTime() < giveUp) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertFalse(Files.exists(batch), "the batch was complete before it could be interrupted");
        int made = count(part) - 1;

        Run other = issue(offices, batch, "receipt", "png", "--count", 500);
        assertEquals(3, other.status);
        assertTrue(other.err.contains(".batch.part"), other.err);
        Run resumed = sipas(arguments.toArray());
        assertEquals(0, resumed.status, resumed.err);
        assertTrue(resumed.err.contains("1200 codes"), resumed.err);
        int kept = Integer.parseInt(resumed.err.replaceAll("(?s).*, ([0-9]+) of them from an earlier run.*", "$1"));
        assertTrue(kept >= made - 1 && kept <= made + 1, kept + " of " + made);
        assertEquals(1200 + 2, count(batch));
        assertFalse(Files.exists(part));
        try (Stream<Path> left = Files.list(folder)) {
            assertFalse(left.anyMatch(file -> file.toString().endsWith(".tmp")));
        }
        assertEquals(1200, verify("--in", batch.resolve("manifest.csv")).rows().size());
    }

    @Test
    void anotherBatchIsNeverOverwritten() throws IOException {
        Path batch = folder.resolve("batch");
        assertEquals(0, issue(offices, batch, "poster", "png", "--issue-day", "2026-03-10").status);
        byte[] manifest = Files.readAllBytes(batch.resolve("manifest.csv"));
        byte[] poster = Files.readAllBytes(batch.resolve("poster-07210.png"));
        Run other = issue(offices, batch, "poster", "png", "--issue-day", "2026-03-11");
        assertEquals(3, other.status);
        assertTrue(other.err.contains("another batch"), other.err);
        assertArrayEquals(manifest, Files.readAllBytes(batch.resolve("manifest.csv")));
        assertArrayEquals(poster, Files.readAllBytes(batch.resolve("poster-07210.png")));
        assertEquals(4, count(batch));
        assertEquals(0, issue(offices, batch, "poster", "png", "--issue-day", "2026-03-10").status);
        Files.createDirectory(folder.resolve("empty"));
        assertEquals(0, issue(offices, folder.resolve("empty"), "poster", "png").status);
        assertEquals(4, count(folder.resolve("empty")));
    }

    @Test
    void badRowsAreNamedAndNothingIsIssued() throws IOException {
        Path bad = folder.resolve("bad.csv");
        Files.writeString(bad, "code,name_vi,name_en\n07210,Xã A,\nx,Xã B,\n07210,Xã C,\n07213,,\n");
        Run run = issue(bad, folder.resolve("batch"), "poster", "svg");
        assertEquals(1, run.status);
        assertTrue(run.err.contains("bad.csv:3:1") && run.err.contains("cli.qr.unit-number"), run.err);
        assertTrue(run.err.contains("bad.csv:4:1") && run.err.contains("cli.qr.unit-repeated"), run.err);
        assertTrue(run.err.contains("bad.csv:5:2") && run.err.contains("cli.qr.name-missing"), run.err);
        Files.writeString(bad, "a,b\n1,2\n");
        assertTrue(issue(bad, folder.resolve("batch"), "poster", "svg").err.contains("cli.qr.headings"));
        Files.writeString(bad, "unit,name\n");
        assertTrue(issue(bad, folder.resolve("batch"), "poster", "svg").err.contains("cli.qr.no-units"));
        assertFalse(Files.exists(folder.resolve("batch")) || Files.exists(folder.resolve(".batch.part")));
    }

    @Test
    void wrongUsageIsTwoAKeyFileOpenToOthersIsOneAndAMissingFileIsThree() throws IOException {
        Path batch = folder.resolve("batch");
        assertEquals(2, sipas("qr").status);
        assertEquals(2, sipas("qr", "issue").status);
        assertEquals(2, sipas("qr", "verify", "--keys", keys, "--issuer", ISSUER).status);
        assertEquals(2, verify("--as-of", "yesterday", "x").status);
        assertEquals(2, issue(offices, batch, "screen", "svg").status);
        assertEquals(2, issue(offices, batch, "poster", "gif").status);
        assertEquals(2, issue(offices, batch, "poster", "svg", "--issue-day", "2024-10-02").status);
        assertEquals(2, issue(offices, batch, "poster", "svg", "--count", 2).status);
        assertEquals(2, issue(offices, batch, "poster", "svg", "--symbol-version", 1).status);
        assertEquals(3, issue(folder.resolve("none.csv"), batch, "poster", "svg").status);
        assertEquals(3, verify("--in", folder.resolve("none.txt")).status);
        assertFalse(Files.exists(batch));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
        Run open = issue(offices, batch, "poster", "svg");
        assertEquals(1, open.status);
        assertTrue(open.err.contains("qr.key-file.permissions"), open.err);
        assertFalse(Files.exists(batch));
    }

    @Test
    void oneVersionForTheWholeBatchAndAnyLevel() throws IOException {
        for (String level : List.of("M", "Q", "H")) {
            Path batch = folder.resolve("batch" + level);
            Run run = issue(offices, batch, "poster", "svg", "--ec", level, "--symbol-version", 9);
            assertEquals(0, run.status, run.err);
            assertTrue(Files.readAllLines(batch.resolve("manifest.csv")).stream()
                    .skip(1)
                    .allMatch(line -> line.contains(",9," + level + ",")));
        }
        assertNotEquals(
                Files.readString(folder.resolve("batchM").resolve("manifest.csv")),
                Files.readString(folder.resolve("batchQ").resolve("manifest.csv")));
    }

    private Run issue(Path units, Path out, String kind, String format, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(issueArguments(units, out, kind, format)));
        arguments.addAll(List.of(more));
        return sipas(arguments.toArray());
    }

    private Object[] issueArguments(Path units, Path out, String kind, String format) {
        return new Object[] {
            "qr",
            "issue",
            "--units",
            units,
            "--campaign",
            2410,
            "--kind",
            kind,
            "--keys",
            keys,
            "--issuer",
            ISSUER,
            "--base-url",
            BASE,
            "--format",
            format,
            "--out",
            out
        };
    }

    private Run verify(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("qr", "verify", "--keys", keys, "--issuer", ISSUER));
        arguments.addAll(List.of(more));
        return sipas(arguments.toArray());
    }

    private static Run sipas(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = SipasCommand.run(
                new PrintWriter(out),
                new PrintWriter(err),
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        assertFalse(err.toString().contains("\tat ") || err.toString().contains("defect"), err::toString);
        return new Run(status, out.toString(), err.toString());
    }

    private static List<String> zbar(Path folder, List<String> files) throws Exception {
        List<String> command = new ArrayList<>(List.of("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable"));
        files.forEach(file -> command.add(folder.resolve(file).toString()));
        Path output = Files.createTempFile(folder.resolveSibling("."), "zbar", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private static int count(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        }
    }
}
