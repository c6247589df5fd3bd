package vn.sipas.examples.quickstart;

import java.util.List;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.Estimator;
import vn.sipas.core.estimate.Interval;
import vn.sipas.core.estimate.ProportionInterval;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.RatingDistribution;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.survey.RatingScale;

/** For a researcher: an interval for "99.7 % of 1,189 cases", and a weighted, stratified, clustered sample. */
public final class ResearcherQuickstart {

    private ResearcherQuickstart() {}

    /**
     * Returns the Wilson interval of 1,186 satisfied answers of 1,189.
     *
     * @return the interval
     */
    public static Interval nearlyUnanimous() {
        return RatingDistribution.ofCounts(RatingScale.yesNo(), 3, 1186)
                .favourableInterval(ProportionInterval.WILSON, 0.95)
                .orElseThrow();
    }

    /**
     * Estimates a share from a weighted sample with two villages in each of two strata.
     *
     * @return the estimate as an aligned table
     */
    public static String complexSample() {
        ResponseTally tally = ResponseTally.of(
                SampleDesign.clustered().weighted(), List.of(new RatedItem("q1", RatingScale.likert5())));
        for (int i = 0; i < 120; i++) {
            String stratum = i < 60 ? "rural" : "urban";
            tally.accept("24", stratum, "village-" + i % 4, DesignWeight.of(i < 60 ? 30.0 : 12.5), new int[] {
                i * 7919 % 1009 % 5
            });
        }
        return Estimator.of(tally.result())
                .favourableShare(Domain.all(), "q1")
                .orThrow()
                .toString();
    }
}
