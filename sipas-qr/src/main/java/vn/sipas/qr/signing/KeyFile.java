package vn.sipas.qr.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.UnitNumber;

/**
 * The keys of an issuer as a file. Reading and writing need {@code jackson-databind}, which is optional in this module.
 *
 * <p>Version 1 is a JSON object:
 *
 * <pre>
 * {
 *   "format": "sipas-qr-keys", "version": 1,
 *   "serialSecret": "…",                      32 bytes, optional: numbers receipts
 *   "keys": [
 *     {"id": 1, "suite": "hmac96", "secret": "…", "from": "2026-01-01", "until": "2026-04-01"},
 *     {"id": 1, "suite": "hmac96", "secret": "…", "issuer": "24:…", "unit": 7210},
 *     {"id": 4, "suite": "ed25519", "seed": "…", "public": "…", "revoked": true}
 *   ]
 * }
 * </pre>
 *
 * <p>Bytes are in Base64 for URLs without padding. {@code from} (inclusive), {@code until} (exclusive), {@code revoked}
 * and {@code seed} may be missing. {@code unit} and {@code issuer} mark the derived key of one unit.
 *
 * <p>Files are written so that only the owner can read them and appear whole or not at all. Where the file system has
 * POSIX permissions, a file that others may read or write is refused.
 */
public final class KeyFile {

    private static final String FORMAT = "sipas-qr-keys";
    private static final int VERSION = 1;
    private static final long MAX_BYTES = 1 << 20;

    private final KeyRing keys;
    private final Optional<byte[]> serialSecret;

    private KeyFile(KeyRing keys, Optional<byte[]> serialSecret) {
        this.keys = keys;
        this.serialSecret = serialSecret;
    }

    /**
     * Makes the content of a file without a serial secret, such as for an outside verifier.
     *
     * @param keys the keys
     * @return the content
     */
    public static KeyFile of(KeyRing keys) {
        return new KeyFile(keys, Optional.empty());
    }

    /**
     * Makes the content of an issuer's file: one fresh key and a fresh serial secret.
     *
     * @param id the id of the key, 0 to 255
     * @param suite its suite
     * @param signing the issue days for which it may sign
     * @param random the source of randomness
     * @return the content
     */
    public static KeyFile generate(int id, SignatureSuite suite, ValidityPeriod signing, SecureRandom random) {
        byte[] secret = new byte[RingKey.SECRET_BYTES];
        random.nextBytes(secret);
        return new KeyFile(KeyRing.of(RingKey.generate(id, suite, signing, random)), Optional.of(secret));
    }

    /**
     * Returns the keys.
     *
     * @return the ring
     */
    public KeyRing keys() {
        return keys;
    }

    /**
     * Returns what numbers receipts.
     *
     * @return the permutation; empty if the file has no serial secret
     */
    public Optional<SerialPermutation> serials() {
        return serialSecret.map(SerialPermutation::of);
    }

    /**
     * Returns this content with other keys, such as after a rotation, and the same serial secret.
     *
     * @param newKeys the keys
     * @return the content
     */
    public KeyFile withKeys(KeyRing newKeys) {
        return new KeyFile(newKeys, serialSecret);
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @return the content, or problems that name the file and the field, never a secret
     * @throws IOException if the file cannot be read
     */
    public static Checked<KeyFile> read(Path path) throws IOException {
        Place place = Place.in(path.toString());
        Optional<String> open = permissionsOfOthers(path);
        if (open.isPresent()) {
            return Checked.refused(Problem.of(KeyFileProblem.PERMISSIONS, place, "permissions", open.get()));
        }
        if (Files.size(path) > MAX_BYTES) {
            return Checked.refused(Problem.of(KeyFileProblem.NOT_JSON, place));
        }
        byte[] bytes = Files.readAllBytes(path);
        try {
            JsonNode root = new ObjectMapper().readTree(bytes);
            return new Reader(place).file(root);
        } catch (JsonProcessingException | CharConversionException malformed) {
            // The exception quotes the input, so it must not travel on.
            return Checked.refused(Problem.of(KeyFileProblem.NOT_JSON, place));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * Writes a new file that only its owner can read.
     *
     * @param path the file, which must not exist
     * @throws FileAlreadyExistsException if it exists: keys are never overwritten by accident
     * @throws IOException if it cannot be written
     */
    public void write(Path path) throws IOException {
        if (Files.exists(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        replace(path);
    }

    /**
     * Writes a file that only its owner can read, in place of what is there.
     *
     * @param path the file
     * @throws IOException if it cannot be written; then the old file is as it was
     */
    public void replace(Path path) throws IOException {
        Path directory = Objects.requireNonNull(path.toAbsolutePath().getParent(), "path must name a file");
        Path temporary = Files.createTempFile(directory, ".keys", ".tmp", ownerOnly(directory));
        try {
            Files.write(temporary, json());
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private byte[] json() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        serialSecret.ifPresent(secret -> root.put("serialSecret", base64(secret)));
        var array = root.putArray("keys");
        for (RingKey key : keys.keys()) {
            ObjectNode node = array.addObject();
            node.put("id", key.id()).put("suite", SuiteName.of(key.suite()));
            KeyMaterial material = key.material();
            if (material instanceof KeyMaterial.MasterSecret master) {
                node.put("secret", base64(master.secret()));
            } else if (material instanceof KeyMaterial.UnitSecret bound) {
                node.put("secret", base64(bound.secret()));
                node.put("issuer", bound.issuer().value());
                node.put("unit", bound.unit().value());
            } else if (material instanceof KeyMaterial.EdwardsKey edwards) {
                edwards.seed().ifPresent(seed -> node.put("seed", base64(seed)));
                node.put("public", base64(edwards.publicBytes()));
            }
            key.signing().from().ifPresent(day -> node.put("from", day.toString()));
            key.signing().until().ifPresent(day -> node.put("until", day.toString()));
            if (key.revoked()) {
                node.put("revoked", true);
            }
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        boolean posix = Files.getFileStore(directory).supportsFileAttributeView(PosixFileAttributeView.class);
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Optional<String> permissionsOfOthers(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return Optional.empty();
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        boolean open = permissions.stream()
                .anyMatch(permission -> permission.name().startsWith("GROUP_")
                        || permission.name().startsWith("OTHERS_"));
        return open ? Optional.of(PosixFilePermissions.toString(permissions)) : Optional.empty();
    }

    /**
     * Returns the keys without their secrets.
     *
     * @return a description for humans
     */
    @Override
    public String toString() {
        return "KeyFile[" + keys + (serialSecret.isPresent() ? ", serial secret" : "") + "]";
    }

    /** Reads the tree; every value that is not as it must be becomes a problem that names its path. */
    private static final class Reader {

        private final Place place;
        private final List<Problem> problems = new ArrayList<>();

        Reader(Place place) {
            this.place = place;
        }

        Checked<KeyFile> file(JsonNode root) {
            if (!FORMAT.equals(root.path("format").asText())
                    || root.path("version").asInt() != VERSION
                    || !root.path("keys").isArray()) {
                return Checked.refused(Problem.of(KeyFileProblem.FORMAT, place));
            }
            Optional<byte[]> serialSecret = Optional.empty();
            if (root.has("serialSecret")) {
                serialSecret = bytes(root, "serialSecret", "serialSecret");
            }
            List<RingKey> read = new ArrayList<>();
            for (int i = 0; i < root.path("keys").size(); i++) {
                String path = "keys[" + i + "]";
                Optional<RingKey> key = key(root.path("keys").get(i), path);
                if (key.isPresent()
                        && read.stream()
                                .anyMatch(other -> other.id() == key.get().id())) {
                    problem(path + ".id");
                }
                key.ifPresent(read::add);
            }
            if (!problems.isEmpty()) {
                return Checked.refused(problems);
            }
            return Checked.of(new KeyFile(KeyRing.of(read), serialSecret));
        }

        private Optional<RingKey> key(JsonNode node, String path) {
            int before = problems.size();
            JsonNode id = node.path("id");
            if (!id.isInt() || id.asInt() < 0 || id.asInt() > 255) {
                problem(path + ".id");
            }
            Optional<SignatureSuite> suite = SuiteName.read(node.path("suite").asText());
            if (suite.isEmpty()) {
                problem(path + ".suite");
            }
            Optional<LocalDate> from = day(node, "from", path);
            Optional<LocalDate> until = day(node, "until", path);
            if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
                problem(path + ".until");
            }
            if (problems.size() > before) {
                return Optional.empty();
            }
            ValidityPeriod signing = new ValidityPeriod(from, until);
            Optional<RingKey> key = suite.orElseThrow() == SignatureSuite.ED25519
                    ? edwards(node, path, id.asInt(), signing)
                    : hmac(node, path, id.asInt(), suite.orElseThrow(), signing);
            return node.path("revoked").asBoolean() ? key.map(RingKey::asRevoked) : key;
        }

        private Optional<RingKey> hmac(
                JsonNode node, String path, int id, SignatureSuite suite, ValidityPeriod signing) {
            Optional<byte[]> secret = bytes(node, "secret", path + ".secret");
            if (!node.has("unit")) {
                return secret.map(bytes -> RingKey.hmac(id, suite, bytes, signing));
            }
            try {
                UnitNumber unit = UnitNumber.of(node.path("unit").asInt());
                IssuerId issuer = IssuerId.of(node.path("issuer").asText());
                return secret.map(bytes -> RingKey.unitHmac(id, suite, issuer, unit, bytes, signing));
            } catch (IllegalArgumentException outOfRange) {
                problem(path + ".unit");
                return Optional.empty();
            }
        }

        private Optional<RingKey> edwards(JsonNode node, String path, int id, ValidityPeriod signing) {
            Optional<byte[]> open = bytes(node, "public", path + ".public");
            Optional<byte[]> seed = node.has("seed") ? bytes(node, "seed", path + ".seed") : Optional.empty();
            if (open.isEmpty() || (node.has("seed") && seed.isEmpty())) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        seed.isPresent()
                                ? RingKey.ed25519(id, seed.get(), open.get(), signing)
                                : RingKey.ed25519Public(id, open.get(), signing));
            } catch (IllegalArgumentException invalid) {
                problem(path + ".public");
                return Optional.empty();
            }
        }

        private Optional<byte[]> bytes(JsonNode node, String field, String path) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(node.path(field).asText());
                if (bytes.length == RingKey.SECRET_BYTES) {
                    return Optional.of(bytes);
                }
            } catch (IllegalArgumentException notBase64) {
                // Falls through to the problem, without the text that the exception quotes.
            }
            problem(path);
            return Optional.empty();
        }

        private Optional<LocalDate> day(JsonNode node, String field, String path) {
            if (!node.has(field) || node.path(field).isNull()) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDate.parse(node.path(field).asText()));
            } catch (DateTimeParseException malformed) {
                problem(path + "." + field);
                return Optional.empty();
            }
        }

        private void problem(String field) {
            problems.add(Problem.of(KeyFileProblem.FIELD, place.withPath(field), "field", field));
        }
    }
}
