package vn.sipas.examples.cli;

import picocli.CommandLine.Command;

/** {@code sipas read}. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Reads exports of survey tools (not in this version).")
final class ReadCommand extends AbsentCommand {}
