package vn.sipas.examples.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.sipas.core.design.FinitePopulation;
import vn.sipas.core.design.SampleSize;

/** {@code sipas plan}: how many answers a survey needs. */
@Command(
        name = "plan",
        description = "Plans a survey.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = PlanCommand.SampleSizeCommand.class)
final class PlanCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to plan: sample-size");
    }

    /** {@code sipas plan sample-size}. */
    @Command(
            name = "sample-size",
            mixinStandardHelpOptions = true,
            description = {
                "Says how many answers a unit needs for a margin of error.",
                "yamane is the formula of Decision 1383/QĐ-BNV (2012), n = N / (1 + N·e²), at 95 %%;",
                "cochran takes any level and the finite population into account."
            })
    static final class SampleSizeCommand implements Callable<Integer> {

        private static final double LEVEL_OF_YAMANE = 0.95;

        /** The formulas by the names that the command line uses. */
        enum Method {
            YAMANE,
            COCHRAN
        }

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private CommandSpec spec;

        @Option(
                names = "--population",
                required = true,
                paramLabel = "N",
                description = "transactions of the service in the period, at least 1")
        private long population;

        @Option(
                names = "--margin",
                defaultValue = "0.05",
                paramLabel = "E",
                description = "half-width of the interval, in (0, 1) (default: ${DEFAULT-VALUE})")
        private double margin;

        @Option(
                names = "--level",
                defaultValue = "0.95",
                paramLabel = "L",
                description = "level of confidence, in (0, 1) (default: ${DEFAULT-VALUE})")
        private double level;

        @Option(
                names = "--method",
                defaultValue = "yamane",
                paramLabel = "METHOD",
                description = "yamane or cochran (default: ${DEFAULT-VALUE})")
        private Method method = Method.YAMANE;

        @Option(
                names = "--share",
                defaultValue = "0.5",
                paramLabel = "P",
                description = "share expected, in (0, 1), for cochran (default: ${DEFAULT-VALUE})")
        private double share;

        @Option(
                names = "--deff",
                defaultValue = "1",
                paramLabel = "D",
                description = "design effect that the size is multiplied by (default: ${DEFAULT-VALUE})")
        private double deff;

        @Override
        public Integer call() {
            SampleSize size;
            try {
                size = size().inflatedBy(deff);
            } catch (IllegalArgumentException wrong) {
                throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
            }
            if (size.required() > population) {
                spec.commandLine()
                        .getErr()
                        .println("the size exceeds the population: ask everyone and expect a margin above " + margin);
            }
            spec.commandLine().getOut().println("population,method,margin,level,share,deff,exact,required");
            spec.commandLine()
                    .getOut()
                    .println(String.join(
                            ",",
                            Long.toString(population),
                            method.name().toLowerCase(Locale.ROOT),
                            Double.toString(margin),
                            Double.toString(level),
                            Double.toString(share),
                            Double.toString(deff),
                            Double.toString(size.exact()),
                            Long.toString(size.required())));
            return ExitStatus.DONE;
        }

        private SampleSize size() {
            if (method == Method.COCHRAN) {
                return SampleSize.cochran(FinitePopulation.ofSize((double) population), margin, level, share);
            }
            if (level != LEVEL_OF_YAMANE || share != 0.5) {
                throw new ParameterException(
                        spec.commandLine(),
                        "yamane stands for a level of 0.95 and a share of 0.5; use --method cochran");
            }
            return SampleSize.yamane(population, margin);
        }
    }
}
