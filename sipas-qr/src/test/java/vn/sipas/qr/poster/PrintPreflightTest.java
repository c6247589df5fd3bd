package vn.sipas.qr.poster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sipas.core.ProblemKind;
import vn.sipas.qr.symbol.ErrorCorrection;
import vn.sipas.qr.symbol.QrSymbol;
import vn.sipas.qr.symbol.SymbolEncoder;

class PrintPreflightTest {

    private static final QrSymbol SYMBOL = SymbolEncoder.of(ErrorCorrection.M).encode("HELLO");
    /** Two hundredths of a millimetre or dot: the figures below are rounded so. */
    private static final double ROUNDED = 0.02;

    /** 0.5 mm × 203 / 25.4 = 3.996 dots, the usual receipt printer, counts as four. */
    @Test
    void aReceiptPrinterWithHalfMillimetreModulesPasses() {
        PrintPreflight report = PrintPreflight.check(SYMBOL, PrintPreflight.Conditions.blackOnWhite(0.5, 203));
        assertEquals(4.0, report.dotsPerModule(), ROUNDED);
        assertEquals(10.5, report.sideMillimetres(), ROUNDED);
        assertEquals(List.of(), report.problems());
        assertTrue(report.passed());
    }

    @Test
    void saysEverythingThatIsWrong() {
        PrintPreflight report =
                PrintPreflight.check(SYMBOL, new PrintPreflight.Conditions(0.25, 203, 2, 0.5, 0.8, 300));
        assertFalse(report.passed());
        assertEquals(
                List.of(
                        PrintProblem.TOO_FEW_DOTS,
                        PrintProblem.QUIET_ZONE,
                        PrintProblem.CONTRAST,
                        PrintProblem.READING_DISTANCE),
                kinds(report));
    }

    @Test
    void unevenDotsAreAWarningWithASizeThatFits() {
        PrintPreflight report = PrintPreflight.check(SYMBOL, PrintPreflight.Conditions.blackOnWhite(0.55, 203));
        assertEquals(List.of(PrintProblem.UNEVEN_DOTS), kinds(report));
        assertEquals("0.63", report.problems().get(0).attributes().get("millimetres"));
        assertTrue(report.passed());
    }

    private static List<ProblemKind> kinds(PrintPreflight report) {
        return report.problems().stream().map(problem -> problem.kind()).toList();
    }
}
