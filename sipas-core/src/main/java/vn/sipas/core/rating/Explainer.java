package vn.sipas.core.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.rating.Engine.Gap;
import vn.sipas.core.rating.Engine.Verdict;
import vn.sipas.core.rating.Explanation.Kind;
import vn.sipas.core.rating.RatingOutcome.Reason;

/** Puts a standing into words. */
final class Explainer {

    private static final LocalizedText NOTHING =
            LocalizedText.of("không phát sinh trường hợp nào", "there was no case");
    private static final LocalizedText MISSING = LocalizedText.of("chưa có số liệu", "not stated");

    private final Engine engine;
    private final RatingScheme scheme;
    private final UnitScores scores;
    private final Engine.Standing standing;
    private final Optional<StarRating.QuotaLimit> limit;

    Explainer(Engine engine, UnitScores scores, Engine.Standing standing, Optional<StarRating.QuotaLimit> limit) {
        this.engine = engine;
        this.scheme = engine.scheme;
        this.scores = scores;
        this.standing = standing;
        this.limit = limit;
    }

    RatingOutcome outcome() {
        return switch (standing.verdict) {
            case NOT_REGISTERED -> new RatingOutcome.NotRegistered();
            case EXCLUDED -> new RatingOutcome.NotEligible(reasons(true));
            case BLOCKED -> new RatingOutcome.NotRecognized(reasons(false));
            case BELOW_BANDS -> new RatingOutcome.NotRecognized(List.of(belowBands()));
            case AWARDED -> awarded(limit.map(StarRating.QuotaLimit::after).orElse(standing.stars));
        };
    }

    private RatingOutcome awarded(int stars) {
        Optional<StarBand> band = scheme.band(stars);
        return band.isPresent()
                ? new RatingOutcome.Awarded(stars, band.get().label())
                : new RatingOutcome.NotRecognized(List.of(belowBands()));
    }

    private Reason belowBands() {
        Optional<Fraction> least = scheme.bands().get(0).from();
        Fraction total = standing.total;
        if (least.isEmpty() || total.compareTo(least.get()) >= 0) {
            return new Reason("total", text("Không còn mức sao nào phù hợp", "No band of stars is left"));
        }
        return new Reason(
                "total",
                text(
                        "Tổng điểm " + Decimals.vi(total) + " thấp hơn mức tối thiểu " + Decimals.vi(least.get()),
                        "The total " + Decimals.en(total) + " is below the least total " + Decimals.en(least.get())));
    }

    private List<Reason> reasons(boolean excluding) {
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < standing.met.length; i++) {
            Gate gate = engine.gates.get(i);
            boolean decides =
                    excluding ? gate.effect() instanceof GateEffect.Exclude : gate.effect() instanceof GateEffect.Block;
            if (!standing.met[i] && decides) {
                LocalizedText finding = finding(gate.test());
                reasons.add(new Reason(
                        gate.code(),
                        text(
                                gate.title().vi() + ": " + finding.vi(),
                                gate.title().en() + ": " + finding.en())));
            }
        }
        if (excluding && scheme.missing() == MissingPoints.EXCLUDE) {
            for (Criterion criterion : missingCriteria()) {
                LocalizedText why = gapText(criterion);
                reasons.add(new Reason(
                        criterion.code(),
                        text(
                                "Thiếu điểm tiêu chí " + criterion.title().vi() + ": " + why.vi(),
                                "No score for " + criterion.title().en() + ": " + why.en())));
            }
        }
        return reasons;
    }

    private List<Criterion> missingCriteria() {
        List<Criterion> missing = new ArrayList<>();
        for (int node : engine.leaves) {
            if (standing.points[node] == null && !engine.isBonus(node)) {
                missing.add(engine.nodes.get(node));
            }
        }
        return missing;
    }

    private LocalizedText gapText(Criterion criterion) {
        return engine.leaf(criterion, scores).gap() == Gap.NO_CASES ? NOTHING : MISSING;
    }

    List<GateResult> gates() {
        List<GateResult> results = new ArrayList<>(standing.met.length);
        for (int i = 0; i < standing.met.length; i++) {
            Gate gate = engine.gates.get(i);
            results.add(new GateResult(gate, standing.met[i], finding(gate.test())));
        }
        return List.copyOf(results);
    }

    List<String> unmet() {
        if (standing.verdict == Verdict.NOT_REGISTERED) {
            return List.of();
        }
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < standing.met.length; i++) {
            if (!standing.met[i]) {
                codes.add(engine.gates.get(i).code());
            }
        }
        missingCriteria().forEach(criterion -> codes.add(criterion.code()));
        return List.copyOf(codes);
    }

    List<SatisfactionReading> satisfaction() {
        List<SatisfactionReading> readings = new ArrayList<>();
        for (int node : engine.leaves) {
            Criterion criterion = engine.nodes.get(node);
            reading(criterion.code(), criterion.rule()).ifPresent(readings::add);
        }
        return List.copyOf(readings);
    }

    private Optional<SatisfactionReading> reading(String code, ScoringRule rule) {
        if (rule instanceof ScoringRule.SatisfactionPoints satisfaction) {
            return Optional.ofNullable(engine.fact(satisfaction.fact(), scores))
                    .map(value -> new SatisfactionReading(code, SatisfactionReading.Statistic.EXPRESSED, value));
        } else if (rule instanceof ScoringRule.MeasuredPoints measured
                && statistic(measured.measure()).isPresent()) {
            return Optional.ofNullable(engine.measure(measured.measure(), scores))
                    .map(value -> new SatisfactionReading(
                            code, statistic(measured.measure()).orElseThrow(), value));
        } else if (rule instanceof ScoringRule.FullWhenNone none) {
            return reading(code, none.otherwise());
        } else if (rule instanceof ScoringRule.WithDeductions deductions) {
            return reading(code, deductions.base());
        }
        return Optional.empty();
    }

    private Optional<SatisfactionReading.Statistic> statistic(Measure measure) {
        if (measure instanceof Measure.Complement) {
            return Optional.of(SatisfactionReading.Statistic.COMPLEMENT);
        }
        List<Quantity> quantities = measure instanceof Measure.Amount amount
                ? List.of(amount.quantity())
                : List.of(((Measure.Ratio) measure).part(), ((Measure.Ratio) measure).whole());
        for (Quantity quantity : quantities) {
            for (Quantity.Term term : quantity.terms()) {
                Optional<FactKind> kind = scheme.fact(term.fact()).map(FactDefinition::kind);
                if (kind.equals(Optional.of(FactKind.COMPLEMENT_SATISFACTION))) {
                    return Optional.of(SatisfactionReading.Statistic.COMPLEMENT);
                } else if (kind.equals(Optional.of(FactKind.EXPRESSED_SATISFACTION))) {
                    return Optional.of(SatisfactionReading.Statistic.EXPRESSED);
                }
            }
        }
        return Optional.empty();
    }

    Explanation explanation() {
        List<Explanation> children = new ArrayList<>();
        children.add(method());
        if (standing.verdict != Verdict.NOT_REGISTERED) {
            children.add(total());
            band().ifPresent(children::add);
            for (int i = 0; i < standing.met.length; i++) {
                children.add(gate(engine.gates.get(i), standing.met[i]));
            }
            for (int i = 0; i < standing.applied.length; i++) {
                if (standing.applied[i]) {
                    children.add(adjustment(engine.adjustments.get(i)));
                }
            }
            limit.ifPresent(quota -> children.add(quota(quota)));
        }
        for (Setting setting : scheme.settings()) {
            boolean caller = setting.chosenBy() == Setting.ChosenBy.CALLER;
            children.add(node(
                    Kind.SETTING,
                    setting.name(),
                    setting.title(),
                    text(
                            setting.value() + (caller ? " (do người dùng chọn)" : " (mặc định giả định)"),
                            setting.value() + (caller ? " (chosen by the user)" : " (assumed default)")),
                    Optional.of(Provenance.assumption())));
        }
        return new Explanation(
                Kind.OUTCOME,
                scores.unit().value(),
                outcomeTitle(),
                outcomeStatement(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                children);
    }

    private LocalizedText outcomeTitle() {
        RatingOutcome outcome = outcome();
        if (outcome instanceof RatingOutcome.Awarded awarded) {
            return awarded.label();
        } else if (outcome instanceof RatingOutcome.NotRecognized) {
            return text("Không công nhận", "Not recognised");
        } else if (outcome instanceof RatingOutcome.NotEligible) {
            return text("Không đủ điều kiện đánh giá", "Not eligible for rating");
        }
        return text("Không đăng ký", "Not registered");
    }

    private LocalizedText outcomeStatement() {
        RatingOutcome outcome = outcome();
        List<Reason> reasons = outcome instanceof RatingOutcome.NotRecognized refused
                ? refused.reasons()
                : outcome instanceof RatingOutcome.NotEligible excluded ? excluded.reasons() : List.of();
        if (!reasons.isEmpty()) {
            return joined(reasons.stream().map(Reason::text).toList());
        }
        if (outcome instanceof RatingOutcome.Awarded awarded) {
            if (awarded.stars() == standing.bandStars) {
                return text("Theo tổng điểm", "By the total");
            }
            String before = scheme.band(standing.bandStars)
                    .map(band -> band.label().vi())
                    .orElse("");
            String beforeEn = scheme.band(standing.bandStars)
                    .map(band -> band.label().en())
                    .orElse("");
            return text("Theo tổng điểm là " + before, "By the total it would be " + beforeEn);
        }
        return text("Đơn vị không đăng ký tham gia", "The unit did not register");
    }

    private Explanation method() {
        LocalizedText statement = text(
                "Phương pháp " + scheme.method() + ", hiệu lực "
                        + scheme.method().validity(),
                "Method " + scheme.method() + ", in force " + scheme.method().validity());
        return node(
                Kind.METHOD,
                scheme.method().id(),
                scheme.title(),
                statement,
                Optional.of(new Provenance(
                        scheme.method().standing(), scheme.method().legalBasis(), Optional.empty())));
    }

    private Explanation total() {
        List<Explanation> children = new ArrayList<>();
        scheme.criteria().forEach(criterion -> children.add(criterion(criterion)));
        scheme.bonus().ifPresent(bonus -> {
            children.add(bonus(bonus));
            Fraction base = Fraction.sum(scheme.criteria().stream()
                    .map(criterion -> points(criterion).orElse(Fraction.ZERO))
                    .toList());
            Fraction cut = standing.exactTotal.minus(base.plus(standing.bonusCounted));
            if (cut.signum() != 0) {
                children.add(line(
                        Kind.LIMIT,
                        text("Giới hạn tổng điểm", "Limit of the total"),
                        text(
                                "Điểm thưởng không nâng tổng điểm vượt " + Decimals.vi(scheme.total()),
                                "Bonus points do not lift the total above " + Decimals.en(scheme.total())),
                        cut));
            }
        });
        Fraction difference = standing.total.minus(standing.exactTotal);
        Optional<RoundingRule> rounding = scheme.rounding().total();
        if (difference.signum() != 0 && rounding.isPresent()) {
            children.add(line(
                    Kind.ROUNDING,
                    text("Làm tròn", "Rounding"),
                    text(
                            "Tổng " + Decimals.vi(standing.exactTotal) + " làm tròn đến "
                                    + rounding.get().decimals() + " chữ số thập phân",
                            "The total " + Decimals.en(standing.exactTotal) + " is rounded to "
                                    + rounding.get().decimals() + " decimals"),
                    difference));
        }
        LocalizedText statement = standing.complete
                ? text("Tổng các tiêu chí", "Sum of the criteria")
                : text("Chưa đủ điểm các tiêu chí", "Some criteria have no score");
        return new Explanation(
                Kind.TOTAL,
                "",
                text("Tổng điểm", "Total"),
                statement,
                Optional.of(standing.total),
                Optional.of(scheme.total()),
                Optional.empty(),
                children);
    }

    private Explanation bonus(Bonus bonus) {
        List<Explanation> children = new ArrayList<>();
        bonus.criteria().forEach(criterion -> children.add(criterion(criterion)));
        Fraction cut = standing.bonusCounted.minus(standing.bonusEarned);
        if (cut.signum() != 0) {
            children.add(line(
                    Kind.LIMIT,
                    text("Giới hạn điểm thưởng", "Limit of the bonus"),
                    text(
                            "Tối đa " + Decimals.vi(bonus.cap()) + " điểm",
                            "At most " + Decimals.en(bonus.cap()) + " points"),
                    cut));
        }
        return new Explanation(
                Kind.BONUS,
                "",
                text("Điểm thưởng", "Bonus"),
                text("Cộng thêm, tối đa " + Decimals.vi(bonus.cap()), "Added, at most " + Decimals.en(bonus.cap())),
                Optional.of(standing.bonusCounted),
                Optional.of(bonus.cap()),
                Optional.empty(),
                children);
    }

    private Explanation criterion(Criterion criterion) {
        List<Explanation> children = new ArrayList<>();
        LocalizedText statement;
        if (criterion.parts().isEmpty()) {
            statement = rule(criterion.rule(), criterion, children);
            PointsEntry entry = scores.points().getOrDefault(criterion.code(), PointsEntry.NONE);
            entry.self()
                    .ifPresent(self -> children.add(
                            value(text("Điểm tự chấm", "Self-score"), text(Decimals.vi(self), Decimals.en(self)))));
            entry.appraised()
                    .ifPresent(appraised -> children.add(value(
                            text("Điểm thẩm định", "Appraised score"),
                            text(Decimals.vi(appraised), Decimals.en(appraised)))));
            scheme.rounding()
                    .criterion()
                    .ifPresent(rule -> children.add(value(
                            text("Làm tròn điểm tiêu chí", "Rounding of the points"),
                            text(
                                    "đến " + rule.decimals() + " chữ số thập phân",
                                    "to " + rule.decimals() + " decimals"))));
        } else {
            criterion.parts().forEach(part -> children.add(criterion(part)));
            statement = text("Tổng các tiêu chí thành phần", "Sum of the sub-criteria");
        }
        return new Explanation(
                Kind.CRITERION,
                criterion.code(),
                criterion.title(),
                statement,
                points(criterion),
                Optional.of(criterion.maximum()),
                Optional.of(criterion.provenance()),
                children);
    }

    private Optional<Fraction> points(Criterion criterion) {
        return Optional.ofNullable(standing.points[engine.node(criterion.code())]);
    }

    private LocalizedText rule(ScoringRule rule, Criterion criterion, List<Explanation> values) {
        if (rule instanceof ScoringRule.PointsGiven) {
            return points(criterion).isPresent() || engine.isBonus(engine.node(criterion.code()))
                    ? text("Điểm được chấm", "Points given")
                    : missing();
        } else if (rule instanceof ScoringRule.MeasuredPoints measured) {
            values(measured.measure(), values);
            return mapped(measure(measured.measure()), measured.mapping(), unit(measured.measure()));
        } else if (rule instanceof ScoringRule.SatisfactionPoints satisfaction) {
            factValue(satisfaction.fact(), values);
            LocalizedText mapped =
                    mapped(Optional.ofNullable(engine.fact(satisfaction.fact(), scores)), satisfaction.mapping(), "");
            return text("Mức độ hài lòng được bày tỏ: " + mapped.vi(), "Expressed satisfaction: " + mapped.en());
        } else if (rule instanceof ScoringRule.FullWhenNone none) {
            quantityValues(none.cases(), values);
            Fraction cases = engine.quantity(none.cases(), scores);
            if (cases == null) {
                return missing();
            }
            return cases.signum() == 0
                    ? text(
                            "Không phát sinh trường hợp nào trong năm: cho điểm tối đa",
                            "There was no case in the year: full points")
                    : rule(none.otherwise(), criterion, values);
        } else if (rule instanceof ScoringRule.DossierAverage average) {
            quantityValues(average.points(), values);
            quantityValues(average.dossiers(), values);
            Fraction sum = engine.quantity(average.points(), scores);
            Fraction dossiers = engine.quantity(average.dossiers(), scores);
            if (sum == null || dossiers == null) {
                return missing();
            }
            return dossiers.signum() == 0
                    ? NOTHING
                    : text(
                            "Trung bình: " + Decimals.vi(sum) + " điểm ÷ " + Decimals.vi(dossiers)
                                    + " hồ sơ, làm tròn đến "
                                    + average.rounding().decimals() + " chữ số thập phân",
                            "Average: " + Decimals.en(sum) + " points ÷ " + Decimals.en(dossiers)
                                    + " dossiers, rounded to "
                                    + average.rounding().decimals() + " decimals");
        } else if (rule instanceof ScoringRule.WithDeductions deductions) {
            LocalizedText base = rule(deductions.base(), criterion, values);
            List<LocalizedText> parts = new ArrayList<>(List.of(base));
            for (ScoringRule.Deduction deduction : deductions.deductions()) {
                quantityValues(deduction.cases(), values);
                Fraction taken = engine.deducted(deduction, scores);
                parts.add(
                        taken == null
                                ? missing()
                                : text(
                                        "trừ " + Decimals.vi(taken) + " điểm",
                                        "less " + Decimals.en(taken) + " points"));
            }
            return joined(parts);
        }
        return text("Điểm tối đa", "Full points");
    }

    private static String unit(Measure measure) {
        Fraction scale = measure instanceof Measure.Ratio ratio
                ? ratio.scale()
                : measure instanceof Measure.Complement complement ? complement.scale() : Fraction.ONE;
        return scale.equals(Fraction.of(100, 1)) ? " %" : "";
    }

    private Optional<Fraction> measure(Measure measure) {
        return Optional.ofNullable(engine.measure(measure, scores));
    }

    private LocalizedText mapped(Optional<Fraction> value, PointsMapping mapping, String unit) {
        if (value.isEmpty()) {
            return missing();
        }
        String vi = Decimals.vi(value.get()) + unit;
        String en = Decimals.en(value.get()) + unit;
        if (mapping instanceof PointsMapping.Linear linear) {
            return text(
                    vi + ", tính theo tỷ lệ từ " + Decimals.vi(linear.zeroAt()) + " đến "
                            + Decimals.vi(linear.fullAt()),
                    en + ", in proportion from " + Decimals.en(linear.zeroAt()) + " to "
                            + Decimals.en(linear.fullAt()));
        }
        return text(vi + ", tra bảng mức điểm", en + ", by the band table");
    }

    private static LocalizedText missing() {
        return MISSING;
    }

    private void values(Measure measure, List<Explanation> values) {
        if (measure instanceof Measure.Amount amount) {
            quantityValues(amount.quantity(), values);
        } else if (measure instanceof Measure.Ratio ratio) {
            quantityValues(ratio.part(), values);
            quantityValues(ratio.whole(), values);
        } else if (measure instanceof Measure.Complement complement) {
            quantityValues(complement.all(), values);
            quantityValues(complement.negative(), values);
            values.add(value(
                    text("Loại thống kê", "Statistic"),
                    text(
                            "tỷ lệ không phản ánh (phần bù): người không trả lời được tính là hài lòng",
                            "complement: whoever says nothing counts as satisfied")));
        }
    }

    private void quantityValues(Quantity quantity, List<Explanation> values) {
        quantity.terms().forEach(term -> factValue(term.fact(), values));
    }

    private void factValue(String key, List<Explanation> values) {
        if (values.stream().anyMatch(node -> node.code().equals(key))) {
            return;
        }
        LocalizedText title = scheme.fact(key).map(FactDefinition::title).orElse(LocalizedText.same(key));
        Optional<Provenance> provenance = scheme.fact(key).map(FactDefinition::provenance);
        values.add(node(Kind.VALUE, key, title, factText(key, Decimals::exact), provenance));
    }

    private LocalizedText factText(String key, BiFunction<Fraction, Language, String> writing) {
        Fraction value = engine.fact(key, scores);
        if (value == null) {
            return missing();
        }
        boolean assumed = !scores.facts().containsKey(key);
        LocalizedText text;
        if (scheme.fact(key).map(FactDefinition::kind).equals(Optional.of(FactKind.YES_NO))) {
            text = value.signum() != 0 ? text("có", "yes") : text("không", "no");
        } else {
            text = localized(language -> writing.apply(value, language));
        }
        if (scores.facts().get(key) instanceof FactValue.Surveyed surveyed) {
            String error =
                    surveyed.standardError() > 0 ? String.format(Locale.ROOT, " ± %.4f", surveyed.standardError()) : "";
            text = text(
                    text.vi()
                            + error.replace('.', ',')
                            + surveyed.respondents().stream()
                                    .mapToObj(n -> " (" + n + " phiếu)")
                                    .collect(Collectors.joining()),
                    text.en()
                            + error
                            + surveyed.respondents().stream()
                                    .mapToObj(n -> " (" + n + " answers)")
                                    .collect(Collectors.joining()));
        }
        return assumed ? text(text.vi() + " (mặc định)", text.en() + " (default)") : text;
    }

    private Optional<Explanation> band() {
        if (!standing.complete && scheme.missing() == MissingPoints.EXCLUDE) {
            return Optional.empty();
        }
        Optional<StarBand> band = scheme.band(standing.bandStars);
        if (band.isEmpty()) {
            Reason reason = belowBands();
            return Optional.of(node(
                    Kind.BAND,
                    "",
                    text("Dưới các mức", "Below the bands"),
                    reason.text(),
                    Optional.of(scheme.bands().get(0).provenance())));
        }
        return Optional.of(node(
                Kind.BAND,
                "",
                band.get().label(),
                interval(band.get()),
                Optional.of(band.get().provenance())));
    }

    private LocalizedText interval(StarBand band) {
        return localized(language -> {
            boolean vi = language == Language.VI;
            String from = band.from()
                    .map(value -> (vi ? "từ " : "from ") + Decimals.shown(value, language))
                    .orElse("");
            String below = band.below()
                    .map(value -> (vi ? "dưới " : "below ") + Decimals.shown(value, language))
                    .orElse("");
            String joint = from.isEmpty() || below.isEmpty() ? "" : vi ? " đến " : " to ";
            String interval = from + joint + below;
            String total = Decimals.shown(standing.total, language);
            return (vi ? "Tổng điểm " : "The total ")
                    + total
                    + (interval.isEmpty() ? "" : (vi ? " thuộc mức " : " lies in the band ") + interval);
        });
    }

    private Explanation gate(Gate gate, boolean met) {
        LocalizedText finding = finding(gate.test());
        LocalizedText statement = met
                ? finding
                : text(
                        finding.vi() + " → " + effect(gate).vi(),
                        finding.en() + " → " + effect(gate).en());
        List<Explanation> values = new ArrayList<>();
        testValues(gate.test(), values);
        return new Explanation(
                met ? Kind.GATE_MET : Kind.GATE_UNMET,
                gate.code(),
                gate.title(),
                text((met ? "đạt: " : "không đạt: ") + statement.vi(), (met ? "met: " : "not met: ") + statement.en()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(gate.provenance()),
                values);
    }

    private LocalizedText effect(Gate gate) {
        if (gate.effect() instanceof GateEffect.Block) {
            return text("không công nhận", "not recognised");
        } else if (gate.effect() instanceof GateEffect.CapStars cap) {
            return capText(cap.stars());
        } else if (gate.effect() instanceof GateEffect.CapBandStars cap) {
            LocalizedText text = capText(cap.stars());
            return text(text.vi() + " trước điều chỉnh", text.en() + " before adjustments");
        }
        return text("không đánh giá", "not rated");
    }

    private LocalizedText capText(int stars) {
        LocalizedText label = scheme.band(stars).map(StarBand::label).orElse(LocalizedText.same("" + stars));
        return text("tối đa " + label.vi(), "at most " + label.en());
    }

    private void testValues(GateTest test, List<Explanation> values) {
        if (test instanceof GateTest.FactIs is) {
            factValue(is.fact(), values);
        } else if (test instanceof GateTest.MeasureWithin within) {
            values(within.measure(), values);
        } else if (test instanceof GateTest.SatisfactionFloor floor) {
            factValue(floor.fact(), values);
        } else if (test instanceof GateTest.MinimumBase base) {
            factValue(base.fact(), values);
        } else if (test instanceof GateTest.DocumentsComplete complete) {
            complete.documents().forEach(document -> factValue(document, values));
        } else if (test instanceof GateTest.AllOf all) {
            all.tests().forEach(inner -> testValues(inner, values));
        } else if (test instanceof GateTest.AnyOf any) {
            any.tests().forEach(inner -> testValues(inner, values));
        }
    }

    LocalizedText finding(GateTest test) {
        if (test instanceof GateTest.CriterionMinimum minimum) {
            Criterion criterion = engine.nodes.get(engine.node(minimum.criterion()));
            Optional<Fraction> points = points(criterion);
            return localized(language -> (language == Language.VI ? "Điểm " : "Points of ")
                    + criterion.title().in(language) + ": "
                    + points.map(value -> Decimals.shown(value, language)).orElse("–") + " / "
                    + (language == Language.VI ? "tối thiểu " : "at least ")
                    + Decimals.shown(minimum.atLeast(), language));
        } else if (test instanceof GateTest.FactIs is) {
            return fact(is.fact());
        } else if (test instanceof GateTest.MeasureWithin within) {
            Optional<Fraction> value = measure(within.measure());
            return localized(language -> {
                boolean vi = language == Language.VI;
                String limits = within.atLeast()
                                .map(least -> (vi ? ", tối thiểu " : ", at least ") + Decimals.shown(least, language))
                                .orElse("")
                        + within.atMost()
                                .map(most -> (vi ? ", tối đa " : ", at most ") + Decimals.shown(most, language))
                                .orElse("");
                return value.map(number -> Decimals.shown(number, language))
                                .orElse(vi ? "không có giá trị" : "no value")
                        + unit(within.measure())
                        + limits;
            });
        } else if (test instanceof GateTest.SatisfactionFloor floor) {
            LocalizedText fact = fact(floor.fact());
            return text(
                    fact.vi() + " / tối thiểu " + Decimals.vi(floor.atLeast()) + " với ít nhất " + floor.minimumBase()
                            + " phiếu",
                    fact.en() + " / at least " + Decimals.en(floor.atLeast()) + " from at least " + floor.minimumBase()
                            + " answers");
        } else if (test instanceof GateTest.MinimumBase base) {
            long respondents = Engine.respondents(base.fact(), scores);
            return text(
                    respondents + " phiếu / tối thiểu " + base.respondents(),
                    respondents + " answers / at least " + base.respondents());
        } else if (test instanceof GateTest.DocumentsComplete complete) {
            List<String> missing = complete.documents().stream()
                    .filter(document -> !engine.isYes(document, scores))
                    .toList();
            int all = complete.documents().size();
            int there = all - missing.size();
            return localized(language -> there + "/" + all
                    + (missing.isEmpty()
                            ? ""
                            : (language == Language.VI ? ", thiếu: " : ", missing: ")
                                    + missing.stream()
                                            .map(key -> scheme.fact(key)
                                                    .map(FactDefinition::title)
                                                    .orElse(LocalizedText.same(key))
                                                    .in(language))
                                            .collect(Collectors.joining("; "))));
        } else if (test instanceof GateTest.AllOf all) {
            return joined(all.tests().stream().map(this::finding).toList());
        } else if (test instanceof GateTest.AnyOf any) {
            List<LocalizedText> findings =
                    any.tests().stream().map(this::finding).toList();
            return localized(language -> findings.stream()
                    .map(text -> text.in(language))
                    .collect(Collectors.joining(language == Language.VI ? " hoặc " : " or ")));
        }
        String other = ((GateTest.GateMet) test).gate();
        return text("theo điều kiện " + other, "by gate " + other);
    }

    private LocalizedText fact(String key) {
        LocalizedText title = scheme.fact(key).map(FactDefinition::title).orElse(LocalizedText.same(key));
        LocalizedText value = factText(key, Decimals::shown);
        return text(title.vi() + ": " + value.vi(), title.en() + ": " + value.en());
    }

    private Explanation adjustment(StarAdjustment adjustment) {
        String change = adjustment.change() > 0 ? "+" + adjustment.change() : "" + adjustment.change();
        LocalizedText finding = finding(adjustment.test());
        return node(
                Kind.ADJUSTMENT,
                adjustment.code(),
                adjustment.title(),
                text(change + " sao: " + finding.vi(), change + " star(s): " + finding.en()),
                Optional.of(adjustment.provenance()));
    }

    private Explanation quota(StarRating.QuotaLimit applied) {
        Quota quota = applied.quota();
        return node(
                Kind.QUOTA,
                quota.code(),
                quota.title(),
                text(
                        applied.reached() + " đơn vị đạt, chỉ tiêu cho phép " + applied.allowed() + " → "
                                + capText(applied.after()).vi(),
                        applied.reached() + " units reached it, the quota allows " + applied.allowed() + " → "
                                + capText(applied.after()).en()),
                Optional.of(quota.provenance()));
    }

    private static Explanation value(LocalizedText title, LocalizedText statement) {
        return node(Kind.VALUE, "", title, statement, Optional.empty());
    }

    private static Explanation line(Kind kind, LocalizedText title, LocalizedText statement, Fraction points) {
        return new Explanation(
                kind, "", title, statement, Optional.of(points), Optional.empty(), Optional.empty(), List.of());
    }

    private static Explanation node(
            Kind kind, String code, LocalizedText title, LocalizedText statement, Optional<Provenance> provenance) {
        return new Explanation(kind, code, title, statement, Optional.empty(), Optional.empty(), provenance, List.of());
    }

    private static LocalizedText text(String vi, String en) {
        return LocalizedText.of(vi, en);
    }

    private static LocalizedText localized(Function<Language, String> words) {
        return LocalizedText.of(words.apply(Language.VI), words.apply(Language.EN));
    }

    private static LocalizedText joined(List<LocalizedText> texts) {
        return localized(
                language -> texts.stream().map(text -> text.in(language)).collect(Collectors.joining("; ")));
    }
}
