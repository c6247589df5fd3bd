package vn.sipas.examples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sipas qr}: keys, codes and their verification. */
@Command(
        name = "qr",
        mixinStandardHelpOptions = true,
        description = "Makes keys, issues signed QR codes and verifies them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {QrKeygenCommand.class, QrIssueCommand.class, QrVerifyCommand.class})
final class QrCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to do: keygen, issue or verify");
    }
}
