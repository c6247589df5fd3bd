package vn.sipas.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code sipas} command. */
@Command(name = "sipas", mixinStandardHelpOptions = true, description = "Satisfaction indexing for public services.")
public final class SipasCommand implements Runnable {

    @Override
    public void run() {
        throw new CommandLine.ParameterException(new CommandLine(this), "name a command");
    }

    /**
     * Runs the program.
     *
     * @param arguments the command line
     */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new SipasCommand()).execute(arguments));
    }
}
