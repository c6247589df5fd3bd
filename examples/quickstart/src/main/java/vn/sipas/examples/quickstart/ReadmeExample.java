package vn.sipas.examples.quickstart;

import java.util.List;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.EstimationOptions;
import vn.sipas.core.estimate.ItemMoments;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.index.IndexComposite;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexEstimator;
import vn.sipas.core.index.IndexItem;
import vn.sipas.core.index.ItemStatistic;
import vn.sipas.core.survey.RatingScale;

/** The example of the README. */
public final class ReadmeExample {

    private ReadmeExample() {}

    /**
     * Runs the example.
     *
     * @return what it prints
     */
    public static String run() {
        // README
        LocalizedText attitude = LocalizedText.of("Thái độ phục vụ", "Attitude");
        LocalizedText waiting = LocalizedText.of("Thời gian chờ", "Waiting time");
        LocalizedText overall = LocalizedText.of("Mức độ hài lòng", "Satisfaction");
        List<RatedItem> questions =
                List.of(new RatedItem("q1", RatingScale.likert5()), new RatedItem("q2", RatingScale.likert5()));

        // Count answers as they arrive: unit, then the level of each answer (0 = very dissatisfied … 4 = very
        // satisfied).
        ResponseTally tally = ResponseTally.of(SampleDesign.simpleRandom(), questions, ItemMoments.FAVOURABLE);
        for (int i = 0; i < 59; i++) {
            tally.accept("07210", new int[] {i % 8 == 0 ? 2 : 4, i % 5 == 0 ? 1 : 3});
        }

        // An index is data: here the mean of the two shares of satisfied answers.
        IndexDefinition index = IndexDefinition.of(
                MethodVersion.of("two-questions", "1"),
                overall,
                IndexComposite.equal(
                        "overall", overall, List.of(IndexItem.of("q1", attitude), IndexItem.of("q2", waiting))),
                ItemStatistic.FAVOURABLE_SHARE);
        IndexEstimator estimator = IndexEstimator.of(index, tally.result(), EstimationOptions.defaults());
        return estimator.estimate(Domain.of("07210")).toString();
        // README
    }

    /**
     * Prints the result.
     *
     * @param arguments not used
     */
    public static void main(String... arguments) {
        System.out.println(run());
    }
}
