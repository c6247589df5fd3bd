package vn.sipas.io.source;

import java.util.Arrays;
import java.util.Optional;
import vn.sipas.core.LocalizedText;

/** What wrote a file. */
public enum SurveyTool {
    /** LimeSurvey, responses exported as CSV. */
    LIMESURVEY("limesurvey", LocalizedText.same("LimeSurvey")),
    /** KoboToolbox, CSV, XLSX or JSON. */
    KOBO("kobo", LocalizedText.same("KoboToolbox")),
    /** ODK Central, CSV. */
    ODK("odk", LocalizedText.same("ODK Central")),
    /** Google Forms, the linked sheet as CSV or XLSX. */
    GOOGLE_FORMS("google-forms", LocalizedText.same("Google Forms")),
    /** Qualtrics, CSV with two or three heading rows. */
    QUALTRICS("qualtrics", LocalizedText.same("Qualtrics")),
    /** SurveyJS, JSON. */
    SURVEYJS("surveyjs", LocalizedText.same("SurveyJS")),
    /** HappyOrNot and terminals like it, counts per hour. */
    HAPPYORNOT("happyornot", LocalizedText.same("HappyOrNot")),
    /** A table with one row for each submission and question. */
    LONG_TABLE("long-table", LocalizedText.of("Bảng dài (phiếu × câu hỏi)", "Long table (submission × question)")),
    /** Responses in the formats of this library. */
    SIPAS("sipas", LocalizedText.same("SIPAS")),
    /** Any delimited text with one row a response. */
    CSV("csv", LocalizedText.of("Tệp CSV thông thường", "Plain delimited text")),
    /** Any workbook with one row a response. */
    XLSX("xlsx", LocalizedText.of("Bảng tính thông thường", "Plain workbook")),
    /** Any JSON with one object a response. */
    JSON("json", LocalizedText.of("JSON thông thường", "Plain JSON"));

    private final String id;
    private final LocalizedText label;

    SurveyTool(String id, LocalizedText label) {
        this.id = id;
        this.label = label;
    }

    /**
     * Returns the name that command lines and mapping files use.
     *
     * @return lower-case words joined by hyphens
     */
    public String id() {
        return id;
    }

    /**
     * Returns how reports name the tool.
     *
     * @return the label
     */
    public LocalizedText label() {
        return label;
    }

    /**
     * Tells whether this is a tool of its own rather than a plain file format that anything could have written.
     *
     * @return whether it names a tool
     */
    public boolean isSpecific() {
        return this != CSV && this != XLSX && this != JSON;
    }

    /**
     * Finds a tool by its name.
     *
     * @param id the name
     * @return the tool, if there is one
     */
    public static Optional<SurveyTool> ofId(String id) {
        return Arrays.stream(values()).filter(tool -> tool.id.equals(id)).findFirst();
    }
}
