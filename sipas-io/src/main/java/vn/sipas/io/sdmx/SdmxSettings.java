package vn.sipas.io.sdmx;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;

/**
 * What the sending office decides about a dataflow.
 *
 * @param agency the id of the maintenance agency, such as {@code VN.MOHA}: words of letters, digits, hyphens or underscores
 *     that begin with a letter, joined by dots
 * @param dataflow the id of the dataflow, 1 to 60 letters, digits, hyphens or underscores; the names of the data structure,
 *     the concept scheme and the codelists are made from it
 * @param version the version of the structure, two or three numbers joined by dots
 * @param title what people call the dataflow
 * @param frequency how often the survey is taken
 * @param period the period of the figures: a year, a half-year {@code 2024-S1}, a quarter {@code 2024-Q4}, a month or a day
 * @param prepared when the message is made
 * @param method the method behind the figures, if all have the same
 */
public record SdmxSettings(
        String agency,
        String dataflow,
        String version,
        LocalizedText title,
        Frequency frequency,
        String period,
        Instant prepared,
        Optional<MethodVersion> method) {

    /** How often a survey is taken, with the codes of the SDMX cross-domain code list. */
    public enum Frequency {
        /** Once a year. */
        ANNUAL("A", LocalizedText.of("Hằng năm", "Annual")),
        /** Twice a year. */
        HALF_YEARLY("S", LocalizedText.of("Nửa năm", "Half-yearly")),
        /** Four times a year. */
        QUARTERLY("Q", LocalizedText.of("Hằng quý", "Quarterly")),
        /** Every month. */
        MONTHLY("M", LocalizedText.of("Hằng tháng", "Monthly")),
        /** Every day. */
        DAILY("D", LocalizedText.of("Hằng ngày", "Daily")),
        /** Now and then. */
        OTHER("_O", LocalizedText.of("Khác", "Other"));

        private final String code;
        private final LocalizedText text;

        Frequency(String code, LocalizedText text) {
            this.code = code;
            this.text = text;
        }

        /**
         * Returns the code.
         *
         * @return the code
         */
        public String code() {
            return code;
        }

        /**
         * Returns the name.
         *
         * @return the name
         */
        public LocalizedText text() {
            return text;
        }
    }

    private static final Pattern AGENCY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(?:\\.[A-Za-z][A-Za-z0-9_-]*)*");
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,59}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,6}){1,2}");
    private static final Pattern PERIOD =
            Pattern.compile("[0-9]{4}(?:-S[12]|-Q[1-4]|-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?");

    public SdmxSettings {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(frequency, "frequency");
        Objects.requireNonNull(prepared, "prepared");
        Objects.requireNonNull(method, "method");
        require(AGENCY, "agency", agency);
        require(ID, "dataflow", dataflow);
        require(VERSION, "version", version);
        require(PERIOD, "period", period);
    }

    private static void require(Pattern pattern, String name, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " must match " + pattern + ", was \"" + value + "\"");
        }
    }
}
