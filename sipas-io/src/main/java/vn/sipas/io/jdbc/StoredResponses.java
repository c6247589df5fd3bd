package vn.sipas.io.jdbc;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;

/**
 * Which responses of a {@link ResponseStore} are wanted.
 *
 * @param survey the survey in the revision that was answered
 * @param wave the wave; all if empty
 * @param unit the unit; all if empty
 * @param days the days, the first included and the last not; a response without a day is in
 *     {@link ValidityPeriod#always()} only
 */
public record StoredResponses(SurveyKey survey, Optional<String> wave, Optional<UnitCode> unit, ValidityPeriod days) {

    public StoredResponses {
        Objects.requireNonNull(survey, "survey");
        Objects.requireNonNull(wave, "wave");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(days, "days");
    }

    /**
     * Wants all responses to a survey.
     *
     * @param survey the survey in the revision that was answered
     * @return all of them
     */
    public static StoredResponses to(SurveyKey survey) {
        return new StoredResponses(survey, Optional.empty(), Optional.empty(), ValidityPeriod.always());
    }

    /**
     * Wants those of one wave only.
     *
     * @param id the id of the wave
     * @return fewer responses
     */
    public StoredResponses ofWave(String id) {
        return new StoredResponses(survey, Optional.of(id), unit, days);
    }

    /**
     * Wants those about one unit only.
     *
     * @param code the unit
     * @return fewer responses
     */
    public StoredResponses about(UnitCode code) {
        return new StoredResponses(survey, wave, Optional.of(code), days);
    }

    /**
     * Wants those of some days only.
     *
     * @param period the days, the first included and the last not
     * @return fewer responses
     */
    public StoredResponses during(ValidityPeriod period) {
        return new StoredResponses(survey, wave, unit, period);
    }
}
