package vn.sipas.io.optional;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionalLibraryTest {

    private static final Map<OptionalLibrary, String> ARTIFACTS = Map.of(
            OptionalLibrary.FASTEXCEL, "org.dhatim:fastexcel",
            OptionalLibrary.PDFBOX, "org.apache.pdfbox:pdfbox",
            OptionalLibrary.DUCKDB, "org.duckdb:duckdb_jdbc");
    private static final Pattern OPTIONAL =
            Pattern.compile("(aalto|stax2|fastexcel|opczip|pdfbox|fontbox|openpdf|duckdb|h2-|postgresql).*");

    @ParameterizedTest
    @EnumSource
    void isFoundByTheNameOfItsClass(OptionalLibrary library) {
        assertDoesNotThrow(library::require);
    }

    @ParameterizedTest
    @EnumSource
    void isNamedWhenItIsMissing(OptionalLibrary library) {
        IllegalStateException missing = assertThrows(IllegalStateException.class, () -> library.load(null));
        assertTrue(missing.getMessage().contains("add " + ARTIFACTS.get(library) + " to the dependencies"));
        assertTrue(missing.getMessage().contains("--add-modules"));
    }

    @Test
    void aHostWithoutThemImportsAndIsToldWhatWritingNeeds() throws IOException, InterruptedException {
        String lean = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !OPTIONAL.matcher(String.valueOf(Path.of(entry).getFileName()))
                        .matches())
                .collect(Collectors.joining(File.pathSeparator));
        Process host = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        lean,
                        LeanHost.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, host.waitFor(), said::toString);
        assertEquals(4, said.size(), said::toString);
        assertAll(
                () -> assertTrue(said.get(0).contains("1 read = 1 kept"), said::toString),
                () -> assertTrue(said.get(1).contains("org.dhatim:fastexcel"), said::toString),
                () -> assertTrue(said.get(2).contains("org.dhatim:fastexcel"), said::toString),
                () -> assertTrue(said.get(3).contains("org.duckdb:duckdb_jdbc"), said::toString));
    }
}
