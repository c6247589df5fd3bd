package vn.sipas.examples.benchmarks;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.issue.IssuedCode;
import vn.sipas.qr.issue.LinkIssuer;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.poster.PosterContent;
import vn.sipas.qr.print.PosterPdf;
import vn.sipas.qr.print.PrintFonts;
import vn.sipas.qr.reading.SymbolReader;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.RingKey;
import vn.sipas.qr.signing.Signer;
import vn.sipas.qr.symbol.ErrorCorrection;
import vn.sipas.qr.symbol.SymbolEncoder;

/** Signs and draws posters of many offices into one file, which is read back before it is handed out. */
final class PosterJob {

    private static final int WARM = 6;
    private static final int ROUNDS = 3;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final LinkBase BASE = LinkBase.of("https://ks.bacninh.gov.vn/q");
    private static final LocalizedText CAMPAIGN = LocalizedText.of(
            "Khảo sát sự hài lòng của người dân, tổ chức – Tháng 3/2026", "Citizen satisfaction survey – March 2026");

    private PosterJob() {}

    /**
     * Runs the job.
     *
     * @param arguments numbers of offices, the first of them drawn several times before for warmth
     * @throws IOException if the use of the machine cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        RingKey key = RingKey.hmac(
                1, SignatureSuite.HMAC_SHA256_128, new byte[RingKey.SECRET_BYTES], ValidityPeriod.always());
        LinkIssuer issuer = LinkIssuer.of(
                Signer.of(IssuerId.of("24:ks.bacninh.gov.vn"), key), BASE, SymbolEncoder.of(ErrorCorrection.Q));
        PosterPdf printer = PosterPdf.of(PrintFonts.liberation(), SymbolReader.zxing());
        for (int warm = 0; warm < WARM; warm++) {
            draw(issuer, printer, Integer.parseInt(arguments[0]));
        }
        for (String argument : arguments) {
            int offices = Integer.parseInt(argument);
            double least = Double.POSITIVE_INFINITY;
            int bytes = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                bytes = draw(issuer, printer, offices).length;
                least = Math.min(least, (System.nanoTime() - start) / 1e9);
            }
            Reports.print("seconds" + offices, least);
            Reports.print("bytes" + offices, bytes);
        }
        Reports.printUse();
    }

    private static byte[] draw(LinkIssuer issuer, PosterPdf printer, int offices) {
        List<PosterContent> contents = IntStream.rangeClosed(1, offices)
                .mapToObj(office -> content(issuer, office))
                .toList();
        return printer.draw(contents);
    }

    private static PosterContent content(LinkIssuer issuer, int office) {
        IssuedCode code = issuer.issue(SurveyLink.poster(UnitNumber.of(office), 2410, DAY));
        LocalizedText name = LocalizedText.of(
                "Trung tâm Phục vụ hành chính công xã số " + office, "Public administration centre, commune " + office);
        return PosterContent.of(name, CAMPAIGN, BASE, code.token(), code.symbol());
    }
}
