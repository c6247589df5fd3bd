package vn.sipas.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.sipas.io.file.WholeFile;
import vn.sipas.io.simulate.ResponseSimulator;
import vn.sipas.io.simulate.SimulationPlan;

/** {@code sipas simulate}: made-up responses to try things on. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Writes made-up responses to made-up units; the wave column says \"simulated\".")
final class SimulateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(names = "--units", required = true, paramLabel = "N", description = "number of units, 1 to 99999")
    private int units;

    @Option(names = "--responses", required = true, paramLabel = "N", description = "number of responses in all")
    private long responses;

    @Option(names = "--items", required = true, paramLabel = "K", description = "number of items q1 … qK, 1 to 1000")
    private int items;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "the same seed gives the same file (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "the file to write")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        SimulationPlan plan;
        try {
            plan = SimulationPlan.madeUp(units, responses, items, seed);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
        try (WholeFile file = WholeFile.at(out);
                Progress progress = new Progress(spec.commandLine().getErr(), "responses")) {
            new ResponseSimulator(plan)
                    .writeCsv(file.output(), (rows, bytes, problems) -> progress.at(rows, responses));
            file.commit();
        }
        spec.commandLine().getErr().println(responses + " simulated responses of " + units + " units in " + out);
        return ExitStatus.DONE;
    }
}
