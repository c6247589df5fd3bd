package vn.sipas.core.rating;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Checked;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.Problem;
import vn.sipas.core.Severity;

/**
 * A rating scheme (bộ tiêu chí) as data: criteria, bonus points, gates, star bands, quotas, rounding. Immutable and safe
 * for use by several threads.
 *
 * <p>A scheme cannot exist with a hole or an overlap between its bands, maxima that do not sum to its total, a rule that
 * looks at an undeclared fact, or gates that depend on each other in a circle.
 */
public final class RatingScheme {

    private final MethodVersion method;
    private final LocalizedText title;
    private final Fraction total;
    private final List<FactDefinition> facts;
    private final List<Criterion> criteria;
    private final Optional<Bonus> bonus;
    private final List<Gate> gates;
    private final List<StarAdjustment> adjustments;
    private final List<StarBand> bands;
    private final List<Quota> quotas;
    private final SeriesGuardrail guardrail;
    private final RoundingPolicy rounding;
    private final MissingPoints missing;
    private final Optional<String> registration;
    private final List<Setting> settings;
    private final Map<String, FactDefinition> factsByKey;
    private final Map<String, Criterion> criteriaByCode;

    private RatingScheme(Builder builder, List<StarBand> sortedBands) {
        this.method = builder.method;
        this.title = builder.title;
        this.total = builder.total;
        this.facts = List.copyOf(builder.facts);
        this.criteria = List.copyOf(builder.criteria);
        this.bonus = builder.bonus;
        this.gates = List.copyOf(builder.gates);
        this.adjustments = List.copyOf(builder.adjustments);
        this.bands = sortedBands;
        this.quotas = List.copyOf(builder.quotas);
        this.guardrail = builder.guardrail;
        this.rounding = builder.rounding;
        this.missing = builder.missing;
        this.registration = builder.registration;
        this.settings = List.copyOf(builder.settings);
        Map<String, FactDefinition> byKey = new LinkedHashMap<>();
        facts.forEach(fact -> byKey.put(fact.key(), fact));
        this.factsByKey = Collections.unmodifiableMap(byKey);
        Map<String, Criterion> byCode = new LinkedHashMap<>();
        collect(criteria, byCode);
        bonus.ifPresent(present -> collect(present.criteria(), byCode));
        this.criteriaByCode = Collections.unmodifiableMap(byCode);
    }

    /**
     * Starts a scheme.
     *
     * @param method the name and version under which its ratings are published
     * @param title what it is called
     * @param total the total of the maxima of its criteria, without bonus; more than 0
     * @return a builder
     */
    public static Builder builder(MethodVersion method, LocalizedText title, Fraction total) {
        return new Builder(method, title, total);
    }

    /**
     * Returns the name and version under which ratings are published.
     *
     * @return the method version
     */
    public MethodVersion method() {
        return method;
    }

    /**
     * Returns the title.
     *
     * @return what the scheme is called
     */
    public LocalizedText title() {
        return title;
    }

    /**
     * Returns the total of the maxima, without bonus.
     *
     * @return the total
     */
    public Fraction total() {
        return total;
    }

    /**
     * Returns the facts that rules and gates look at.
     *
     * @return the facts in order
     */
    public List<FactDefinition> facts() {
        return facts;
    }

    /**
     * Returns the criteria, without bonus.
     *
     * @return the criteria of the first level in order
     */
    public List<Criterion> criteria() {
        return criteria;
    }

    /**
     * Returns the bonus.
     *
     * @return the bonus, if the scheme has one
     */
    public Optional<Bonus> bonus() {
        return bonus;
    }

    /**
     * Returns the gates.
     *
     * @return the gates in order
     */
    public List<Gate> gates() {
        return gates;
    }

    /**
     * Returns the star adjustments.
     *
     * @return the adjustments in the order in which they apply
     */
    public List<StarAdjustment> adjustments() {
        return adjustments;
    }

    /**
     * Returns the star bands.
     *
     * @return the bands from low to high
     */
    public List<StarBand> bands() {
        return bands;
    }

    /**
     * Returns the quotas.
     *
     * @return the quotas in the order in which they apply
     */
    public List<Quota> quotas() {
        return quotas;
    }

    /**
     * Returns what keeps successive years comparable.
     *
     * @return the guardrail
     */
    public SeriesGuardrail guardrail() {
        return guardrail;
    }

    /**
     * Returns where the scheme rounds.
     *
     * @return the policy
     */
    public RoundingPolicy rounding() {
        return rounding;
    }

    /**
     * Returns what a criterion without a score means.
     *
     * @return the policy
     */
    public MissingPoints missing() {
        return missing;
    }

    /**
     * Returns the key of the yes-or-no fact that tells whether a unit registered.
     *
     * @return the key, absent if every unit takes part
     */
    public Optional<String> registration() {
        return registration;
    }

    /**
     * Returns the settings that were used to complete the scheme.
     *
     * @return the settings in order
     */
    public List<Setting> settings() {
        return settings;
    }

    /**
     * Finds a fact.
     *
     * @param key its key
     * @return the fact, if the scheme declares it
     */
    public Optional<FactDefinition> fact(String key) {
        return Optional.ofNullable(factsByKey.get(key));
    }

    /**
     * Finds a criterion at any depth, bonus included.
     *
     * @param code its code
     * @return the criterion, if the scheme has it
     */
    public Optional<Criterion> criterion(String code) {
        return Optional.ofNullable(criteriaByCode.get(code));
    }

    /**
     * Returns all criteria at any depth, groups before their parts, bonus last.
     *
     * @return the criteria
     */
    public Collection<Criterion> allCriteria() {
        return criteriaByCode.values();
    }

    /**
     * Finds the band of a number of stars.
     *
     * @param stars the number of stars
     * @return the band, if there is one
     */
    public Optional<StarBand> band(int stars) {
        return bands.stream().filter(band -> band.stars() == stars).findFirst();
    }

    /**
     * Tells whether stars of this scheme may be compared with stars of another.
     *
     * @param other the other scheme
     * @return whether both are of one method, or one of them declares the other comparable
     */
    public boolean comparableWith(RatingScheme other) {
        return method.id().equals(other.method.id())
                || guardrail.comparableWith().contains(other.method.id())
                || other.guardrail.comparableWith().contains(method.id());
    }

    /**
     * Holds the cut-offs of this scheme near those of the year before, as its guardrail says. A band whose cut-off was
     * held says so in its provenance.
     *
     * @param previous the scheme of the year before
     * @return this scheme, or a copy with held cut-offs
     */
    public RatingScheme heldBy(RatingScheme previous) {
        if (guardrail.maximumMove().isEmpty()) {
            return this;
        }
        Fraction move = guardrail.maximumMove().get();
        List<Optional<Fraction>> starts = new ArrayList<>();
        boolean held = false;
        for (StarBand band : bands) {
            Optional<Fraction> before = previous.band(band.stars()).flatMap(StarBand::from);
            Optional<Fraction> start = band.from();
            if (before.isPresent() && start.isPresent()) {
                Fraction least = before.get().minus(move);
                Fraction most = before.get().plus(move);
                Fraction kept =
                        start.get().compareTo(least) < 0 ? least : start.get().compareTo(most) > 0 ? most : start.get();
                held |= kept.compareTo(start.get()) != 0;
                start = Optional.of(kept);
            }
            starts.add(start);
        }
        if (!held) {
            return this;
        }
        List<StarBand> moved = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            StarBand band = bands.get(i);
            Optional<Fraction> below = i + 1 < bands.size() ? starts.get(i + 1) : Optional.empty();
            Provenance provenance = band.from().equals(starts.get(i))
                    ? band.provenance()
                    : Provenance.of(
                            band.provenance().standing(),
                            LocalizedText.of(
                                    "Ngưỡng được giữ: mỗi năm thay đổi không quá " + Decimals.vi(move)
                                            + " điểm (dự kiến "
                                            + Decimals.vi(band.from().orElse(Fraction.ZERO)) + ")",
                                    "Cut-off held: it moves by at most " + Decimals.en(move)
                                            + " points a year (proposed "
                                            + Decimals.en(band.from().orElse(Fraction.ZERO)) + ")"));
            moved.add(new StarBand(band.stars(), band.label(), starts.get(i), below, provenance));
        }
        Builder copy = toBuilder();
        copy.bands.clear();
        copy.bands.addAll(moved);
        return copy.build();
    }

    /**
     * Returns a builder filled with this scheme.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder(method, title, total);
        builder.facts.addAll(facts);
        builder.criteria.addAll(criteria);
        builder.bonus = bonus;
        builder.gates.addAll(gates);
        builder.adjustments.addAll(adjustments);
        builder.bands.addAll(bands);
        builder.quotas.addAll(quotas);
        builder.guardrail = guardrail;
        builder.rounding = rounding;
        builder.missing = missing;
        builder.registration = registration;
        builder.settings.addAll(settings);
        return builder;
    }

    /** Compares all parts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RatingScheme scheme && parts().equals(scheme.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /**
     * Returns the method version.
     *
     * @return a line for logs
     */
    @Override
    public String toString() {
        return method.toString();
    }

    private List<Object> parts() {
        return List.of(
                method,
                title,
                total,
                facts,
                criteria,
                bonus,
                gates,
                adjustments,
                bands,
                quotas,
                guardrail,
                rounding,
                missing,
                registration,
                settings);
    }

    private static void collect(List<Criterion> criteria, Map<String, Criterion> byCode) {
        for (Criterion criterion : criteria) {
            byCode.put(criterion.code(), criterion);
            collect(criterion.parts(), byCode);
        }
    }

    /** Collects the parts of a scheme. Not safe for use by several threads. */
    public static final class Builder {

        final MethodVersion method;
        final LocalizedText title;
        final Fraction total;
        final List<FactDefinition> facts = new ArrayList<>();
        final List<Criterion> criteria = new ArrayList<>();
        Optional<Bonus> bonus = Optional.empty();
        final List<Gate> gates = new ArrayList<>();
        final List<StarAdjustment> adjustments = new ArrayList<>();
        final List<StarBand> bands = new ArrayList<>();
        final List<Quota> quotas = new ArrayList<>();
        SeriesGuardrail guardrail = SeriesGuardrail.none();
        RoundingPolicy rounding = RoundingPolicy.exact();
        MissingPoints missing = MissingPoints.EXCLUDE;
        Optional<String> registration = Optional.empty();
        final List<Setting> settings = new ArrayList<>();

        private Builder(MethodVersion method, LocalizedText title, Fraction total) {
            this.method = Objects.requireNonNull(method, "method");
            this.title = Objects.requireNonNull(title, "title");
            this.total = Objects.requireNonNull(total, "total");
        }

        /**
         * Adds a fact.
         *
         * @param fact the fact
         * @return this builder
         */
        public Builder fact(FactDefinition fact) {
            facts.add(Objects.requireNonNull(fact, "fact"));
            return this;
        }

        /**
         * Adds a criterion of the first level.
         *
         * @param criterion the criterion
         * @return this builder
         */
        public Builder criterion(Criterion criterion) {
            criteria.add(Objects.requireNonNull(criterion, "criterion"));
            return this;
        }

        /**
         * Sets the bonus; none if not called.
         *
         * @param newBonus the bonus
         * @return this builder
         */
        public Builder bonus(Bonus newBonus) {
            bonus = Optional.of(newBonus);
            return this;
        }

        /**
         * Adds a gate.
         *
         * @param gate the gate
         * @return this builder
         */
        public Builder gate(Gate gate) {
            gates.add(Objects.requireNonNull(gate, "gate"));
            return this;
        }

        /**
         * Adds a star adjustment after those added before.
         *
         * @param adjustment the adjustment
         * @return this builder
         */
        public Builder adjustment(StarAdjustment adjustment) {
            adjustments.add(Objects.requireNonNull(adjustment, "adjustment"));
            return this;
        }

        /**
         * Adds a star band, in any order.
         *
         * @param band the band
         * @return this builder
         */
        public Builder band(StarBand band) {
            bands.add(Objects.requireNonNull(band, "band"));
            return this;
        }

        /**
         * Adds a quota after those added before.
         *
         * @param quota the quota
         * @return this builder
         */
        public Builder quota(Quota quota) {
            quotas.add(Objects.requireNonNull(quota, "quota"));
            return this;
        }

        /**
         * Sets the guardrail; {@link SeriesGuardrail#none()} if not called.
         *
         * @param newGuardrail the guardrail
         * @return this builder
         */
        public Builder guardrail(SeriesGuardrail newGuardrail) {
            guardrail = Objects.requireNonNull(newGuardrail, "newGuardrail");
            return this;
        }

        /**
         * Sets where the scheme rounds; {@link RoundingPolicy#exact()} if not called.
         *
         * @param newRounding the policy
         * @return this builder
         */
        public Builder rounding(RoundingPolicy newRounding) {
            rounding = Objects.requireNonNull(newRounding, "newRounding");
            return this;
        }

        /**
         * Sets what a criterion without a score means; {@link MissingPoints#EXCLUDE} if not called.
         *
         * @param newMissing the policy
         * @return this builder
         */
        public Builder missing(MissingPoints newMissing) {
            missing = Objects.requireNonNull(newMissing, "newMissing");
            return this;
        }

        /**
         * Names the yes-or-no fact that tells whether a unit registered; without it every unit takes part.
         *
         * @param fact the key of the fact
         * @return this builder
         */
        public Builder registration(String fact) {
            registration = Optional.of(fact);
            return this;
        }

        /**
         * Records a setting that was used to complete the scheme.
         *
         * @param setting the setting
         * @return this builder
         */
        public Builder setting(Setting setting) {
            settings.add(Objects.requireNonNull(setting, "setting"));
            return this;
        }

        /**
         * Checks the whole and makes the scheme if it is sound.
         *
         * @return the scheme, or what is wrong with it, each problem with the path of the part, such as
         *     {@code gates[1].require.fact}
         */
        public Checked<RatingScheme> check() {
            SchemeInspection inspection = new SchemeInspection(this);
            List<Problem> problems = inspection.problems();
            if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
                return Checked.refused(problems);
            }
            return Checked.of(new RatingScheme(this, inspection.sortedBands()), problems);
        }

        /**
         * Makes the scheme.
         *
         * @return the scheme
         * @throws vn.sipas.core.ProblemException if it is not sound
         */
        public RatingScheme build() {
            return check().orThrow();
        }
    }
}
