package vn.sipas.core.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.response.Answer.NoAnswer;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;

class ResponseTest {

    private static Response.Builder builder() {
        return Response.builder("r-1", SurveyKey.of("one-stop", 1), UnitCode.of("07210"), "2024-10");
    }

    @Test
    void aQuestionWithoutAnEntryIsBlankAndTheFourWaysOfNotAnsweringDiffer() {
        Response response = builder()
                .rating("q1", 5)
                .answer("q2", NoAnswer.NOT_ASKED)
                .answer("q3", NoAnswer.REFUSED)
                .build();
        assertEquals(new Answer.Rated(5), response.answer("q1"));
        assertEquals(NoAnswer.NOT_ASKED, response.answer("q2"));
        assertEquals(NoAnswer.REFUSED, response.answer("q3"));
        assertEquals(NoAnswer.BLANK, response.answer("q4"));
    }

    @Test
    void defaultsClaimNothing() {
        Response response = builder().build();
        assertEquals(CollectionMode.UNSTATED, response.mode());
        assertEquals(AssuranceClass.UNBOUND, response.assurance());
        assertEquals(Transaction.unstated(), response.transaction());
        assertEquals(SamplingPosition.simple(), response.position());
        assertEquals(Optional.empty(), response.day());
    }

    @Test
    void theReceivingAndTheCompetentUnitCanDiffer() {
        Transaction transaction = new Transaction(
                Optional.of("1.000894"),
                Optional.empty(),
                Optional.of(UnitCode.of("07210")),
                Optional.of(UnitCode.of("07228")));
        assertEquals(transaction, builder().transaction(transaction).build().transaction());
    }

    @Test
    void writtenWordsNeverReachATextForm() {
        Response response = builder()
                .answer("q9", new Answer.Written("gọi tôi số 0912 345 678"))
                .build();
        assertFalse(response.toString().contains("0912"));
        assertTrue(response.toString().contains("23 characters"));
    }

    @Test
    void writtenWordsAreComposed() {
        assertEquals(new Answer.Written("hài lòng"), new Answer.Written("ha\u0300i lo\u0300ng"));
        assertThrows(IllegalArgumentException.class, () -> new Answer.Written("  "));
        assertThrows(IllegalArgumentException.class, () -> new Answer.SelectedAll(Set.of()));
    }

    @Test
    void weightsArePositiveAndFinite() {
        for (double weight : new double[] {0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new SamplingPosition(weight, Optional.empty(), Optional.empty()));
        }
    }

    @Test
    void aWaveIncludesItsFirstAndLastDay() {
        Wave wave = new Wave(
                "2024-10",
                LocalizedText.of("Đợt tháng 10", "October wave"),
                LocalDate.of(2024, 10, 2),
                LocalDate.of(2024, 10, 4));
        assertTrue(wave.contains(LocalDate.of(2024, 10, 2)));
        assertTrue(wave.contains(LocalDate.of(2024, 10, 4)));
        assertFalse(wave.contains(LocalDate.of(2024, 10, 5)));
    }
}
