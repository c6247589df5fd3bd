package vn.sipas.io.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.table.ProgressListener;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;

/**
 * What a caller declares about an import. Everything is optional; what is declared is not guessed. Immutable and safe for use
 * by several threads.
 */
public final class ImportOptions {

    private static final ImportOptions NOTHING_DECLARED = new ImportOptions(new Draft());

    private final Optional<SurveyTool> tool;
    private final Optional<Charset> charset;
    private final Optional<Character> delimiter;
    private final Optional<DateOrder> dateOrder;
    private final Optional<DecimalMark> decimalMark;
    private final Optional<Survey> survey;
    private final Optional<ColumnMapping> mapping;
    private final Optional<UnitCode> unit;
    private final Optional<String> wave;
    private final IncompleteResponses incomplete;
    private final PrivacyPolicy privacy;
    private final SourceLimits limits;
    private final ProgressListener progress;
    private final List<SourceFile> companions;
    private final Optional<CountLayout> counts;

    /** The declarations of options in the making, so that one more of them changes no other. */
    private static final class Draft {

        private Optional<SurveyTool> tool = Optional.empty();
        private Optional<Charset> charset = Optional.empty();
        private Optional<Character> delimiter = Optional.empty();
        private Optional<DateOrder> dateOrder = Optional.empty();
        private Optional<DecimalMark> decimalMark = Optional.empty();
        private Optional<Survey> survey = Optional.empty();
        private Optional<ColumnMapping> mapping = Optional.empty();
        private Optional<UnitCode> unit = Optional.empty();
        private Optional<String> wave = Optional.empty();
        private IncompleteResponses incomplete = IncompleteResponses.KEEP;
        private PrivacyPolicy privacy = PrivacyPolicy.strict();
        private SourceLimits limits = SourceLimits.standard();
        private ProgressListener progress = ProgressListener.none();
        private List<SourceFile> companions = List.of();
        private Optional<CountLayout> counts = Optional.empty();

        Draft() {}

        Draft(ImportOptions from) {
            tool = from.tool;
            charset = from.charset;
            delimiter = from.delimiter;
            dateOrder = from.dateOrder;
            decimalMark = from.decimalMark;
            survey = from.survey;
            mapping = from.mapping;
            unit = from.unit;
            wave = from.wave;
            incomplete = from.incomplete;
            privacy = from.privacy;
            limits = from.limits;
            progress = from.progress;
            companions = from.companions;
            counts = from.counts;
        }
    }

    private ImportOptions(Draft draft) {
        tool = draft.tool;
        charset = draft.charset;
        delimiter = draft.delimiter;
        dateOrder = draft.dateOrder;
        decimalMark = draft.decimalMark;
        survey = draft.survey;
        mapping = draft.mapping;
        unit = draft.unit;
        wave = draft.wave;
        incomplete = draft.incomplete;
        privacy = draft.privacy;
        limits = draft.limits;
        progress = draft.progress;
        companions = draft.companions;
        counts = draft.counts;
    }

    private ImportOptions with(Consumer<Draft> declaration) {
        Draft draft = new Draft(this);
        declaration.accept(draft);
        return new ImportOptions(draft);
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
        return with(draft -> draft.tool = Optional.of(declared));
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared the encoding of delimited text
     * @return the options
     */
    public ImportOptions withCharset(Charset declared) {
        return with(draft -> draft.charset = Optional.of(declared));
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared the character between fields
     * @return the options
     */
    public ImportOptions withDelimiter(char declared) {
        return with(draft -> draft.delimiter = Optional.of(declared));
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared which part of a date comes first
     * @return the options
     */
    public ImportOptions withDateOrder(DateOrder declared) {
        return with(draft -> draft.dateOrder = Optional.of(declared));
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared which character stands before decimals
     * @return the options
     */
    public ImportOptions withDecimalMark(DecimalMark declared) {
        return with(draft -> draft.decimalMark = Optional.of(declared));
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared the survey that was answered
     * @return the options
     */
    public ImportOptions withSurvey(Survey declared) {
        return with(draft -> draft.survey = Optional.of(declared));
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared what the columns become
     * @return the options
     */
    public ImportOptions withMapping(ColumnMapping declared) {
        return with(draft -> draft.mapping = Optional.of(declared));
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared the unit of all rows, where no column holds it
     * @return the options
     */
    public ImportOptions withUnit(UnitCode declared) {
        return with(draft -> draft.unit = Optional.of(declared));
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared the wave of all rows, where no column holds it
     * @return the options
     */
    public ImportOptions withWave(String declared) {
        return with(draft -> draft.wave = Optional.of(declared));
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared what becomes of unfinished responses
     * @return the options
     */
    public ImportOptions withIncomplete(IncompleteResponses declared) {
        return with(draft -> draft.incomplete = Objects.requireNonNull(declared, "declared"));
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared which personal data may pass
     * @return the options
     */
    public ImportOptions withPrivacy(PrivacyPolicy declared) {
        return with(draft -> draft.privacy = Objects.requireNonNull(declared, "declared"));
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared what the file may cost
     * @return the options
     */
    public ImportOptions withLimits(SourceLimits declared) {
        return with(draft -> draft.limits = Objects.requireNonNull(declared, "declared"));
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared hears how far the import is, and may end it
     * @return the options
     */
    public ImportOptions withProgress(ProgressListener declared) {
        return with(draft -> draft.progress = Objects.requireNonNull(declared, "declared"));
    }

    /**
     * Returns these options with one more declaration.
     *
     * @param declared further files of the same export
     * @return the options
     */
    public ImportOptions withCompanions(List<SourceFile> declared) {
        List<SourceFile> copy = List.copyOf(declared);
        return with(draft -> draft.companions = copy);
    }

    /**
     * Returns these options with one more declaration; the file is then read as counts.
     *
     * @param declared which fields hold counts
     * @return the options
     */
    public ImportOptions withCounts(CountLayout declared) {
        return with(draft -> draft.counts = Optional.of(declared));
    }

    /**
     * Tells what wrote the file.
     *
     * @return the declaration, empty if there is none
     */
    public Optional<SurveyTool> tool() {
        return tool;
    }

    /**
     * Returns the encoding of delimited text.
     *
     * @return the declaration, empty if there is none
     */
    public Optional<Charset> charset() {
        return charset;
    }

    /**
     * Returns the delimiter of delimited text.
     *
     * @return the declaration, empty if there is none
     */
    public Optional<Character> delimiter() {
        return delimiter;
    }

    /**
     * Tells which part of a date comes first.
     *
     * @return the declaration, empty if there is none
     */
    public Optional<DateOrder> dateOrder() {
        return dateOrder;
    }

    /**
     * Tells which character stands before decimals.
     *
     * @return the declaration, empty if there is none
     */
    public Optional<DecimalMark> decimalMark() {
        return decimalMark;
    }

    /**
     * Returns the survey that was answered.
     *
     * @return the declaration, empty if there is none
     */
    public Optional<Survey> survey() {
        return survey;
    }

    /**
     * Tells what the columns become.
     *
     * @return the declaration, empty if there is none
     */
    public Optional<ColumnMapping> mapping() {
        return mapping;
    }

    /**
     * Returns the unit of all rows, where no column holds it.
     *
     * @return the declaration, empty if there is none
     */
    public Optional<UnitCode> unit() {
        return unit;
    }

    /**
     * Returns the wave of all rows, where no column holds it.
     *
     * @return the declaration, empty if there is none
     */
    public Optional<String> wave() {
        return wave;
    }

    /**
     * Tells what becomes of unfinished responses.
     *
     * @return the declaration
     */
    public IncompleteResponses incomplete() {
        return incomplete;
    }

    /**
     * Tells which personal data may pass.
     *
     * @return the declaration
     */
    public PrivacyPolicy privacy() {
        return privacy;
    }

    /**
     * Tells what the file may cost.
     *
     * @return the declaration
     */
    public SourceLimits limits() {
        return limits;
    }

    /**
     * Returns who hears how far the import is, and may end it.
     *
     * @return the declaration
     */
    public ProgressListener progress() {
        return progress;
    }

    /**
     * Returns further files of the same export, such as the repeats of ODK Central.
     *
     * @return the declaration
     */
    public List<SourceFile> companions() {
        return companions;
    }

    /**
     * Tells which fields hold counts, for exports of terminals whose fields are not known.
     *
     * @return the declaration, empty if there is none
     */
    public Optional<CountLayout> counts() {
        return counts;
    }
}
