package vn.sipas.examples.quickstart;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.KeyRing;
import vn.sipas.qr.signing.RingKey;
import vn.sipas.qr.signing.Signer;
import vn.sipas.qr.signing.Verification;
import vn.sipas.qr.signing.Verifier;

/** For a portal: print a code for an office, and learn from a scan which office it was. */
public final class PortalQuickstart {

    private PortalQuickstart() {}

    /**
     * Signs the code of a poster and verifies it again.
     *
     * @return what the server learns from a scan
     */
    public static String run() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        IssuerId issuer = IssuerId.of("24:ks.bacninh.example");
        LinkBase base = LinkBase.of("https://ks.bacninh.example/q/");
        RingKey key = RingKey.generate(1, SignatureSuite.HMAC_SHA256_128, ValidityPeriod.from(day), new SecureRandom());
        SurveyLink link = SurveyLink.poster(UnitNumber.of(7210), 1, day);
        String url = base.url(Signer.of(issuer, key).sign(link));

        Verification scan =
                Verifier.of(issuer, KeyRing.of(key)).withBases(base).verify(url, Instant.parse("2026-03-05T02:00:00Z"));
        return scan instanceof Verification.Verified verified
                ? "unit " + verified.link().unit() + ", " + verified.assuranceClass()
                : scan.toString();
    }
}
