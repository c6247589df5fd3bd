package vn.sipas.io.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.Severity;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.io.json.tree.JsonFields;
import vn.sipas.io.json.tree.JsonLimits;
import vn.sipas.io.json.tree.JsonText;
import vn.sipas.io.json.tree.JsonTree;
import vn.sipas.io.json.tree.JsonTreeReader;

/**
 * Reads and writes rating schemes in the format {@value #FORMAT}, described by the JSON Schema
 * {@code scheme-1.schema.json} beside this class.
 *
 * <p>Wherever a number or a word may stand, <code>{"setting": "name"}</code> may stand instead. The value comes from the
 * caller, else from the default that the scheme declares as an assumption; a setting without a default must be given. A
 * scheme that was read holds the values it was completed with, and every explanation shows them.
 *
 * <p>At most 16 million characters and 64 levels of nesting are read. Every problem names source, line, column and path.
 * Immutable and safe for use by several threads.
 */
public final class SchemeJson {

    /** The format and its version, the first field of every document. */
    public static final String FORMAT = "sipas-scheme/1";

    private final JsonTreeReader reader = new JsonTreeReader(JsonLimits.DEFINITION);
    private final JsonText writer = new JsonText();

    private SchemeJson() {}

    /**
     * Makes a reader and writer.
     *
     * @return the reader and writer
     */
    public static SchemeJson create() {
        return new SchemeJson();
    }

    /**
     * Reads a scheme whose settings all have defaults.
     *
     * @param json the document
     * @param source the name under which problems refer to it
     * @return the scheme and any warnings, or everything that is wrong
     */
    public Checked<RatingScheme> read(String json, String source) {
        return read(json, source, Map.of());
    }

    /**
     * Reads a scheme.
     *
     * @param json the document
     * @param source the name under which problems refer to it
     * @param settings values for settings of the scheme, by name
     * @return the scheme and any warnings, or everything that is wrong
     */
    public Checked<RatingScheme> read(String json, String source, Map<String, String> settings) {
        Place where = Place.in(source);
        return scheme(reader.read(json, where), where, settings);
    }

    /**
     * Reads a scheme from a file in UTF-8.
     *
     * @param file the file
     * @param settings values for settings of the scheme, by name
     * @return the scheme and any warnings, or everything that is wrong
     * @throws IOException if the file cannot be read
     */
    public Checked<RatingScheme> read(Path file, Map<String, String> settings) throws IOException {
        Place where = Place.in(file.toString());
        return scheme(reader.read(Files.readAllBytes(file), where), where, settings);
    }

    /**
     * Writes a scheme, completed with its settings.
     *
     * @param scheme the scheme
     * @return the document, indented by two spaces, with line feeds; {@link #read(String, String)} is the inverse
     */
    public String write(RatingScheme scheme) {
        Objects.requireNonNull(scheme, "scheme");
        return writer.page(json -> new SchemeWriter(json).write(scheme));
    }

    Checked<RatingScheme> scheme(Checked<JsonTree> read, Place where, Map<String, String> given) {
        if (read.value().isEmpty()) {
            return Checked.refused(read.problems());
        }
        JsonTree root = read.value().get();
        JsonFields raw = JsonFields.of(root, where);
        if (!raw.isOfFormat(FORMAT)) {
            return Checked.refused(raw.problems());
        }
        SchemeSettings settings = SchemeSettings.read(raw, given);
        JsonFields fields = JsonFields.of(settings.complete(root), where);
        if (hasError(settings.problems())) {
            return Checked.refused(fields.join(settings.problems())); // what stands in their place would only mislead
        }
        SchemeReader form = new SchemeReader(settings);
        Optional<RatingScheme.Builder> builder = form.read(fields);
        List<Problem> problems = form.problems();
        Optional<RatingScheme> scheme = Optional.empty();
        if (builder.isPresent() && !hasError(problems) && !hasError(fields.problems())) {
            Checked<RatingScheme> checked = builder.get().check();
            problems.addAll(checked.problems());
            scheme = checked.value();
        }
        List<Problem> all = fields.join(problems);
        return new Checked<>(hasError(all) ? Optional.empty() : scheme, all);
    }

    private static boolean hasError(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
