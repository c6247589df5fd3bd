package vn.sipas.io.catalog;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.sipas.core.Checked;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.json.IndexJson;
import vn.sipas.io.json.SchemeJson;
import vn.sipas.io.json.SurveyJson;

/**
 * A kind of definition that a catalog can hold, and how its documents are read.
 *
 * @param name the name in catalog records, lower-case words joined by hyphens, such as {@code survey}
 * @param reader reads a document of the kind
 * @param <T> what a definition of this kind is
 */
public record CatalogKind<T>(String name, Reader<T> reader) {

    private static final Pattern NAME = Pattern.compile("[a-z]+(?:-[a-z]+)*");

    /**
     * Reads a document.
     *
     * @param <T> what is read
     */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * Reads a document.
         *
         * @param json the document
         * @param source the name under which problems refer to it
         * @return the definition and any warnings, or everything that is wrong
         */
        Checked<T> read(String json, String source);
    }

    public CatalogKind {
        Objects.requireNonNull(reader, "reader");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be lower-case words joined by hyphens, was \"" + name + "\"");
        }
    }

    /**
     * Returns the kind {@code survey}.
     *
     * @param json reads survey definitions
     * @return the kind
     */
    public static CatalogKind<Survey> survey(SurveyJson json) {
        return new CatalogKind<>("survey", json::read);
    }

    /**
     * Returns the kind {@code scheme}.
     *
     * @param json reads rating schemes
     * @param settings values for the settings of the scheme that is opened, by name; what no source gives and no default
     *     assumes has to be among them
     * @return the kind
     */
    public static CatalogKind<RatingScheme> scheme(SchemeJson json, Map<String, String> settings) {
        Map<String, String> values = Map.copyOf(settings);
        return new CatalogKind<>("scheme", (document, source) -> json.read(document, source, values));
    }

    /**
     * Returns the kind {@code index}.
     *
     * @param json reads index definitions
     * @return the kind
     */
    public static CatalogKind<IndexDefinition> index(IndexJson json) {
        return new CatalogKind<>("index", json::read);
    }
}
