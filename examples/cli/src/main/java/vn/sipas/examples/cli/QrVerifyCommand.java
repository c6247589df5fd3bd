package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.file.WholeFile;
import vn.sipas.qr.replay.Durability;
import vn.sipas.qr.replay.LedgerReplayGuard;
import vn.sipas.qr.replay.SpendOutcome;
import vn.sipas.qr.replay.VoteId;
import vn.sipas.qr.replay.VoteKey;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.KeyFile;
import vn.sipas.qr.signing.Verification;
import vn.sipas.qr.signing.Verifier;

/** {@code sipas qr verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Says of every scanned or typed code whether it is authentic and may be used, without any connection.",
            "With --ledger each receipt counts once: a verified one is written to the ledger, and the next time it is",
            "REJECTED with REPLAY. Without --ledger nothing is spent. Exits with 1 if any code is rejected."
        })
final class QrVerifyCommand implements Callable<Integer> {

    private static final int NOON = 12;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(names = "--keys", required = true, paramLabel = "KEYS.json", description = "the file of the keys")
    private Path keys = Path.of("");

    @Option(names = "--issuer", required = true, paramLabel = "ID", description = "the issuer whose codes count")
    private String issuer = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day for which to decide, at noon, or 2026-03-10T09:30 for a moment, in Vietnam"
                    + " (default: now)")
    private Optional<String> asOf = Optional.empty();

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "the codes that were spent; made if it is missing, extended by every receipt verified")
    private Optional<Path> ledger = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE.csv", description = "where to write instead of standard output")
    private Optional<Path> out = Optional.empty();

    @ArgGroup(multiplicity = "1")
    private Codes codes = new Codes();

    /** Where the codes come from. */
    static final class Codes {

        @Parameters(arity = "1..*", paramLabel = "URL", description = "addresses or tokens, as scanned or typed")
        private List<String> urls = new ArrayList<>();

        @Option(
                names = "--in",
                required = true,
                paramLabel = "FILE",
                description = "a file with one code a line, or a CSV file with a column url such as manifest.csv")
        private Optional<Path> file = Optional.empty();
    }

    @Override
    public Integer call() throws IOException {
        Instant at = moment();
        IssuerId issuerId;
        try {
            issuerId = IssuerId.of(issuer);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "--issuer: " + wrong.getMessage(), wrong);
        }
        Verifier verifier = Verifier.of(issuerId, KeyFile.read(keys).orThrow().keys());
        Optional<LedgerReplayGuard> guard = ledger.isPresent()
                ? Optional.of(LedgerReplayGuard.open(ledger.get(), Durability.POWER_CUT))
                : Optional.empty();
        Judge judge = new Judge(
                issuerId,
                verifier,
                at,
                guard,
                new ProblemLines(spec.commandLine().getErr()));
        if (out.isPresent()) {
            try (WholeFile file = WholeFile.at(out.get())) {
                judgeAll(judge, file.output());
                file.commit();
            }
        } else {
            try (OutputStream output = new WriterStream(spec.commandLine().getOut())) {
                judgeAll(judge, output);
            }
        }
        PrintWriter err = spec.commandLine().getErr();
        judge.problems.finish();
        err.println(judge.verified + judge.rejected + " codes: " + judge.verified + " verified, " + judge.rejected
                + " rejected");
        return judge.problems.count() > 0 ? ExitStatus.DATA_PROBLEMS : ExitStatus.DONE;
    }

    private void judgeAll(Judge judge, OutputStream output) throws IOException {
        Writer rows = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        rows.write(QrVerifyRow.HEADER);
        if (codes.file.isPresent()) {
            try (Progress progress = new Progress(spec.commandLine().getErr(), "codes")) {
                QrInputs.read(codes.file.get(), judge.problems, (text, place) -> {
                    rows.write(judge.row(text, place).csv());
                    progress.at(judge.verified + judge.rejected);
                });
            }
        } else {
            for (int i = 0; i < codes.urls.size(); i++) {
                rows.write(judge.row(codes.urls.get(i), Place.path("code " + (i + 1)))
                        .csv());
            }
        }
        rows.flush();
    }

    private Instant moment() {
        if (asOf.isEmpty()) {
            return Clock.systemUTC().instant();
        }
        String text = asOf.get();
        try {
            LocalDateTime local =
                    text.indexOf('T') < 0 ? LocalDate.parse(text).atTime(NOON, 0) : LocalDateTime.parse(text);
            return local.toInstant(Verifier.VIETNAM);
        } catch (DateTimeException malformed) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--as-of must be a date such as 2026-03-10 or a moment such as 2026-03-10T09:30, was \"" + text
                            + "\"",
                    malformed);
        }
    }

    /** Decides one code after another. */
    private static final class Judge {

        private final IssuerId issuer;
        private final Verifier verifier;
        private final Instant at;
        private final Optional<LedgerReplayGuard> guard;
        private final ProblemLines problems;
        private long verified;
        private long rejected;

        Judge(
                IssuerId issuer,
                Verifier verifier,
                Instant at,
                Optional<LedgerReplayGuard> guard,
                ProblemLines problems) {
            this.issuer = issuer;
            this.verifier = verifier;
            this.at = at;
            this.guard = guard;
            this.problems = problems;
        }

        QrVerifyRow row(String text, Place place) throws IOException {
            Verification outcome = verifier.verify(text, at);
            if (outcome instanceof Verification.Rejected refused) {
                Problem problem = refused.detail().orElse(Problem.of(refused.reason(), place));
                reject(problem.at(place));
                return QrVerifyRow.rejected(text, refused);
            }
            Verification.Verified accepted = (Verification.Verified) outcome;
            Optional<VoteKey> key = VoteKey.of(issuer, accepted.link());
            if (guard.isPresent() && key.isPresent()) {
                SpendOutcome spent = guard.get().spend(key.get(), new VoteId(UUID.randomUUID()), accepted.lastDay());
                if (spent == SpendOutcome.UNAVAILABLE) {
                    throw new IOException("the ledger cannot be read or written");
                }
                if (spent != SpendOutcome.FIRST) {
                    reject(Problem.of(QrProblem.REPLAY, place));
                    return QrVerifyRow.replay(text, accepted);
                }
            }
            verified++;
            return QrVerifyRow.verified(text, accepted);
        }

        private void reject(Problem problem) {
            rejected++;
            problems.accept(problem);
        }
    }
}
