package vn.sipas.io.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.validation.SurveyDocument;
import vn.sipas.core.validation.SurveyValidator;
import vn.sipas.io.json.tree.JsonFields;
import vn.sipas.io.json.tree.JsonLimits;
import vn.sipas.io.json.tree.JsonText;
import vn.sipas.io.json.tree.JsonTree;
import vn.sipas.io.json.tree.JsonTreeReader;

/**
 * Reads and writes survey definitions in the format {@value #FORMAT}.
 *
 * <p>At most 16 million characters and 64 levels of nesting are read. Besides the codes of
 * {@link vn.sipas.core.validation.ValidationProblem}, problems carry {@code json.encoding}, {@code json.malformed},
 * {@code json.limit}, {@code json.trailing}, {@code json.key.duplicate}, {@code json.type}, {@code json.format}, and the
 * warning {@code json.field.unknown}. Immutable and safe for use by several threads.
 */
public final class SurveyJson {

    /** The format and its version, the first field of every document. */
    public static final String FORMAT = "sipas-survey/1";

    private final SurveyValidator validator;
    private final JsonTreeReader reader = new JsonTreeReader(JsonLimits.DEFINITION);
    private final JsonText writer = new JsonText();

    private SurveyJson(SurveyValidator validator) {
        this.validator = Objects.requireNonNull(validator, "validator");
    }

    /**
     * Makes a reader and writer with a validator of its own. Keep the instance: starting a validator costs a noticeable
     * fraction of a second the first time.
     *
     * @return the reader and writer
     */
    public static SurveyJson standalone() {
        return new SurveyJson(SurveyValidator.standalone());
    }

    /**
     * Makes a reader and writer.
     *
     * @param validator checks what was read
     * @return the reader and writer
     */
    public static SurveyJson using(SurveyValidator validator) {
        return new SurveyJson(validator);
    }

    /**
     * Reads a definition.
     *
     * @param json the document
     * @param source the name under which problems refer to it
     * @return the survey and any warnings, or everything that is wrong
     */
    public Checked<Survey> read(String json, String source) {
        Place where = Place.in(source);
        return survey(reader.read(json, where), where);
    }

    /**
     * Reads a definition from a file in UTF-8.
     *
     * @param file the file
     * @return the survey and any warnings, or everything that is wrong
     * @throws IOException if the file cannot be read
     */
    public Checked<Survey> read(Path file) throws IOException {
        Place where = Place.in(file.toString());
        return survey(reader.read(Files.readAllBytes(file), where), where);
    }

    /**
     * Writes a definition.
     *
     * @param survey the survey
     * @return the document, indented by two spaces, with line feeds; {@link #read(String, String)} is the inverse
     */
    public String write(Survey survey) {
        SurveyDocument document = SurveyDocument.of(survey);
        return writer.page(json -> SurveyForm.write(document, json));
    }

    Checked<Survey> survey(Checked<JsonTree> read, Place where) {
        if (read.value().isEmpty()) {
            return Checked.refused(read.problems());
        }
        JsonFields fields = JsonFields.of(read.value().get(), where);
        if (!fields.isOfFormat(FORMAT)) {
            return Checked.refused(fields.problems());
        }
        SurveyDocument document = SurveyForm.read(fields);
        Checked<Survey> checked = validator.check(document);
        return Joined.of(checked, fields);
    }
}
