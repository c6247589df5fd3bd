package vn.sipas.io.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.rating.Criterion;
import vn.sipas.core.rating.FactDefinition;
import vn.sipas.core.rating.Gate;
import vn.sipas.core.rating.GateEffect;
import vn.sipas.core.rating.GateTest;
import vn.sipas.core.rating.Measure;
import vn.sipas.core.rating.MissingPoints;
import vn.sipas.core.rating.PointsMapping;
import vn.sipas.core.rating.Provenance;
import vn.sipas.core.rating.Quantity;
import vn.sipas.core.rating.Quota;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.RoundingPolicy;
import vn.sipas.core.rating.ScoringRule;
import vn.sipas.core.rating.SeriesGuardrail;
import vn.sipas.core.rating.Setting;
import vn.sipas.core.rating.StarAdjustment;
import vn.sipas.core.rating.StarBand;
import vn.sipas.core.rating.ValueBand;

/** The JSON form of schemes. */
final class SchemeWriter {

    @FunctionalInterface
    private interface Element<T> {
        void write(T value) throws IOException;
    }

    private final JsonGenerator json;
    private final Map<Provenance, String> sources = new LinkedHashMap<>();

    SchemeWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(RatingScheme scheme) throws IOException {
        collectSources(scheme);
        json.writeStartObject();
        json.writeStringField("format", SchemeJson.FORMAT);
        json.writeStringField("id", scheme.method().id());
        json.writeStringField("version", scheme.method().version());
        json.writeStringField("standing", SchemeReader.word(scheme.method().standing()));
        text("title", scheme.title());
        if (scheme.method().legalBasis().isPresent()) {
            text("legalBasis", scheme.method().legalBasis().get());
        }
        validity(scheme.method().validity());
        if (!sources.isEmpty()) {
            json.writeObjectFieldStart("sources");
            for (Map.Entry<Provenance, String> source : sources.entrySet()) {
                json.writeObjectFieldStart(source.getValue());
                provenance(source.getKey());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        list("settings", scheme.settings(), this::setting);
        number("total", scheme.total());
        roundingPolicy(scheme.rounding());
        if (scheme.missing() != MissingPoints.EXCLUDE) {
            json.writeStringField("missing", SchemeReader.word(scheme.missing()));
        }
        if (scheme.registration().isPresent()) {
            json.writeStringField("registration", scheme.registration().get());
        }
        list("facts", scheme.facts(), this::fact);
        list("criteria", scheme.criteria(), this::criterion);
        if (scheme.bonus().isPresent()) {
            json.writeObjectFieldStart("bonus");
            number("cap", scheme.bonus().get().cap());
            json.writeStringField(
                    "reach", SchemeReader.word(scheme.bonus().get().reach()));
            list("criteria", scheme.bonus().get().criteria(), this::criterion);
            json.writeEndObject();
        }
        list("gates", scheme.gates(), this::gate);
        list("adjustments", scheme.adjustments(), this::adjustment);
        list("bands", scheme.bands(), this::band);
        list("quotas", scheme.quotas(), this::quota);
        guardrail(scheme.guardrail());
        json.writeEndObject();
    }

    private void collectSources(RatingScheme scheme) {
        scheme.facts().forEach(fact -> collect(fact.provenance()));
        scheme.allCriteria().forEach(criterion -> collect(criterion.provenance()));
        scheme.gates().forEach(gate -> collect(gate.provenance()));
        scheme.adjustments().forEach(adjustment -> collect(adjustment.provenance()));
        scheme.bands().forEach(band -> collect(band.provenance()));
        scheme.quotas().forEach(quota -> collect(quota.provenance()));
    }

    private void collect(Provenance provenance) {
        if (!provenance.equals(Provenance.assumption())) {
            sources.putIfAbsent(provenance, "s" + (sources.size() + 1));
        }
    }

    private void provenance(Provenance provenance) throws IOException {
        json.writeStringField("standing", SchemeReader.word(provenance.standing()));
        if (provenance.article().isPresent()) {
            text("article", provenance.article().get());
        }
        if (provenance.address().isPresent()) {
            json.writeStringField("address", provenance.address().get().toString());
        }
    }

    private void source(Provenance provenance) throws IOException {
        String name = sources.get(provenance);
        if (name != null) {
            json.writeStringField("source", name);
        }
    }

    private void validity(ValidityPeriod validity) throws IOException {
        if (validity.from().isPresent() || validity.until().isPresent()) {
            json.writeObjectFieldStart("validity");
            if (validity.from().isPresent()) {
                json.writeStringField("from", validity.from().get().toString());
            }
            if (validity.until().isPresent()) {
                json.writeStringField("until", validity.until().get().toString());
            }
            json.writeEndObject();
        }
    }

    private void setting(Setting setting) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", setting.name());
        text("title", setting.title());
        if (!isNumber(setting.value())) {
            json.writeArrayFieldStart("choices");
            json.writeString(setting.value());
            json.writeEndArray();
        }
        json.writeStringField("value", setting.value());
        json.writeStringField("chosenBy", SchemeReader.word(setting.chosenBy()));
        json.writeEndObject();
    }

    private static boolean isNumber(String value) {
        try {
            Fraction.parse(value);
            return true;
        } catch (IllegalArgumentException notANumber) {
            return false;
        }
    }

    private void roundingPolicy(RoundingPolicy policy) throws IOException {
        json.writeObjectFieldStart("rounding");
        if (policy.criterion().isPresent()) {
            rounding("criterion", policy.criterion().get());
        }
        if (policy.total().isPresent()) {
            rounding("total", policy.total().get());
        }
        rounding("display", policy.display());
        json.writeEndObject();
    }

    private void rounding(String name, RoundingRule rule) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("decimals", rule.decimals());
        json.writeStringField("mode", SchemeReader.word(rule.mode()));
        json.writeEndObject();
    }

    private void fact(FactDefinition fact) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", fact.key());
        text("title", fact.title());
        json.writeStringField("kind", fact.kind().tag());
        optional("minimum", fact.minimum());
        optional("maximum", fact.maximum());
        optional("whenAbsent", fact.whenAbsent());
        source(fact.provenance());
        json.writeEndObject();
    }

    private void criterion(Criterion criterion) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", criterion.code());
        text("title", criterion.title());
        number("max", criterion.maximum());
        source(criterion.provenance());
        if (criterion.rule() instanceof ScoringRule.SumOfParts sum) {
            list("parts", sum.parts(), this::criterion);
        } else {
            rule("rule", criterion.rule());
        }
        json.writeEndObject();
    }

    private void rule(String name, ScoringRule rule) throws IOException {
        json.writeObjectFieldStart(name);
        if (rule instanceof ScoringRule.PointsGiven given) {
            json.writeStringField("type", "given");
            json.writeStringField("basis", SchemeReader.word(given.basis()));
        } else if (rule instanceof ScoringRule.MeasuredPoints measured) {
            json.writeStringField("type", "measured");
            measure(measured.measure());
            mapping(measured.mapping());
        } else if (rule instanceof ScoringRule.SatisfactionPoints satisfaction) {
            json.writeStringField("type", "satisfaction");
            json.writeStringField("fact", satisfaction.fact());
            mapping(satisfaction.mapping());
        } else if (rule instanceof ScoringRule.FullWhenNone none) {
            json.writeStringField("type", "full-when-none");
            quantity("cases", none.cases());
            rule("otherwise", none.otherwise());
        } else if (rule instanceof ScoringRule.DossierAverage average) {
            json.writeStringField("type", "dossier-average");
            quantity("points", average.points());
            quantity("dossiers", average.dossiers());
            rounding("rounding", average.rounding());
        } else if (rule instanceof ScoringRule.WithDeductions deductions) {
            json.writeStringField("type", "deductions");
            rule("base", deductions.base());
            list("deductions", deductions.deductions(), deduction -> {
                json.writeStartObject();
                quantity("cases", deduction.cases());
                number("each", deduction.each());
                optional("cap", deduction.cap());
                json.writeEndObject();
            });
            number("floor", deductions.floor());
        } else {
            json.writeStringField("type", "full");
        }
        json.writeEndObject();
    }

    private void measure(Measure measure) throws IOException {
        json.writeObjectFieldStart("measure");
        if (measure instanceof Measure.Amount amount) {
            quantity("amount", amount.quantity());
        } else if (measure instanceof Measure.Ratio ratio) {
            quantity("part", ratio.part());
            quantity("whole", ratio.whole());
            number("scale", ratio.scale());
        } else {
            Measure.Complement complement = (Measure.Complement) measure;
            quantity("all", complement.all());
            quantity("negative", complement.negative());
            number("scale", complement.scale());
        }
        json.writeEndObject();
    }

    private void mapping(PointsMapping mapping) throws IOException {
        json.writeObjectFieldStart("mapping");
        if (mapping instanceof PointsMapping.Linear linear) {
            number("zeroAt", linear.zeroAt());
            number("fullAt", linear.fullAt());
        } else {
            list("bands", ((PointsMapping.Bands) mapping).bands(), this::valueBand);
        }
        json.writeEndObject();
    }

    private void valueBand(ValueBand band) throws IOException {
        json.writeStartObject();
        optional("from", band.from());
        optional("below", band.below());
        number("points", band.points());
        json.writeEndObject();
    }

    private void quantity(String name, Quantity quantity) throws IOException {
        boolean single = quantity.terms().size() == 1
                && quantity.terms().get(0).factor().equals(Fraction.ONE)
                && quantity.constant().signum() == 0;
        if (single) {
            json.writeStringField(name, quantity.terms().get(0).fact());
            return;
        }
        json.writeObjectFieldStart(name);
        list("sum", quantity.terms(), term -> {
            json.writeStartObject();
            json.writeStringField("fact", term.fact());
            number("factor", term.factor());
            json.writeEndObject();
        });
        number("constant", quantity.constant());
        json.writeEndObject();
    }

    private void gate(Gate gate) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", gate.code());
        text("title", gate.title());
        json.writeFieldName("require");
        test(gate.test());
        json.writeObjectFieldStart("otherwise");
        if (gate.effect() instanceof GateEffect.CapStars cap) {
            json.writeStringField("effect", "cap-stars");
            json.writeNumberField("stars", cap.stars());
        } else if (gate.effect() instanceof GateEffect.CapBandStars cap) {
            json.writeStringField("effect", "cap-band-stars");
            json.writeNumberField("stars", cap.stars());
        } else {
            json.writeStringField("effect", gate.effect() instanceof GateEffect.Block ? "block" : "exclude");
        }
        json.writeEndObject();
        source(gate.provenance());
        json.writeEndObject();
    }

    private void test(GateTest test) throws IOException {
        json.writeStartObject();
        if (test instanceof GateTest.CriterionMinimum minimum) {
            json.writeStringField("type", "criterion-minimum");
            json.writeStringField("criterion", minimum.criterion());
            number("atLeast", minimum.atLeast());
        } else if (test instanceof GateTest.FactIs is) {
            json.writeStringField("type", "fact-is");
            json.writeStringField("fact", is.fact());
            json.writeBooleanField("expected", is.expected());
        } else if (test instanceof GateTest.MeasureWithin within) {
            json.writeStringField("type", "measure-within");
            measure(within.measure());
            optional("atLeast", within.atLeast());
            optional("atMost", within.atMost());
        } else if (test instanceof GateTest.SatisfactionFloor floor) {
            json.writeStringField("type", "satisfaction-floor");
            json.writeStringField("fact", floor.fact());
            number("atLeast", floor.atLeast());
            json.writeNumberField("minimumBase", floor.minimumBase());
        } else if (test instanceof GateTest.MinimumBase base) {
            json.writeStringField("type", "minimum-base");
            json.writeStringField("fact", base.fact());
            json.writeNumberField("respondents", base.respondents());
        } else if (test instanceof GateTest.DocumentsComplete complete) {
            json.writeStringField("type", "documents-complete");
            list("documents", complete.documents(), json::writeString);
        } else if (test instanceof GateTest.AllOf all) {
            json.writeStringField("type", "all-of");
            list("tests", all.tests(), this::test);
        } else if (test instanceof GateTest.AnyOf any) {
            json.writeStringField("type", "any-of");
            list("tests", any.tests(), this::test);
        } else {
            json.writeStringField("type", "gate-met");
            json.writeStringField("gate", ((GateTest.GateMet) test).gate());
        }
        json.writeEndObject();
    }

    private void adjustment(StarAdjustment adjustment) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", adjustment.code());
        text("title", adjustment.title());
        json.writeFieldName("when");
        test(adjustment.test());
        json.writeNumberField("change", adjustment.change());
        source(adjustment.provenance());
        json.writeEndObject();
    }

    private void band(StarBand band) throws IOException {
        json.writeStartObject();
        json.writeNumberField("stars", band.stars());
        text("label", band.label());
        optional("from", band.from());
        optional("below", band.below());
        source(band.provenance());
        json.writeEndObject();
    }

    private void quota(Quota quota) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", quota.code());
        text("title", quota.title());
        json.writeNumberField("stars", quota.stars());
        number("share", quota.share());
        json.writeStringField("of", SchemeReader.word(quota.base()));
        json.writeStringField("ties", SchemeReader.word(quota.ties()));
        source(quota.provenance());
        json.writeEndObject();
    }

    private void guardrail(SeriesGuardrail guardrail) throws IOException {
        if (guardrail.equals(SeriesGuardrail.none())) {
            return;
        }
        json.writeObjectFieldStart("guardrail");
        optional("maximumMove", guardrail.maximumMove());
        list("comparableWith", List.copyOf(new TreeSet<>(guardrail.comparableWith())), json::writeString);
        json.writeEndObject();
    }

    private void text(String name, LocalizedText text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("vi", text.vi());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }

    private void optional(String name, Optional<Fraction> value) throws IOException {
        if (value.isPresent()) {
            number(name, value.get());
        }
    }

    /** Writes a decimal as a number and any other fraction as a text such as "100/9". */
    private void number(String name, Fraction value) throws IOException {
        Optional<BigDecimal> decimal = value.exactDecimal();
        if (decimal.isPresent()) {
            json.writeFieldName(name);
            json.writeNumber(decimal.get().toPlainString());
        } else {
            json.writeStringField(name, value.toString());
        }
    }

    private <T> void list(String name, List<T> values, Element<T> element) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (T value : values) {
                element.write(value);
            }
            json.writeEndArray();
        }
    }
}
