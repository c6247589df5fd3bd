package vn.sipas.qr.signing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Problem;
import vn.sipas.core.response.AssuranceClass;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.UnitResolution;

/** What a {@link Verifier} says about a code. */
public sealed interface Verification {

    /**
     * The code is authentic and may be used now. Whether it was used before is the replay guard's to say.
     *
     * @param link the claims, now true
     * @param assuranceClass how firmly an answer with this code is bound to a visit
     * @param unit the unit of today for which the answer counts
     * @param lastDay the last day on which the code may be used, leeway included, after which a spent record may be
     *     purged; empty if there is no end
     */
    record Verified(SurveyLink link, AssuranceClass assuranceClass, UnitResolution unit, Optional<LocalDate> lastDay)
            implements Verification {

        public Verified {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(assuranceClass, "assuranceClass");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(lastDay, "lastDay");
        }
    }

    /**
     * The code does not count.
     *
     * @param reason why
     * @param link the claims, present only if the tag was right
     * @param detail what was wrong with the form, if that was the reason
     */
    record Rejected(RejectionReason reason, Optional<SurveyLink> link, Optional<Problem> detail)
            implements Verification {

        public Rejected {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(detail, "detail");
        }
    }
}
