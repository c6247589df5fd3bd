package vn.sipas.io.datapackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sipas.core.LocalizedText;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.outside.OutsideProgram;
import vn.sipas.io.outside.SampleResults;

class DataPackageTest {

    private static final LocalizedText TITLE = LocalizedText.of("Kết quả", "Results");

    /** What versions 1 and 2 of the specification both ask of a descriptor, written down from its text. */
    private static final String RULES = """
        { "type": "object", "required": ["name", "resources"],
          "properties": {
            "name": { "type": "string", "pattern": "^[a-z0-9._-]+$" },
            "title": { "type": "string" }, "description": { "type": "string" },
            "created": { "type": "string", "pattern": "^[0-9-]+T[0-9:.]+Z$" },
            "licenses": { "type": "array", "minItems": 1, "items": { "type": "object", "anyOf": [
              { "required": ["name"] }, { "required": ["path"] } ] } },
            "sources": { "type": "array", "items": { "type": "object", "required": ["title"] } },
            "resources": { "type": "array", "minItems": 1, "items": {
              "type": "object", "required": ["name", "path", "schema"],
              "properties": {
                "name": { "type": "string", "pattern": "^[a-z0-9._-]+$" },
                "path": { "type": "string", "pattern": "^(?=^[^./~])(^((?!\\\\.{2}).)*$).*$" },
                "hash": { "type": "string", "pattern": "^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$" },
                "bytes": { "type": "integer", "minimum": 0 },
                "encoding": { "const": "utf-8" }, "mediatype": { "const": "text/csv" },
                "dialect": { "type": "object", "properties": {
                  "delimiter": { "type": "string", "minLength": 1, "maxLength": 1 },
                  "lineTerminator": { "enum": ["\\n", "\\r\\n"] },
                  "quoteChar": { "type": "string", "minLength": 1, "maxLength": 1 },
                  "doubleQuote": { "type": "boolean" }, "header": { "type": "boolean" } } },
                "schema": { "type": "object", "required": ["fields"], "properties": {
                  "missingValues": { "type": "array", "items": { "type": "string" } },
                  "fields": { "type": "array", "minItems": 1, "items": {
                    "type": "object", "required": ["name", "type"],
                    "properties": {
                      "name": { "type": "string" }, "title": { "type": "string" },
                      "description": { "type": "string" },
                      "type": { "enum": ["string", "number", "integer"] },
                      "constraints": { "type": "object", "additionalProperties": false, "properties": {
                        "required": { "type": "boolean" }, "minimum": { "type": "number" },
                        "maximum": { "type": "number" } } } } } } } } } } } } }
        """;

    private static DataPackage.Builder sound() {
        return DataPackage.builder("bac-giang-2024-10", TITLE)
                .description(LocalizedText.of("Dữ liệu mô phỏng", "Simulated data"))
                .created(Instant.parse("2024-12-01T00:00:00Z"))
                .method(SampleResults.definition().method())
                .source(new DataPackage.Source("Đợt khảo sát tháng 10/2024", Optional.empty()))
                .table("estimates", TITLE, SampleResults.estimates(), FieldDictionary.estimates());
    }

    @Test
    void theDescriptorKeepsTheRulesAndDescribesTheFile(@TempDir Path folder) throws Exception {
        Path descriptor = sound().licence(new DataPackage.Licence("CC-BY-4.0", "Attribution", "https://example.org/by"))
                .build()
                .write(folder);
        String text = Files.readString(descriptor);
        var rules =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(RULES);
        assertEquals(Set.of(), rules.validate(text, InputFormat.JSON));
        assertFalse(rules.validate(text.replace("\"number\"", "\"double\""), InputFormat.JSON)
                .isEmpty());

        JsonNode json = new ObjectMapper().readTree(text);
        JsonNode resource = json.get("resources").get(0);
        byte[] file = Files.readAllBytes(folder.resolve(resource.get("path").asText()));
        assertEquals(file.length, resource.get("bytes").asInt());
        assertEquals(
                "sha256:"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(file)),
                resource.get("hash").asText());
        String header =
                new String(file, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        List<String> names = new ArrayList<>();
        for (JsonNode field : resource.get("schema").get("fields")) {
            names.add(field.get("name").asText());
            assertFalse(field.get("title").asText().isBlank()
                    || field.get("description@en").asText().isBlank());
            assertFalse(field.get("title").equals(field.get("name")), "every column of ours is described");
        }
        assertEquals(header, String.join(",", names));
        assertEquals("bac-giang-2024-10", json.get("sipas:method").get("id").asText());
        assertEquals("[\"\"]", resource.get("schema").get("missingValues").toString());
    }

    @Test
    void theLicenceIsLeftToTheOwnerOfTheData(@TempDir Path folder) throws IOException {
        assertFalse(Files.readString(sound().build().write(folder)).contains("licenses"));
    }

    @Test
    void pandasReadsTheFileAsTheSchemaSays(@TempDir Path folder) throws Exception {
        sound().build().write(folder);
        String printed = OutsideProgram.pandas(folder, """
            import json, hashlib, pandas
            package = json.load(open('datapackage.json', encoding='utf-8'))
            resource = package['resources'][0]
            content = open(resource['path'], 'rb').read()
            assert len(content) == resource['bytes']
            assert 'sha256:' + hashlib.sha256(content).hexdigest() == resource['hash']
            kinds = {'string': 'string', 'number': 'float64', 'integer': 'Int64'}
            fields = resource['schema']['fields']
            table = pandas.read_csv(resource['path'], encoding=resource['encoding'],
                sep=resource['dialect']['delimiter'], keep_default_na=False,
                na_values={f['name']: resource['schema']['missingValues'] for f in fields if f['type'] != 'string'},
                dtype={f['name']: kinds[f['type']] for f in fields}, float_precision='round_trip')
            assert list(table.columns) == [f['name'] for f in fields]
            for f in fields:
                c = f.get('constraints', {})
                column = table[f['name']].dropna()
                assert not c.get('required') or len(column) == len(table)
                assert 'minimum' not in c or (column >= c['minimum']).all(), f['name']
                assert 'maximum' not in c or (column <= c['maximum']).all(), f['name']
            print(len(table), repr(float(table['estimate'].sum())), int(table['n'].sum()))
            """);
        double sum = 0;
        long n = 0;
        TidyTable estimates = SampleResults.estimates();
        for (List<String> row : estimates.rows()) {
            sum += Double.parseDouble(row.get(3));
            n += Long.parseLong(row.get(10));
        }
        String[] parts = printed.strip().split(" ", -1);
        assertEquals(estimates.rows().size(), Integer.parseInt(parts[0]));
        assertEquals(sum, Double.parseDouble(parts[1]), 1e-9 * sum);
        assertEquals(n, Long.parseLong(parts[2]));
    }

    @Test
    void columnsWithoutADescriptionAreNamed(@TempDir Path folder) throws IOException {
        TidyTable table = new TidyTable(
                List.of(
                        new TidyTable.Column("unit", TidyTable.Kind.TEXT),
                        new TidyTable.Column("ballots", TidyTable.Kind.NUMBER)),
                List.of(List.of("07210", "12")));
        FieldDictionary words = FieldDictionary.estimates()
                .with(List.of(FieldDescription.of("ballots", FieldDescription.Type.INTEGER, TITLE, TITLE)
                        .in(LocalizedText.of("phiếu", "ballots"))
                        .atLeast(0)
                        .always()));
        Path descriptor = DataPackage.builder("p", TITLE)
                .table("t", TITLE, table, words)
                .build()
                .write(folder);
        JsonNode fields = new ObjectMapper().readTree(descriptor.toFile()).at("/resources/0/schema/fields");
        assertEquals("string", fields.get(0).get("type").asText());
        assertEquals("integer", fields.get(1).get("type").asText());
        assertEquals("phiếu", fields.get(1).get("unit").asText());
        assertTrue(fields.get(1).at("/constraints/required").asBoolean());
    }

    @Test
    void refusesNamesThatAreNoFileNames() {
        assertThrows(IllegalArgumentException.class, () -> DataPackage.builder("../x", TITLE));
        assertThrows(IllegalArgumentException.class, () -> sound().table(
                        "estimates", TITLE, SampleResults.estimates(), FieldDictionary.estimates()));
        assertThrows(IllegalArgumentException.class, () -> sound().table(
                        "a/b", TITLE, SampleResults.estimates(), FieldDictionary.estimates()));
        assertThrows(IllegalStateException.class, () -> DataPackage.builder("p", TITLE)
                .build());
    }
}
