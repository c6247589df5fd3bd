package vn.sipas.io.csv;

import java.util.List;
import java.util.Set;

/** The columns that describe a response, whatever the survey. */
final class ResponseColumns {

    static final String ID = "id";
    static final String SURVEY = "survey";
    static final String REVISION = "revision";
    static final String UNIT = "unit";
    static final String SERVICE_POINT = "service_point";
    static final String WAVE = "wave";
    static final String DAY = "day";
    static final String MODE = "mode";
    static final String ASSURANCE = "assurance";
    static final String PROCEDURE = "procedure";
    static final String FIELD = "field";
    static final String RECEIVING_UNIT = "receiving_unit";
    static final String COMPETENT_UNIT = "competent_unit";
    static final String WEIGHT = "weight";
    static final String STRATUM = "stratum";
    static final String PSU = "psu";
    static final String QUESTION = "question";
    static final String ANSWER = "answer";

    /** Stands before the name of a band. */
    static final String GROUP_PREFIX = "group.";

    /** Stands before a question code that would be taken for one of the other columns. */
    static final String ANSWER_PREFIX = "answer.";

    static final List<String> BEFORE_GROUPS = List.of(
            ID,
            SURVEY,
            REVISION,
            UNIT,
            SERVICE_POINT,
            WAVE,
            DAY,
            MODE,
            ASSURANCE,
            PROCEDURE,
            FIELD,
            RECEIVING_UNIT,
            COMPETENT_UNIT);

    static final List<String> AFTER_GROUPS = List.of(WEIGHT, STRATUM, PSU);

    private static final Set<String> FIXED = Set.of(
            ID,
            SURVEY,
            REVISION,
            UNIT,
            SERVICE_POINT,
            WAVE,
            DAY,
            MODE,
            ASSURANCE,
            PROCEDURE,
            FIELD,
            RECEIVING_UNIT,
            COMPETENT_UNIT,
            WEIGHT,
            STRATUM,
            PSU);

    private ResponseColumns() {}

    static boolean isFixed(String heading) {
        return FIXED.contains(heading);
    }

    static String headingOf(String questionCode) {
        boolean taken = isFixed(questionCode)
                || questionCode.startsWith(GROUP_PREFIX)
                || questionCode.startsWith(ANSWER_PREFIX);
        return taken ? ANSWER_PREFIX + questionCode : questionCode;
    }
}
