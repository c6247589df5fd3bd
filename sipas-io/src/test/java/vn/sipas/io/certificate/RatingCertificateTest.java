package vn.sipas.io.certificate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.rating.StarRating;
import vn.sipas.io.outside.OutsideProgram;
import vn.sipas.io.outside.SampleResults;

class RatingCertificateTest {

    private static final LocalDate DAY = LocalDate.of(2024, 12, 1);
    private static final CertificateFonts FONTS = fonts();

    private static CertificateFonts fonts() {
        try {
            return CertificateFonts.liberation();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] pdf(RatingCertificate.Builder certificate) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        certificate.build().write(FONTS, bytes);
        return bytes.toByteArray();
    }

    private static RatingCertificate.Builder certificate(StarRating rating, String name) {
        return RatingCertificate.builder(rating, name, DAY);
    }

    /** The text of the only page. */
    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void saysWhatWasComputedAndThatItIsNoDecision() throws IOException {
        StarRating rating = SampleResults.ratings(3).get(0);
        String vi = text(pdf(certificate(rating, "Phường Hoàng Văn Thụ")
                .issuer(LocalizedText.of("Tỉnh Bắc Giang", "Bắc Giang"))
                .period(LocalizedText.of("Năm 2024", "2024"))));
        for (String part : new String[] {
            "KẾT QUẢ XẾP LOẠI",
            "Phường Hoàng Văn Thụ",
            "07210",
            "4 sao",
            "27,75 / 30 điểm",
            "Tiêu chí số 3 về phục vụ người dân",
            "9,25 / 10",
            "Không có cán bộ vi phạm",
            "Đạt",
            "invented-scheme/2",
            "Giả định, không phải quy định chính thức",
            "Quyết định 54/2025/QĐ-UBND",
            "Năm 2024",
            "01/12/2024",
            "không phải quyết định công nhận"
        }) {
            assertTrue(vi.replaceAll("\\s+", " ").contains(part), part + " in\n" + vi);
        }
        String en = text(pdf(certificate(rating, "Phường Hoàng Văn Thụ").language(Language.EN)));
        for (String part : new String[] {"RATING RESULT", "27.75 / 30 points", "Met", "2024-12-01", "not a decision"}) {
            assertTrue(en.replaceAll("\\s+", " ").contains(part), part + " in\n" + en);
        }
    }

    @Test
    void saysWhyThereAreFewerStarsOrNone() throws IOException {
        String capped = text(pdf(certificate(SampleResults.ratings(3).get(1), "B")));
        assertTrue(capped.contains("2 sao") && capped.contains("Không đạt"), capped);
        String below = text(pdf(certificate(SampleResults.ratings(3).get(2), "C")));
        assertTrue(below.contains("Không được công nhận"), below);
    }

    @Test
    void manyCriteriaStayOnOnePage() throws IOException {
        String page = text(pdf(certificate(SampleResults.ratings(60).get(0), "A")));
        assertTrue(page.contains("mục nữa"), page);
        assertTrue(page.contains("không phải quyết định công nhận"), page);
        String thirty = text(pdf(certificate(SampleResults.ratings(25).get(0), "A")));
        assertFalse(thirty.contains("mục nữa"), thirty);
    }

    @Property(tries = 40)
    void anyNameFitsOnOnePage(@ForAll String name) throws IOException {
        String unit = name.isBlank() ? "x" : name;
        text(pdf(certificate(SampleResults.ratings(3).get(0), unit.repeat(3))));
    }

    @Test
    void theSameRatingGivesTheSameBytes() throws IOException {
        StarRating rating = SampleResults.ratings(3).get(0);
        assertArrayEquals(pdf(certificate(rating, "A")), pdf(certificate(rating, "A")));
        assertThrows(IllegalArgumentException.class, () -> certificate(rating, " "));
    }

    @Test
    void popplerReadsTheVietnameseText(@TempDir Path folder) throws Exception {
        Files.write(
                folder.resolve("c.pdf"),
                pdf(certificate(SampleResults.ratings(3).get(0), "Xã Đại Sơn, Lục Ngạn")));
        assertTrue(
                OutsideProgram.run(folder, "pdftotext", "-layout", "c.pdf", "-").contains("Xã Đại Sơn, Lục Ngạn"));
        String fonts = OutsideProgram.run(folder, "pdffonts", "c.pdf");
        assertTrue(fonts.contains("LiberationSerif") && fonts.contains("yes yes yes"), fonts);
    }
}
