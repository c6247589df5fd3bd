package vn.sipas.examples.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** A command that this version does not have: it says so and exits with 2. */
abstract class AbsentCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Unmatched
    private List<String> arguments = List.of();

    @Override
    public Integer call() {
        spec.commandLine()
                .getErr()
                .println(
                        "sipas " + spec.name() + " is not there in this version; the library classes it will call are");
        return ExitStatus.WRONG_USAGE;
    }
}
