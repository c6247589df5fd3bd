package vn.sipas.qr.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

/**
 * Decoders that nobody here wrote read what is issued: three generations of ZXing and, where installed, zbar. All kinds,
 * levels M, Q and H, {@code -Dsipas.qr.symbols=300} per cell for the long version.
 */
class DecoderTest {

    private static final int PER_CELL = Integer.getInteger("sipas.qr.symbols", 25);
    private static final int SCALE = 8;
    private static final int QUIET_ZONE = 4;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final LinkBase BASE = LinkBase.of("https://ks.bacninh.gov.vn/q");

    @TempDir
    Path folder;

    @Test
    void everyGenerationOfZxingReadsEverySymbolAndStrictMasksShowWhy() throws Exception {
        List<QrSymbol> safe = symbols(MaskChoice.SCAN_SAFE, PER_CELL);
        List<QrSymbol> strict = symbols(MaskChoice.LOWEST_PENALTY, PER_CELL);
        Map<String, Integer> unreadStrict = new TreeMap<>();
        for (String version : List.of("3.2.1", "3.3.3", "3.5.4")) {
            try (Zxing zxing = Zxing.of(version)) {
                assertEquals(List.of(), unread(zxing, safe), "ZXing " + version);
                unreadStrict.put(version, unread(zxing, strict).size());
            }
        }
        // Of 9 000 random symbols with the lowest penalty 11.1 %, 4.5 % and 1.3 % could not be read.
        assertTrue(unreadStrict.get("3.2.1") > strict.size() / 50, "unread with the lowest penalty: " + unreadStrict);
        assertTrue(unreadStrict.get("3.2.1") >= unreadStrict.get("3.5.4"), unreadStrict.toString());
    }

    @Test
    void zbarReadsEverySymbol() throws Exception {
        Assumptions.assumeTrue(installed("zbarimg"), "zbarimg is not installed: zbar was not tried");
        List<QrSymbol> symbols = symbols(MaskChoice.SCAN_SAFE, 4);
        List<String> command = new ArrayList<>(List.of("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable"));
        for (int i = 0; i < symbols.size(); i++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "%04d.png", i));
            Files.write(file, PngRendering.draw(symbols.get(i), QUIET_ZONE, 4));
            command.add(file.toString());
        }
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        assertEquals(symbols.stream().map(QrSymbol::text).toList(), Files.readAllLines(output));
    }

    /** All kinds in all suites at three levels. */
    private static List<QrSymbol> symbols(MaskChoice choice, int perCell) {
        List<QrSymbol> symbols = new ArrayList<>();
        for (SignatureSuite suite : SignatureSuite.values()) {
            RingKey key = suite == SignatureSuite.ED25519
                    ? RingKey.generate(1, suite, ValidityPeriod.always(), new java.security.SecureRandom())
                    : RingKey.hmac(1, suite, new byte[32], ValidityPeriod.always());
            Signer signer = Signer.of(IssuerId.of("24:ks.bacninh.gov.vn"), key);
            for (ErrorCorrection level : List.of(ErrorCorrection.M, ErrorCorrection.Q, ErrorCorrection.H)) {
                LinkIssuer issuer =
                        LinkIssuer.of(signer, BASE, SymbolEncoder.of(level).withMaskChoice(choice));
                for (int i = 0; i < perCell; i++) {
                    UnitNumber unit = UnitNumber.of(1 + i);
                    for (SurveyLink link : List.of(
                            SurveyLink.poster(unit, 2410, DAY),
                            SurveyLink.receipt(unit, 2410, DAY, 7_919L * i),
                            SurveyLink.receipt(unit, 2410, DAY, 104_729L * i)
                                    .withProcedure(i)
                                    .withDossierTag(i),
                            SurveyLink.rotatingScreen(unit, 2410, 1, DAY, 29_550_000L + i))) {
                        symbols.add(issuer.issue(link).symbol());
                    }
                }
            }
        }
        return symbols;
    }

    private static List<String> unread(Zxing zxing, List<QrSymbol> symbols) throws ReflectiveOperationException {
        List<String> unread = new ArrayList<>();
        for (QrSymbol symbol : symbols) {
            String text = zxing.decode(symbol);
            if (text.isEmpty()) {
                unread.add(symbol.toString());
            } else {
                assertEquals(symbol.text(), text, "misread");
            }
        }
        return unread;
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    /** One version of ZXing in a class loader of its own; the jars lie in target/zxing. */
    private static final class Zxing implements AutoCloseable {

        private final URLClassLoader loader;
        private final Object reader;
        private final Map<?, ?> hints;

        private Zxing(URLClassLoader loader) throws ReflectiveOperationException {
            this.loader = loader;
            this.reader = type("com.google.zxing.qrcode.QRCodeReader")
                    .getConstructor()
                    .newInstance();
            Object tryHarder = type("com.google.zxing.DecodeHintType")
                    .getField("TRY_HARDER")
                    .get(null);
            this.hints = Map.of(tryHarder, Boolean.TRUE);
        }

        static Zxing of(String version) throws IOException, ReflectiveOperationException {
            Path jar = Path.of("target", "zxing", "core-" + version + ".jar");
            return new Zxing(new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader()));
        }

        String decode(QrSymbol symbol) throws ReflectiveOperationException {
            int side = (symbol.size() + 2 * QUIET_ZONE) * SCALE;
            int[] pixels = new int[side * side];
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    boolean dark = symbol.dark(x / SCALE - QUIET_ZONE, y / SCALE - QUIET_ZONE);
                    pixels[y * side + x] = dark ? 0xFF000000 : 0xFFFFFFFF;
                }
            }
            Object source = type("com.google.zxing.RGBLuminanceSource")
                    .getConstructor(int.class, int.class, int[].class)
                    .newInstance(side, side, pixels);
            Object binarizer = type("com.google.zxing.common.HybridBinarizer")
                    .getConstructor(type("com.google.zxing.LuminanceSource"))
                    .newInstance(source);
            Object bitmap = type("com.google.zxing.BinaryBitmap")
                    .getConstructor(type("com.google.zxing.Binarizer"))
                    .newInstance(binarizer);
            try {
                Object result = reader.getClass()
                        .getMethod("decode", type("com.google.zxing.BinaryBitmap"), Map.class)
                        .invoke(reader, bitmap, hints);
                return (String) result.getClass().getMethod("getText").invoke(result);
            } catch (InvocationTargetException thrown) {
                if (type("com.google.zxing.ReaderException").isInstance(thrown.getCause())) {
                    return "";
                }
                throw thrown;
            }
        }

        private Class<?> type(String name) throws ClassNotFoundException {
            return Class.forName(name, true, loader);
        }

        @Override
        public void close() throws IOException {
            loader.close();
        }
    }
}
