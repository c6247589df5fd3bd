package vn.sipas.io.source;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.sipas.core.survey.SurveyKey;

/**
 * What the columns of one revision of a form become.
 *
 * @param survey the survey and revision that the form asks
 * @param revisions which rows the form is for, by the text of the column with role {@link ColumnRole#REVISION}; empty for
 *     all rows of files that have the columns of this form
 * @param columns the columns, each heading and occurrence once
 */
public record FormMapping(SurveyKey survey, List<String> revisions, List<MappedColumn> columns) {

    public FormMapping {
        Objects.requireNonNull(survey, "survey");
        revisions = List.copyOf(revisions);
        columns = List.copyOf(columns);
        Set<String> seen = new HashSet<>();
        for (MappedColumn column : columns) {
            if (!seen.add(key(column.heading(), column.occurrence()))) {
                throw new IllegalArgumentException(
                        "columns must name each heading and occurrence once, one stands there twice");
            }
        }
    }

    /**
     * Finds the mapping of a column.
     *
     * @param heading the heading as written
     * @param occurrence 1 for the first column with that heading
     * @return the mapping, if the form has the column
     */
    public Optional<MappedColumn> column(String heading, int occurrence) {
        String wanted = key(heading, occurrence);
        return columns.stream()
                .filter(column -> key(column.heading(), column.occurrence()).equals(wanted))
                .findFirst();
    }

    static String key(String heading, int occurrence) {
        return Headings.normal(heading) + "\u0000" + occurrence;
    }
}
