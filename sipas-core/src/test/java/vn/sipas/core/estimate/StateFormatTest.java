package vn.sipas.core.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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

    /** Bytes that somebody made on purpose: the check sum is right, the rest need not be. */
    @Property(tries = 3000)
    void bytesMadeOnPurposeAreReadOrRefusedButNeverFail(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 2000) Integer> places,
            @ForAll byte value,
            @ForAll @IntRange(max = 2000) int cut,
            @ForAll boolean cuts) {
        byte[] bytes = sample().toBytes();
        int length = cuts ? 5 + cut % (bytes.length - 9) : bytes.length - 4;
        for (int place : places) {
            // behind magic and version
            bytes[5 + place % (bytes.length - 9)] = value;
        }
        byte[] made = withCheck(Arrays.copyOf(bytes, length));

        Checked<SampleTotals> read = SampleTotals.ofBytes(made, ITEMS);
        read.value().ifPresent(totals -> assertEquals(totals, ofBytes(totals.toBytes())));
        assertEquals(read.value().isEmpty(), !read.problems().isEmpty());
    }

    /** A hundred bytes that claim two thousand million groups must not take the memory of them. */
    @Test
    void sizesThatTheBytesCannotHoldAreRefused() {
        byte[] bytes = sample().toBytes();
        byte[] greatest = HexFormat.of().parseHex("ffffffff07");
        for (int at = 8; at < bytes.length - 4 - greatest.length; at++) {
            byte[] made = Arrays.copyOf(bytes, bytes.length - 4);
            System.arraycopy(greatest, 0, made, at, greatest.length);
            Checked<SampleTotals> read = SampleTotals.ofBytes(withCheck(made), ITEMS);
            read.problems().forEach(problem -> assertTrue(problem.code().startsWith("estimate.state-")));
        }
        assertEquals(
                "contents",
                SampleTotals.ofBytes(withCheck(HexFormat.of().parseHex("5350544c01010101ffffffff07")), ITEMS)
                        .problems()
                        .get(0)
                        .attributes()
                        .get("reason"));
    }

    @Test
    void countsThatDoNotSumToTheRowsAreRefused() {
        ResponseTally tally = ResponseTally.of(SampleDesign.simpleRandom(), ITEMS);
        tally.accept("a", new int[] {4, 1});
        byte[] bytes = tally.result().toBytes();
        byte[] made = Arrays.copyOf(bytes, bytes.length - 4);
        // the last count is that of the last kind of missing answer
        made[made.length - 1] = 1;

        assertEquals(
                "contents",
                SampleTotals.ofBytes(withCheck(made), ITEMS)
                        .problems()
                        .get(0)
                        .attributes()
                        .get("reason"));
    }

    private static SampleTotals ofBytes(byte[] bytes) {
        return SampleTotals.ofBytes(bytes, ITEMS).orThrow();
    }

    private static byte[] withCheck(byte[] bytes) {
        CRC32 check = new CRC32();
        check.update(bytes);
        return ByteBuffer.allocate(bytes.length + 4)
                .put(bytes)
                .putInt((int) check.getValue())
                .array();
    }

    @Test
    void otherQuestionsAndLaterVersionsAreRefused() {
        byte[] bytes = sample().toBytes();
        List<RatedItem> other = List.of(new RatedItem("q1", RatingScale.stars5()), ITEMS.get(1));
        List<RatedItem> renamed = List.of(new RatedItem("q2", RatingScale.likert5()), ITEMS.get(1));
        List<RatedItem> reversed = List.of(new RatedItem("q1", RatingScale.likert4()), ITEMS.get(1));
        byte[] later = bytes.clone();
        later[4] = 3;

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
