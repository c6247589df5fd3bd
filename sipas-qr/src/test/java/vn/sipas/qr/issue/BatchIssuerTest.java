package vn.sipas.qr.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemException;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.poster.SlipPaper;
import vn.sipas.qr.signing.DocumentSeal;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.KeyRing;
import vn.sipas.qr.signing.RingKey;
import vn.sipas.qr.signing.SerialPermutation;
import vn.sipas.qr.signing.Signer;
import vn.sipas.qr.signing.Verification;
import vn.sipas.qr.signing.Verifier;
import vn.sipas.qr.symbol.ErrorCorrection;
import vn.sipas.qr.symbol.SymbolEncoder;

class BatchIssuerTest {

    private static final IssuerId ISSUER = IssuerId.of("24:ks.bacninh.gov.vn");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final RingKey KEY =
            RingKey.hmac(1, SignatureSuite.HMAC_SHA256_96, new byte[32], ValidityPeriod.always());
    private static final LocalizedText TITLE = LocalizedText.of("Khảo sát", "Survey");
    private static final List<BatchOrder.NamedUnit> UNITS = List.of(
            new BatchOrder.NamedUnit(UnitNumber.of(7210), LocalizedText.same("Xã Đồng Kỳ, Yên Thế")),
            new BatchOrder.NamedUnit(UnitNumber.of(100_001), LocalizedText.same("Trung tâm \"Một cửa\"")));
    private static final BatchIssuer BATCHES = BatchIssuer.of(
            LinkIssuer.of(
                    Signer.of(ISSUER, KEY),
                    LinkBase.of("https://ks.bacninh.gov.vn/q"),
                    SymbolEncoder.of(ErrorCorrection.M)),
            Optional.of(SerialPermutation.of(new byte[32])));

    @TempDir
    Path folder;

    @Test
    void receiptsAreDistinctDecodableVerifiedAndListed() throws Exception {
        BatchOrder order = BatchOrder.receipts(UNITS, 2410, TITLE, DAY, 0, 20);
        List<Long> progress = new ArrayList<>();
        BatchReport report = BATCHES.issue(order, folder, (done, total) -> progress.add(done * 100 + total));
        assertEquals(40, report.codes());
        assertEquals(0, report.kept());
        assertEquals(0, report.notScanSafe());
        assertEquals(4040L, progress.get(39));
        List<String> rows = Files.readAllLines(report.manifest());
        assertEquals("unit,name,serial,url,file,version,ec,mask,sha256", rows.get(0));
        assertEquals(41, rows.size());
        assertTrue(rows.get(1).startsWith("07210,\"Xã Đồng Kỳ, Yên Thế\","));
        assertTrue(rows.get(21).startsWith("100001,\"Trung tâm \"\"Một cửa\"\"\","));
        Set<Long> serials = new HashSet<>();
        Verifier verifier = Verifier.of(ISSUER, KeyRing.of(KEY));
        for (String row : rows.subList(1, 41)) {
            String url = row.replaceAll(".*,(https://[^,]*),.*", "$1");
            String file = row.replaceAll(".*,(receipt-[^,]*),.*", "$1");
            assertEquals(url, decode(folder.resolve(file)));
            Verification.Verified verified = assertInstanceOf(
                    Verification.Verified.class,
                    verifier.verify(url, DAY.atTime(12, 0).toInstant(Verifier.VIETNAM)));
            assertTrue(serials.add(verified.link().serial().orElseThrow() << 20
                    | verified.link().unit().value()));
        }
        DocumentSeal seal = DocumentSeal.parse(Files.readString(report.seal())).orElseThrow();
        assertTrue(seal.matches(KeyRing.of(KEY), Files.readAllBytes(report.manifest())));
    }

    @Test
    void anInterruptedBatchIsResumedAndNothingIsOverwritten() throws Exception {
        BatchOrder order = BatchOrder.posters(UNITS, 2410, TITLE, DAY);
        BatchReport complete = BATCHES.issue(order, folder, BatchProgress.silent());
        byte[] manifest = Files.readAllBytes(complete.manifest());
        Files.delete(complete.manifest());
        Files.delete(complete.seal());
        Files.delete(folder.resolve("poster-100001.svg"));
        BatchReport resumed = BATCHES.issue(order, folder, BatchProgress.silent());
        assertEquals(1, resumed.kept());
        assertEquals(
                new String(manifest, java.nio.charset.StandardCharsets.UTF_8), Files.readString(resumed.manifest()));
        BatchOrder other = BatchOrder.posters(UNITS, 2411, TITLE, DAY);
        assertThrows(FileAlreadyExistsException.class, () -> BATCHES.issue(other, folder, BatchProgress.silent()));
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.getFileName().toString().endsWith(".tmp")));
        }
    }

    @Test
    void pdfFilesAreOnePerCodeOrOneForAll() throws Exception {
        BatchOrder each = BatchOrder.posters(UNITS, 2410, TITLE, DAY).withFormat(CodeFormat.PDF);
        BatchReport report = BATCHES.issue(each, folder, BatchProgress.silent());
        assertEquals(2, report.codes());
        assertTrue(Files.size(folder.resolve("poster-07210.pdf")) > 0);
        BatchOrder slips = BatchOrder.receipts(UNITS, 2410, TITLE, DAY, 0, 3)
                .withFormat(CodeFormat.PDF)
                .withSlip(SlipPaper.ROLL_58)
                .withOneFile(true);
        Path together = folder.resolve("together");
        BatchReport first = BATCHES.issue(slips, together, BatchProgress.silent());
        List<String> rows = Files.readAllLines(first.manifest());
        assertEquals(7, rows.size());
        assertTrue(rows.stream().skip(1).allMatch(row -> row.contains(",receipts.pdf,")), rows.toString());
        try (PDDocument document =
                Loader.loadPDF(together.resolve("receipts.pdf").toFile())) {
            assertEquals(6, document.getNumberOfPages());
        }
        Files.delete(first.manifest());
        Files.delete(first.seal());
        assertEquals(1, BATCHES.issue(slips, together, BatchProgress.silent()).kept());
    }

    @Test
    void nothingIsHandedOutThatDoesNotReadBack() throws Exception {
        for (CodeFormat format : CodeFormat.values()) {
            BatchOrder order = BatchOrder.posters(UNITS, 2410, TITLE, DAY).withFormat(format);
            Path out = folder.resolve(format.extension());
            assertThrows(
                    ProblemException.class, () -> BATCHES.withReader(picture -> Optional.of("https://example.org/"))
                            .issue(order, out, BatchProgress.silent()));
            try (var files = Files.list(out)) {
                assertEquals(List.of(), files.toList());
            }
        }
    }

    @Test
    void anAbortedBatchLeavesNoManifest() {
        BatchOrder order = BatchOrder.receipts(UNITS, 2410, TITLE, DAY, 0, 5);
        assertThrows(
                IllegalStateException.class,
                () -> BATCHES.issue(order, folder, (done, total) -> {
                    if (done == 3) {
                        throw new IllegalStateException("stop");
                    }
                }));
        assertFalse(Files.exists(folder.resolve(BatchIssuer.MANIFEST)));
    }

    @Test
    void ordersThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> BatchOrder.posters(List.of(), 1, TITLE, DAY));
        assertThrows(
                IllegalArgumentException.class,
                () -> BatchOrder.posters(List.of(UNITS.get(0), UNITS.get(0)), 1, TITLE, DAY));
        assertThrows(IllegalArgumentException.class, () -> BatchOrder.receipts(UNITS, 1, TITLE, DAY, 0, 0));
    }

    private static String decode(Path file) throws Exception {
        BufferedImage image = ImageIO.read(file.toFile());
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        BinaryBitmap bitmap =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
