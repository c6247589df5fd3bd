package vn.sipas.examples.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.response.AssuranceClass;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.file.WholeFile;
import vn.sipas.qr.issue.IssuedCode;
import vn.sipas.qr.issue.LinkIssuer;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.poster.PaperSize;
import vn.sipas.qr.poster.PosterContent;
import vn.sipas.qr.poster.SvgPoster;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.KeyRing;
import vn.sipas.qr.signing.RingKey;
import vn.sipas.qr.signing.Signer;
import vn.sipas.qr.signing.Verification;
import vn.sipas.qr.signing.Verifier;
import vn.sipas.qr.symbol.ErrorCorrection;
import vn.sipas.qr.symbol.SymbolEncoder;

/** One signed poster for every commune office, each verified again as a scanning citizen's server would. */
final class DemoPosters {

    private static final IssuerId ISSUER = IssuerId.of("24:ks.bacgiang.example");
    private static final LinkBase BASE = LinkBase.of("https://ks.bacgiang.example/q/");
    private static final int CAMPAIGN = 1;

    /** The layout of codes counts days from 2025 on; the wave itself was in October 2024. */
    private static final LocalDate ISSUE_DAY = SurveyLink.FIRST_ISSUE_DAY;

    private final Map<UnitCode, AssuranceClass> assurance = new HashMap<>();
    private int issued;

    private DemoPosters() {}

    static DemoPosters issue(OctoberWave wave, long seed, Path folder) throws IOException {
        DemoPosters posters = new DemoPosters();
        RingKey key = RingKey.hmac(1, SignatureSuite.HMAC_SHA256_128, secret(seed), ValidityPeriod.from(ISSUE_DAY));
        Verifier verifier = Verifier.of(ISSUER, KeyRing.of(key)).withBases(BASE);
        LinkIssuer issuer = LinkIssuer.of(Signer.of(ISSUER, key), BASE, SymbolEncoder.of(ErrorCorrection.Q));
        Instant scanned = ISSUE_DAY.atTime(9, 0).toInstant(ZoneOffset.ofHours(7));
        for (Unit commune : wave.communes()) {
            SurveyLink link =
                    SurveyLink.poster(UnitNumber.ofCode(commune.code()).orElseThrow(), CAMPAIGN, ISSUE_DAY);
            IssuedCode code = issuer.issue(link);
            PosterContent content = PosterContent.of(
                    commune.name(),
                    LocalizedText.of("Khảo sát mức độ hài lòng (minh họa)", "Satisfaction survey (demonstration)"),
                    BASE,
                    code.token(),
                    code.symbol());
            WholeFile.write(folder.resolve("poster-" + commune.code() + ".svg"), SvgPoster.draw(content, PaperSize.A4));
            posters.issued++;
            if (verifier.verify(code.url(), scanned) instanceof Verification.Verified verified) {
                posters.assurance.put(commune.code(), verified.assuranceClass());
            }
        }
        return posters;
    }

    int issued() {
        return issued;
    }

    int verified() {
        return assurance.size();
    }

    /** How firmly an answer that came in by the office's code is bound to a visit. */
    AssuranceClass assurance(UnitCode unit) {
        return assurance.getOrDefault(unit, AssuranceClass.UNBOUND);
    }

    /** A key that anyone can compute: good for a demonstration that repeats, for nothing else. */
    private static byte[] secret(long seed) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("sipas demonstration key".getBytes(StandardCharsets.UTF_8));
            return digest.digest(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
