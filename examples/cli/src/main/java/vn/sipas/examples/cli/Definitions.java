package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import vn.sipas.core.Checked;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.catalog.Catalog;
import vn.sipas.io.catalog.CatalogKind;
import vn.sipas.io.json.IndexJson;
import vn.sipas.io.json.SchemeJson;
import vn.sipas.io.json.SurveyJson;

/** Opens what is named as a file or as {@code catalog:ID}. */
final class Definitions {

    private Definitions() {}

    static Survey survey(String name) {
        SurveyJson json = SurveyJson.standalone();
        return Catalog.isReference(name)
                ? Catalog.standard().open(name, CatalogKind.survey(json)).orThrow()
                : read(name, json::read).orThrow();
    }

    static IndexDefinition index(String name) {
        IndexJson json = IndexJson.create();
        return Catalog.isReference(name)
                ? Catalog.standard().open(name, CatalogKind.index(json)).orThrow()
                : read(name, json::read).orThrow();
    }

    static Checked<RatingScheme> scheme(String name, Map<String, String> settings) {
        SchemeJson json = SchemeJson.create();
        return Catalog.isReference(name)
                ? Catalog.standard().open(name, CatalogKind.scheme(json, settings))
                : read(name, file -> json.read(file, settings));
    }

    private interface Reader<T> {
        Checked<T> read(Path file) throws IOException;
    }

    private static <T> Checked<T> read(String name, Reader<T> reader) {
        try {
            return reader.read(Path.of(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
