package vn.sipas.examples.cli;

import picocli.CommandLine.Command;

/** {@code sipas qr}. */
@Command(
        name = "qr",
        mixinStandardHelpOptions = true,
        description = "Makes keys, issues and verifies codes (not in this version).")
final class QrCommand extends AbsentCommand {}
