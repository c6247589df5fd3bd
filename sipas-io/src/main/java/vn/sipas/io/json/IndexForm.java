package vn.sipas.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.Severity;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.index.Aggregation;
import vn.sipas.core.index.Direction;
import vn.sipas.core.index.ImportanceWeight;
import vn.sipas.core.index.IndexComposite;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexItem;
import vn.sipas.core.index.IndexNode;
import vn.sipas.core.index.ItemStatistic;
import vn.sipas.core.index.MeanKind;
import vn.sipas.core.index.MissingDataRule;
import vn.sipas.core.index.Provenance;
import vn.sipas.core.index.SeriesBreak;
import vn.sipas.core.index.WeightSetting;
import vn.sipas.core.validation.TextDocument;
import vn.sipas.io.json.tree.JsonFields;

/**
 * The JSON form of index definitions. Reading collects every problem with its path before anything is built, so that the
 * constructors of the model never see a bad value.
 */
final class IndexForm {

    private static final String POOLED = "pooled";
    private static final String CODE = "1 to 64 letters, digits, dots, hyphens or underscores";
    private static final String CODE_FORM = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}";
    private static final String METHOD_FORM = "[a-z0-9]+(?:-[a-z0-9]+)*";

    private final JsonFields document;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> questions = new HashSet<>();
    private final Map<String, IndexComposite> composites = new HashMap<>();

    private IndexForm(JsonFields document) {
        this.document = document;
    }

    static Checked<IndexDefinition> read(JsonFields document) {
        IndexForm form = new IndexForm(document);
        Optional<IndexDefinition> definition = form.definition();
        List<Problem> all = document.join(form.problems);
        boolean refused =
                definition.isEmpty() || all.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return refused ? Checked.refused(all) : Checked.of(definition.orElseThrow(), all);
    }

    private Optional<IndexDefinition> definition() {
        document.known(Set.of(
                "format",
                "$schema",
                "id",
                "version",
                "standing",
                "legalBasis",
                "validFrom",
                "validUntil",
                "title",
                "statistic",
                "rounding",
                "root",
                "settings",
                "seriesBreaks",
                "provenance"));
        Optional<MethodVersion> method = method();
        Optional<LocalizedText> title = text(document.object("title", IndexForm::localized), "", "title");
        Optional<ItemStatistic> statistic = constant(
                document.text("statistic"), "statistic", ItemStatistic.values(), ItemStatistic::id, Optional.empty());
        Optional<RoundingRule> rounding = rounding();
        IndexNodeFields rootFields = document.object("root", IndexForm::node);
        Optional<IndexNode> root = Optional.empty();
        if (rootFields == null) {
            missing("", "root");
        } else {
            root = build(rootFields, "root", 1);
            if (root.isPresent() && !(root.get() instanceof IndexComposite)) {
                value("root", "children", "an array of nodes");
            }
        }
        List<WeightSetting> settings = settings();
        List<SeriesBreak> breaks = breaks();
        List<Provenance> provenance = provenance(settings, breaks);
        if (method.isEmpty()
                || title.isEmpty()
                || statistic.isEmpty()
                || rounding.isEmpty()
                || root.isEmpty()
                || !problems.isEmpty()
                || !(root.get() instanceof IndexComposite tree)) {
            return Optional.empty();
        }
        return Optional.of(new IndexDefinition(
                method.get(), title.get(), tree, statistic.get(), rounding.get(), settings, breaks, provenance));
    }

    private Optional<MethodVersion> method() {
        String id = required(document.text("id"), "id");
        String version = required(document.text("version"), "version");
        if (!id.isEmpty() && !id.matches(METHOD_FORM)) {
            value("id", "id", "lower-case words joined by hyphens");
        }
        Optional<MethodVersion.Standing> standing = standing(document.text("standing"), "standing");
        TextDocument basisFields = document.object("legalBasis", IndexForm::localized);
        Optional<LocalizedText> basis = basisFields == null ? Optional.empty() : text(basisFields, "", "legalBasis");
        Optional<LocalDate> from = date(document.text("validFrom"), "validFrom");
        Optional<LocalDate> until = date(document.text("validUntil"), "validUntil");
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            value("validUntil", "validUntil", "a day after validFrom");
        }
        if (standing.isEmpty() || !problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MethodVersion(id, version, standing.get(), basis, new ValidityPeriod(from, until)));
    }

    private Optional<RoundingRule> rounding() {
        RoundingRule rule = document.object("rounding", fields -> {
            fields.known(Set.of("decimals", "mode"));
            Integer decimals = fields.integer("decimals");
            Optional<RoundingMode> mode = constant(
                    fields.text("mode"),
                    "rounding.mode",
                    new RoundingMode[] {
                        RoundingMode.HALF_UP,
                        RoundingMode.HALF_EVEN,
                        RoundingMode.HALF_DOWN,
                        RoundingMode.UP,
                        RoundingMode.DOWN,
                        RoundingMode.CEILING,
                        RoundingMode.FLOOR
                    },
                    IndexForm::id,
                    Optional.empty());
            if (decimals == null) {
                missing("rounding", "decimals");
            } else if (decimals < 0 || decimals > 12) {
                value("rounding.decimals", "decimals", "a whole number from 0 to 12");
            } else if (mode.isPresent()) {
                return new RoundingRule(decimals, mode.get());
            }
            return RoundingRule.TWO_DECIMALS_HALF_UP; // a problem was reported
        });
        if (rule == null) {
            missing("", "rounding");
        }
        return Optional.ofNullable(rule);
    }

    private static IndexNodeFields node(JsonFields fields) {
        fields.known(Set.of(
                "id",
                "name",
                "weight",
                "question",
                "direction",
                "statistic",
                "aggregation",
                "minimumShare",
                "children"));
        return new IndexNodeFields(
                fields.text("id"),
                fields.object("name", IndexForm::localized),
                fields.text("weight"),
                fields.text("question"),
                fields.text("direction"),
                fields.text("statistic"),
                fields.text("aggregation"),
                fields.text("minimumShare"),
                fields.objects("children", IndexForm::node));
    }

    private Optional<IndexNode> build(IndexNodeFields node, String path, int depth) {
        if (depth > IndexDefinition.MAX_DEPTH) {
            add(IndexJsonProblem.DEPTH, path, "limit", IndexDefinition.MAX_DEPTH);
            return Optional.empty();
        }
        if ((node.question() == null) == (node.children() == null)) {
            add(IndexJsonProblem.NODE_KIND, path);
            return Optional.empty();
        }
        String id = node.id() == null && node.question() != null ? node.question() : node.id();
        boolean valid = code(id, path, "id", true);
        Optional<LocalizedText> name = text(node.name(), path, "name");
        Optional<String> good = valid ? Optional.ofNullable(id) : Optional.empty();
        return node.question() != null ? item(node, good, name, path) : composite(node, good, name, path, depth);
    }

    private Optional<IndexNode> item(
            IndexNodeFields node, Optional<String> id, Optional<LocalizedText> name, String path) {
        String question = Objects.requireNonNull(node.question());
        boolean good = code(question, path, "question", false);
        if (good && !questions.add(question)) {
            add(IndexJsonProblem.DUPLICATE, path + ".question", "value", question);
            good = false;
        }
        Optional<Direction> direction = constant(
                node.direction(),
                path + ".direction",
                Direction.values(),
                Direction::id,
                Optional.of(Direction.HIGHER_IS_BETTER));
        Optional<ItemStatistic> statistic = node.statistic() == null
                ? Optional.empty()
                : constant(
                        node.statistic(),
                        path + ".statistic",
                        ItemStatistic.values(),
                        ItemStatistic::id,
                        Optional.empty());
        if (!good || id.isEmpty() || direction.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IndexItem(id.get(), name.get(), question, direction.get(), statistic));
    }

    private Optional<IndexNode> composite(
            IndexNodeFields node, Optional<String> id, Optional<LocalizedText> name, String path, int depth) {
        List<@Nullable IndexNodeFields> given = Objects.requireNonNull(node.children());
        if (given.isEmpty()) {
            value(path + ".children", "children", "an array of at least one node");
            return Optional.empty();
        }
        List<IndexNode> children = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            IndexNodeFields child = given.get(i);
            if (child != null) {
                build(child, path + ".children[" + i + "]", depth + 1).ifPresent(children::add);
            }
        }
        Optional<MissingDataRule> rule = minimumShare(node.minimumShare(), path);
        Optional<Aggregation> aggregation = aggregation(node, given, id.orElse(""), path);
        if (id.isEmpty()
                || children.size() < given.size()
                || rule.isEmpty()
                || aggregation.isEmpty()
                || name.isEmpty()) {
            return Optional.empty();
        }
        IndexComposite built = new IndexComposite(id.get(), name.get(), aggregation.get(), children, rule.get());
        composites.put(id.get(), built);
        return Optional.of(built);
    }

    private Optional<Aggregation> aggregation(
            IndexNodeFields node, List<@Nullable IndexNodeFields> children, String id, String path) {
        List<String> weights = new ArrayList<>();
        for (IndexNodeFields child : children) {
            if (child != null && child.weight() != null) {
                weights.add(child.weight());
            }
        }
        if (POOLED.equals(node.aggregation())) {
            if (!weights.isEmpty()) {
                add(IndexJsonProblem.WEIGHT_POOLED, path, "node", id);
                return Optional.empty();
            }
            return Optional.of(new Aggregation.PooledItems());
        }
        List<String> names = new ArrayList<>(
                Arrays.stream(MeanKind.values()).map(MeanKind::id).toList());
        names.add(POOLED);
        Optional<MeanKind> kind = Arrays.stream(MeanKind.values())
                .filter(candidate -> candidate.id().equals(node.aggregation()))
                .findFirst();
        if (node.aggregation() == null) {
            missing(path, "aggregation");
        } else if (kind.isEmpty()) {
            value(path + ".aggregation", "aggregation", oneOf(names));
        }
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        if (weights.isEmpty()) {
            return Optional.of(new Aggregation.Mean(kind.get(), ImportanceWeight.equal(children.size())));
        }
        if (weights.size() < children.size()) {
            add(IndexJsonProblem.WEIGHT_GAPS, path, "node", id);
            return Optional.empty();
        }
        return weights(weights, id, path).map(checked -> new Aggregation.Mean(kind.get(), checked));
    }

    private Optional<List<ImportanceWeight>> weights(List<String> texts, String id, String path) {
        List<ImportanceWeight> weights = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Optional<Fraction> weight = fraction(texts.get(i));
            if (weight.isEmpty() || weight.get().signum() <= 0 || weight.get().compareTo(Fraction.ONE) > 0) {
                value(
                        path + ".children[" + i + "].weight",
                        "weight",
                        "a fraction above 0 and up to 1, such as \"1/9\"");
            } else {
                weights.add(new ImportanceWeight(weight.get()));
            }
        }
        if (weights.size() < texts.size()) {
            return Optional.empty();
        }
        Fraction sum =
                Fraction.sum(weights.stream().map(ImportanceWeight::value).toList());
        if (!sum.equals(Fraction.ONE)) {
            add(IndexJsonProblem.WEIGHT_SUM, path, "node", id, "sum", sum, "count", texts.size());
            return Optional.empty();
        }
        return Optional.of(weights);
    }

    private Optional<MissingDataRule> minimumShare(@Nullable String text, String path) {
        if (text == null) {
            return Optional.of(MissingDataRule.complete());
        }
        Optional<Fraction> share =
                fraction(text).filter(value -> value.signum() > 0 && value.compareTo(Fraction.ONE) <= 0);
        if (share.isEmpty()) {
            value(path + ".minimumShare", "minimumShare", "a fraction above 0 and up to 1, such as \"2/3\"");
        }
        return share.map(MissingDataRule::new);
    }

    private List<WeightSetting> settings() {
        List<WeightSetting> settings = new ArrayList<>();
        record Given(
                @Nullable String name,
                @Nullable String node,
                @Nullable TextDocument description) {}
        List<@Nullable Given> given = document.objects("settings", fields -> {
            fields.known(Set.of("name", "node", "description"));
            return new Given(
                    fields.text("name"), fields.text("node"), fields.object("description", IndexForm::localized));
        });
        Set<String> names = new HashSet<>();
        for (int i = 0; given != null && i < given.size(); i++) {
            Given one = given.get(i);
            String path = "settings[" + i + "]";
            if (one == null) {
                continue;
            }
            boolean valid = code(one.name(), path, "name", false);
            if (valid && !names.add(Objects.requireNonNull(one.name()))) {
                add(IndexJsonProblem.DUPLICATE, path + ".name", "value", one.name());
                valid = false;
            }
            Optional<LocalizedText> description = text(one.description(), path, "description");
            IndexComposite node = one.node() == null ? null : composites.get(one.node());
            if (node == null || !(node.aggregation() instanceof Aggregation.Mean)) {
                add(IndexJsonProblem.REFERENCE, path + ".node", "value", Objects.requireNonNullElse(one.node(), ""));
                valid = false;
            }
            if (valid && description.isPresent()) {
                settings.add(new WeightSetting(
                        Objects.requireNonNull(one.name()), Objects.requireNonNull(one.node()), description.get()));
            }
        }
        return settings;
    }

    private List<SeriesBreak> breaks() {
        List<SeriesBreak> breaks = new ArrayList<>();
        record Given(
                @Nullable String id,
                @Nullable String firstDay,
                @Nullable TextDocument reason,
                List<String> sources) {}
        List<@Nullable Given> given = document.objects("seriesBreaks", fields -> {
            fields.known(Set.of("id", "firstDay", "reason", "sources"));
            return new Given(
                    fields.text("id"),
                    fields.text("firstDay"),
                    fields.object("reason", IndexForm::localized),
                    sources(fields));
        });
        Set<String> names = new HashSet<>();
        for (int i = 0; given != null && i < given.size(); i++) {
            Given one = given.get(i);
            String path = "seriesBreaks[" + i + "]";
            if (one == null) {
                continue;
            }
            boolean valid = code(one.id(), path, "id", false);
            if (valid && !names.add(Objects.requireNonNull(one.id()))) {
                add(IndexJsonProblem.DUPLICATE, path + ".id", "value", one.id());
                valid = false;
            }
            Optional<LocalizedText> reason = text(one.reason(), path, "reason");
            if (one.firstDay() == null) {
                missing(path, "firstDay");
            }
            Optional<LocalDate> day = date(one.firstDay(), path + ".firstDay");
            if (valid && day.isPresent() && reason.isPresent()) {
                breaks.add(new SeriesBreak(Objects.requireNonNull(one.id()), day.get(), reason.get(), one.sources()));
            }
        }
        return breaks;
    }

    private List<Provenance> provenance(List<WeightSetting> settings, List<SeriesBreak> breaks) {
        List<Provenance> parts = new ArrayList<>();
        record Given(
                @Nullable String about,
                @Nullable String standing,
                @Nullable TextDocument statement,
                List<String> sources) {}
        List<@Nullable Given> given = document.objects("provenance", fields -> {
            fields.known(Set.of("about", "standing", "statement", "sources"));
            return new Given(
                    fields.text("about"),
                    fields.text("standing"),
                    fields.object("statement", IndexForm::localized),
                    sources(fields));
        });
        for (int i = 0; given != null && i < given.size(); i++) {
            Given one = given.get(i);
            String path = "provenance[" + i + "]";
            if (one == null) {
                continue;
            }
            Optional<MethodVersion.Standing> standing = standing(one.standing(), path + ".standing");
            Optional<LocalizedText> statement = text(one.statement(), path, "statement");
            boolean valid = statement.isPresent();
            if (one.about() == null || !exists(one.about(), settings, breaks)) {
                add(IndexJsonProblem.REFERENCE, path + ".about", "value", Objects.requireNonNullElse(one.about(), ""));
                valid = false;
            }
            if (standing.isPresent()
                    && standing.get() != MethodVersion.Standing.ASSUMPTION
                    && one.sources().isEmpty()) {
                add(IndexJsonProblem.SOURCE, path);
                valid = false;
            }
            if (valid && standing.isPresent()) {
                parts.add(new Provenance(
                        Objects.requireNonNull(one.about()), standing.get(), statement.orElseThrow(), one.sources()));
            }
        }
        return parts;
    }

    private boolean exists(String about, List<WeightSetting> settings, List<SeriesBreak> breaks) {
        if (Set.of("structure", "statistic", "rounding", "missing-data").contains(about)) {
            return true;
        }
        int colon = about.indexOf(':');
        String kind = colon < 0 ? "" : about.substring(0, colon);
        String name = about.substring(colon + 1);
        return switch (kind) {
            case "items", "weights" -> composites.containsKey(name);
            case "setting" ->
                settings.stream().anyMatch(setting -> setting.name().equals(name));
            case "break" ->
                breaks.stream().anyMatch(seriesBreak -> seriesBreak.id().equals(name));
            default -> false;
        };
    }

    private static List<String> sources(JsonFields fields) {
        List<@Nullable String> texts = fields.texts("sources");
        List<String> sources = new ArrayList<>();
        for (int i = 0; texts != null && i < texts.size(); i++) {
            String text = texts.get(i);
            if (text != null && !text.isBlank()) {
                sources.add(text);
            }
        }
        return sources;
    }

    private static TextDocument localized(JsonFields fields) {
        fields.known(Set.of("vi", "en"));
        return new TextDocument(fields.text("vi"), fields.text("en"));
    }

    /** Returns a text of which both languages must be there. */
    private Optional<LocalizedText> text(@Nullable TextDocument given, String path, String field) {
        if (given == null) {
            missing(path, field);
            return Optional.empty();
        }
        String at = path.isEmpty() ? field : path + "." + field;
        boolean vietnamese = given.vi() != null && !given.vi().isBlank();
        boolean english = given.en() != null && !given.en().isBlank();
        if (!vietnamese) {
            missing(at, "vi");
        }
        if (!english) {
            missing(at, "en");
        }
        return vietnamese && english
                ? Optional.of(LocalizedText.of(Objects.requireNonNull(given.vi()), Objects.requireNonNull(given.en())))
                : Optional.empty();
    }

    private boolean code(@Nullable String code, String path, String field, boolean isNode) {
        if (code == null) {
            missing(path, field);
            return false;
        }
        if (!code.matches(CODE_FORM)) {
            value(path + "." + field, field, CODE);
            return false;
        }
        if (isNode && !ids.add(code)) {
            add(IndexJsonProblem.DUPLICATE, path, "value", code);
            return false;
        }
        return true;
    }

    private Optional<MethodVersion.Standing> standing(@Nullable String text, String path) {
        return constant(text, path, MethodVersion.Standing.values(), IndexForm::id, Optional.empty());
    }

    private Optional<LocalDate> date(@Nullable String text, String path) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException malformed) {
            value(path, last(path), "a day such as \"2022-01-01\"");
            return Optional.empty();
        }
    }

    private static Optional<Fraction> fraction(String text) {
        try {
            return Optional.of(Fraction.parse(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private <E> Optional<E> constant(
            @Nullable String text, String path, E[] constants, Function<E, String> name, Optional<E> absent) {
        if (text == null) {
            if (absent.isEmpty()) {
                missing(parent(path), last(path));
            }
            return absent;
        }
        Optional<E> found = Arrays.stream(constants)
                .filter(constant -> name.apply(constant).equals(text))
                .findFirst();
        if (found.isEmpty()) {
            value(path, last(path), oneOf(Arrays.stream(constants).map(name).toList()));
        }
        return found;
    }

    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String oneOf(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    private String required(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            missing("", field);
            return "";
        }
        return text;
    }

    private void missing(String path, String field) {
        add(IndexJsonProblem.MISSING, path, "field", field);
    }

    private void value(String path, String field, String allowed) {
        add(IndexJsonProblem.VALUE, path, "field", field, "allowed", allowed);
    }

    private void add(IndexJsonProblem kind, String path, Object... attributes) {
        problems.add(Problem.of(kind, Place.path(path), attributes));
    }

    static void write(IndexDefinition definition, JsonGenerator json) throws IOException {
        MethodVersion method = definition.method();
        json.writeStartObject();
        json.writeStringField("format", IndexJson.FORMAT);
        json.writeStringField("id", method.id());
        json.writeStringField("version", method.version());
        json.writeStringField("standing", id(method.standing()));
        if (method.legalBasis().isPresent()) {
            write(json, "legalBasis", method.legalBasis().get());
        }
        if (method.validity().from().isPresent()) {
            json.writeStringField("validFrom", method.validity().from().get().toString());
        }
        if (method.validity().until().isPresent()) {
            json.writeStringField("validUntil", method.validity().until().get().toString());
        }
        write(json, "title", definition.title());
        json.writeStringField("statistic", definition.statistic().id());
        json.writeObjectFieldStart("rounding");
        json.writeNumberField("decimals", definition.rounding().decimals());
        json.writeStringField("mode", id(definition.rounding().mode()));
        json.writeEndObject();
        json.writeFieldName("root");
        write(json, definition.root(), Optional.empty());
        if (!definition.settings().isEmpty()) {
            json.writeArrayFieldStart("settings");
            for (WeightSetting setting : definition.settings()) {
                json.writeStartObject();
                json.writeStringField("name", setting.name());
                json.writeStringField("node", setting.node());
                write(json, "description", setting.description());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!definition.seriesBreaks().isEmpty()) {
            json.writeArrayFieldStart("seriesBreaks");
            for (SeriesBreak seriesBreak : definition.seriesBreaks()) {
                json.writeStartObject();
                json.writeStringField("id", seriesBreak.id());
                json.writeStringField("firstDay", seriesBreak.firstDay().toString());
                write(json, "reason", seriesBreak.reason());
                sources(json, seriesBreak.sources());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!definition.provenance().isEmpty()) {
            json.writeArrayFieldStart("provenance");
            for (Provenance part : definition.provenance()) {
                json.writeStartObject();
                json.writeStringField("about", part.about());
                json.writeStringField("standing", id(part.standing()));
                write(json, "statement", part.statement());
                sources(json, part.sources());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, IndexNode node, Optional<ImportanceWeight> weight)
            throws IOException {
        json.writeStartObject();
        if (!(node instanceof IndexItem item && item.id().equals(item.question()))) {
            json.writeStringField("id", node.id());
        }
        write(json, "name", node.name());
        if (weight.isPresent()) {
            json.writeStringField("weight", weight.get().toString());
        }
        if (node instanceof IndexItem item) {
            json.writeStringField("question", item.question());
            if (item.direction() != Direction.HIGHER_IS_BETTER) {
                json.writeStringField("direction", item.direction().id());
            }
            if (item.statistic().isPresent()) {
                json.writeStringField("statistic", item.statistic().get().id());
            }
        } else if (node instanceof IndexComposite composite) {
            List<ImportanceWeight> weights = List.of();
            if (composite.aggregation() instanceof Aggregation.Mean mean) {
                weights = mean.weights();
                json.writeStringField("aggregation", mean.kind().id());
            } else {
                json.writeStringField("aggregation", POOLED);
            }
            boolean equal = weights.stream().distinct().count() <= 1;
            if (!composite.missingData().equals(MissingDataRule.complete())) {
                json.writeStringField(
                        "minimumShare", composite.missingData().minimumShare().toString());
            }
            json.writeArrayFieldStart("children");
            for (int i = 0; i < composite.children().size(); i++) {
                write(json, composite.children().get(i), equal ? Optional.empty() : Optional.of(weights.get(i)));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String field, LocalizedText text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("vi", text.vi());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }

    private static void sources(JsonGenerator json, List<String> sources) throws IOException {
        if (!sources.isEmpty()) {
            json.writeArrayFieldStart("sources");
            for (String source : sources) {
                json.writeString(source);
            }
            json.writeEndArray();
        }
    }
}
