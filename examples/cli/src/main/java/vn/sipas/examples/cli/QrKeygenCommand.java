package vn.sipas.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.signing.KeyFile;
import vn.sipas.qr.signing.RingKey;
import vn.sipas.qr.signing.SuiteName;

/** {@code sipas qr keygen}. */
@Command(
        name = "keygen",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a key and writes it to a new file that only its owner can read.",
            "No key is ever printed, and no file is overwritten."
        })
final class QrKeygenCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(
            names = "--key-id",
            required = true,
            paramLabel = "N",
            description = "the id that stands in every code, 0 to 255; never used again for another key")
    private int keyId;

    @Option(
            names = "--suite",
            defaultValue = "hmac96",
            paramLabel = "SUITE",
            description = {
                "hmac96, hmac128 or ed25519 (default: ${DEFAULT-VALUE}).",
                "hmac128 costs a poster nothing and a receipt one size; with ed25519 verifiers hold no secret."
            })
    private String suite = "hmac96";

    @Option(names = "--from", paramLabel = "DATE", description = "the first issue day for which the key may sign")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--until", paramLabel = "DATE", description = "the first issue day for which it no longer may")
    private Optional<LocalDate> until = Optional.empty();

    @Option(
            names = "--keep",
            paramLabel = "KEYS.json",
            description = "for rotation: a file whose keys and serial secret go into the new file as well")
    private Optional<Path> keep = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "KEYS.json", description = "the file to make")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        SignatureSuite chosen = SuiteName.read(suite)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--suite must be hmac96, hmac128 or ed25519, was \"" + suite + "\""));
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            throw new ParameterException(spec.commandLine(), "--until must be after --from");
        }
        ValidityPeriod signing = new ValidityPeriod(from, until);
        SecureRandom random = new SecureRandom();
        KeyFile file;
        if (keep.isPresent()) {
            KeyFile kept = KeyFile.read(keep.get()).orThrow();
            try {
                file = kept.withKeys(kept.keys().with(RingKey.generate(keyId, chosen, signing, random)));
            } catch (IllegalArgumentException wrong) {
                throw new ParameterException(spec.commandLine(), "--key-id: " + wrong.getMessage(), wrong);
            }
        } else {
            try {
                file = KeyFile.generate(keyId, chosen, signing, random);
            } catch (IllegalArgumentException wrong) {
                throw new ParameterException(spec.commandLine(), "--key-id: " + wrong.getMessage(), wrong);
            }
        }
        file.write(out);
        spec.commandLine()
                .getErr()
                .println("key " + keyId + " (" + suite + ") is in " + out
                        + ", readable by its owner only: keep a copy in a safe, and give it to nobody");
        return ExitStatus.DONE;
    }
}
