package vn.sipas.io.json;

import java.util.Objects;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.validation.ResponseDocument;
import vn.sipas.core.validation.ResponseValidator;
import vn.sipas.io.json.tree.JsonFields;
import vn.sipas.io.json.tree.JsonLimits;
import vn.sipas.io.json.tree.JsonText;
import vn.sipas.io.json.tree.JsonTree;
import vn.sipas.io.json.tree.JsonTreeReader;

/**
 * Reads and writes single responses in the format {@value #FORMAT}, one JSON object each: a line of a
 * newline-delimited file, or the body of a request.
 *
 * <p>An answer is an object with exactly one field, so that it reads the same without its survey:
 * <code>{"rated": 4}</code>, <code>{"selected": "land"}</code>, <code>{"selectedAll": ["land", "civil"]}</code>,
 * <code>{"written": "…"}</code>, <code>{"number": 12.5}</code>, or <code>{"none": "dont-know"}</code> with
 * {@code not-asked}, {@code blank}, {@code dont-know} or {@code refused}. At most a million characters and 16 levels of
 * nesting are read. Immutable and safe for use by several threads.
 */
public final class ResponseJson {

    /** The format and its version, the first field of every document. */
    public static final String FORMAT = "sipas-response/1";

    private final ResponseValidator validator;
    private final JsonTreeReader reader = new JsonTreeReader(JsonLimits.RESPONSE);
    private final JsonText writer = new JsonText();

    private ResponseJson(ResponseValidator validator) {
        this.validator = Objects.requireNonNull(validator, "validator");
    }

    /**
     * Makes a reader and writer with a validator of its own. Keep the instance: starting a validator costs a noticeable
     * fraction of a second the first time.
     *
     * @return the reader and writer
     */
    public static ResponseJson standalone() {
        return new ResponseJson(ResponseValidator.standalone());
    }

    /**
     * Makes a reader and writer.
     *
     * @param validator checks what was read
     * @return the reader and writer
     */
    public static ResponseJson using(ResponseValidator validator) {
        return new ResponseJson(validator);
    }

    /**
     * Reads a response and checks it against its survey.
     *
     * @param json the document
     * @param survey the survey in the revision that was answered
     * @param where the source and, in a newline-delimited file, the line; columns are added
     * @return the response and any warnings, or everything that is wrong
     */
    public Checked<Response> read(String json, Survey survey, Place where) {
        Objects.requireNonNull(survey, "survey");
        return response(reader.read(json, where), where, document -> validator.check(document, survey));
    }

    /**
     * Reads a response whose survey is not at hand.
     *
     * @param json the document
     * @param where the source and, in a newline-delimited file, the line; columns are added
     * @return the response and any warnings, or everything that is wrong with its form
     */
    public Checked<Response> read(String json, Place where) {
        return response(reader.read(json, where), where, validator::check);
    }

    /**
     * Writes a response.
     *
     * @param response the response
     * @return the document in one line without line break; {@link #read(String, Place)} is the inverse
     */
    public String write(Response response) {
        ResponseDocument document = ResponseDocument.of(response);
        return writer.line(json -> ResponseForm.write(document, json));
    }

    Checked<Response> response(Checked<JsonTree> read, Place where) {
        return response(read, where, validator::check);
    }

    @FunctionalInterface
    private interface Check {
        Checked<Response> check(ResponseDocument document);
    }

    private static Checked<Response> response(Checked<JsonTree> read, Place where, Check check) {
        if (read.value().isEmpty()) {
            return Checked.refused(read.problems());
        }
        JsonFields fields = JsonFields.of(read.value().get(), where);
        if (!fields.isOfFormat(FORMAT)) {
            return Checked.refused(fields.problems());
        }
        return Joined.of(check.check(ResponseForm.read(fields)), fields);
    }
}
