package vn.sipas.qr.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.RingKey;
import vn.sipas.qr.signing.Signer;
import vn.sipas.qr.symbol.ErrorCorrection;
import vn.sipas.qr.symbol.MaskChoice;
import vn.sipas.qr.symbol.PngRendering;
import vn.sipas.qr.symbol.QrSymbol;
import vn.sipas.qr.symbol.SymbolEncoder;
import vn.sipas.qr.symbol.TextTooLongException;

/**
 * Decoders that nobody here wrote read what is issued: three generations of ZXing and, where installed, zbar.
 *
 * <p>The batch has every kind in every suite at every level behind three hosts, 3,060 symbols whose versions are the
 * smallest that fit, 3 to 14; {@code -Dsipas.qr.symbols=240} makes it ten times as long. A second batch has every version
 * from 3, the smallest into which a token fits, to 40, by fixed choice.
 */
class DecoderTest {

    private static final int PER_CELL = Integer.getInteger("sipas.qr.symbols", 24);
    private static final int QUIET_ZONE = 4;
    private static final int SCALE = 4;
    private static final int SCALE_OF_LARGE = 3;
    private static final int SCALE_OF_EVIDENCE = 8;

    /** An address of 66 characters with the largest token at level H. */
    private static final int LARGEST_NEEDED = 14;

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final List<String> BASES = List.of(
            "https://a.vn/",
            "https://ks.bacninh.gov.vn/q",
            "https://khao-sat-hai-long.trung-tam-hanh-chinh-cong.bacninh.gov.vn/phieu");
    /** The first test key of RFC 8032, so that every run draws the same symbols; a signature's digits move a version. */
    private static final byte[] SEED =
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private static final byte[] PUBLIC_KEY =
            HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    private static final Map<SignatureSuite, Signer> SIGNERS = new EnumMap<>(SignatureSuite.class);
    private static final Map<String, ZxingGeneration> ZXING = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void loadDecodersAndKeys() throws Exception {
        for (String version : ZxingGeneration.VERSIONS) {
            ZXING.put(version, ZxingGeneration.of(version));
        }
        for (SignatureSuite suite : SignatureSuite.values()) {
            RingKey key = suite == SignatureSuite.ED25519
                    ? RingKey.ed25519(1, SEED, PUBLIC_KEY, ValidityPeriod.always())
                    : RingKey.hmac(1, suite, new byte[32], ValidityPeriod.always());
            SIGNERS.put(suite, Signer.of(IssuerId.of("24:ks.bacninh.gov.vn"), key));
        }
    }

    @AfterAll
    static void closeDecoders() throws Exception {
        for (ZxingGeneration zxing : ZXING.values()) {
            zxing.close();
        }
    }

    @Test
    void everyDecoderReadsEveryKindAndLevel() throws Exception {
        List<QrSymbol> symbols = symbols(MaskChoice.SCAN_SAFE, PER_CELL);
        assertTrue(symbols.size() >= 3000, "only " + symbols.size() + " symbols");
        TreeSet<Integer> versions =
                new TreeSet<>(symbols.stream().map(QrSymbol::version).toList());
        assertTrue(versions.first() == 3 && versions.last() == 14 && versions.size() >= 11, versions.toString());
        for (Map.Entry<String, ZxingGeneration> zxing : ZXING.entrySet()) {
            assertEquals(List.of(), unread(zxing.getValue(), symbols, SCALE), "ZXing " + zxing.getKey());
        }
        assertZbarReads(symbols, SCALE_OF_LARGE);
    }

    /** Every version that tokens need behind hosts of up to 66 characters, 3 to 14, is read by all; what is filled up to 40 by zbar. */
    @Test
    void everyDecoderReadsEveryVersion() throws Exception {
        List<QrSymbol> needed = new ArrayList<>();
        List<QrSymbol> filled = new ArrayList<>();
        for (int version = 3; version <= 40; version++) {
            for (ErrorCorrection level : ErrorCorrection.values()) {
                (version <= LARGEST_NEEDED ? needed : filled).addAll(ofVersion(version, level));
            }
        }
        assertEquals(
                IntStream.rangeClosed(3, LARGEST_NEEDED).boxed().toList(),
                needed.stream().map(QrSymbol::version).distinct().toList());
        for (Map.Entry<String, ZxingGeneration> zxing : ZXING.entrySet()) {
            assertEquals(List.of(), unread(zxing.getValue(), needed, SCALE_OF_LARGE), "ZXing " + zxing.getKey());
        }
        assertEquals(4 * (40 - LARGEST_NEEDED), filled.size());
        needed.addAll(filled);
        assertZbarReads(needed, SCALE_OF_LARGE);
    }

    private static List<QrSymbol> ofVersion(int version, ErrorCorrection level) {
        List<QrSymbol> symbols = new ArrayList<>();
        for (String base : List.of(BASES.get(0), BASES.get(2))) {
            for (SignatureSuite suite : List.of(SignatureSuite.HMAC_SHA256_96, SignatureSuite.ED25519)) {
                SymbolEncoder encoder = SymbolEncoder.of(level).withVersion(version);
                LinkIssuer issuer = LinkIssuer.of(SIGNERS.get(suite), LinkBase.of(base), encoder);
                try {
                    UnitNumber unit = UnitNumber.of(version);
                    symbols.add(issuer.issue(SurveyLink.receipt(unit, 2410, DAY, 7_919L * version))
                            .symbol());
                } catch (TextTooLongException doesNotFit) {
                    assertTrue(version <= LARGEST_NEEDED, doesNotFit.getMessage());
                }
            }
        }
        return version <= LARGEST_NEEDED ? symbols : symbols.subList(symbols.size() - 1, symbols.size());
    }

    /**
     * How many remain unread depends on the size of a module in the picture; at 4 px the oldest generation misses 1.9 %.
     */
    @Test
    void strictMasksShowTheFailuresThatScanSafeRemoves() throws Exception {
        List<QrSymbol> strict = symbols(MaskChoice.LOWEST_PENALTY, Math.max(1, PER_CELL / 2));
        Map<String, Integer> unread = new TreeMap<>();
        for (Map.Entry<String, ZxingGeneration> zxing : ZXING.entrySet()) {
            unread.put(zxing.getKey(), unread(zxing.getValue(), strict, SCALE).size());
        }
        assertTrue(unread.get("3.2.1") > strict.size() / 100, strict.size() + " strict symbols, unread " + unread);
        assertTrue(unread.get("3.3.3") > strict.size() / 200, strict.size() + " strict symbols, unread " + unread);
        assertTrue(unread.get("3.5.4") > 0, strict.size() + " strict symbols, unread " + unread);
    }

    /**
     * The versions that decide how large a code is printed: poster and receipt 4 M, the receipt with Ed25519 7 M. The
     * larger ones with Ed25519 lie at a boundary: how many digits of the signature stand together decides between two.
     */
    @ParameterizedTest
    @CsvSource({
        "poster, HMAC_SHA256_96, M, 4, 4",
        "poster, HMAC_SHA256_128, M, 4, 4",
        "poster, HMAC_SHA256_128, Q, 5, 5",
        "poster, HMAC_SHA256_128, H, 7, 7",
        "receipt, HMAC_SHA256_96, M, 4, 4",
        "receipt, HMAC_SHA256_96, Q, 5, 5",
        "receipt, HMAC_SHA256_96, H, 7, 7",
        "receipt, ED25519, M, 7, 7",
        "receipt, ED25519, Q, 9, 10",
        "receipt, ED25519, H, 10, 11",
        "full, ED25519, M, 8, 9"
    })
    void codesHaveTheVersionsOfTheSizeTable(
            String kind, SignatureSuite suite, ErrorCorrection level, int least, int most) {
        SurveyLink receipt = SurveyLink.receipt(UnitNumber.of(7210), 2410, DAY, 0xFF_FFFF_FFFFL);
        SurveyLink link =
                switch (kind) {
                    case "poster" -> SurveyLink.poster(UnitNumber.of(7210), 2410, DAY);
                    case "receipt" -> receipt;
                    default -> receipt.withProcedure(1_004_194).withDossierTag(0xFF_FFFF_FFFFL);
                };
        LinkIssuer issuer = LinkIssuer.of(SIGNERS.get(suite), LinkBase.of(BASES.get(1)), SymbolEncoder.of(level));
        int version = issuer.issue(link).symbol().version();
        assertTrue(version >= least && version <= most, "version " + version);
    }

    /** All kinds in all suites at all levels behind all hosts. */
    private static List<QrSymbol> symbols(MaskChoice choice, int perCell) {
        List<QrSymbol> symbols = new ArrayList<>();
        for (Signer signer : SIGNERS.values()) {
            // Signatures of Ed25519 take a thousand times as long as the others.
            int count = signer.key().suite() == SignatureSuite.ED25519 ? Math.max(1, perCell / 8) : perCell;
            for (ErrorCorrection level : ErrorCorrection.values()) {
                for (String base : BASES) {
                    LinkIssuer issuer = LinkIssuer.of(
                            signer, LinkBase.of(base), SymbolEncoder.of(level).withMaskChoice(choice));
                    for (int i = 0; i < count; i++) {
                        for (SurveyLink link : links(UnitNumber.of(1 + i), i)) {
                            symbols.add(issuer.issue(link).symbol());
                        }
                    }
                }
            }
        }
        return symbols;
    }

    private static List<SurveyLink> links(UnitNumber unit, int i) {
        return List.of(
                SurveyLink.poster(unit, 2410, DAY),
                SurveyLink.receipt(unit, 2410, DAY, 7_919L * i),
                SurveyLink.receipt(unit, 2410, DAY, 104_729L * i)
                        .withProcedure(i)
                        .withDossierTag(i),
                SurveyLink.rotatingScreen(unit, 2410, 1, DAY, 29_550_000L + i),
                SurveyLink.training(unit, 2410, DAY));
    }

    private static List<String> unread(ZxingGeneration zxing, List<QrSymbol> symbols, int scale)
            throws ReflectiveOperationException {
        List<String> unread = new ArrayList<>();
        for (QrSymbol symbol : symbols) {
            String text = zxing.decode(symbol, scale);
            if (text.isEmpty()) {
                // Small pictures have failures of their own; look-alikes were measured at 8 pixels a module.
                text = zxing.decode(symbol, SCALE_OF_EVIDENCE);
            }
            if (text.isEmpty()) {
                unread.add(symbol.toString());
            } else {
                assertEquals(symbol.text(), text, "misread");
            }
        }
        return unread;
    }

    private void assertZbarReads(List<QrSymbol> symbols, int scale) throws Exception {
        Assumptions.assumeTrue(installed("zbarimg"), "zbarimg is not installed: zbar was not tried");
        List<String> command = new ArrayList<>(List.of("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable"));
        for (int i = 0; i < symbols.size(); i++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "%05d.png", i));
            Files.write(file, PngRendering.draw(symbols.get(i), QUIET_ZONE, scale));
            command.add(file.toString());
        }
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(300, TimeUnit.SECONDS));
        assertEquals(symbols.stream().map(QrSymbol::text).toList(), Files.readAllLines(output));
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }
}
