package vn.sipas.io.catalog;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion.Standing;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.Severity;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.io.json.tree.JsonFields;
import vn.sipas.io.json.tree.JsonLimits;
import vn.sipas.io.json.tree.JsonTree;
import vn.sipas.io.json.tree.JsonTreeReader;

/** Reads the record about a definition. */
final class CatalogRecord {

    static final String FORMAT = "sipas-catalog/1";

    private static final JsonTreeReader READER = new JsonTreeReader(JsonLimits.DEFINITION);

    private final List<Problem> problems = new ArrayList<>();

    private CatalogRecord() {}

    static Checked<CatalogEntry> read(String json, String definition, String sourceName) {
        Place where = Place.in(sourceName);
        Checked<JsonTree> tree = READER.read(json, where);
        if (tree.value().isEmpty()) {
            return Checked.refused(tree.problems());
        }
        JsonFields fields = JsonFields.of(tree.value().get(), where);
        if (!fields.isOfFormat(FORMAT)) {
            return Checked.refused(fields.problems());
        }
        return new CatalogRecord().entry(fields, definition);
    }

    private Checked<CatalogEntry> entry(JsonFields fields, String definition) {
        fields.known(Set.of(
                "format",
                "$schema",
                "kind",
                "id",
                "title",
                "standing",
                "legalBasis",
                "validity",
                "sources",
                "origins"));
        String kind = required(fields.text("kind"), "kind");
        String id = required(fields.text("id"), "id");
        LocalizedText title = required(text(fields, "title"), "title");
        Standing standing = required(standing(fields), "standing");
        LocalizedText legalBasis = text(fields, "legalBasis");
        ValidityPeriod validity = fields.object("validity", this::validity);
        List<CatalogSource> sources = list(fields.objects("sources", this::source), "sources");
        List<ValueOrigin> origins = list(fields.objects("origins", this::origin), "origins");
        List<Problem> all = fields.join(problems);
        if (all.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            return Checked.refused(all);
        }
        try {
            return Checked.of(
                    new CatalogEntry(
                            requireNonNull(kind),
                            requireNonNull(id),
                            requireNonNull(title),
                            requireNonNull(standing),
                            Optional.ofNullable(legalBasis),
                            validity == null ? ValidityPeriod.always() : validity,
                            sources,
                            origins,
                            definition),
                    all);
        } catch (IllegalArgumentException inconsistent) {
            problem("");
            return Checked.refused(fields.join(problems));
        }
    }

    private @Nullable CatalogSource source(JsonFields fields) {
        fields.known(Set.of("id", "title", "url"));
        String id = fields.text("id");
        LocalizedText title = text(fields, "title");
        String url = fields.text("url");
        if (id == null || id.isBlank() || title == null) {
            return null;
        }
        try {
            return new CatalogSource(id, title, url == null ? Optional.empty() : Optional.of(new URI(url)));
        } catch (URISyntaxException wrong) {
            return null;
        }
    }

    private @Nullable ValueOrigin origin(JsonFields fields) {
        fields.known(Set.of("path", "standing", "source", "remark"));
        String path = fields.text("path");
        Standing standing = standing(fields);
        String source = fields.text("source");
        LocalizedText remark = text(fields, "remark");
        if (path == null || standing == null || remark == null || (source == null && standing != Standing.ASSUMPTION)) {
            return null;
        }
        return new ValueOrigin(path, standing, Optional.ofNullable(source), remark);
    }

    private @Nullable ValidityPeriod validity(JsonFields fields) {
        fields.known(Set.of("from", "until"));
        try {
            String from = fields.text("from");
            String until = fields.text("until");
            return new ValidityPeriod(
                    Optional.ofNullable(from).map(LocalDate::parse),
                    Optional.ofNullable(until).map(LocalDate::parse));
        } catch (DateTimeParseException | IllegalArgumentException wrong) {
            problem("validity");
            return null;
        }
    }

    private static @Nullable Standing standing(JsonFields fields) {
        String word = fields.text("standing");
        return Arrays.stream(Standing.values())
                .filter(standing -> standing.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalizedText text(JsonFields fields, String name) {
        return fields.object(name, CatalogRecord::text);
    }

    private static @Nullable LocalizedText text(JsonFields fields) {
        fields.known(Set.of("vi", "en"));
        String vi = fields.text("vi");
        String en = fields.text("en");
        return vi == null || en == null || vi.isBlank() || en.isBlank() ? null : LocalizedText.of(vi, en);
    }

    private <T> @Nullable T required(@Nullable T value, String path) {
        if (value == null) {
            problem(path);
        }
        return value;
    }

    private <T> List<T> list(@Nullable List<@Nullable T> values, String path) {
        List<T> present = new ArrayList<>();
        if (values == null) {
            problem(path);
            return present;
        }
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            if (value == null) {
                problem(path + "[" + i + "]");
            } else {
                present.add(value);
            }
        }
        return present;
    }

    private void problem(String path) {
        problems.add(Problem.of(CatalogProblem.RECORD, Place.path(path)));
    }
}
