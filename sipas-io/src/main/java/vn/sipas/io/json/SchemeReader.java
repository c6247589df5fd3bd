package vn.sipas.io.json;

import java.math.RoundingMode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.rating.Bonus;
import vn.sipas.core.rating.Criterion;
import vn.sipas.core.rating.FactDefinition;
import vn.sipas.core.rating.FactKind;
import vn.sipas.core.rating.Gate;
import vn.sipas.core.rating.GateEffect;
import vn.sipas.core.rating.GateTest;
import vn.sipas.core.rating.Measure;
import vn.sipas.core.rating.MissingPoints;
import vn.sipas.core.rating.PointsBasis;
import vn.sipas.core.rating.PointsMapping;
import vn.sipas.core.rating.Provenance;
import vn.sipas.core.rating.Quantity;
import vn.sipas.core.rating.Quota;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.RoundingPolicy;
import vn.sipas.core.rating.SchemeDefectException;
import vn.sipas.core.rating.ScoringRule;
import vn.sipas.core.rating.SeriesGuardrail;
import vn.sipas.core.rating.StarAdjustment;
import vn.sipas.core.rating.StarBand;
import vn.sipas.core.rating.ValueBand;
import vn.sipas.io.json.tree.JsonFields;

/** Makes the parts of a scheme of the fields of a document, and keeps what is wrong with each. */
final class SchemeReader {

    /** A part cannot be made; why is among the problems. */
    private static final class UnreadablePart extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadablePart() {
            super("a problem was reported", null, false, false);
        }
    }

    static final Set<String> ROOT = Set.of(
            "$schema",
            "format",
            "id",
            "version",
            "standing",
            "title",
            "legalBasis",
            "validity",
            "note",
            "sources",
            "settings",
            "total",
            "rounding",
            "missing",
            "registration",
            "facts",
            "criteria",
            "bonus",
            "gates",
            "adjustments",
            "bands",
            "quotas",
            "guardrail");

    private final SchemeSettings settings;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Provenance> sources = new HashMap<>();

    SchemeReader(SchemeSettings settings) {
        this.settings = settings;
        problems.addAll(settings.problems());
    }

    List<Problem> problems() {
        return problems;
    }

    Optional<RatingScheme.Builder> read(JsonFields fields) {
        fields.known(ROOT);
        fields.objects("settings", setting -> setting.known(SchemeSettings.NAMES));
        Map<String, @Nullable Provenance> listed = fields.objectMap("sources", this::provenance);
        if (listed != null) {
            listed.forEach((name, source) -> {
                if (source != null) {
                    sources.put(name, source);
                }
            });
        }
        return part(fields, this::scheme);
    }

    private RatingScheme.Builder scheme(JsonFields fields) {
        MethodVersion method = method(fields);
        RatingScheme.Builder builder = RatingScheme.builder(method, text(fields, "title"), fraction(fields, "total"));
        each(fields, "facts", this::fact).forEach(builder::fact);
        each(fields, "criteria", this::criterion).forEach(builder::criterion);
        child(fields, "bonus", this::bonus).ifPresent(builder::bonus);
        each(fields, "gates", this::gate).forEach(builder::gate);
        each(fields, "adjustments", this::adjustment).forEach(builder::adjustment);
        each(fields, "bands", this::band).forEach(builder::band);
        each(fields, "quotas", this::quota).forEach(builder::quota);
        child(fields, "guardrail", this::guardrail).ifPresent(builder::guardrail);
        child(fields, "rounding", this::roundingPolicy).ifPresent(builder::rounding);
        if (fields.has("missing")) {
            builder.missing(word(fields, "missing", MissingPoints.class));
        }
        String registration = fields.text("registration");
        if (registration != null) {
            builder.registration(registration);
        }
        settings.settings().forEach(builder::setting);
        return builder;
    }

    private MethodVersion method(JsonFields fields) {
        return new MethodVersion(
                required(fields, "id", fields.text("id")),
                required(fields, "version", fields.text("version")),
                word(fields, "standing", MethodVersion.Standing.class),
                child(fields, "legalBasis", this::localized),
                child(fields, "validity", this::validity).orElse(ValidityPeriod.always()));
    }

    private ValidityPeriod validity(JsonFields fields) {
        fields.known(Set.of("from", "until"));
        return new ValidityPeriod(day(fields, "from"), day(fields, "until"));
    }

    private Optional<LocalDate> day(JsonFields fields, String name) {
        String text = fields.text(name);
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException refused) {
            throw report(SchemeProblem.VALUE, fields.pathOf(name), "detail", "YYYY-MM-DD");
        }
    }

    private Provenance provenance(JsonFields fields) {
        return part(fields, source -> {
                    source.known(Set.of("standing", "article", "address"));
                    return new Provenance(
                            word(source, "standing", MethodVersion.Standing.class),
                            child(source, "article", this::localized),
                            Optional.ofNullable(source.text("address")).map(URI::create));
                })
                .orElse(Provenance.assumption());
    }

    private Provenance source(JsonFields fields) {
        String name = fields.text("source");
        if (name == null) {
            return Provenance.assumption();
        }
        Provenance source = sources.get(name);
        if (source == null) {
            throw report(SchemeProblem.SOURCE_UNKNOWN, fields.pathOf("source"), "source", name);
        }
        return source;
    }

    private FactDefinition fact(JsonFields fields) {
        fields.known(Set.of("key", "title", "kind", "minimum", "maximum", "whenAbsent", "source"));
        String kind = required(fields, "kind", fields.text("kind"));
        FactKind found = null;
        List<String> tags = new ArrayList<>();
        for (FactKind candidate : FactKind.values()) {
            tags.add(candidate.tag());
            found = candidate.tag().equals(kind) ? candidate : found;
        }
        if (found == null) {
            throw report(SchemeProblem.WORD, fields.pathOf("kind"), "words", String.join(", ", tags));
        }
        return new FactDefinition(
                required(fields, "key", fields.text("key")),
                text(fields, "title"),
                found,
                optionalFraction(fields, "minimum"),
                optionalFraction(fields, "maximum"),
                optionalFraction(fields, "whenAbsent"),
                source(fields));
    }

    private Criterion criterion(JsonFields fields) {
        fields.known(Set.of("code", "title", "max", "rule", "parts", "source"));
        ScoringRule rule;
        if (fields.has("parts")) {
            List<Criterion> parts = whole(fields, "parts", this::criterion);
            rule = new ScoringRule.SumOfParts(parts);
        } else {
            rule = fields.has("rule") ? childRequired(fields, "rule", this::rule) : ScoringRule.appraised();
        }
        return new Criterion(
                required(fields, "code", fields.text("code")),
                text(fields, "title"),
                fraction(fields, "max"),
                rule,
                source(fields));
    }

    private ScoringRule rule(JsonFields fields) {
        String type = required(fields, "type", fields.text("type"));
        return switch (type) {
            case "given" -> {
                fields.known(Set.of("type", "basis"));
                yield new ScoringRule.PointsGiven(
                        fields.has("basis") ? word(fields, "basis", PointsBasis.class) : PointsBasis.APPRAISED);
            }
            case "measured" -> {
                fields.known(Set.of("type", "measure", "mapping"));
                yield new ScoringRule.MeasuredPoints(
                        childRequired(fields, "measure", this::measure),
                        childRequired(fields, "mapping", this::mapping));
            }
            case "satisfaction" -> {
                fields.known(Set.of("type", "fact", "mapping"));
                yield new ScoringRule.SatisfactionPoints(
                        required(fields, "fact", fields.text("fact")), childRequired(fields, "mapping", this::mapping));
            }
            case "full-when-none" -> {
                fields.known(Set.of("type", "cases", "otherwise"));
                yield new ScoringRule.FullWhenNone(
                        quantity(fields, "cases"), childRequired(fields, "otherwise", this::rule));
            }
            case "dossier-average" -> {
                fields.known(Set.of("type", "points", "dossiers", "rounding"));
                yield new ScoringRule.DossierAverage(
                        quantity(fields, "points"),
                        quantity(fields, "dossiers"),
                        childRequired(fields, "rounding", this::rounding));
            }
            case "deductions" -> {
                fields.known(Set.of("type", "base", "deductions", "floor"));
                yield new ScoringRule.WithDeductions(
                        childRequired(fields, "base", this::rule),
                        whole(fields, "deductions", this::deduction),
                        optionalFraction(fields, "floor").orElse(Fraction.ZERO));
            }
            case "full" -> {
                fields.known(Set.of("type"));
                yield new ScoringRule.FullPoints();
            }
            default ->
                throw report(
                        SchemeProblem.WORD,
                        fields.pathOf("type"),
                        "words",
                        "given, measured, satisfaction, full-when-none, dossier-average, deductions, full");
        };
    }

    private ScoringRule.Deduction deduction(JsonFields fields) {
        fields.known(Set.of("cases", "each", "cap"));
        return new ScoringRule.Deduction(
                quantity(fields, "cases"), fraction(fields, "each"), optionalFraction(fields, "cap"));
    }

    private Measure measure(JsonFields fields) {
        fields.known(Set.of("amount", "part", "whole", "all", "negative", "scale"));
        if (fields.has("amount")) {
            return new Measure.Amount(quantity(fields, "amount"));
        }
        Fraction scale = optionalFraction(fields, "scale").orElse(Fraction.ONE);
        if (fields.has("all") || fields.has("negative")) {
            return new Measure.Complement(quantity(fields, "all"), quantity(fields, "negative"), scale);
        }
        return new Measure.Ratio(quantity(fields, "part"), quantity(fields, "whole"), scale);
    }

    private Quantity quantity(JsonFields fields, String name) {
        if (fields.isObject(name)) {
            return childRequired(fields, name, inner -> {
                inner.known(Set.of("sum", "constant"));
                return new Quantity(
                        whole(inner, "sum", this::term),
                        optionalFraction(inner, "constant").orElse(Fraction.ZERO));
            });
        }
        return Quantity.of(required(fields, name, fields.text(name)));
    }

    private Quantity.Term term(JsonFields fields) {
        fields.known(Set.of("fact", "factor"));
        return new Quantity.Term(
                required(fields, "fact", fields.text("fact")),
                optionalFraction(fields, "factor").orElse(Fraction.ONE));
    }

    private PointsMapping mapping(JsonFields fields) {
        fields.known(Set.of("zeroAt", "fullAt", "bands"));
        if (fields.has("bands")) {
            return new PointsMapping.Bands(whole(fields, "bands", band -> {
                band.known(Set.of("from", "below", "points"));
                return new ValueBand(
                        optionalFraction(band, "from"), optionalFraction(band, "below"), fraction(band, "points"));
            }));
        }
        return new PointsMapping.Linear(
                optionalFraction(fields, "zeroAt").orElse(Fraction.ZERO), fraction(fields, "fullAt"));
    }

    private Bonus bonus(JsonFields fields) {
        fields.known(Set.of("cap", "reach", "criteria"));
        return new Bonus(
                whole(fields, "criteria", this::criterion),
                fraction(fields, "cap"),
                word(fields, "reach", Bonus.Reach.class));
    }

    private Gate gate(JsonFields fields) {
        fields.known(Set.of("code", "title", "require", "otherwise", "source"));
        return new Gate(
                required(fields, "code", fields.text("code")),
                text(fields, "title"),
                childRequired(fields, "require", this::test),
                childRequired(fields, "otherwise", this::effect),
                source(fields));
    }

    private GateEffect effect(JsonFields fields) {
        fields.known(Set.of("effect", "stars"));
        String effect = required(fields, "effect", fields.text("effect"));
        return switch (effect) {
            case "block" -> new GateEffect.Block();
            case "exclude" -> new GateEffect.Exclude();
            case "cap-stars" -> new GateEffect.CapStars(wholeNumber(fields, "stars"));
            case "cap-band-stars" -> new GateEffect.CapBandStars(wholeNumber(fields, "stars"));
            default ->
                throw report(
                        SchemeProblem.WORD,
                        fields.pathOf("effect"),
                        "words",
                        "block, exclude, cap-stars, cap-band-stars");
        };
    }

    private GateTest test(JsonFields fields) {
        String type = required(fields, "type", fields.text("type"));
        return switch (type) {
            case "criterion-minimum" -> {
                fields.known(Set.of("type", "criterion", "atLeast"));
                yield new GateTest.CriterionMinimum(
                        required(fields, "criterion", fields.text("criterion")), fraction(fields, "atLeast"));
            }
            case "fact-is" -> {
                fields.known(Set.of("type", "fact", "expected"));
                yield new GateTest.FactIs(
                        required(fields, "fact", fields.text("fact")),
                        required(fields, "expected", fields.flag("expected")));
            }
            case "measure-within" -> {
                fields.known(Set.of("type", "measure", "atLeast", "atMost"));
                yield new GateTest.MeasureWithin(
                        childRequired(fields, "measure", this::measure),
                        optionalFraction(fields, "atLeast"),
                        optionalFraction(fields, "atMost"));
            }
            case "satisfaction-floor" -> {
                fields.known(Set.of("type", "fact", "atLeast", "minimumBase"));
                yield new GateTest.SatisfactionFloor(
                        required(fields, "fact", fields.text("fact")),
                        fraction(fields, "atLeast"),
                        fields.has("minimumBase") ? wholeNumber(fields, "minimumBase") : 0);
            }
            case "minimum-base" -> {
                fields.known(Set.of("type", "fact", "respondents"));
                yield new GateTest.MinimumBase(
                        required(fields, "fact", fields.text("fact")), wholeNumber(fields, "respondents"));
            }
            case "documents-complete" -> {
                fields.known(Set.of("type", "documents"));
                List<String> documents = new ArrayList<>();
                for (String document : required(fields, "documents", fields.texts("documents"))) {
                    documents.add(required(fields, "documents", document));
                }
                yield new GateTest.DocumentsComplete(documents);
            }
            case "all-of" -> {
                fields.known(Set.of("type", "tests"));
                yield new GateTest.AllOf(whole(fields, "tests", this::test));
            }
            case "any-of" -> {
                fields.known(Set.of("type", "tests"));
                yield new GateTest.AnyOf(whole(fields, "tests", this::test));
            }
            case "gate-met" -> {
                fields.known(Set.of("type", "gate"));
                yield new GateTest.GateMet(required(fields, "gate", fields.text("gate")));
            }
            default ->
                throw report(
                        SchemeProblem.WORD,
                        fields.pathOf("type"),
                        "words",
                        "criterion-minimum, fact-is, measure-within, satisfaction-floor, minimum-base, "
                                + "documents-complete, all-of, any-of, gate-met");
        };
    }

    private StarAdjustment adjustment(JsonFields fields) {
        fields.known(Set.of("code", "title", "when", "change", "source"));
        return new StarAdjustment(
                required(fields, "code", fields.text("code")),
                text(fields, "title"),
                childRequired(fields, "when", this::test),
                wholeNumber(fields, "change"),
                source(fields));
    }

    private StarBand band(JsonFields fields) {
        fields.known(Set.of("stars", "label", "from", "below", "source"));
        return new StarBand(
                wholeNumber(fields, "stars"),
                text(fields, "label"),
                optionalFraction(fields, "from"),
                optionalFraction(fields, "below"),
                source(fields));
    }

    private Quota quota(JsonFields fields) {
        fields.known(Set.of("code", "title", "stars", "share", "of", "ties", "source"));
        return new Quota(
                required(fields, "code", fields.text("code")),
                text(fields, "title"),
                wholeNumber(fields, "stars"),
                fraction(fields, "share"),
                word(fields, "of", Quota.Base.class),
                word(fields, "ties", Quota.Ties.class),
                source(fields));
    }

    private SeriesGuardrail guardrail(JsonFields fields) {
        fields.known(Set.of("maximumMove", "comparableWith"));
        List<@Nullable String> others = fields.texts("comparableWith");
        List<String> ids = new ArrayList<>();
        if (others != null) {
            for (String id : others) {
                ids.add(required(fields, "comparableWith", id));
            }
        }
        return new SeriesGuardrail(optionalFraction(fields, "maximumMove"), Set.copyOf(ids));
    }

    private RoundingPolicy roundingPolicy(JsonFields fields) {
        fields.known(Set.of("criterion", "total", "display"));
        return new RoundingPolicy(
                child(fields, "criterion", this::rounding),
                child(fields, "total", this::rounding),
                child(fields, "display", this::rounding).orElse(RoundingRule.TWO_DECIMALS_HALF_UP));
    }

    private RoundingRule rounding(JsonFields fields) {
        fields.known(Set.of("decimals", "mode"));
        return new RoundingRule(wholeNumber(fields, "decimals"), word(fields, "mode", RoundingMode.class));
    }

    private LocalizedText localized(JsonFields fields) {
        fields.known(Set.of("vi", "en"));
        return LocalizedText.of(required(fields, "vi", fields.text("vi")), required(fields, "en", fields.text("en")));
    }

    private LocalizedText text(JsonFields fields, String name) {
        return childRequired(fields, name, this::localized);
    }

    private int wholeNumber(JsonFields fields, String name) {
        Fraction value = fraction(fields, name);
        if (value.denominator().bitLength() != 1 || value.numerator().bitLength() > 31) {
            throw report(SchemeProblem.VALUE, fields.pathOf(name), "detail", "0, 1, 2 …");
        }
        return value.numerator().intValueExact();
    }

    private Fraction fraction(JsonFields fields, String name) {
        return required(fields, name, optionalFraction(fields, name).orElse(null));
    }

    private Optional<Fraction> optionalFraction(JsonFields fields, String name) {
        String text = fields.numberOrText(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Fraction.parse(text));
        } catch (IllegalArgumentException refused) {
            throw report(SchemeProblem.NUMBER, fields.pathOf(name));
        }
    }

    private <E extends Enum<E>> E word(JsonFields fields, String name, Class<E> type) {
        String text = required(fields, name, fields.text(name));
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = word(constant);
            if (word.equals(text)) {
                return constant;
            }
            words.add(word);
        }
        throw report(SchemeProblem.WORD, fields.pathOf(name), "words", String.join(", ", words));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private <T> T required(JsonFields fields, String name, @Nullable T value) {
        if (value == null) {
            throw report(SchemeProblem.REQUIRED, fields.pathOf(name));
        }
        return value;
    }

    private <T> Optional<T> child(JsonFields fields, String name, Function<JsonFields, T> reader) {
        if (!fields.has(name)) {
            return Optional.empty();
        }
        return Optional.of(childRequired(fields, name, reader));
    }

    private <T> T childRequired(JsonFields fields, String name, Function<JsonFields, T> reader) {
        Optional<T> read = fields.object(name, inner -> part(inner, reader));
        if (read == null) {
            throw report(SchemeProblem.REQUIRED, fields.pathOf(name));
        }
        return read.orElseThrow(UnreadablePart::new);
    }

    /** Reads every element or none: what remained without those that failed would mislead. */
    private <T> List<T> whole(JsonFields fields, String name, Function<JsonFields, T> reader) {
        int before = problems.size();
        List<T> parts = each(fields, name, reader);
        if (problems.size() > before) {
            throw new UnreadablePart();
        }
        return parts;
    }

    private <T> List<T> each(JsonFields fields, String name, Function<JsonFields, T> reader) {
        List<@Nullable Optional<T>> read = fields.objects(name, inner -> part(inner, reader));
        List<T> parts = new ArrayList<>();
        if (read != null) {
            for (Optional<T> part : read) {
                if (part != null) {
                    part.ifPresent(parts::add);
                }
            }
        }
        return parts;
    }

    private <T> Optional<T> part(JsonFields fields, Function<JsonFields, T> reader) {
        try {
            return Optional.of(reader.apply(fields));
        } catch (UnreadablePart reported) {
            return Optional.empty();
        } catch (SchemeDefectException defect) {
            String relative = defect.problem().place().path();
            String path = relative.isEmpty() ? fields.path() : fields.pathOf(relative);
            problems.add(defect.problem().at(Place.path(path)));
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            problems.add(Problem.of(
                    SchemeProblem.VALUE, Place.path(fields.path()), "detail", String.valueOf(refused.getMessage())));
            return Optional.empty();
        }
    }

    private UnreadablePart report(ProblemKind kind, String path, Object... attributes) {
        problems.add(Problem.of(kind, Place.path(path), attributes));
        return new UnreadablePart();
    }
}
