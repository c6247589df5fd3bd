package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.estimate.Domain;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.estimate.Estimator;
import vn.sipas.core.estimate.ItemMoments;
import vn.sipas.core.estimate.RatedItem;
import vn.sipas.core.estimate.SampleTotals;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;

class CountAccumulatorTest {

    private static CountedAnswers counts(String question, RatingScale scale, Long... counts) {
        return new CountedAnswers(
                UnitCode.of("07210"),
                Optional.empty(),
                RatingQuestion.of(question, LocalizedText.same(question), scale),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(counts),
                Place.nowhere());
    }

    @Test
    void pressesAreAnswersToOneQuestionEach() {
        SampleTotals totals = CountAccumulator.empty()
                .accept("a", counts("q1", TerminalScales.FOUR, 2L, 1L, 4L, 10L))
                .accept("a", counts("q1", TerminalScales.FOUR, 0L, 2L, 3L, 8L))
                .accept("b", counts("q2", TerminalScales.FIVE, 0L, 0L, 1L, 0L, 1L))
                .result(ItemMoments.NONE);
        Estimator estimator = Estimator.of(totals);
        Estimate first = estimator.favourableShare(Domain.of("a"), "q1").orThrow();
        // (4 + 10 + 3 + 8) of 30
        assertEquals(25.0 / 30.0, first.value(), 1e-15);
        assertEquals(30, first.base());
        Estimate second = estimator.favourableShare(Domain.of("b"), "q2").orThrow();
        assertEquals(0.5, second.value(), 1e-15);
        assertEquals(2, second.base());
        assertEquals(32, totals.rows());
    }

    @Test
    void aSecondScaleIsCountedApart() {
        SampleTotals totals = CountAccumulator.empty()
                .accept("a", counts("q1", TerminalScales.FOUR, 1L, 0L, 0L, 1L))
                .accept("a", counts("q1", TerminalScales.FIVE, 1L, 0L, 0L, 0L, 3L))
                .result(ItemMoments.NONE);
        assertEquals(
                List.of("q1", "q1.terminal5"),
                totals.items().stream().map(RatedItem::code).toList());
    }

    @Test
    void linesOfCountsAreReadAsTheyWereWritten() throws IOException {
        String csv = "Date,Hour,Very happy,Happy,Unhappy,Very unhappy\n2026-08-29,8,10,4,1,2\n2026-08-29,9,8,3,2,0\n";
        byte[] once = lines(SourceFile.of("hourly.csv", csv.getBytes(StandardCharsets.US_ASCII)));
        byte[] twice = lines(SourceFile.of("counts.ndjson", once));
        assertEquals(new String(once, StandardCharsets.UTF_8), new String(twice, StandardCharsets.UTF_8));
    }

    private static byte[] lines(SourceFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<CountedAnswers> read = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        SurveyImport.with(ImportOptions.detecting())
                .read(file, new ImportSink() {
                    @Override
                    public void response(Response response, SourceRow row) {
                        throw new AssertionError("a respondent was invented");
                    }

                    @Override
                    public void counts(CountedAnswers counts) {
                        read.add(counts);
                    }

                    @Override
                    public void problem(Problem problem) {
                        problems.add(problem);
                    }
                })
                .orThrow();
        assertEquals(2, read.size(), problems::toString);
        try (CountsLinesWriter writer = CountsLinesWriter.open(bytes)) {
            for (CountedAnswers counts : read) {
                writer.write(counts);
            }
        }
        return bytes.toByteArray();
    }
}
