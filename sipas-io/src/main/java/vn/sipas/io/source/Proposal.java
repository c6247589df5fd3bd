package vn.sipas.io.source;

import java.util.List;
import java.util.Objects;
import vn.sipas.core.Problem;
import vn.sipas.core.survey.Survey;

/**
 * What a file was found to be and what its columns could become, before anything is read for good.
 *
 * @param detection what the file was found to be, and why
 * @param mapping what the columns could become
 * @param survey the survey given, or a provisional one made from headings and values
 * @param notes what a person should look at, such as scales that were only recognised by their labels
 */
public record Proposal(Detection detection, ColumnMapping mapping, Survey survey, List<Problem> notes) {

    public Proposal {
        Objects.requireNonNull(detection, "detection");
        Objects.requireNonNull(mapping, "mapping");
        Objects.requireNonNull(survey, "survey");
        notes = List.copyOf(notes);
    }
}
