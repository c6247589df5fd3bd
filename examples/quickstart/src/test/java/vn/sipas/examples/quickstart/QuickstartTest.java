package vn.sipas.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import vn.sipas.core.estimate.Interval;

class QuickstartTest {

    private static final Path SOURCES = Path.of("src/main/java/vn/sipas/examples/quickstart");
    private static final int LONGEST = 40;

    @Test
    void theReadmeShowsTheExampleThatIsCompiledAndRunHere() throws IOException {
        List<String> source = Files.readAllLines(SOURCES.resolve("ReadmeExample.java"), StandardCharsets.UTF_8);
        int from = source.indexOf("        // README");
        int to = source.lastIndexOf("        // README");
        String code = source.subList(from + 1, to).stream()
                .map(line -> line.isEmpty() ? line : line.substring(8))
                .collect(Collectors.joining("\n"));
        assertTrue(code.lines().filter(line -> !line.isBlank()).count() <= 25, "the example has grown too long");
        String readme = Files.readString(Path.of("../../README.md"), StandardCharsets.UTF_8);
        assertTrue(
                readme.contains("<!-- readme-example -->\n```java\n" + code + "\n```\n"), "README.md shows other code");
    }

    @Test
    void theReadmeExampleGivesTheMeanOfTwoShares() {
        // of 59 answers, i % 8 == 0 is neutral for 8 and i % 5 == 0 dissatisfied for 12: (51/59 + 47/59) / 2 = 83.05 %
        String table = ReadmeExample.run();
        assertTrue(table.contains("83.05"), table);
    }

    @Test
    void aScannedPosterNamesItsOffice() {
        assertEquals("unit 07210, POSTER", PortalQuickstart.run());
    }

    @Test
    void anExportBecomesAnIndexWithoutTheNamesOfItsRespondents() throws IOException {
        String text = ExportQuickstart.run();
        assertTrue(text.contains("3 read = 3 kept + 0 changed + 0 set aside"), text);
        // both answers of the office are satisfied
        assertTrue(text.contains("100.00"), text);
        assertFalse(text.contains("Nguyễn"), text);
    }

    @Test
    void aTableOfTheHostIsReadByNamedColumnsOnly() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:quickstart;DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE DANH_GIA (MA_PHIEU INT, MA_DON_VI VARCHAR(10), NGAY DATE,"
                    + " DIEN_THOAI VARCHAR(20), HAI_LONG VARCHAR(40))");
            statement.execute("INSERT INTO DANH_GIA VALUES"
                    + " (1, '07210', DATE '2024-10-29', '0912345678', 'Hài lòng'),"
                    + " (2, '07213', DATE '2024-10-30', '0912345679', 'Không hài lòng'),"
                    + " (3, NULL, DATE '2024-10-30', '0912345670', 'Hài lòng')");
            String text = HostTableQuickstart.run(database);
            assertTrue(text.contains("3 read = 2 kept + 0 changed + 1 set aside"), text);
            assertFalse(text.contains("09123"), text);
            statement.execute("SHUTDOWN");
        }
    }

    @Test
    void theIntervalOf1186Of1189IsTheOneInTheLiterature() {
        // Wilson score interval of 1186 of 1189 at 95 %, from the closed formula with z = 1.959963985
        Interval interval = ResearcherQuickstart.nearlyUnanimous();
        assertEquals(0.992608021, interval.lower(), 5e-10);
        assertEquals(0.999141546, interval.upper(), 5e-10);
    }

    @Test
    void aComplexSampleCarriesItsDesign() {
        String table = ResearcherQuickstart.complexSample();
        assertTrue(table.contains("favourable_share"), table);
    }

    @Test
    void theProgramsAreShort() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Quickstart.java"))
                    .toList()) {
                long lines = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty()
                                && !line.startsWith("import ")
                                && !line.startsWith("*")
                                && !line.startsWith("/*"))
                        .count();
                assertTrue(lines < LONGEST, file + " has " + lines + " lines of code");
            }
        }
    }
}
