package vn.sipas.io.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Answer.NoAnswer;
import vn.sipas.core.response.Response;
import vn.sipas.core.response.SamplingPosition;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.io.progress.WriteSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * Makes up responses in which units differ, respondents differ within units, and the answers of one respondent resemble
 * one another.
 *
 * <p>The answer of respondent <em>r</em> of unit <em>u</em> in session <em>s</em> to item <em>k</em> is the level into
 * which {@code 0.35 U(u) + 0.10 S(u,s) + 0.75 R(r) + 0.55 E(r,k) + D(k)} falls, where U, S, R and E are independent, bell-
 * shaped with mean 0 and deviation 1, and the difficulty D lies in [-0.25, 0.25]. The boundary below the first favourable
 * level lies so that about five answers of six are favourable; each boundary above it is 1.1 further up, each below it 0.5
 * further down. About 15 answers of 1,000 are left blank and 5 are "don't know".
 *
 * <p>Each unit draws from a stream of its own: SplitMix64 started at the unit's place in the plan, so that a unit's
 * responses depend on the seed, its place, and nothing else. Sessions, eight a unit, are the primary sampling units.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ResponseSimulator {

    private static final int SESSIONS = 8;
    private static final int BLANK = -1;
    private static final int DONT_KNOW = -2;
    private static final double FIRST_FAVOURABLE = -0.95;

    private final SimulationPlan plan;
    private final List<RatingQuestion> questions;
    private final double[][] boundaries;

    /**
     * Makes a simulator.
     *
     * @param plan what is simulated
     */
    public ResponseSimulator(SimulationPlan plan) {
        this.plan = Objects.requireNonNull(plan, "plan");
        questions = plan.survey().ratingQuestions();
        SplitMix64 random = SplitMix64.stream(plan.seed(), -2);
        boundaries = new double[questions.size()][];
        for (int k = 0; k < boundaries.length; k++) {
            double difficulty = (random.nextInt(1001) - 500) / 2000.0;
            boundaries[k] = boundaries(questions.get(k).scale(), difficulty);
        }
    }

    private static double[] boundaries(RatingScale scale, double difficulty) {
        int levels = scale.levels().size();
        int firstFavourable = levels - scale.favourableLevels();
        double[] boundaries = new double[levels - 1];
        for (int i = 0; i < boundaries.length; i++) {
            int steps = i + 1 - firstFavourable;
            boundaries[i] = FIRST_FAVOURABLE + difficulty + steps * (steps > 0 ? 1.1 : 0.5);
        }
        return boundaries;
    }

    /**
     * Hands over all responses, unit by unit in the order of the plan.
     *
     * @param consumer receives the responses
     */
    public void forEach(Consumer<Response> consumer) {
        long number = 1;
        int[] levels = new int[questions.size()];
        for (int place = 0; place < plan.units().size(); place++) {
            SimulatedUnit unit = plan.units().get(place);
            UnitDraws draws = new UnitDraws(place);
            for (int i = 0; i < unit.responses(); i++) {
                int session = draws.respondent(levels);
                consumer.accept(response(number++, unit, session, levels));
            }
        }
    }

    private Response response(long number, SimulatedUnit unit, int session, int[] levels) {
        Response.Builder builder = Response.builder(
                        Long.toString(number), plan.survey().key(), unit.code(), plan.wave())
                .mode(plan.mode())
                .position(new SamplingPosition(
                        unit.weight(), Optional.of(unit.stratum()), Optional.of(unit.code() + "-" + session)));
        for (int k = 0; k < levels.length; k++) {
            RatingQuestion question = questions.get(k);
            Answer answer = levels[k] == BLANK
                    ? NoAnswer.BLANK
                    : levels[k] == DONT_KNOW
                            ? NoAnswer.DONT_KNOW
                            : new Answer.Rated(
                                    question.scale().levels().get(levels[k]).value());
            builder.answer(question.code(), answer);
        }
        return builder.build();
    }

    /**
     * Writes all responses as a wide CSV file in UTF-8 with LF, the same responses that {@link #forEach} hands over: columns
     * {@code id,survey,revision,unit,wave,mode,weight,stratum,psu} and then the items.
     *
     * @param output where to write; flushed, not closed
     * @throws IOException if writing fails
     */
    public void writeCsv(OutputStream output) throws IOException {
        writeCsv(output, ProgressListener.none());
    }

    /**
     * Writes all responses like {@link #writeCsv(OutputStream)}.
     *
     * @param output where to write; flushed, not closed
     * @param progress hears how many responses and bytes are written and may end the call
     * @throws IOException if writing fails
     * @throws CancellationException if {@code progress} ends the call
     */
    public void writeCsv(OutputStream output, ProgressListener progress) throws IOException {
        WriteSteps steps = new WriteSteps(progress, output);
        ByteBlock block = new ByteBlock(steps.output());
        block.put("id,survey,revision,unit,wave,mode,weight,stratum,psu");
        byte[][][] codes = new byte[questions.size()][][];
        for (int k = 0; k < codes.length; k++) {
            RatingQuestion question = questions.get(k);
            block.put("," + question.code());
            codes[k] = question.scale().levels().stream()
                    .map(level -> ("," + level.code()).getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
        }
        block.put("\n");
        byte[] blank = {','};
        byte[] dontKnow = {',', '#', 'D', 'K'};
        long number = 1;
        int[] levels = new int[codes.length];
        for (int place = 0; place < plan.units().size(); place++) {
            SimulatedUnit unit = plan.units().get(place);
            UnitDraws draws = new UnitDraws(place);
            byte[] middle = ("," + plan.survey().key().id() + ","
                            + plan.survey().key().revision() + "," + unit.code()
                            + "," + plan.wave() + "," + plan.mode() + "," + unit.weight() + "," + unit.stratum() + ","
                            + unit.code() + "-")
                    .getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < unit.responses(); i++) {
                int session = draws.respondent(levels);
                block.put(number++);
                block.put(middle);
                block.put(session);
                for (int k = 0; k < levels.length; k++) {
                    block.put(levels[k] >= 0 ? codes[k][levels[k]] : levels[k] == BLANK ? blank : dontKnow);
                }
                block.put("\n");
                steps.row();
            }
        }
        block.flush();
        steps.end();
    }

    /** The draws of one unit, in the order: unit, eight sessions, then respondent after respondent. */
    private final class UnitDraws {

        private final SplitMix64 random;
        private final double[] sessions = new double[SESSIONS];

        UnitDraws(int place) {
            random = SplitMix64.stream(plan.seed(), place);
            double unit = 0.35 * random.nextBell();
            for (int s = 0; s < SESSIONS; s++) {
                sessions[s] = unit + 0.10 * random.nextBell();
            }
        }

        /** Fills in the positions of one respondent's levels and returns the session, counted from 1. */
        int respondent(int[] levels) {
            int session = random.nextInt(SESSIONS);
            double base = sessions[session] + 0.75 * random.nextBell();
            for (int k = 0; k < levels.length; k++) {
                double value = base + 0.55 * random.nextBell();
                int fate = random.nextInt(1000);
                if (fate < 20) {
                    levels[k] = fate < 15 ? BLANK : DONT_KNOW;
                    continue;
                }
                double[] itemBoundaries = boundaries[k];
                int level = 0;
                while (level < itemBoundaries.length && value >= itemBoundaries[level]) {
                    level++;
                }
                levels[k] = level;
            }
            return session + 1;
        }
    }
}
