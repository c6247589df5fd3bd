package vn.sipas.qr.poster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.Severity;
import vn.sipas.qr.symbol.QrSymbol;

/**
 * A look at a print before it is printed: will scanners read it?
 *
 * <p>Four dots a module and a quiet zone of four modules are what Denso Wave asks for (qrcode.com, "Point for setting
 * the module size" and "Code area"). Contrast is the difference of the two reflectances, and at
 * least 55 % is asked for. The reading distance of ten times the side is a rule of thumb for symbols of 25 modules and
 * shrinks as modules do: distance = 10 × side × 25 / modules. Contrast limit and distance are assumptions until a field
 * test replaces them.
 *
 * @param dotsPerModule the printer dots along a module
 * @param sideMillimetres the side of the symbol without its quiet zone
 * @param reachMillimetres the distance from which it should read
 * @param problems what is wrong, errors and warnings
 */
public record PrintPreflight(
        double dotsPerModule, double sideMillimetres, double reachMillimetres, List<Problem> problems) {

    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final double MIN_DOTS = 4;
    private static final double EVEN_FROM = 12;
    private static final double TOLERANCE = 0.02;
    private static final double MIN_CONTRAST = 0.55;
    private static final double REFERENCE_MODULES = 25;

    public PrintPreflight {
        problems = List.copyOf(problems);
    }

    /**
     * How it shall be printed.
     *
     * @param moduleMillimetres the side of a module, in (0, 100]
     * @param dotsPerInch the resolution of the printer, in [50, 10 000]
     * @param quietZone the light border in modules
     * @param inkReflectance how much light the ink throws back, in [0, 1]; about 0.05 for black
     * @param paperReflectance how much light the paper throws back, in [0, 1]; about 0.85 for white
     * @param wantedDistanceMillimetres the distance from which it shall be read; 0 if none is asked for
     */
    public record Conditions(
            double moduleMillimetres,
            int dotsPerInch,
            int quietZone,
            double inkReflectance,
            double paperReflectance,
            double wantedDistanceMillimetres) {

        public Conditions {
            if (!(moduleMillimetres > 0 && moduleMillimetres <= 100)) {
                throw new IllegalArgumentException("moduleMillimetres must be in (0, 100], was " + moduleMillimetres);
            }
            if (dotsPerInch < 50 || dotsPerInch > 10_000) {
                throw new IllegalArgumentException("dotsPerInch must be in [50, 10000], was " + dotsPerInch);
            }
            requireShare("inkReflectance", inkReflectance);
            requireShare("paperReflectance", paperReflectance);
            if (!(wantedDistanceMillimetres >= 0)) {
                throw new IllegalArgumentException(
                        "wantedDistanceMillimetres must be at least 0, was " + wantedDistanceMillimetres);
            }
        }

        /**
         * Black on white with a quiet zone of four modules and no distance asked for.
         *
         * @param moduleMillimetres the side of a module, in (0, 100]
         * @param dotsPerInch the resolution of the printer, in [50, 10 000]
         * @return the conditions
         */
        public static Conditions blackOnWhite(double moduleMillimetres, int dotsPerInch) {
            return new Conditions(moduleMillimetres, dotsPerInch, 4, 0.05, 0.85, 0);
        }

        private static void requireShare(String name, double value) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException(name + " must be in [0, 1], was " + value);
            }
        }
    }

    /**
     * Checks a print.
     *
     * @param symbol the symbol
     * @param conditions how it shall be printed
     * @return the report
     */
    public static PrintPreflight check(QrSymbol symbol, Conditions conditions) {
        Objects.requireNonNull(symbol, "symbol");
        double dots = conditions.moduleMillimetres() * conditions.dotsPerInch() / MILLIMETRES_PER_INCH;
        double side = symbol.size() * conditions.moduleMillimetres();
        double reach = 10 * side * REFERENCE_MODULES / symbol.size();
        List<Problem> problems = new ArrayList<>();
        if (dots < MIN_DOTS - TOLERANCE) {
            problems.add(problem(PrintProblem.TOO_FEW_DOTS, "dots", decimal(dots)));
        } else if (dots < EVEN_FROM && Math.abs(dots - Math.rint(dots)) > TOLERANCE * dots) {
            double fitting = Math.ceil(dots) * MILLIMETRES_PER_INCH / conditions.dotsPerInch();
            problems.add(problem(PrintProblem.UNEVEN_DOTS, "dots", decimal(dots), "millimetres", decimal(fitting)));
        }
        if (conditions.quietZone() < 4) {
            problems.add(problem(PrintProblem.QUIET_ZONE, "modules", conditions.quietZone()));
        }
        double contrast = conditions.paperReflectance() - conditions.inkReflectance();
        if (contrast < MIN_CONTRAST) {
            problems.add(problem(PrintProblem.CONTRAST, "percent", Math.round(contrast * 100)));
        }
        if (reach < conditions.wantedDistanceMillimetres()) {
            problems.add(problem(
                    PrintProblem.READING_DISTANCE,
                    "side",
                    decimal(side),
                    "reach",
                    Math.round(reach),
                    "wanted",
                    Math.round(conditions.wantedDistanceMillimetres())));
        }
        if (!symbol.scanSafe()) {
            problems.add(problem(PrintProblem.LOOK_ALIKES, "count", symbol.lookAlikes()));
        }
        return new PrintPreflight(dots, side, reach, problems);
    }

    /**
     * Returns this report with more problems, such as those of the texts beside the symbol.
     *
     * @param more the problems
     * @return the report
     */
    public PrintPreflight and(List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new PrintPreflight(dotsPerModule, sideMillimetres, reachMillimetres, all);
    }

    /**
     * Tells whether it may be printed.
     *
     * @return whether no problem is an error
     */
    public boolean passed() {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    private static Problem problem(PrintProblem kind, Object... namesAndValues) {
        return Problem.of(kind, Place.nowhere(), namesAndValues);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
