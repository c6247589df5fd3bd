package vn.sipas.examples.cli;

import picocli.CommandLine.Command;

/** {@code sipas rate}. */
@Command(name = "rate", mixinStandardHelpOptions = true, description = "Rates units by a scheme (not in this version).")
final class RateCommand extends AbsentCommand {}
