package vn.sipas.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private enum Kind implements ProblemKind {
        OUTSIDE("test.outside", "{field} phải nằm trong [{min}, {max}]", "{field} must be in [{min}, {max}]"),
        ODD("test.odd", "lạ", "odd {");

        private final String code;
        private final LocalizedText text;

        Kind(String code, String vi, String en) {
            this.code = code;
            this.text = LocalizedText.of(vi, en);
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public LocalizedText text() {
            return text;
        }

        @Override
        public Severity severity() {
            return this == ODD ? Severity.WARNING : Severity.ERROR;
        }
    }

    @Test
    void fillsPlaceholdersInBothLanguagesAndNamesThePlace() {
        Problem problem = Problem.of(Kind.OUTSIDE, Place.in("a.csv", 12, 3), "field", "q1", "min", 1, "max", 5);
        assertEquals("q1 phải nằm trong [1, 5]", problem.message(Language.VI));
        assertEquals("a.csv:12:3: q1 must be in [1, 5] [test.outside]", problem.toString());
    }

    @Test
    void leavesUnknownPlaceholdersAndUnclosedBracesAsTheyAre() {
        assertEquals(
                "{field} must be in [{min}, {max}]",
                Problem.of(Kind.OUTSIDE, Place.nowhere()).message(Language.EN));
        assertEquals("odd {", Problem.of(Kind.ODD, Place.nowhere()).message(Language.EN));
    }

    @Test
    void anAttributeIsNeverReadAsAPlaceholder() {
        Problem problem = Problem.of(Kind.OUTSIDE, Place.nowhere(), "field", "{min}", "min", 1, "max", 5);
        assertEquals("{min} must be in [1, 5]", problem.message(Language.EN));
    }

    @Test
    void placesPrintWhatTheyHave() {
        assertEquals("", Place.nowhere().toString());
        assertEquals(
                "a.json sections[0].code",
                Place.in("a.json").withPath("sections[0].code").toString());
        assertEquals("a.csv:7", Place.in("a.csv", 7).toString());
        assertThrows(IllegalArgumentException.class, () -> Place.in("a.csv", 0));
    }

    @Test
    void aResultWithoutValueNeedsAnErrorAndThrowsItsProblems() {
        Problem error = Problem.of(Kind.OUTSIDE, Place.nowhere());
        Problem warning = Problem.of(Kind.ODD, Place.nowhere());
        assertThrows(IllegalArgumentException.class, () -> Checked.refused(warning));
        assertEquals("value", Checked.of("value", List.of(warning)).orThrow());
        ProblemException thrown = assertThrows(ProblemException.class, () -> Checked.refused(List.of(warning, error))
                .orThrow());
        assertSame(error, thrown.problems().get(1));
    }

    @Test
    void theMessageOfManyProblemsIsShort() {
        ProblemException thrown =
                new ProblemException(Collections.nCopies(1000, Problem.of(Kind.ODD, Place.nowhere())));
        assertTrue(thrown.getMessage().endsWith("… and 980 more"));
        assertEquals(1000, thrown.problems().size());
    }
}
