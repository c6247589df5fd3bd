package vn.sipas.io.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sipas.core.Checked;
import vn.sipas.core.Language;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.catalog.Catalog;
import vn.sipas.io.csv.TidyForm;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.csv.TidyTableReader;
import vn.sipas.io.hostile.Parsers.Parser;
import vn.sipas.io.json.SipasModule;
import vn.sipas.io.json.tree.JsonLimits;
import vn.sipas.io.json.tree.JsonTreeReader;
import vn.sipas.io.units.BundledUnits;
import vn.sipas.io.units.LineageCsv;
import vn.sipas.io.units.ReformTable;

/** The parsers of what this library itself writes or a host keeps: trees, models, tables of results, units, catalogs. */
final class ModelParsers {

    private static final JsonTreeReader TREES = new JsonTreeReader(new JsonLimits(4096, 8, 50));
    private static final TidyTableReader TIDY = TidyTableReader.of(List.of(
                    new TidyTable.Column("group", TidyTable.Kind.TEXT),
                    new TidyTable.Column("estimate", TidyTable.Kind.NUMBER)))
            .withMaxRows(50);
    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(SipasModule.standalone());
    private static final String RECORD = """
            {"format":"sipas-catalog/1","kind":"survey","id":"x"}""";

    private ModelParsers() {}

    static Map<String, Parser> all() {
        Map<String, Parser> parsers = new LinkedHashMap<>();
        parsers.put("trees", ModelParsers::trees);
        parsers.put("models", ModelParsers::models);
        parsers.put("tidyTables", ModelParsers::tidyTables);
        parsers.put("lineages", ModelParsers::lineages);
        parsers.put("catalogEntries", ModelParsers::catalogEntries);
        return parsers;
    }

    static void trees(byte[] bytes) {
        sound(TREES.read(bytes, Place.in("in.json")));
        sound(TREES.read(text(bytes), Place.in("in.json")));
    }

    /** What a host's own mapper reads: a model, or the exception that a host of Jackson expects. */
    static void models(byte[] bytes) throws IOException {
        for (Class<?> type : List.of(Survey.class, Response.class, IndexDefinition.class)) {
            try {
                Object model = MAPPER.readValue(bytes, type);
                if (model != null) {
                    assertEquals(model, MAPPER.readValue(MAPPER.writeValueAsBytes(model), type));
                }
            } catch (JsonProcessingException | CharConversionException refused) {
                // The second is Jackson's own answer to bytes that are not in the encoding they begin in.
                assertFalse(refused.getMessage().isBlank());
            }
        }
    }

    static void tidyTables(byte[] bytes) throws IOException {
        for (TidyForm form : TidyForm.values()) {
            sound(TIDY.readCsv(stream(bytes), "in.csv", form));
        }
        sound(TIDY.readJsonLines(stream(bytes), "in.ndjson"));
    }

    static void lineages(byte[] bytes) throws IOException {
        sound(LineageCsv.read(stream(bytes), "in.csv", BundledUnits.provinces()));
        ReformTable.read(stream(bytes), "in.csv").problems().forEach(ModelParsers::sound);
    }

    static void catalogEntries(byte[] bytes) {
        sound(Catalog.readEntry(text(bytes), "{}", "in.catalog.json"));
        sound(Catalog.readEntry(RECORD, text(bytes), "in.catalog.json"));
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void sound(Problem problem) {
        assertFalse(problem.message(Language.VI).isBlank());
        assertFalse(problem.message(Language.EN).isBlank());
        assertFalse(problem.code().isBlank());
    }

    private static void sound(Checked<?> checked) {
        checked.problems().forEach(ModelParsers::sound);
        assertTrue(checked.value().isPresent() || !checked.problems().isEmpty());
    }
}
