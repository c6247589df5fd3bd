package vn.sipas.io.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.CollectionMode;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.io.csv.RatingColumns;
import vn.sipas.io.csv.RatingColumnsReader;

class ResponseSimulatorTest {

    /** Five answers of six are promised; between-unit spread moves the total of 300 units by about 0.01. */
    private static final double FAVOURABLE = 5.0 / 6.0;

    private static final double WITHIN = 0.03;

    private static List<Response> responses(SimulationPlan plan) {
        List<Response> responses = new ArrayList<>();
        new ResponseSimulator(plan).forEach(responses::add);
        return responses;
    }

    private static byte[] csv(SimulationPlan plan) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ResponseSimulator(plan).writeCsv(bytes);
        return bytes.toByteArray();
    }

    @Test
    void splitMix64GivesItsPublishedOutputs() {
        // First outputs for seed 1234567 as printed by the C reference of S. Vigna,
        // https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64
        SplitMix64 random = new SplitMix64(1234567);
        assertEquals(Long.parseUnsignedLong("6457827717110365317"), random.nextLong());
        assertEquals(Long.parseUnsignedLong("3203168211198807973"), random.nextLong());
        assertEquals(Long.parseUnsignedLong("9817491932198370423"), random.nextLong());
    }

    @Test
    void theBellHasMeanZeroAndDeviationOne() {
        SplitMix64 random = new SplitMix64(7);
        int draws = 200_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double value = random.nextBell();
            sum += value;
            squares += value * value;
        }
        double fiveStandardErrors = 5.0 / Math.sqrt(draws);
        assertEquals(0.0, sum / draws, fiveStandardErrors);
        assertEquals(1.0, squares / draws, fiveStandardErrors);
    }

    @Test
    void theTotalIsExactAndEveryUnitAnswers() {
        SimulationPlan plan = SimulationPlan.madeUp(209, 12_300, 7, 2024);
        Map<String, Long> counts = responses(plan).stream()
                .collect(Collectors.groupingBy(r -> r.unit().value(), Collectors.counting()));

        assertEquals(209, counts.size());
        assertEquals(12_300, counts.values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void theSameSeedGivesTheSameFileAndAnotherOneAnother() throws IOException {
        assertArrayEquals(csv(SimulationPlan.madeUp(5, 100, 3, 1)), csv(SimulationPlan.madeUp(5, 100, 3, 1)));
        assertTrue(!java.util.Arrays.equals(
                csv(SimulationPlan.madeUp(5, 100, 3, 1)), csv(SimulationPlan.madeUp(5, 100, 3, 2))));
    }

    @Test
    void aUnitDoesNotDependOnWhatStandsBeforeIt() {
        SimulationPlan plan = SimulationPlan.madeUp(3, 60, 4, 9);
        List<SimulatedUnit> fewer = new ArrayList<>(plan.units());
        SimulatedUnit first = fewer.get(0);
        fewer.set(0, new SimulatedUnit(first.code(), first.stratum(), 0, first.weight()));
        SimulationPlan shorter = new SimulationPlan(9, plan.survey(), plan.wave(), plan.mode(), fewer);

        List<Map<String, Answer>> all = responses(plan).stream()
                .filter(r -> !r.unit().equals(first.code()))
                .map(Response::answers)
                .toList();
        assertEquals(all, responses(shorter).stream().map(Response::answers).toList());
    }

    @Test
    void theFileHoldsTheSameAnswersAndSaysThatTheyAreSimulated() throws IOException {
        SimulationPlan plan = SimulationPlan.madeUp(300, 30_000, 22, 5);
        List<String> items =
                plan.survey().ratingQuestions().stream().map(q -> q.code()).toList();
        List<Response> expected = responses(plan);
        int[] next = {0};
        long[] favourable = new long[2];

        RatingColumnsReader.of(RatingColumns.of(items, RatingScale.likert5())
                        .withGroup("wave")
                        .withId("id"))
                .read(
                        new ByteArrayInputStream(csv(plan)),
                        "simulated.csv",
                        batch -> {
                            for (int row = 0; row < batch.rows(); row++) {
                                Response response = expected.get(next[0]++);
                                assertTrue(
                                        batch.groups().label(batch.group(row)).endsWith("simulated"));
                                for (int k = 0; k < items.size(); k++) {
                                    int position = batch.position(row, k);
                                    Answer answer = response.answer(items.get(k));
                                    if (answer instanceof Answer.Rated rated) {
                                        assertEquals(rated.value() - 1, position);
                                        favourable[0] += position >= 3 ? 1 : 0;
                                        favourable[1]++;
                                    } else {
                                        assertTrue(position < 0);
                                    }
                                }
                            }
                        },
                        problem -> {
                            throw new AssertionError(problem.toString());
                        })
                .orThrow();

        assertEquals(30_000, next[0]);
        assertEquals(FAVOURABLE, (double) favourable[0] / favourable[1], WITHIN);
    }

    @Test
    void aWaveThatHidesItsOriginIsRefused() {
        SimulationPlan plan = SimulationPlan.madeUp(1, 1, 1, 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new SimulationPlan(1, plan.survey(), "2024-10", CollectionMode.QR, plan.units()));
    }
}
