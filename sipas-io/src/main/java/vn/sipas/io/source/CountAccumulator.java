package vn.sipas.io.source;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.design.Stratum;
import vn.sipas.core.estimate.ItemMoments;
import vn.sipas.core.estimate.MissingAnswer;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.survey.RatingScale;

/**
 * Gathers counts of terminals into the totals that estimators read: {@code accept} each, take the {@code result}.
 *
 * <p>Each press counts as an answer to one question of a simple random sample and stands for nothing else: presses are not
 * joined to respondents, so that no two questions vary together. Whether those who press are a sample of those who came is for
 * the reader to judge. What is kept depends on groups and questions, not on the number of counts. Not safe for use by several
 * threads.
 */
public final class CountAccumulator {

    private final Map<String, RatingScale> scales = new LinkedHashMap<>();
    private final Map<String, Map<String, long[]>> groups = new TreeMap<>();

    private CountAccumulator() {}

    /**
     * Starts with nothing counted.
     *
     * @return an empty accumulator
     */
    public static CountAccumulator empty() {
        return new CountAccumulator();
    }

    /**
     * Adds counts under a group, such as the code of their unit. A question that comes with a second scale is counted apart,
     * under its code, a point and the id of that scale.
     *
     * @param group the key of the group
     * @param counted the counts
     * @return this accumulator
     * @throws ArithmeticException if a sum exceeds 2<sup>63</sup> − 1
     */
    public CountAccumulator accept(String group, CountedAnswers counted) {
        RatingScale scale = counted.question().scale();
        String asked = counted.question().code();
        String code = scales.getOrDefault(asked, scale).equals(scale) ? asked : asked + "." + scale.id();
        scales.putIfAbsent(code, scale);
        long[] sums = groups.computeIfAbsent(group, key -> new LinkedHashMap<>())
                .computeIfAbsent(code, key -> new long[scale.levels().size()]);
        for (int level = 0; level < sums.length; level++) {
            sums[level] = Math.addExact(sums[level], counted.counts().get(level));
        }
        return this;
    }

    /**
     * Returns the totals of what was counted.
     *
     * @param moments the products of answers to keep; an index tree needs them
     * @return the totals by group, with the questions in the order in which they first appeared
     */
    public SampleTotals result(ItemMoments moments) {
        List<RatedItem> items = scales.entrySet().stream()
                .map(question -> new RatedItem(question.getKey(), question.getValue()))
                .toList();
        ResponseTally tally = ResponseTally.of(SampleDesign.simpleRandom(), items, moments);
        int position = tally.position(Stratum.UNSTRATIFIED, "");
        int[] answers = new int[items.size()];
        Arrays.fill(answers, MissingAnswer.NOT_ASKED.code());
        groups.forEach((group, questions) -> {
            int handle = tally.group(group);
            for (int item = 0; item < answers.length; item++) {
                long[] sums = questions.getOrDefault(items.get(item).code(), new long[0]);
                for (int level = 0; level < sums.length; level++) {
                    answers[item] = level;
                    for (long press = 0; press < sums[level]; press++) {
                        tally.accept(handle, position, 1.0, answers, 0);
                    }
                }
                answers[item] = MissingAnswer.NOT_ASKED.code();
            }
        });
        return tally.result();
    }
}
