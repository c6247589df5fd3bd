package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemException;
import vn.sipas.qr.issue.BatchIssuer;
import vn.sipas.qr.issue.BatchOrder;
import vn.sipas.qr.issue.BatchReport;
import vn.sipas.qr.issue.CodeFormat;
import vn.sipas.qr.issue.LinkIssuer;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.LinkKind;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.ValidityClass;
import vn.sipas.qr.poster.PaperSize;
import vn.sipas.qr.signing.IssuerId;
import vn.sipas.qr.signing.KeyFile;
import vn.sipas.qr.signing.RingKey;
import vn.sipas.qr.signing.Signer;
import vn.sipas.qr.signing.Verifier;
import vn.sipas.qr.symbol.ErrorCorrection;
import vn.sipas.qr.symbol.MaskChoice;
import vn.sipas.qr.symbol.SymbolEncoder;
import vn.sipas.qr.symbol.TextTooLongException;

/** {@code sipas qr issue}. */
@Command(
        name = "issue",
        mixinStandardHelpOptions = true,
        description = {
            "Issues a signed code for every unit of a file: posters, or receipts that count once.",
            "The folder appears when the batch is complete; beside the codes it holds manifest.csv and its seal.",
            "After an interruption run the same command again: it goes on where it stopped."
        })
final class QrIssueCommand implements Callable<Integer> {

    /** The kinds by the names that the command line uses. */
    enum Kind {
        POSTER,
        RECEIPT,
        TRAINING
    }

    /** The error correction levels that are printed. */
    enum Level {
        M,
        Q,
        H
    }

    /** The choices of mask by the names that the command line uses. */
    enum Mask {
        SAFE,
        STRICT
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(
            names = "--units",
            required = true,
            paramLabel = "FILE.csv",
            description = "columns unit (or code) and name (or name_vi), name_en if there is one")
    private Path units = Path.of("");

    @Option(names = "--campaign", required = true, paramLabel = "N", description = "number, 0 to 65535")
    private int campaign;

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            description = "poster, receipt, or training (never counted)")
    private Kind kind = Kind.POSTER;

    @Option(
            names = "--count",
            defaultValue = "1",
            paramLabel = "K",
            description = "receipts of each unit (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--first",
            defaultValue = "0",
            paramLabel = "N",
            description = "running number of each unit's first receipt; the next batch goes on behind this one"
                    + " (default: ${DEFAULT-VALUE})")
    private long first;

    @Option(names = "--keys", required = true, paramLabel = "KEYS.json", description = "the file of the keys")
    private Path keys = Path.of("");

    @Option(
            names = "--issuer",
            required = true,
            paramLabel = "ID",
            description = "who issues, such as 24:ks.example.gov.vn; verifiers need the same")
    private String issuer = "";

    @Option(
            names = "--base-url",
            required = true,
            paramLabel = "URL",
            description = "the https address that the token is appended to")
    private String baseUrl = "";

    @Option(names = "--ec", paramLabel = "LEVEL", description = "M, Q or H (default: Q for posters, M for receipts)")
    private Optional<Level> level = Optional.empty();

    @Option(
            names = "--symbol-version",
            paramLabel = "V",
            description = "one QR version, 1 to 40, for all codes of the batch (default: the smallest that fits)")
    private Optional<Integer> symbolVersion = Optional.empty();

    @Option(
            names = "--mask",
            defaultValue = "safe",
            paramLabel = "CHOICE",
            description = "safe avoids look-alikes of finder patterns, strict takes the mask that ISO/IEC 18004 names"
                    + " (default: ${DEFAULT-VALUE})")
    private Mask mask = Mask.SAFE;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (in lower case too)")
    private CodeFormat format = CodeFormat.SVG;

    @Option(
            names = "--title-vi",
            defaultValue = "Khảo sát mức độ hài lòng",
            paramLabel = "TEXT",
            description = "what posters call the campaign (default: ${DEFAULT-VALUE})")
    private String titleVi = "";

    @Option(
            names = "--title-en",
            defaultValue = "Satisfaction survey",
            paramLabel = "TEXT",
            description = "the same in English (default: ${DEFAULT-VALUE})")
    private String titleEn = "";

    @Option(
            names = "--issue-day",
            paramLabel = "DATE",
            description =
                    "from 2025-01-01 on (default: today in Vietnam, or the day on which an interrupted run began)")
    private Optional<LocalDate> issueDay = Optional.empty();

    @Option(
            names = "--validity",
            paramLabel = "CLASS",
            description = "${COMPLETION-CANDIDATES}"
                    + " (default: CAMPAIGN_END for posters, DAYS_30 for receipts, DAYS_90 for training)")
    private Optional<ValidityClass> validity = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder of the batch")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        IssuerId issuerId = parsed("--issuer", () -> IssuerId.of(issuer));
        LinkBase base = parsed("--base-url", () -> LinkBase.of(baseUrl));
        SymbolEncoder encoder = parsed("--symbol-version", this::encoder);
        KeyFile keyFile = KeyFile.read(keys).orThrow();
        ProblemLines problems = new ProblemLines(err);
        List<BatchOrder.NamedUnit> offices = QrUnits.read(units, problems);
        if (problems.errors() > 0) {
            problems.finish();
            err.println("nothing was issued: mend " + units + " first");
            return ExitStatus.DATA_PROBLEMS;
        }
        try (QrBatchFolder folder = QrBatchFolder.at(out)) {
            LocalDate today = LocalDate.now(Clock.system(Verifier.VIETNAM));
            LocalDate day = issueDay.or(folder::startDay).orElse(today);
            BatchOrder order = parsed("order", () -> order(offices, day));
            RingKey key = keyFile.keys()
                    .signingKey(day)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "--keys: no key of " + keys + " may sign for " + day));
            if (kind == Kind.RECEIPT && keyFile.serials().isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "--keys: " + keys + " has no secret to number receipts");
            }
            LinkIssuer links = LinkIssuer.of(Signer.of(issuerId, key), base, encoder);
            folder.start(day, describe(order, key));
            BatchReport report = issue(BatchIssuer.of(links, keyFile.serials()), order, folder.working());
            folder.finish();
            problems.finish();
            tell(report);
            return ExitStatus.DONE;
        } catch (ProblemException unprintable) {
            unprintable.problems().forEach(err::println);
            err.println("nothing was issued");
            return ExitStatus.DATA_PROBLEMS;
        } catch (IllegalArgumentException unprintable) {
            err.println("nothing was issued: " + unprintable.getMessage());
            return ExitStatus.DATA_PROBLEMS;
        } catch (FileAlreadyExistsException other) {
            err.println("there is another batch at " + out + ", or this one of another day (see --issue-day): "
                    + other.getMessage());
            return ExitStatus.IO_FAILED;
        }
    }

    private BatchReport issue(BatchIssuer batches, BatchOrder order, Path working) throws IOException {
        try (Progress progress = new Progress(spec.commandLine().getErr(), "codes")) {
            return batches.issue(order, working, progress::at);
        } catch (TextTooLongException tooLong) {
            throw new ParameterException(spec.commandLine(), tooLong.getMessage(), tooLong);
        }
    }

    private void tell(BatchReport report) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(report.codes() + " codes in " + out + ", " + report.kept() + " of them from an earlier run; "
                + BatchIssuer.MANIFEST + " lists them and " + BatchIssuer.SEAL + " signs the list");
        if (report.notScanSafe() > 0) {
            err.println(report.notScanSafe() + " symbols have a look-alike of a finder pattern");
        }
    }

    private SymbolEncoder encoder() {
        ErrorCorrection chosen = ErrorCorrection.valueOf(
                level.orElse(kind == Kind.RECEIPT ? Level.M : Level.Q).name());
        SymbolEncoder encoder = SymbolEncoder.of(chosen)
                .withMaskChoice(mask == Mask.SAFE ? MaskChoice.SCAN_SAFE : MaskChoice.LOWEST_PENALTY);
        return symbolVersion.map(encoder::withVersion).orElse(encoder);
    }

    private BatchOrder order(List<BatchOrder.NamedUnit> offices, LocalDate day) {
        LinkKind linkKind = LinkKind.valueOf(kind.name());
        ValidityClass usual =
                switch (kind) {
                    case POSTER -> ValidityClass.CAMPAIGN_END;
                    case RECEIPT -> ValidityClass.DAYS_30;
                    case TRAINING -> ValidityClass.DAYS_90;
                };
        // Checks the numbers of the command line before the first code is made.
        SurveyLink.poster(offices.get(0).unit(), campaign, day);
        return new BatchOrder(
                linkKind,
                offices,
                campaign,
                LocalizedText.of(titleVi, titleEn),
                day,
                validity.orElse(usual),
                first,
                count,
                format,
                PaperSize.A4);
    }

    /** Everything that decides the bytes of the batch but the day, without secrets. */
    private String describe(BatchOrder order, RingKey key) {
        return String.join(
                "\n",
                order.kind().toString(),
                Integer.toString(order.campaign()),
                order.campaignTitle().toString(),
                order.validity().toString(),
                order.firstNumber() + " " + order.countPerUnit(),
                order.format().toString(),
                issuer + " " + baseUrl + " " + key.id(),
                level + " " + symbolVersion + " " + mask,
                order.units().toString());
    }

    private <T> T parsed(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), option + ": " + wrong.getMessage(), wrong);
        }
    }
}
