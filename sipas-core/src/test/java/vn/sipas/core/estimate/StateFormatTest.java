package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.design.DesignWeight;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.PrimarySamplingUnit;
import vn.sipas.core.design.SampleDesign;
import vn.sipas.core.survey.RatingScale;

class StateFormatTest {

    private static final List<RatedItem> ITEMS =
            List.of(new RatedItem("q1", RatingScale.likert5()), new RatedItem("có_không", RatingScale.yesNo()));

    /** The sample behind the fixture; never change it, the bytes are kept for ever. */
    private static SampleTotals sample() {
        ResponseTally tally = ResponseTally.of(SampleDesign.twoStage().weighted(), ITEMS, ItemMoments.FAVOURABLE);
        tally.statePopulation("Bắc", FinitePopulation.ofSize(40));
        tally.statePopulation("Nam", FinitePopulation.ofFraction(0.25));
        tally.statePopulation(new PrimarySamplingUnit("Bắc", "1", FinitePopulation.ofSize(300)));
        tally.accept("07210", "Bắc", "1", DesignWeight.of(2.5), new int[] {4, 1});
        tally.accept("07210", "Bắc", "1", DesignWeight.of(0.1), new int[] {3, MissingAnswer.BLANK.code()});
        tally.accept("07210", "Bắc", "2", DesignWeight.of(1.0 / 3.0), new int[] {MissingAnswer.REFUSED.code(), 0});
        tally.accept("07213", "Nam", "1", DesignWeight.of(7), new int[] {0, MissingAnswer.NOT_ASKED.code()});
        tally.accept("07213", "Nam", "9", DesignWeight.of(7), new int[] {4, MissingAnswer.DONT_KNOW.code()});
        return tally.result();
    }

    @Test
    void theFirstVersionIsReadForEver() throws IOException {
        byte[] kept;
        try (InputStream in = StateFormatTest.class.getResourceAsStream("state-v1.bin")) {
            kept = in.readAllBytes();
        }

        assertEquals(sample(), SampleTotals.ofBytes(kept, ITEMS).orThrow());
        assertArrayEquals(kept, sample().toBytes(), HexFormat.of().formatHex(sample().toBytes()));
    }

    @Test
    void theHeaderIsAsWritten() {
        byte[] bytes = sample().toBytes();

        // "SPTL", version 1, TWO_STAGE, GIVEN, FAVOURABLE, two items
        assertEquals("5350544c0102010102", HexFormat.of().formatHex(bytes, 0, 9));
    }

    @Test
    void statesOfPartsCombineIntoTheStateOfTheWhole() {
        SampleTotals part = SampleTotals.ofBytes(sample().toBytes(), ITEMS).orThrow();
        SampleTotals twice = ResponseTally.of(part).combine(sample()).result();

        assertEquals(10, twice.rows());
        assertEquals(4, twice.distribution(Domain.of("07210"), "q1").base());
        assertEquals(sample().units(), twice.units());
    }

    @Property(tries = 300)
    void damageIsNoticed(@ForAll @IntRange(max = 2000) int at, @ForAll @IntRange(min = 1, max = 255) int flip) {
        byte[] bytes = sample().toBytes();
        bytes[at % bytes.length] ^= (byte) flip;

        Checked<SampleTotals> read = SampleTotals.ofBytes(bytes, ITEMS);
        assertTrue(read.value().isEmpty());
        assertTrue(read.problems().get(0).code().startsWith("estimate.state-"));
    }

    @Property(tries = 200)
    void truncationIsNoticed(@ForAll @IntRange(max = 2000) int length) {
        byte[] bytes = sample().toBytes();

        assertEquals(
                "estimate.state-damaged",
                SampleTotals.ofBytes(Arrays.copyOf(bytes, length % bytes.length), ITEMS)
                        .problems()
                        .get(0)
                        .code());
    }

    @Test
    void otherQuestionsAndLaterVersionsAreRefused() {
        byte[] bytes = sample().toBytes();
        List<RatedItem> other = List.of(new RatedItem("q1", RatingScale.stars5()), ITEMS.get(1));
        List<RatedItem> renamed = List.of(new RatedItem("q2", RatingScale.likert5()), ITEMS.get(1));
        List<RatedItem> reversed = List.of(new RatedItem("q1", RatingScale.likert4()), ITEMS.get(1));
        byte[] later = bytes.clone();
        later[4] = 2;

        // stars5 has the same values and favourable levels as likert5: the numbers mean the same
        assertTrue(SampleTotals.ofBytes(bytes, other).value().isPresent());
        assertEquals(
                "estimate.state-mismatch",
                SampleTotals.ofBytes(bytes, renamed).problems().get(0).code());
        assertEquals(
                "estimate.state-mismatch",
                SampleTotals.ofBytes(bytes, reversed).problems().get(0).code());
        assertEquals(
                "estimate.state-mismatch",
                SampleTotals.ofBytes(bytes, ITEMS.subList(0, 1))
                        .problems()
                        .get(0)
                        .code());
        assertEquals(
                "estimate.state-too-new",
                SampleTotals.ofBytes(later, ITEMS).problems().get(0).code());
    }

    @Test
    void contradictionsSurviveStoringAndStopEveryEstimate() {
        ResponseTally tally = ResponseTally.of(SampleDesign.simpleRandom(), ITEMS);
        tally.statePopulation("", FinitePopulation.ofSize(100));
        tally.statePopulation("", FinitePopulation.ofSize(90));
        tally.accept("a", new int[] {1, 1});
        SampleTotals back =
                SampleTotals.ofBytes(tally.result().toBytes(), ITEMS).orThrow();

        assertEquals(
                "estimate.population-contradiction",
                Estimator.of(back).mean(Domain.all(), "q1").problems().get(0).code());
    }

    @Test
    void calibratedTotalsHaveNoBinaryForm() {
        ResponseTally tally = ResponseTally.of(SampleDesign.simpleRandom(), ITEMS);
        tally.accept("a", new int[] {1, 1});
        SampleTotals calibrated = Calibration.postStratify(
                        tally.result(), new Calibration.Margin("all", key -> key, Map.of("a", 7.0)))
                .orThrow()
                .totals();

        assertThrows(IllegalStateException.class, calibrated::toBytes);
        assertEquals(7.0, calibrated.distribution(Domain.all(), "q1").weight());
    }
}
