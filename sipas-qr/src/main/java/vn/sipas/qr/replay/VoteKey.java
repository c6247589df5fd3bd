package vn.sipas.qr.replay;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.UnitNumber;
import vn.sipas.qr.signing.IssuerId;

/**
 * What is spent once: made from the decoded code, never from its text, of which there are many spellings.
 *
 * @param issuer the issuer
 * @param campaign the campaign, 0 to 65 535
 * @param unit the unit as printed, before any alias is resolved
 * @param serial the public serial, 0 to 2⁴⁰ − 1
 */
public record VoteKey(IssuerId issuer, int campaign, UnitNumber unit, long serial) {

    public VoteKey {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(unit, "unit");
        if (campaign < 0 || campaign > 0xFFFF) {
            throw new IllegalArgumentException("campaign must be in [0, 65535], was " + campaign);
        }
        if (serial < 0 || serial > SurveyLink.MAX_40_BITS) {
            throw new IllegalArgumentException("serial must be in [0, " + SurveyLink.MAX_40_BITS + "], was " + serial);
        }
    }

    /**
     * Returns the key of a verified code.
     *
     * @param issuer the issuer
     * @param link the verified claims
     * @return the key; empty for codes without a serial, which cannot be spent
     */
    public static Optional<VoteKey> of(IssuerId issuer, SurveyLink link) {
        return link.serial().isPresent()
                ? Optional.of(new VoteKey(
                        issuer, link.campaign(), link.unit(), link.serial().getAsLong()))
                : Optional.empty();
    }
}
