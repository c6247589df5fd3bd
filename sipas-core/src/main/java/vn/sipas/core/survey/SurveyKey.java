package vn.sipas.core.survey;

import java.util.regex.Pattern;

/**
 * Names one revision of a survey.
 *
 * @param id the survey, lower-case letters, digits, dots and hyphens, at most 80
 * @param revision the revision of the questionnaire, at least 1
 */
public record SurveyKey(String id, int revision) {

    /** The form of an id, as a regular expression. */
    public static final String ID_FORM = "[a-z0-9][a-z0-9.-]{0,79}";

    private static final Pattern ID = Pattern.compile(ID_FORM);

    public SurveyKey {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id must be 1 to 80 lower-case letters, digits, dots or hyphens, was \"" + id + "\"");
        }
        if (revision < 1) {
            throw new IllegalArgumentException("revision must be at least 1, was " + revision);
        }
    }

    /**
     * Makes a key.
     *
     * @param id the survey
     * @param revision the revision, at least 1
     * @return the key
     */
    public static SurveyKey of(String id, int revision) {
        return new SurveyKey(id, revision);
    }

    /**
     * Returns {@code id/revision}.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return id + "/" + revision;
    }
}
