package vn.sipas.qr.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;

/**
 * Coverage-guided fuzzing of key files and seals: content or problems, never an exception but {@code IOException}, and no
 * problem quotes the file. {@code JAZZER_FUZZ=1 mvn -pl sipas-qr -am test -Dtest='KeyFileFuzzTest#keyFile'
 * -Dsurefire.failIfNoSpecifiedTests=false} searches for new inputs.
 */
class KeyFileFuzzTest {

    private static final int SECRET_CHARACTERS = 43;

    @FuzzTest(maxDuration = "5m")
    void keyFile(byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("keys");
        Path file = Files.createTempFile(folder, "keys", ".json");
        try {
            Files.write(file, bytes);
            Checked<KeyFile> read = KeyFile.read(file);
            assertEquals(read.value().isPresent(), read.problems().isEmpty());
            String text = new String(bytes, StandardCharsets.UTF_8);
            for (Problem problem : read.problems()) {
                String said = problem.toString().replace(file.toString(), "");
                for (int at = 0; at + SECRET_CHARACTERS <= text.length(); at += SECRET_CHARACTERS) {
                    assertFalse(said.contains(text.substring(at, at + SECRET_CHARACTERS)));
                }
            }
            if (read.value().isPresent()) {
                Path copy = folder.resolve("copy.json");
                read.value().get().write(copy);
                assertEquals(
                        read.value().get().toString(),
                        KeyFile.read(copy).orThrow().toString());
                Files.delete(copy);
            }
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    @FuzzTest(maxDuration = "5m")
    void seal(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8);
        DocumentSeal.parse(line).ifPresent(seal -> {
            assertTrue(line.startsWith(seal.toString()));
            assertFalse(seal.matches(KeyRing.of(), bytes));
        });
    }
}
