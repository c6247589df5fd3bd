package vn.sipas.core.rating;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Fraction;

/** What a gate looks at. A test that needs a missing fact does not hold: what is not shown is not met. */
public sealed interface GateTest {

    /**
     * A criterion or group has at least so many points.
     *
     * @param criterion the code of a criterion, at any depth
     * @param atLeast the points, more than 0
     */
    record CriterionMinimum(String criterion, Fraction atLeast) implements GateTest {

        public CriterionMinimum {
            Require.code("criterion", criterion);
            Require.that(atLeast.signum() > 0, "atLeast", "more than 0", atLeast);
        }
    }

    /**
     * A yes-or-no fact is as expected.
     *
     * @param fact the key of a fact of kind {@link FactKind#YES_NO}
     * @param expected what it has to be
     */
    record FactIs(String fact, boolean expected) implements GateTest {

        public FactIs {
            Require.code("fact", fact);
        }
    }

    /**
     * A measured value lies in a closed interval; without a case in the year, the test holds.
     *
     * @param measure the value
     * @param atLeast the least value, if any
     * @param atMost the greatest value, if any; one of both is there
     */
    record MeasureWithin(Measure measure, Optional<Fraction> atLeast, Optional<Fraction> atMost) implements GateTest {

        public MeasureWithin {
            Objects.requireNonNull(measure, "measure");
            if (atLeast.isEmpty() && atMost.isEmpty()) {
                throw Require.defect(RatingProblem.LIST_EMPTY, "", "field", "atLeast, atMost");
            }
            if (atLeast.isPresent() && atMost.isPresent()) {
                Require.that(atMost.get().compareTo(atLeast.get()) >= 0, "atMost", "not below atLeast", atMost.get());
            }
        }
    }

    /**
     * Expressed satisfaction reaches a floor, and enough people said so.
     *
     * @param fact the key of a fact of kind {@link FactKind#EXPRESSED_SATISFACTION}
     * @param atLeast the floor, in the unit of the fact
     * @param minimumBase the least number of answers, at least 0; an unstated number counts as 0
     */
    record SatisfactionFloor(String fact, Fraction atLeast, long minimumBase) implements GateTest {

        public SatisfactionFloor {
            Require.code("fact", fact);
            Objects.requireNonNull(atLeast, "atLeast");
            Require.that(minimumBase >= 0, "minimumBase", "at least 0", minimumBase);
        }
    }

    /**
     * Enough people answered.
     *
     * @param fact the key of a fact of kind {@link FactKind#EXPRESSED_SATISFACTION}
     * @param respondents the least number of answers, at least 1; an unstated number counts as 0
     */
    record MinimumBase(String fact, long respondents) implements GateTest {

        public MinimumBase {
            Require.code("fact", fact);
            Require.that(respondents >= 1, "respondents", "at least 1", respondents);
        }
    }

    /**
     * All documents of the application file are there (hồ sơ đầy đủ).
     *
     * @param documents the keys of facts of kind {@link FactKind#YES_NO}, at least one
     */
    record DocumentsComplete(List<String> documents) implements GateTest {

        public DocumentsComplete {
            documents = List.copyOf(documents);
            Require.filled("documents", documents);
            documents.forEach(document -> Require.code("documents", document));
        }
    }

    /**
     * All tests hold.
     *
     * @param tests the tests, at least one
     */
    record AllOf(List<GateTest> tests) implements GateTest {

        public AllOf {
            tests = List.copyOf(tests);
            Require.filled("allOf", tests);
        }
    }

    /**
     * At least one test holds.
     *
     * @param tests the tests, at least one
     */
    record AnyOf(List<GateTest> tests) implements GateTest {

        public AnyOf {
            tests = List.copyOf(tests);
            Require.filled("anyOf", tests);
        }
    }

    /**
     * Another gate is met. Gates must not depend on each other in a circle.
     *
     * @param gate the code of the other gate
     */
    record GateMet(String gate) implements GateTest {

        public GateMet {
            Require.code("gate", gate);
        }
    }
}
