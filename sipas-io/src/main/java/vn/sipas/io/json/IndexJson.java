package vn.sipas.io.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.io.json.tree.JsonFields;
import vn.sipas.io.json.tree.JsonLimits;
import vn.sipas.io.json.tree.JsonText;
import vn.sipas.io.json.tree.JsonTree;
import vn.sipas.io.json.tree.JsonTreeReader;

/**
 * Reads and writes index definitions in the format {@value #FORMAT}, described by
 * {@link PublishedSchema#INDEX}.
 *
 * <p>Weights stand with the children as texts, {@code "weight": "1/9"}, and must sum to exactly one; without any, all count
 * the same. At most 16 million characters and 64 levels of nesting are read. Problems carry the codes of
 * {@link IndexJsonProblem} and those that every JSON document shares ({@code json.malformed}, {@code json.type}, the warning
 * {@code json.field.unknown} …), each with line, column and path. Immutable and safe for use by several threads.
 */
public final class IndexJson {

    /** The format and its version, the first field of every document. */
    public static final String FORMAT = "sipas-index/1";

    private final JsonTreeReader reader = new JsonTreeReader(JsonLimits.DEFINITION);
    private final JsonText writer = new JsonText();

    private IndexJson() {}

    /**
     * Makes a reader and writer.
     *
     * @return the reader and writer
     */
    public static IndexJson create() {
        return new IndexJson();
    }

    /**
     * Reads a definition.
     *
     * @param json the document
     * @param source the name under which problems refer to it
     * @return the definition and any warnings, or everything that is wrong
     */
    public Checked<IndexDefinition> read(String json, String source) {
        Place where = Place.in(source);
        return definition(reader.read(json, where), where);
    }

    /**
     * Reads a definition from a file in UTF-8.
     *
     * @param file the file
     * @return the definition and any warnings, or everything that is wrong
     * @throws IOException if the file cannot be read
     */
    public Checked<IndexDefinition> read(Path file) throws IOException {
        Place where = Place.in(file.toString());
        return definition(reader.read(Files.readAllBytes(file), where), where);
    }

    /**
     * Writes a definition.
     *
     * @param definition the definition
     * @return the document, indented by two spaces, with line feeds; {@link #read(String, String)} is the inverse
     */
    public String write(IndexDefinition definition) {
        return writer.page(json -> IndexForm.write(definition, json));
    }

    static Checked<IndexDefinition> definition(Checked<JsonTree> read, Place where) {
        if (read.value().isEmpty()) {
            return Checked.refused(read.problems());
        }
        JsonFields fields = JsonFields.of(read.value().get(), where);
        return fields.isOfFormat(FORMAT) ? IndexForm.read(fields) : Checked.refused(fields.problems());
    }
}
