package vn.sipas.core.index;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.design.Stratum;
import vn.sipas.core.estimate.EstimationOptions;
import vn.sipas.core.estimate.ItemMoments;
import vn.sipas.core.estimate.MissingAnswer;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.ResponseTally;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.core.response.SamplingPosition;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;

/**
 * Counts responses for an index in one pass: {@code accept} each, {@code combine} the parts, take the {@code result}.
 *
 * <p>Responses are counted per group, such as the code of a unit; rows are not kept. Parts combine in any order to the same
 * result, so files may be split and counted by several threads, each with an accumulator of its own. Not safe for use by
 * several threads.
 */
public final class IndexAccumulator {

    private final IndexDefinition definition;
    private final SurveyKey survey;
    private final List<RatedItem> items;
    private final SampleDesign design;
    private final ResponseTally tally;

    private IndexAccumulator(IndexDefinition definition, SurveyKey survey, List<RatedItem> items, SampleDesign design) {
        this.definition = definition;
        this.survey = survey;
        this.items = items;
        this.design = design;
        this.tally = ResponseTally.of(design, items, momentsFor(definition));
    }

    /**
     * Starts counting the questions of an index.
     *
     * @param definition what will be computed
     * @param survey the survey that is answered; each question of the index must be a rating question of it
     * @param design how the sample was drawn
     * @return an empty accumulator
     * @throws IllegalArgumentException if a question of the index is not a rating question of the survey
     */
    public static IndexAccumulator of(IndexDefinition definition, Survey survey, SampleDesign design) {
        Map<String, RatingQuestion> questions = new HashMap<>();
        survey.ratingQuestions().forEach(question -> questions.put(question.code(), question));
        List<RatedItem> items = new ArrayList<>();
        for (IndexItem item : definition.items()) {
            RatingQuestion question = questions.get(item.question());
            if (question == null) {
                throw new IllegalArgumentException("survey must have the rating question \"" + item.question()
                        + "\" of " + definition.method() + "; " + survey.key() + " has " + questions.keySet());
            }
            items.add(new RatedItem(question.code(), question.scale()));
        }
        return new IndexAccumulator(definition, survey.key(), items, Objects.requireNonNull(design, "design"));
    }

    /**
     * Returns the products of answers that a tally must keep so that an index has errors where respondents are drawn
     * directly.
     *
     * @param definition the index
     * @return the products for its item statistic, or for both if the tree mixes them
     */
    public static ItemMoments momentsFor(IndexDefinition definition) {
        Set<ItemStatistic> used = EnumSet.noneOf(ItemStatistic.class);
        definition.items().forEach(item -> used.add(definition.statisticOf(item)));
        if (used.size() > 1) {
            return ItemMoments.FAVOURABLE_AND_VALUE;
        }
        return used.contains(ItemStatistic.FAVOURABLE_SHARE) ? ItemMoments.FAVOURABLE : ItemMoments.VALUE;
    }

    /**
     * Counts a response under its unit.
     *
     * @param response the response
     * @return this accumulator
     * @throws IllegalArgumentException if the response answers another survey or revision, a rating is not a level of its
     *     scale, or the response has a weight that the design does not know; responses from outside are checked by
     *     {@code vn.sipas.core.validation} first
     */
    public IndexAccumulator accept(Response response) {
        return accept(response.unit().value(), response);
    }

    /**
     * Counts a response under a group.
     *
     * @param group the key of the group
     * @param response the response
     * @return this accumulator
     * @throws IllegalArgumentException if the response answers another survey or revision, a rating is not a level of its
     *     scale, or the response has a weight that the design does not know
     */
    public IndexAccumulator accept(String group, Response response) {
        if (!response.survey().equals(survey)) {
            throw new IllegalArgumentException(
                    "response must answer survey " + survey + ", answered " + response.survey());
        }
        int[] answers = new int[items.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = coded(items.get(i), response.answer(items.get(i).code()));
        }
        SamplingPosition at = response.position();
        String stratum = at.stratum().orElse(Stratum.UNSTRATIFIED);
        String psu = design.isClustered() ? at.psu().orElse("") : "";
        tally.accept(tally.group(group), tally.position(stratum, psu), at.weight(), answers, 0);
        return this;
    }

    /**
     * Adds what another accumulator has counted.
     *
     * @param other an accumulator of the same index, questions and design; unchanged
     * @return this accumulator
     */
    public IndexAccumulator combine(IndexAccumulator other) {
        if (!definition.equals(other.definition) || !survey.equals(other.survey)) {
            throw new IllegalArgumentException("other must count for " + definition.method() + " on " + survey
                    + ", counted for " + other.definition.method() + " on " + other.survey);
        }
        tally.combine(other.tally);
        return this;
    }

    /**
     * Returns the indices of what was counted, with {@link EstimationOptions#defaults()}.
     *
     * @return an immutable estimator; later counting does not change it
     */
    public IndexEstimator result() {
        return result(EstimationOptions.defaults());
    }

    /**
     * Returns the indices of what was counted.
     *
     * @param options how errors and intervals are made
     * @return an immutable estimator; later counting does not change it
     */
    public IndexEstimator result(EstimationOptions options) {
        return IndexEstimator.of(definition, tally.result(), options);
    }

    private static int coded(RatedItem item, Answer answer) {
        if (answer instanceof Answer.Rated rated) {
            int position = item.scale().positionOf(rated.value());
            if (position < 0) {
                throw new IllegalArgumentException("answer to \"" + item.code() + "\" must be a level of scale \""
                        + item.scale().id() + "\"");
            }
            return position;
        }
        if (answer instanceof Answer.NoAnswer reason) {
            return switch (reason) {
                case NOT_ASKED -> MissingAnswer.NOT_ASKED.code();
                case BLANK -> MissingAnswer.BLANK.code();
                case DONT_KNOW -> MissingAnswer.DONT_KNOW.code();
                case REFUSED -> MissingAnswer.REFUSED.code();
            };
        }
        throw new IllegalArgumentException("answer to \"" + item.code() + "\" must be a rating or no answer");
    }
}
