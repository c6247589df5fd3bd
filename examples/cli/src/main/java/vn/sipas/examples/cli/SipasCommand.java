package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.sipas.core.ProblemException;

/** The {@code sipas} command: an example of embedding the library, and a tool in its own right. */
@Command(
        name = "sipas",
        mixinStandardHelpOptions = true,
        version = "sipas 0.1.0",
        description = "Satisfaction indexing for public services (đo lường sự hài lòng).",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:the data had problems (reported with file, line and column)",
            "2:wrong usage",
            "3:a file or database could not be read or written"
        },
        subcommands = {
            DemoCommand.class,
            IndexCommand.class,
            PlanCommand.class,
            SimulateCommand.class,
            RateCommand.class,
            QrCommand.class,
            ReadCommand.class,
            HelpCommand.class
        })
public final class SipasCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    /** Makes the command; picocli fills it in. */
    @SuppressWarnings("NullAway.Init")
    public SipasCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command; sipas --help lists them");
    }

    /**
     * Runs the program and ends the virtual machine with its exit status.
     *
     * @param arguments the command line
     */
    public static void main(String... arguments) {
        // the validator announces its version through this facade, which here goes to a silent logger
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.exit(run(StandardStreams.out(), StandardStreams.err(), arguments));
    }

    /**
     * Runs the program.
     *
     * @param out where results go
     * @param err where messages and progress go
     * @param arguments the command line
     * @return the exit status
     */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commandLine = new CommandLine(new SipasCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
        int status = commandLine.execute(arguments);
        out.flush();
        err.flush();
        return status;
    }

    private static int report(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        if (failure instanceof ProblemException problems) {
            problems.problems().forEach(problem -> err.println(problem));
            return ExitStatus.DATA_PROBLEMS;
        }
        if (failure instanceof UncheckedIOException unchecked) {
            err.println("could not read or write: " + unchecked.getMessage());
            return ExitStatus.IO_FAILED;
        }
        if (failure instanceof IOException io) {
            return ioFailed(io, err);
        }
        err.println("this is a defect of sipas, please report it: " + failure);
        return ExitStatus.IO_FAILED;
    }

    private static int ioFailed(IOException failure, PrintWriter err) {
        String what = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (failure instanceof NoSuchFileException) {
            err.println("no such file: " + what);
        } else if (failure instanceof FileAlreadyExistsException) {
            err.println("there is something else at: " + what);
        } else {
            err.println("could not read or write: " + what);
        }
        return ExitStatus.IO_FAILED;
    }
}
