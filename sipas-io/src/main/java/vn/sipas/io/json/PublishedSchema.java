package vn.sipas.io.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schemas (draft 2020-12) of the formats, for editors and for programs in other languages. A document that a
 * schema accepts may still break a rule between fields, such as a code that repeats; the readers check those, too.
 */
public enum PublishedSchema {
    /** Survey definitions, {@value SurveyJson#FORMAT}. */
    SURVEY("survey-1.schema.json"),
    /** Responses, {@value ResponseJson#FORMAT}. */
    RESPONSE("response-1.schema.json"),
    /** Index definitions, {@value IndexJson#FORMAT}. */
    INDEX("index-1.schema.json"),
    /** Rating schemes, {@value SchemeJson#FORMAT}. */
    SCHEME("scheme-1.schema.json"),
    /** The values of the model that {@link SipasModule} reads and writes, by name under {@code $defs}. */
    MODEL("model-1.schema.json"),
    /** Records about catalog entries, {@code sipas-catalog/1}. */
    CATALOG("catalog-1.schema.json"),
    /** What the columns of an export become, {@code sipas-mapping/1}. */
    MAPPING("mapping-1.schema.json"),
    /** The index of one group, {@value IndexResultJson#FORMAT}; it refers to {@link #MODEL} and {@link #INDEX}. */
    RESULT("index-result-1.schema.json"),
    /** Ratings, {@value StarRatingJson#FORMAT}. */
    RATINGS("ratings-1.schema.json"),
    /** One row of a table of estimates, as a line of newline-delimited JSON. */
    ESTIMATE("estimate-1.schema.json");

    private final String fileName;

    PublishedSchema(String fileName) {
        this.fileName = fileName;
    }

    /**
     * Returns the name under which the schema is published.
     *
     * @return the file name, with the version of the format
     */
    public String fileName() {
        return fileName;
    }

    /**
     * Returns the schema.
     *
     * @return the JSON text
     */
    public String text() {
        try (InputStream stream = PublishedSchema.class.getResourceAsStream(fileName)) {
            if (stream == null) {
                throw new IllegalStateException("the library lacks its resource " + fileName);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the library's resource " + fileName + " cannot be read", unreadable);
        }
    }
}
