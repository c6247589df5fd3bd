package vn.sipas.qr.poster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.Token;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.RingKey;
import vn.sipas.qr.signing.Signer;
import vn.sipas.qr.symbol.ErrorCorrection;
import vn.sipas.qr.symbol.QrSymbol;
import vn.sipas.qr.symbol.SymbolEncoder;

class SvgPosterTest {

    private static final LinkBase BASE = LinkBase.of("https://ks.bacninh.gov.vn/q");

    static PosterContent content(String vi, String en, SignatureSuite suite) {
        RingKey key = suite == SignatureSuite.ED25519
                ? RingKey.generate(1, suite, ValidityPeriod.always(), new java.security.SecureRandom())
                : RingKey.hmac(1, suite, new byte[32], ValidityPeriod.always());
        Token token = Signer.of(IssuerId.of("24"), key)
                .sign(SurveyLink.poster(UnitNumber.of(7210), 2410, LocalDate.of(2026, 11, 22)));
        QrSymbol symbol = SymbolEncoder.of(ErrorCorrection.Q).encode(BASE.url(token));
        return PosterContent.of(
                LocalizedText.of(vi, en),
                LocalizedText.of(
                        "Khảo sát sự hài lòng của người dân, tổ chức – Tháng 10/2024",
                        "Citizen satisfaction survey – October 2024"),
                BASE,
                token,
                symbol);
    }

    @ParameterizedTest
    @EnumSource(PaperSize.class)
    void saysEverythingAPosterMustSay(PaperSize paper) throws Exception {
        PosterContent content = content(
                "Bộ phận Một cửa <xã> Đồng Kỳ & Yên Thế", "One-stop shop, Đồng Kỳ", SignatureSuite.HMAC_SHA256_128);
        String svg = SvgPoster.draw(content, paper);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        String text = document.getDocumentElement().getTextContent().replaceAll("\\s+", " ");
        assertTrue(text.contains("Bộ phận Một cửa <xã> Đồng Kỳ & Yên Thế"), text);
        assertTrue(text.contains("Citizen satisfaction survey"), text);
        assertTrue(text.contains("ks.bacninh.gov.vn/q"), text);
        assertTrue(text.contains(content.checkWord()), text);
        assertTrue(text.replaceAll("[^0-9A-Z]", "").contains(content.typedCode().replace("-", "")), text);
        assertEquals(paper.width() + "mm", document.getDocumentElement().getAttribute("width"));
        assertEquals(svg, SvgPoster.draw(content, paper));
    }

    @ParameterizedTest
    @EnumSource(PaperSize.class)
    void longNamesWrapAndComposeTheirMarks(PaperSize paper) {
        String name =
                "Trung tâm Phục vụ hành chính công và Bộ phận tiếp nhận, trả kết quả giải quyết thủ tục hành chính"
                        + " phường Phong Nha – Kẻ Bàng mở rộng";
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
        String svg = SvgPoster.draw(content(decomposed, "Public service centre", SignatureSuite.ED25519), paper);
        assertTrue(Normalizer.isNormalized(svg, Normalizer.Form.NFC));
        assertTrue(svg.contains("Trung tâm Phục vụ"));
    }

    @Test
    void aSymbolOfAnotherTokenIsRefused() {
        PosterContent content = content("A", "A", SignatureSuite.HMAC_SHA256_96);
        Token other = Signer.of(
                        IssuerId.of("25"),
                        RingKey.hmac(1, SignatureSuite.HMAC_SHA256_96, new byte[32], ValidityPeriod.always()))
                .sign(SurveyLink.poster(UnitNumber.of(7210), 2410, LocalDate.of(2026, 11, 22)));
        assertThrows(
                IllegalArgumentException.class,
                () -> PosterContent.of(content.unitName(), content.campaign(), BASE, other, content.symbol()));
    }
}
