package vn.sipas.core.response;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;

/**
 * One answered questionnaire (phiếu trả lời).
 *
 * <p>The record has no room for a name, a phone number, a device or an exact time. Respondents are described by bands
 * only, such as {@code age → 25-49}. A question without an entry in {@code answers} is {@link Answer.NoAnswer#BLANK}.
 *
 * @param id identifies the response within its source, not blank; carries no meaning
 * @param survey the survey and revision that was answered
 * @param unit the unit that the answer is about, as coded on the day of the answer
 * @param servicePoint the counter or desk, if known
 * @param wave the id of the {@link Wave}
 * @param day the day of the answer, if the host keeps it
 * @param mode how it was collected
 * @param assurance how firmly it is bound to a visit
 * @param transaction the business it is about
 * @param respondentGroups bands such as age or sex, by the name of the band
 * @param position where the respondent stands in the sample
 * @param answers the answers by question code
 */
public record Response(
        String id,
        SurveyKey survey,
        UnitCode unit,
        Optional<String> servicePoint,
        String wave,
        Optional<LocalDate> day,
        CollectionMode mode,
        AssuranceClass assurance,
        Transaction transaction,
        SortedMap<String, String> respondentGroups,
        SamplingPosition position,
        Map<String, Answer> answers) {

    public Response {
        Objects.requireNonNull(survey, "survey");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(servicePoint, "servicePoint");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(assurance, "assurance");
        Objects.requireNonNull(transaction, "transaction");
        Objects.requireNonNull(position, "position");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        if (wave.isBlank()) {
            throw new IllegalArgumentException("wave must not be blank");
        }
        respondentGroups = respondentGroups.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(respondentGroups));
        answers = AnswerMap.copyOf(answers);
    }

    /**
     * Returns the answer to a question.
     *
     * @param question the code of the question
     * @return the answer, {@link Answer.NoAnswer#BLANK} if there is no entry
     */
    public Answer answer(String question) {
        return answers.getOrDefault(question, Answer.NoAnswer.BLANK);
    }

    /**
     * Returns this response with another assurance class, such as that of the code it came in by.
     *
     * @param newAssurance how firmly it is bound to a visit
     * @return the response
     */
    public Response withAssurance(AssuranceClass newAssurance) {
        return new Response(
                id,
                survey,
                unit,
                servicePoint,
                wave,
                day,
                mode,
                newAssurance,
                transaction,
                respondentGroups,
                position,
                answers);
    }

    /**
     * Starts a response that is filled in step by step.
     *
     * @param id identifies the response within its source
     * @param survey the survey and revision that was answered
     * @param unit the unit that the answer is about
     * @param wave the id of the wave
     * @return a builder with unstated mode, unbound assurance, unstated transaction and weight 1
     */
    public static Builder builder(String id, SurveyKey survey, UnitCode unit, String wave) {
        return new Builder(id, survey, unit, wave);
    }

    /** Fills in a response step by step. Not safe for use by several threads. */
    public static final class Builder {

        private final String id;
        private final SurveyKey survey;
        private final UnitCode unit;
        private final String wave;
        private Optional<String> servicePoint = Optional.empty();
        private Optional<LocalDate> day = Optional.empty();
        private CollectionMode mode = CollectionMode.UNSTATED;
        private AssuranceClass assurance = AssuranceClass.UNBOUND;
        private Transaction transaction = Transaction.unstated();
        private SortedMap<String, String> respondentGroups = Collections.emptySortedMap();
        private SamplingPosition position = SamplingPosition.simple();
        private final AnswerMap.Draft answers = new AnswerMap.Draft();

        private Builder(String id, SurveyKey survey, UnitCode unit, String wave) {
            this.id = id;
            this.survey = survey;
            this.unit = unit;
            this.wave = wave;
        }

        /**
         * States the counter or desk.
         *
         * @param name its name
         * @return this builder
         */
        public Builder servicePoint(String name) {
            servicePoint = Optional.of(name);
            return this;
        }

        /**
         * States the day of the answer.
         *
         * @param date the day
         * @return this builder
         */
        public Builder day(LocalDate date) {
            day = Optional.of(date);
            return this;
        }

        /**
         * States how the answer was collected.
         *
         * @param collectionMode the mode
         * @return this builder
         */
        public Builder mode(CollectionMode collectionMode) {
            mode = collectionMode;
            return this;
        }

        /**
         * States how firmly the answer is bound to a visit.
         *
         * @param assuranceClass the class
         * @return this builder
         */
        public Builder assurance(AssuranceClass assuranceClass) {
            assurance = assuranceClass;
            return this;
        }

        /**
         * States the business that the answer is about.
         *
         * @param business the transaction
         * @return this builder
         */
        public Builder transaction(Transaction business) {
            transaction = business;
            return this;
        }

        /**
         * Puts the respondent into a band.
         *
         * @param name the name of the band, such as {@code age}
         * @param band the band, such as {@code 25-49}
         * @return this builder
         */
        public Builder group(String name, String band) {
            if (respondentGroups.isEmpty()) {
                respondentGroups = new TreeMap<>();
            }
            respondentGroups.put(name, band);
            return this;
        }

        /**
         * States where the respondent stands in the sample.
         *
         * @param samplingPosition the position
         * @return this builder
         */
        public Builder position(SamplingPosition samplingPosition) {
            position = samplingPosition;
            return this;
        }

        /**
         * Gives an answer, replacing an earlier one to the same question.
         *
         * @param question the code of the question
         * @param answer the answer
         * @return this builder
         */
        public Builder answer(String question, Answer answer) {
            answers.put(question, answer);
            return this;
        }

        /**
         * Gives a rating.
         *
         * @param question the code of the question
         * @param value the value of the level
         * @return this builder
         */
        public Builder rating(String question, int value) {
            return answer(question, new Answer.Rated(value));
        }

        /**
         * Gives several options.
         *
         * @param question the code of the question
         * @param codes the codes of the options
         * @return this builder
         */
        public Builder selections(String question, Set<String> codes) {
            return answer(question, new Answer.SelectedAll(codes));
        }

        /**
         * Finishes.
         *
         * @return the response
         */
        public Response build() {
            return new Response(
                    id,
                    survey,
                    unit,
                    servicePoint,
                    wave,
                    day,
                    mode,
                    assurance,
                    transaction,
                    respondentGroups,
                    position,
                    answers.finished());
        }
    }
}
