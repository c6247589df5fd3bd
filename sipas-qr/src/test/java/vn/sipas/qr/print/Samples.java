package vn.sipas.qr.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.issue.IssuedCode;
import vn.sipas.qr.issue.LinkIssuer;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.payload.ValidityClass;
import vn.sipas.qr.poster.PosterContent;
import vn.sipas.qr.poster.SlipContent;
import vn.sipas.qr.reading.SymbolReader;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.RingKey;
import vn.sipas.qr.signing.Signer;
import vn.sipas.qr.symbol.ErrorCorrection;
import vn.sipas.qr.symbol.SymbolEncoder;

/** Contents for tests of paper. */
final class Samples {

    static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    static final LinkBase BASE = LinkBase.of("https://ks.bacninh.gov.vn/q");
    static final LocalizedText CAMPAIGN = LocalizedText.of(
            "Khảo sát sự hài lòng của người dân, tổ chức – Tháng 10/2024",
            "Citizen satisfaction survey – October 2024");
    static final PrintFonts FONTS = PrintFonts.liberation();
    static final PosterPdf POSTERS = PosterPdf.of(FONTS, SymbolReader.zxing());

    private static final RingKey KEY =
            RingKey.hmac(1, SignatureSuite.HMAC_SHA256_128, new byte[32], ValidityPeriod.always());

    private Samples() {}

    static LinkIssuer issuer(ErrorCorrection level) {
        return LinkIssuer.of(Signer.of(IssuerId.of("24:ks.bacninh.gov.vn"), KEY), BASE, SymbolEncoder.of(level));
    }

    static PosterContent poster(String vi, String en) {
        return poster(LocalizedText.of(vi, en), CAMPAIGN, SurveyLink.poster(UnitNumber.of(7210), 2410, DAY));
    }

    static PosterContent poster(LocalizedText unit, LocalizedText campaign, SurveyLink link) {
        IssuedCode code = issuer(ErrorCorrection.Q).issue(link);
        return PosterContent.of(unit, campaign, BASE, code.token(), code.symbol());
    }

    static SlipContent slip(String vi, String en, long serial) {
        SurveyLink link =
                SurveyLink.receipt(UnitNumber.of(7210), 2410, DAY, serial).withValidity(ValidityClass.DAYS_30);
        IssuedCode code = issuer(ErrorCorrection.M).issue(link);
        return SlipContent.of(LocalizedText.of(vi, en), CAMPAIGN, BASE, code.token(), code.symbol());
    }

    /** A picture that is black all over: the worst that can lie on light modules. */
    static byte[] blackPng(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
