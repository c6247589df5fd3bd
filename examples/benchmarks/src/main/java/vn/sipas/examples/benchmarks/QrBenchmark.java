package vn.sipas.examples.benchmarks;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import io.nayuki.qrcodegen.QrSegmentAdvanced;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.issue.LinkIssuer;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.Token;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.KeyRing;
import vn.sipas.qr.signing.RingKey;
import vn.sipas.qr.signing.Signer;
import vn.sipas.qr.signing.Verification;
import vn.sipas.qr.signing.Verifier;
import vn.sipas.qr.symbol.ErrorCorrection;
import vn.sipas.qr.symbol.PngRendering;
import vn.sipas.qr.symbol.SymbolEncoder;

/**
 * Receipts of 73 characters at level M, 8 pixels a module, quiet zone 4. The library signs the claims, looks for a
 * scan-safe symbol and draws it; the peers only encode and draw an address that is given to them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class QrBenchmark {

    private static final int CODES = 1024;
    private static final int QUIET_ZONE = 4;
    private static final int PIXELS = 8;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Instant NOON = DAY.atTime(12, 0).toInstant(Verifier.VIETNAM);
    private static final IssuerId ISSUER = IssuerId.of("24:ks.bacninh.gov.vn");
    private static final LinkBase BASE = LinkBase.of("https://ks.bacninh.gov.vn/q");
    private static final RingKey KEY =
            RingKey.hmac(1, SignatureSuite.HMAC_SHA256_96, new byte[RingKey.SECRET_BYTES], ValidityPeriod.always());

    private final Signer signer = Signer.of(ISSUER, KEY);
    private final LinkIssuer issuer = LinkIssuer.of(signer, BASE, SymbolEncoder.of(ErrorCorrection.M));
    private final Verifier verifier = Verifier.of(ISSUER, KeyRing.of(KEY)).withBases(BASE);
    private List<SurveyLink> links = List.of();
    private List<Token> tokens = List.of();
    private List<String> urls = List.of();
    private int next;

    /** Makes claims of 209 units with serials all over the range. */
    @Setup
    public void claims() {
        links = IntStream.range(0, CODES)
                .mapToObj(i -> SurveyLink.receipt(
                        UnitNumber.of(1 + i % 209), 2410, DAY, (104_729L * 7919 * i) & SurveyLink.MAX_40_BITS))
                .toList();
        tokens = links.stream().map(signer::sign).toList();
        urls = tokens.stream().map(BASE::url).toList();
    }

    private int next() {
        next = (next + 1) % CODES;
        return next;
    }

    /**
     * Signs, finds a scan-safe symbol and draws it.
     *
     * @return the bytes of a PNG file
     */
    @Benchmark
    public byte[] issueAndDraw() {
        return issueAndDraw(next());
    }

    byte[] issueAndDraw(int i) {
        return PngRendering.draw(issuer.issue(links.get(i)).symbol(), QUIET_ZONE, PIXELS);
    }

    /**
     * Encodes and draws with ZXing, which is told the size in advance.
     *
     * @return the bytes of a PNG file
     * @throws IOException never
     * @throws WriterException never
     */
    @Benchmark
    public byte[] zxing() throws IOException, WriterException {
        return zxing(next());
    }

    byte[] zxing(int i) throws IOException, WriterException {
        Map<EncodeHintType, Object> hints = Map.of(
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M,
                EncodeHintType.QR_COMPACT,
                true,
                EncodeHintType.MARGIN,
                QUIET_ZONE);
        // Version 4, as with the library.
        int side = (33 + 2 * QUIET_ZONE) * PIXELS;
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        MatrixToImageWriter.writeToStream(
                new QRCodeWriter().encode(urls.get(i), BarcodeFormat.QR_CODE, side, side, hints), "png", png);
        return png.toByteArray();
    }

    /**
     * Encodes with Nayuki's encoder and draws with the platform's image writer.
     *
     * @return the bytes of a PNG file
     * @throws IOException never
     */
    @Benchmark
    public byte[] nayuki() throws IOException {
        return nayuki(next());
    }

    byte[] nayuki(int i) throws IOException {
        List<QrSegment> segments = QrSegmentAdvanced.makeSegmentsOptimally(urls.get(i), QrCode.Ecc.MEDIUM, 1, 40);
        QrCode code = QrCode.encodeSegments(segments, QrCode.Ecc.MEDIUM, 1, 40, -1, false);
        int side = (code.size + 2 * QUIET_ZONE) * PIXELS;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean dark = code.getModule(x / PIXELS - QUIET_ZONE, y / PIXELS - QUIET_ZONE);
                image.setRGB(x, y, dark ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    /**
     * Signs claims.
     *
     * @return the token
     */
    @Benchmark
    public Token sign() {
        return signer.sign(links.get(next()));
    }

    /**
     * Verifies an address as scanned, from its text on.
     *
     * @return the outcome
     */
    @Benchmark
    public Verification verifyAddress() {
        return verifier.verify(urls.get(next()), NOON);
    }

    /**
     * Verifies a decoded token.
     *
     * @return the outcome
     */
    @Benchmark
    public Verification verifyToken() {
        return verifier.verify(tokens.get(next()), NOON);
    }

    /** What the pictures of the peers must say. */
    String url(int i) {
        return urls.get(i);
    }

    /** Whether a text is an authentic code with the claims of this number. */
    boolean verifies(String text, int i) {
        return verifier.verify(text, NOON) instanceof Verification.Verified verified
                && verified.link().withSalt(0).equals(links.get(i));
    }
}
