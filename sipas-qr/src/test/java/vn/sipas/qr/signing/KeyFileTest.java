package vn.sipas.qr.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sipas.core.Checked;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.UnitNumber;

class KeyFileTest {

    private static final IssuerId ISSUER = IssuerId.of("24");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final SurveyLink LINK = SurveyLink.poster(UnitNumber.of(7210), 1, DAY);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(SignatureSuite.class)
    void readingUndoesWriting(SignatureSuite suite) throws IOException {
        Path path = folder.resolve("keys.json");
        KeyFile written = KeyFile.generate(7, suite, ValidityPeriod.between(DAY, DAY.plusDays(90)), new SecureRandom());
        written.write(path);
        KeyFile read = KeyFile.read(path).orThrow();
        assertEquals(written.toString(), read.toString());
        assertEquals(
                Signer.of(ISSUER, written.keys().key(7).orElseThrow()).sign(LINK),
                Signer.of(ISSUER, read.keys().key(7).orElseThrow()).sign(LINK));
        assertEquals(
                written.serials().orElseThrow().publicSerial(1, LINK.unit(), 5),
                read.serials().orElseThrow().publicSerial(1, LINK.unit(), 5));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        assertThrows(FileAlreadyExistsException.class, () -> written.write(path));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(path), files.toList());
        }
    }

    @Test
    void keepsRevokedPublicAndUnitKeys() throws IOException {
        Path path = folder.resolve("keys.json");
        RingKey master =
                RingKey.generate(1, SignatureSuite.HMAC_SHA256_96, ValidityPeriod.always(), new SecureRandom());
        RingKey pair = RingKey.generate(2, SignatureSuite.ED25519, ValidityPeriod.always(), new SecureRandom());
        KeyRing ring = KeyRing.of(master.forUnit(ISSUER, LINK.unit()), pair.publicOnly())
                .revoke(2);
        KeyFile.of(ring).replace(path);
        KeyFile.of(ring).replace(path);
        KeyFile read = KeyFile.read(path).orThrow();
        assertEquals(ring.toString(), read.keys().toString());
        assertEquals(
                Signer.of(ISSUER, master).sign(LINK),
                Signer.of(ISSUER, read.keys().key(1).orElseThrow()).sign(LINK));
        assertTrue(read.serials().isEmpty());
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws IOException {
        Path path = folder.resolve("keys.json");
        KeyFile.generate(1, SignatureSuite.HMAC_SHA256_96, ValidityPeriod.always(), new SecureRandom())
                .write(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        assertEquals(
                KeyFileProblem.PERMISSIONS, KeyFile.read(path).problems().get(0).kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{broken | NOT_JSON | ''",
                "[] | FORMAT | ''",
                "{\"format\":\"sipas-qr-keys\",\"version\":2,\"keys\":[]} | FORMAT | ''",
                "{\"format\":\"sipas-qr-keys\",\"version\":1,\"keys\":[{\"id\":256,\"suite\":\"hmac96\"}]} | FIELD | keys[0].id",
                "{\"format\":\"sipas-qr-keys\",\"version\":1,\"keys\":[{\"id\":1,\"suite\":\"none\"}]} | FIELD | keys[0].suite",
                "{\"format\":\"sipas-qr-keys\",\"version\":1,\"keys\":[{\"id\":1,\"suite\":\"hmac96\",\"secret\":\"QUJD\"}]} | FIELD | keys[0].secret",
                "{\"format\":\"sipas-qr-keys\",\"version\":1,\"keys\":[{\"id\":1,\"suite\":\"hmac96\",\"from\":\"x\"}]} | FIELD | keys[0].from",
                "{\"format\":\"sipas-qr-keys\",\"version\":1,\"serialSecret\":\"QUJD\",\"keys\":[]} | FIELD | serialSecret"
            })
    void saysWhichFieldIsWrongAndQuotesNothing(String json, KeyFileProblem kind, String field) throws IOException {
        Path path = folder.resolve("keys.json");
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(path, json);
        Checked<KeyFile> read = KeyFile.read(path);
        assertEquals(kind, read.problems().get(0).kind());
        assertEquals(field.replace("''", ""), read.problems().get(0).place().path());
        assertFalse(read.problems().toString().contains("QUJD"));
    }

    @Test
    void aSealIsOfOneFileAndOneKey() {
        byte[] document = "unit,name\n".getBytes(StandardCharsets.UTF_8);
        for (SignatureSuite suite : SignatureSuite.values()) {
            RingKey key = RingKey.generate(3, suite, ValidityPeriod.always(), new SecureRandom());
            DocumentSeal seal = DocumentSeal.of(ISSUER, key, document);
            assertTrue(DocumentSeal.parse(seal + "\n").orElseThrow().matches(KeyRing.of(key), document));
            assertFalse(seal.matches(KeyRing.of(key), new byte[0]));
            assertFalse(seal.matches(KeyRing.of(key.asRevoked()), document));
            RingKey other = RingKey.generate(3, suite, ValidityPeriod.always(), new SecureRandom());
            assertFalse(seal.matches(KeyRing.of(other), document));
            assertTrue(DocumentSeal.parse("sipas-qr-seal 2").isEmpty());
        }
    }
}
