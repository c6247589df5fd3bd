package vn.sipas.io.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.table.ImportProgress;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;

/**
 * What a caller declares about an import. Everything is optional; what is declared is not guessed.
 *
 * @param tool what wrote the file
 * @param charset the encoding of delimited text
 * @param delimiter the delimiter of delimited text
 * @param dateOrder which part of a date comes first
 * @param decimalMark which character stands before decimals
 * @param survey the survey that was answered
 * @param mapping what the columns become
 * @param unit the unit of all rows, where no column holds it
 * @param wave the wave of all rows, where no column holds it
 * @param incomplete what becomes of unfinished responses
 * @param privacy which personal data may pass
 * @param limits what the file may cost
 * @param progress hears how far the import is, and may end it
 * @param companions further files of the same export, such as the repeats of ODK Central
 * @param counts which fields hold counts, for exports of terminals whose fields are not known
 */
public record ImportOptions(
        Optional<SurveyTool> tool,
        Optional<Charset> charset,
        Optional<Character> delimiter,
        Optional<DateOrder> dateOrder,
        Optional<DecimalMark> decimalMark,
        Optional<Survey> survey,
        Optional<ColumnMapping> mapping,
        Optional<UnitCode> unit,
        Optional<String> wave,
        IncompleteResponses incomplete,
        PrivacyPolicy privacy,
        SourceLimits limits,
        ImportProgress progress,
        List<SourceFile> companions,
        Optional<CountLayout> counts) {

    private static final ImportOptions NOTHING_DECLARED = new ImportOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            IncompleteResponses.KEEP,
            PrivacyPolicy.strict(),
            SourceLimits.standard(),
            ImportProgress.none(),
            List.of(),
            Optional.empty());

    public ImportOptions {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(dateOrder, "dateOrder");
        Objects.requireNonNull(decimalMark, "decimalMark");
        Objects.requireNonNull(survey, "survey");
        Objects.requireNonNull(mapping, "mapping");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(wave, "wave");
        Objects.requireNonNull(incomplete, "incomplete");
        Objects.requireNonNull(privacy, "privacy");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(progress, "progress");
        companions = List.copyOf(companions);
        Objects.requireNonNull(counts, "counts");
    }

    /**
     * Returns options that declare nothing: everything is detected, unfinished responses are kept, no personal data pass.
     *
     * @return the options
     */
    public static ImportOptions detecting() {
        return NOTHING_DECLARED;
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared what wrote the file
     * @return the options
     */
    public ImportOptions withTool(SurveyTool declared) {
        return new ImportOptions(
                Optional.of(declared),
                charset,
                delimiter,
                dateOrder,
                decimalMark,
                survey,
                mapping,
                unit,
                wave,
                incomplete,
                privacy,
                limits,
                progress,
                companions,
                counts);
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared the encoding of delimited text
     * @return the options
     */
    public ImportOptions withCharset(Charset declared) {
        return new ImportOptions(
                tool,
                Optional.of(declared),
                delimiter,
                dateOrder,
                decimalMark,
                survey,
                mapping,
                unit,
                wave,
                incomplete,
                privacy,
                limits,
                progress,
                companions,
                counts);
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared the character between fields
     * @return the options
     */
    public ImportOptions withDelimiter(char declared) {
        return new ImportOptions(
                tool,
                charset,
                Optional.of(declared),
                dateOrder,
                decimalMark,
                survey,
                mapping,
                unit,
                wave,
                incomplete,
                privacy,
                limits,
                progress,
                companions,
                counts);
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared which part of a date comes first
     * @return the options
     */
    public ImportOptions withDateOrder(DateOrder declared) {
        return new ImportOptions(
                tool,
                charset,
                delimiter,
                Optional.of(declared),
                decimalMark,
                survey,
                mapping,
                unit,
                wave,
                incomplete,
                privacy,
                limits,
                progress,
                companions,
                counts);
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared which character stands before decimals
     * @return the options
     */
    public ImportOptions withDecimalMark(DecimalMark declared) {
        return new ImportOptions(
                tool,
                charset,
                delimiter,
                dateOrder,
                Optional.of(declared),
                survey,
                mapping,
                unit,
                wave,
                incomplete,
                privacy,
                limits,
                progress,
                companions,
                counts);
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared the survey that was answered
     * @return the options
     */
    public ImportOptions withSurvey(Survey declared) {
        return new ImportOptions(
                tool,
                charset,
                delimiter,
                dateOrder,
                decimalMark,
                Optional.of(declared),
                mapping,
                unit,
                wave,
                incomplete,
                privacy,
                limits,
                progress,
                companions,
                counts);
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared what the columns become
     * @return the options
     */
    public ImportOptions withMapping(ColumnMapping declared) {
        return new ImportOptions(
                tool,
                charset,
                delimiter,
                dateOrder,
                decimalMark,
                survey,
                Optional.of(declared),
                unit,
                wave,
                incomplete,
                privacy,
                limits,
                progress,
                companions,
                counts);
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared the unit of all rows, where no column holds it
     * @return the options
     */
    public ImportOptions withUnit(UnitCode declared) {
        return new ImportOptions(
                tool,
                charset,
                delimiter,
                dateOrder,
                decimalMark,
                survey,
                mapping,
                Optional.of(declared),
                wave,
                incomplete,
                privacy,
                limits,
                progress,
                companions,
                counts);
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared the wave of all rows, where no column holds it
     * @return the options
     */
    public ImportOptions withWave(String declared) {
        return new ImportOptions(
                tool,
                charset,
                delimiter,
                dateOrder,
                decimalMark,
                survey,
                mapping,
                unit,
                Optional.of(declared),
                incomplete,
                privacy,
                limits,
                progress,
                companions,
                counts);
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared what becomes of unfinished responses
     * @return the options
     */
    public ImportOptions withIncomplete(IncompleteResponses declared) {
        return new ImportOptions(
                tool,
                charset,
                delimiter,
                dateOrder,
                decimalMark,
                survey,
                mapping,
                unit,
                wave,
                declared,
                privacy,
                limits,
                progress,
                companions,
                counts);
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared which personal data may pass
     * @return the options
     */
    public ImportOptions withPrivacy(PrivacyPolicy declared) {
        return new ImportOptions(
                tool,
                charset,
                delimiter,
                dateOrder,
                decimalMark,
                survey,
                mapping,
                unit,
                wave,
                incomplete,
                declared,
                limits,
                progress,
                companions,
                counts);
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared what the file may cost
     * @return the options
     */
    public ImportOptions withLimits(SourceLimits declared) {
        return new ImportOptions(
                tool,
                charset,
                delimiter,
                dateOrder,
                decimalMark,
                survey,
                mapping,
                unit,
                wave,
                incomplete,
                privacy,
                declared,
                progress,
                companions,
                counts);
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared hears how far the import is, and may end it
     * @return the options
     */
    public ImportOptions withProgress(ImportProgress declared) {
        return new ImportOptions(
                tool,
                charset,
                delimiter,
                dateOrder,
                decimalMark,
                survey,
                mapping,
                unit,
                wave,
                incomplete,
                privacy,
                limits,
                declared,
                companions,
                counts);
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared further files of the same export
     * @return the options
     */
    public ImportOptions withCompanions(List<SourceFile> declared) {
        return new ImportOptions(
                tool,
                charset,
                delimiter,
                dateOrder,
                decimalMark,
                survey,
                mapping,
                unit,
                wave,
                incomplete,
                privacy,
                limits,
                progress,
                declared,
                counts);
    }

    /**
     * Returns these options with one more declaration; the file is then read as counts.
     *
     * @param declared which fields hold counts
     * @return the options
     */
    public ImportOptions withCounts(CountLayout declared) {
        return new ImportOptions(
                tool,
                charset,
                delimiter,
                dateOrder,
                decimalMark,
                survey,
                mapping,
                unit,
                wave,
                incomplete,
                privacy,
                limits,
                progress,
                companions,
                Optional.of(declared));
    }
}
