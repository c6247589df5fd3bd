package vn.sipas.examples.benchmarks;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import vn.sipas.qr.signing.Verification;

/** How many receipts are issued and verified in a second, against ZXing and Nayuki in the same run. */
final class QrStudy implements Study {

    private static final int COMPARED = 100;

    @Override
    public String suite() {
        return "qr";
    }

    @Override
    public String name() {
        return "codes";
    }

    @Override
    public String question() {
        return "sign + scan-safe symbol + PNG against encode + PNG of the peers, and verification on one core";
    }

    @Override
    public List<Result> measure() throws Exception {
        compare();
        NamedNumbers scores = JmhRun.of(QrBenchmark.class);
        double ours = scores.get("issueAndDraw");
        return List.of(
                Result.of("sipas, signed, scan-safe, PNG", ours, "1/s")
                        .withRatio(ours / scores.get("zxing"))
                        .heldTo(Bar.atLeast(4)),
                Result.of("zxing + javase, PNG", scores.get("zxing"), "1/s"),
                Result.of("nayuki + ImageIO, PNG", scores.get("nayuki"), "1/s"),
                Result.of("sipas, signed", scores.get("sign"), "1/s"),
                Result.of("sipas, verified from the scanned text", scores.get("verifyAddress"), "1/s")
                        .heldTo(Bar.atLeast(1_000_000)),
                Result.of("sipas, verified from the decoded token", scores.get("verifyToken"), "1/s")
                        .heldTo(Bar.atLeast(1_000_000)));
    }

    /** Every picture says what it should, and everything that is verified is verified. */
    private static void compare() throws Exception {
        QrBenchmark codes = new QrBenchmark();
        codes.claims();
        for (int i = 0; i < COMPARED; i++) {
            // The library chooses the salt, which changes the tag: the claims are the same, the text need not be.
            require(codes.verifies(read(codes.issueAndDraw(i)), i), "the library's picture", i);
            require(read(codes.zxing(i)).equals(codes.url(i)), "ZXing's picture", i);
            require(read(codes.nayuki(i)).equals(codes.url(i)), "Nayuki's picture", i);
            require(codes.verifyAddress() instanceof Verification.Verified, "an address", i);
        }
    }

    private static void require(boolean right, String what, int i) {
        if (!right) {
            throw new IllegalStateException(what + " is wrong, code " + i);
        }
    }

    private static String read(byte[] png) throws Exception {
        BinaryBitmap picture = new BinaryBitmap(
                new HybridBinarizer(new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(png)))));
        return new QRCodeReader()
                .decode(picture, Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
