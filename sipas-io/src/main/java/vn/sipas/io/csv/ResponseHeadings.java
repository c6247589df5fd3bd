package vn.sipas.io.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;

/**
 * The columns that describe a response in tables of every format: id, survey, revision, unit, service point, wave, day, mode,
 * assurance, transaction, the bands of the respondent, weight, stratum and primary sampling unit. Immutable and safe for use
 * by several threads.
 */
public final class ResponseHeadings {

    private final List<String> groups;
    private final List<String> headings;

    private ResponseHeadings(List<String> groups) {
        this.groups = List.copyOf(groups);
        List<String> all = new ArrayList<>(ResponseColumns.BEFORE_GROUPS);
        this.groups.forEach(group -> all.add(ResponseColumns.GROUP_PREFIX + group));
        all.addAll(ResponseColumns.AFTER_GROUPS);
        this.headings = List.copyOf(all);
    }

    /**
     * Makes the columns.
     *
     * @param groups the names of the bands that may occur, in the order of their columns
     * @return the columns
     */
    public static ResponseHeadings of(List<String> groups) {
        return new ResponseHeadings(groups);
    }

    /**
     * Returns the heading of the column of a question, which is not that of any column here.
     *
     * @param questionCode the code of the question
     * @return the code, with a prefix where it would be taken for another column
     */
    public static String ofQuestion(String questionCode) {
        return ResponseColumns.headingOf(questionCode);
    }

    /**
     * Returns the headings.
     *
     * @return the headings in the order of the columns
     */
    public List<String> headings() {
        return headings;
    }

    /**
     * Returns what a response has in these columns.
     *
     * @param response the response
     * @return one text a column, empty where the response states nothing
     * @throws IllegalArgumentException if it has a band without a column
     */
    public List<String> values(Response response) {
        for (String group : response.respondentGroups().keySet()) {
            if (!groups.contains(group)) {
                throw new IllegalArgumentException("groups must name every band, \"" + group + "\" has no column");
            }
        }
        List<String> values = new ArrayList<>(headings.size());
        values.add(response.id());
        values.add(response.survey().id());
        values.add(Integer.toString(response.survey().revision()));
        values.add(response.unit().value());
        values.add(response.servicePoint().orElse(""));
        values.add(response.wave());
        values.add(response.day().map(Object::toString).orElse(""));
        values.add(response.mode().name());
        values.add(response.assurance().name());
        values.add(response.transaction().procedure().orElse(""));
        values.add(response.transaction().field().orElse(""));
        values.add(response.transaction().receivingUnit().map(Object::toString).orElse(""));
        values.add(response.transaction().competentUnit().map(Object::toString).orElse(""));
        Map<String, String> bands = response.respondentGroups();
        groups.forEach(group -> values.add(bands.getOrDefault(group, "")));
        values.add(Double.toString(response.position().weight()));
        values.add(response.position().stratum().orElse(""));
        values.add(response.position().psu().orElse(""));
        return values;
    }

    /**
     * Checks that a response answers a survey.
     *
     * @param survey the survey
     * @param response the response
     * @throws IllegalArgumentException if it answers another survey or a question that the survey lacks
     */
    public static void requireAnswers(Survey survey, Response response) {
        if (!response.survey().equals(survey.key())) {
            throw new IllegalArgumentException(
                    "response must answer " + survey.key() + ", answers " + response.survey());
        }
        for (String code : response.answers().keySet()) {
            if (survey.question(code).isEmpty()) {
                throw new IllegalArgumentException("response answers the unknown question \"" + code + "\"");
            }
        }
    }
}
