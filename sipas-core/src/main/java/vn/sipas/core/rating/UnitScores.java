package vn.sipas.core.rating;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Checked;
import vn.sipas.core.Fraction;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.unit.UnitCode;

/**
 * What is known of a unit in a period: points given and facts. Immutable and safe for use by several threads.
 */
public final class UnitScores {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,18}(?:\\.[0-9]{1,18})?");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");
    private static final Set<String> YES = Set.of("yes", "true", "1", "có");
    private static final Set<String> NO = Set.of("no", "false", "0", "không");

    private final UnitCode unit;
    private final Map<String, PointsEntry> points;
    private final Map<String, FactValue> facts;

    private UnitScores(UnitCode unit, Map<String, PointsEntry> points, Map<String, FactValue> facts) {
        this.unit = unit;
        this.points = points;
        this.facts = facts;
    }

    /**
     * Starts the scores of a unit.
     *
     * @param unit the unit
     * @return a builder
     */
    public static Builder builder(UnitCode unit) {
        return new Builder(unit);
    }

    /**
     * Reads the lines of a score file that belong to one unit. Lines that cannot be used become problems, the others
     * are kept.
     *
     * @param scheme the scheme whose criteria and facts the keys name
     * @param unit the unit
     * @param entries the lines
     * @return the scores and the problems
     */
    public static Checked<UnitScores> read(RatingScheme scheme, UnitCode unit, List<ScoreEntry> entries) {
        return new Reading(scheme, unit).read(entries);
    }

    /**
     * Returns the unit.
     *
     * @return its code
     */
    public UnitCode unit() {
        return unit;
    }

    /**
     * Returns the points given.
     *
     * @return the points by criterion
     */
    public Map<String, PointsEntry> points() {
        return points;
    }

    /**
     * Returns the facts.
     *
     * @return the values by key
     */
    public Map<String, FactValue> facts() {
        return facts;
    }

    /**
     * Returns these scores with other values for some facts.
     *
     * @param changed the new values by key
     * @return the scores
     */
    public UnitScores withFacts(Map<String, FactValue> changed) {
        Map<String, FactValue> merged = new LinkedHashMap<>(facts);
        merged.putAll(changed);
        return new UnitScores(unit, points, Collections.unmodifiableMap(merged));
    }

    /**
     * Returns a builder filled with these scores.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder(unit);
        builder.points.putAll(points);
        builder.facts.putAll(facts);
        return builder;
    }

    /**
     * Finds what does not fit a scheme: keys that it does not have, values outside their intervals.
     *
     * @param scheme the scheme
     * @return the problems, empty if all fits
     */
    public List<Problem> problemsUnder(RatingScheme scheme) {
        List<Problem> problems = new ArrayList<>();
        points.forEach((code, entry) -> {
            Optional<Criterion> criterion = scheme.criterion(code);
            if (criterion.isEmpty()) {
                problems.add(unknown(code, scheme));
                return;
            }
            if (entry.appraised().isPresent() && !(criterion.get().rule() instanceof ScoringRule.PointsGiven)) {
                problems.add(Problem.of(RatingProblem.POINTS_COMPUTED, Place.path(code), "key", code));
            }
            entry.appraised().ifPresent(value -> checkPoints(criterion.get(), value, problems));
            entry.self().ifPresent(value -> checkPoints(criterion.get(), value, problems));
        });
        facts.forEach((key, value) -> {
            Optional<FactDefinition> fact = scheme.fact(key);
            if (fact.isEmpty()) {
                problems.add(unknown(key, scheme));
            } else {
                checkFact(fact.get(), value).ifPresent(problems::add);
            }
        });
        return problems;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitScores scores
                && unit.equals(scores.unit)
                && points.equals(scores.points)
                && facts.equals(scores.facts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, points, facts);
    }

    /**
     * Returns the unit and the number of values.
     *
     * @return a line for logs
     */
    @Override
    public String toString() {
        return unit + " (" + points.size() + " criteria, " + facts.size() + " facts)";
    }

    private static Problem unknown(String key, RatingScheme scheme) {
        return Problem.of(RatingProblem.KEY_UNKNOWN, Place.path(key), "key", key, "scheme", scheme.method());
    }

    private static void checkPoints(Criterion criterion, Fraction value, List<Problem> problems) {
        if (value.compareTo(criterion.least()) < 0 || value.compareTo(criterion.maximum()) > 0) {
            problems.add(Problem.of(
                    RatingProblem.SCORE_OUTSIDE,
                    Place.path(criterion.code()),
                    "key",
                    criterion.code(),
                    "interval",
                    "[" + Decimals.exact(criterion.least()) + ", " + Decimals.exact(criterion.maximum()) + "]"));
        }
    }

    private static Optional<Problem> checkFact(FactDefinition fact, FactValue value) {
        boolean formed =
                switch (fact.kind()) {
                    case COUNT ->
                        value instanceof FactValue.Amount
                                && value.value().denominator().bitLength() == 1;
                    case YES_NO -> value instanceof FactValue.YesNo;
                    case NUMBER, EXPRESSED_SATISFACTION, COMPLEMENT_SATISFACTION -> !(value instanceof FactValue.YesNo);
                };
        if (!formed) {
            return Optional.of(Problem.of(
                    RatingProblem.SCORE_FORM,
                    Place.path(fact.key()),
                    "key",
                    fact.key(),
                    "expected",
                    expected(fact.kind())));
        }
        return fact.holds(value.value())
                ? Optional.empty()
                : Optional.of(Problem.of(
                        RatingProblem.SCORE_OUTSIDE,
                        Place.path(fact.key()),
                        "key",
                        fact.key(),
                        "interval",
                        fact.interval()));
    }

    private static String expected(FactKind kind) {
        return switch (kind) {
            case COUNT -> "0, 1, 2 …";
            case YES_NO -> "yes/no, có/không";
            case NUMBER, EXPRESSED_SATISFACTION, COMPLEMENT_SATISFACTION -> "12.34";
        };
    }

    /** Collects the scores of a unit. Not safe for use by several threads. */
    public static final class Builder {

        private final UnitCode unit;
        private final Map<String, PointsEntry> points = new LinkedHashMap<>();
        private final Map<String, FactValue> facts = new LinkedHashMap<>();

        private Builder(UnitCode unit) {
            this.unit = Objects.requireNonNull(unit, "unit");
        }

        /**
         * Gives the appraised points of a criterion.
         *
         * @param criterion the code of the criterion
         * @param value the points as a decimal or fraction, such as {@code 18.5}
         * @return this builder
         */
        public Builder points(String criterion, String value) {
            return points(criterion, Fraction.parse(value));
        }

        /**
         * Gives the appraised points of a criterion.
         *
         * @param criterion the code of the criterion
         * @param value the points
         * @return this builder
         */
        public Builder points(String criterion, Fraction value) {
            Optional<Fraction> self =
                    points.getOrDefault(criterion, PointsEntry.NONE).self();
            points.put(criterion, new PointsEntry(self, Optional.of(value)));
            return this;
        }

        /**
         * Gives the self-score of a criterion.
         *
         * @param criterion the code of the criterion
         * @param value the points
         * @return this builder
         */
        public Builder selfScore(String criterion, Fraction value) {
            Optional<Fraction> appraised =
                    points.getOrDefault(criterion, PointsEntry.NONE).appraised();
            points.put(criterion, new PointsEntry(Optional.of(value), appraised));
            return this;
        }

        /**
         * States a count or a number.
         *
         * @param fact the key of the fact
         * @param value the value
         * @return this builder
         */
        public Builder amount(String fact, long value) {
            return fact(fact, new FactValue.Amount(Fraction.of(value, 1)));
        }

        /**
         * States a yes-or-no fact.
         *
         * @param fact the key of the fact
         * @param yes whether it is yes
         * @return this builder
         */
        public Builder yesNo(String fact, boolean yes) {
            return fact(fact, new FactValue.YesNo(yes));
        }

        /**
         * States a value from a survey.
         *
         * @param fact the key of the fact
         * @param estimate the estimate, in the unit of the fact
         * @param standardError its standard error in the same unit, at least 0
         * @param respondents the number of answers behind it
         * @return this builder
         */
        public Builder surveyed(String fact, BigDecimal estimate, double standardError, long respondents) {
            return fact(fact, new FactValue.Surveyed(estimate, standardError, OptionalLong.of(respondents)));
        }

        /**
         * States a fact.
         *
         * @param fact the key of the fact
         * @param value the value
         * @return this builder
         */
        public Builder fact(String fact, FactValue value) {
            facts.put(fact, Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Makes the scores.
         *
         * @return the scores
         */
        public UnitScores build() {
            return new UnitScores(
                    unit,
                    Collections.unmodifiableMap(new LinkedHashMap<>(points)),
                    Collections.unmodifiableMap(new LinkedHashMap<>(facts)));
        }
    }

    private static final class Reading {

        private final RatingScheme scheme;
        private final Builder builder;
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final Map<String, BigDecimal> estimates = new LinkedHashMap<>();
        private final Map<String, Double> errors = new HashMap<>();
        private final Map<String, Long> bases = new HashMap<>();

        Reading(RatingScheme scheme, UnitCode unit) {
            this.scheme = scheme;
            this.builder = new Builder(unit);
        }

        Checked<UnitScores> read(List<ScoreEntry> entries) {
            entries.forEach(this::entry);
            estimates.forEach((key, estimate) -> {
                Long base = bases.get(key);
                builder.fact(
                        key,
                        new FactValue.Surveyed(
                                estimate,
                                errors.getOrDefault(key, 0.0),
                                base == null ? OptionalLong.empty() : OptionalLong.of(base)));
            });
            return Checked.of(builder.build(), problems);
        }

        private void entry(ScoreEntry entry) {
            String key = entry.key().trim();
            if (!seen.add(key)) {
                report(RatingProblem.KEY_REPEATED, entry, "key", key);
                return;
            }
            int colon = key.lastIndexOf(':');
            String name = colon < 0 ? key : key.substring(0, colon);
            String suffix = colon < 0 ? "" : key.substring(colon + 1);
            Optional<Criterion> criterion = scheme.criterion(name);
            Optional<FactDefinition> fact = scheme.fact(name);
            if (criterion.isPresent() && (suffix.isEmpty() || suffix.equals("self") || suffix.equals("appraised"))) {
                criterionEntry(criterion.get(), suffix.equals("self"), entry);
            } else if (fact.isPresent() && suffix.isEmpty()) {
                factEntry(fact.get(), entry);
            } else if (fact.isPresent() && isSatisfaction(fact.get()) && suffix.equals("se")) {
                BigDecimal value = decimal(entry);
                if (value != null && value.signum() >= 0) {
                    errors.put(name, value.doubleValue());
                } else if (value != null) {
                    report(RatingProblem.SCORE_OUTSIDE, entry, "key", key, "interval", "[0, ∞)");
                }
            } else if (fact.isPresent() && isSatisfaction(fact.get()) && suffix.equals("n")) {
                if (COUNT.matcher(entry.value().trim()).matches()) {
                    bases.put(name, Long.valueOf(entry.value().trim()));
                } else {
                    report(RatingProblem.SCORE_FORM, entry, "key", key, "expected", expected(FactKind.COUNT));
                }
            } else {
                report(RatingProblem.KEY_UNKNOWN, entry, "key", printable(key), "scheme", scheme.method());
            }
        }

        private static boolean isSatisfaction(FactDefinition fact) {
            return fact.kind() == FactKind.EXPRESSED_SATISFACTION || fact.kind() == FactKind.COMPLEMENT_SATISFACTION;
        }

        private void criterionEntry(Criterion criterion, boolean self, ScoreEntry entry) {
            if (!self && !(criterion.rule() instanceof ScoringRule.PointsGiven)) {
                report(RatingProblem.POINTS_COMPUTED, entry, "key", criterion.code());
                return;
            }
            BigDecimal value = decimal(entry);
            if (value == null) {
                return;
            }
            List<Problem> found = new ArrayList<>();
            Fraction points = Fraction.of(value);
            checkPoints(criterion, points, found);
            if (!found.isEmpty()) {
                found.forEach(problem -> problems.add(problem.at(entry.place())));
            } else if (self) {
                builder.selfScore(criterion.code(), points);
            } else {
                builder.points(criterion.code(), points);
            }
        }

        private void factEntry(FactDefinition fact, ScoreEntry entry) {
            FactValue value;
            if (fact.kind() == FactKind.YES_NO) {
                String word = Normalizer.normalize(entry.value().trim(), Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT);
                if (!YES.contains(word) && !NO.contains(word)) {
                    report(RatingProblem.SCORE_FORM, entry, "key", fact.key(), "expected", expected(FactKind.YES_NO));
                    return;
                }
                value = new FactValue.YesNo(YES.contains(word));
            } else {
                BigDecimal decimal = decimal(entry);
                if (decimal == null) {
                    return;
                }
                value = isSatisfaction(fact)
                        ? new FactValue.Surveyed(decimal, 0, OptionalLong.empty())
                        : new FactValue.Amount(Fraction.of(decimal));
            }
            Optional<Problem> problem = checkFact(fact, value);
            if (problem.isPresent()) {
                problems.add(problem.get().at(entry.place()));
            } else if (value instanceof FactValue.Surveyed surveyed) {
                estimates.put(fact.key(), surveyed.estimate());
            } else {
                builder.fact(fact.key(), value);
            }
        }

        private @Nullable BigDecimal decimal(ScoreEntry entry) {
            String text = entry.value().trim();
            if (DECIMAL.matcher(text).matches()) {
                return new BigDecimal(text);
            }
            report(
                    RatingProblem.SCORE_FORM,
                    entry,
                    "key",
                    printable(entry.key().trim()),
                    "expected",
                    expected(FactKind.NUMBER));
            return null;
        }

        /** A key that the scheme does not know may be anything; a message shows it only if it looks like a key. */
        private static String printable(String key) {
            return key.matches("[\\p{L}\\p{N}._:-]{1,80}") ? key : "…";
        }

        private void report(RatingProblem kind, ScoreEntry entry, Object... attributes) {
            problems.add(Problem.of(kind, entry.place(), attributes));
        }
    }
}
