package vn.sipas.examples.modular;

import java.time.LocalDate;
import java.util.List;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.estimate.ProportionInterval;
import vn.sipas.core.estimate.RatingDistribution;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitRegistry;
import vn.sipas.io.catalog.Catalog;
import vn.sipas.io.catalog.CatalogKind;
import vn.sipas.io.json.SurveyJson;
import vn.sipas.io.units.BundledUnits;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.RingKey;
import vn.sipas.qr.signing.Signer;
import vn.sipas.qr.symbol.ErrorCorrection;
import vn.sipas.qr.symbol.SymbolEncoder;

/** Touches every module where a missing export, opening or resource would show on a real module path. */
public final class HostApplication {

    private HostApplication() {}

    /**
     * Runs the checks and prints what they saw.
     *
     * @param arguments not used
     */
    public static void main(String... arguments) {
        System.out.println(String.join("\n", report()));
    }

    /**
     * Runs the checks.
     *
     * @return a line for each module
     */
    public static List<String> report() {
        // core: reads documents by reflection from the validator, and quantiles from the statistics library
        Survey survey = Catalog.standard()
                .open("catalog:bac-giang-pks05", CatalogKind.survey(SurveyJson.standalone()))
                .orThrow();
        double lower = RatingDistribution.ofCounts(RatingScale.yesNo(), 3, 1186)
                .favourableInterval(ProportionInterval.WILSON, 0.95)
                .orElseThrow()
                .lower();
        // io: reads resources of its own module
        UnitRegistry provinces = BundledUnits.provinces();
        String then = provinces
                .find(UnitCode.of("24"), LocalDate.of(2024, 10, 2))
                .orElseThrow()
                .name()
                .vi();
        String now = provinces
                .find(UnitCode.of("24"), LocalDate.of(2025, 7, 1))
                .orElseThrow()
                .name()
                .vi();
        // qr: signs and draws
        LocalDate day = LocalDate.of(2026, 3, 2);
        RingKey key = RingKey.hmac(
                1, SignatureSuite.HMAC_SHA256_128, new byte[RingKey.SECRET_BYTES], ValidityPeriod.from(day));
        String url = LinkBase.of("https://ks.example/q/")
                .url(Signer.of(IssuerId.of("24:ks.example"), key).sign(SurveyLink.poster(UnitNumber.of(7210), 1, day)));
        int version = SymbolEncoder.of(ErrorCorrection.M).encode(url).version();
        return List.of(
                "core " + survey.key() + " " + lower,
                "io   24 was " + then + ", is " + now,
                "qr   symbol version " + version);
    }
}
