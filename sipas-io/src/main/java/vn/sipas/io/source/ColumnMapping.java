package vn.sipas.io.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.unit.UnitCode;

/**
 * What the columns of a file become, as a document: proposed by {@link SurveyImport}, edited by a person, read back
 * by {@link ColumnMappingJson}. Revisions of a form stand side by side.
 *
 * @param tool what wrote the files
 * @param charset the encoding of delimited text, if it is to be taken as declared
 * @param delimiter the delimiter of delimited text, if it is to be taken as declared
 * @param dateOrder which part of a date comes first, if dates do not say
 * @param decimalMark which character stands before decimals, if numbers do not say
 * @param unit the unit of all rows, where no column holds it
 * @param wave the wave of all rows, where no column holds it
 * @param forms the revisions of the form, at least one
 */
public record ColumnMapping(
        SurveyTool tool,
        Optional<Charset> charset,
        Optional<Character> delimiter,
        Optional<DateOrder> dateOrder,
        Optional<DecimalMark> decimalMark,
        Optional<UnitCode> unit,
        Optional<String> wave,
        List<FormMapping> forms) {

    public ColumnMapping {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(dateOrder, "dateOrder");
        Objects.requireNonNull(decimalMark, "decimalMark");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(wave, "wave");
        forms = List.copyOf(forms);
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("forms must not be empty");
        }
    }

    /**
     * Makes a mapping of one form that declares nothing else.
     *
     * @param tool what wrote the files
     * @param form the form
     * @return the mapping
     */
    public static ColumnMapping of(SurveyTool tool, FormMapping form) {
        return new ColumnMapping(
                tool,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(form));
    }

    /**
     * Returns this mapping with other forms.
     *
     * @param newForms the forms, at least one
     * @return the mapping
     */
    public ColumnMapping withForms(List<FormMapping> newForms) {
        return new ColumnMapping(tool, charset, delimiter, dateOrder, decimalMark, unit, wave, newForms);
    }
}
