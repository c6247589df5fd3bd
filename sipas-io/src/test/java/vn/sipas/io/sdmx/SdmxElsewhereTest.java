package vn.sipas.io.sdmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sdmxdl.Attribute;
import sdmxdl.Codelist;
import sdmxdl.Component;
import sdmxdl.Dimension;
import sdmxdl.Flow;
import sdmxdl.Languages;
import sdmxdl.Structure;
import sdmxdl.format.xml.SdmxXmlStreams;
import vn.sipas.core.LocalizedText;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.outside.OutsideProgram;
import vn.sipas.io.outside.SampleResults;

/** Our message in the hands of readers that are not ours: sdmx-dl, a Java library, and rsdmx, a package of R. */
class SdmxElsewhereTest {

    private static final TidyTable TABLE = SampleResults.estimates();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        SdmxSettings settings = new SdmxSettings(
                "VN.PROVINCE",
                "SATISFACTION",
                "1.0",
                LocalizedText.of("Mức độ hài lòng", "Satisfaction"),
                SdmxSettings.Frequency.OTHER,
                "2024-10",
                Instant.parse("2024-12-01T08:00:00Z"),
                Optional.of(SampleResults.definition().method()));
        try (OutputStream output = Files.newOutputStream(folder.resolve("data.csv"));
                SdmxCsvWriter writer = SdmxCsvWriter.open(output, settings)) {
            writer.write(TABLE);
            Files.writeString(
                    folder.resolve("structure.xml"),
                    writer.structure(SdmxNames.none().with(SampleResults.definition())));
        }
    }

    @Test
    void aJavaLibraryReadsTheStructure() throws IOException {
        Path file = folder.resolve("structure.xml");
        Structure structure = SdmxXmlStreams.struct21(Languages.parse("vi,en"))
                .parsePath(file)
                .get(0);
        assertEquals("VN.PROVINCE,DSD_SATISFACTION,1.0", structure.getRef().toString());
        assertEquals("Mức độ hài lòng", structure.getName());
        assertEquals(
                SdmxCsvWriter.DIMENSIONS,
                structure.getDimensions().stream().map(Dimension::getId).toList());
        assertEquals("TIME_PERIOD", structure.getTimeDimensionId());
        assertEquals("OBS_VALUE", structure.getPrimaryMeasureId());
        Map<String, String> attributes = new TreeMap<>();
        for (Attribute attribute : structure.getAttributes()) {
            attributes.put(attribute.getId(), attribute.getName());
        }
        assertEquals(List.copyOf(new TreeMap<>(namesOfAttributes()).keySet()), List.copyOf(attributes.keySet()));
        assertEquals("Sai số chuẩn", attributes.get("STD_ERROR"));
        Map<String, String> groups = codes(structure, "GROUP");
        assertEquals("Tất cả", groups.get("_T"));
        assertEquals("07210", groups.get("07210"));
        assertEquals(5, groups.size(), groups::toString);
        assertEquals("Chỉ số hài lòng chung", codes(structure, "INDICATOR").get("overall"));
        Flow flow = SdmxXmlStreams.flow21(Languages.parse("en")).parsePath(file).get(0);
        assertEquals("VN.PROVINCE,SATISFACTION,1.0", flow.getRef().toString());
        assertEquals(structure.getRef(), flow.getStructureRef());
        List<Codelist> lists = SdmxXmlStreams.codelist21(Languages.parse("en")).parsePath(file);
        assertEquals(6, lists.size());
    }

    private static Map<String, String> namesOfAttributes() {
        Map<String, String> names = new TreeMap<>();
        SdmxCsvWriter.ATTRIBUTES.forEach(name -> names.put(name, name));
        return names;
    }

    private static Map<String, String> codes(Structure structure, String dimension) {
        return structure.getDimensions().stream()
                .filter(found -> found.getId().equals(dimension))
                .map(Component::getCodes)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rReadsStructureAndData() throws Exception {
        Files.writeString(folder.resolve("there.R"), "cat(requireNamespace('rsdmx', quietly = TRUE))\n");
        String there = OutsideProgram.run(folder, "Rscript", "--vanilla", "there.R");
        Assumptions.assumeTrue(
                there.contains("TRUE"), "r-cran-rsdmx is not installed; the check with rsdmx is skipped");
        Files.writeString(folder.resolve("read.R"), """
            suppressMessages(library(rsdmx))
            s <- readSDMX("structure.xml", isURL = FALSE)
            stopifnot(inherits(s, "SDMXDataStructureDefinition"))
            data <- read.csv("data.csv", colClasses = c(GROUP = "character"), encoding = "UTF-8", na.strings = "")
            structure <- as.data.frame(s@datastructures)
            stopifnot(structure$id == "DSD_SATISFACTION", structure$agencyID == "VN.PROVINCE")
            concepts <- suppressWarnings(as.data.frame(s@concepts))
            stopifnot(all(setdiff(names(data), c("STRUCTURE", "STRUCTURE_ID", "ACTION")) %in% concepts$id))
            for (column in c("FREQ", "GROUP", "INDICATOR", "STATISTIC", "UNIT_MEASURE", "OBS_STATUS")) {
              codes <- as.data.frame(s@codelists, codelistId = paste0("CL_SATISFACTION_", column))
              stopifnot(all(data[[column]] %in% codes$id))
            }
            stopifnot(is.numeric(data$OBS_VALUE), is.numeric(data$STD_ERROR), is.integer(data$N_OBS))
            cat(nrow(data), sprintf("%.15g", sum(data$OBS_VALUE)), sum(data$N_OBS), sum(is.na(data$DEFF)), "\\n")
            """);
        String[] printed = OutsideProgram.run(folder, "Rscript", "--vanilla", "read.R")
                .strip()
                .split(" ", -1);
        assertEquals(TABLE.rows().size(), Integer.parseInt(printed[0]));
        double sum = TABLE.rows().stream()
                .mapToDouble(row -> Double.parseDouble(row.get(3)))
                .sum();
        assertEquals(sum, Double.parseDouble(printed[1]), 1e-9);
        long answers = TABLE.rows().stream()
                .mapToLong(row -> Long.parseLong(row.get(10)))
                .sum();
        assertEquals(answers, Long.parseLong(printed[2]));
        long without =
                TABLE.rows().stream().filter(row -> row.get(12).isEmpty()).count();
        assertTrue(without > 0);
        assertEquals(without, Long.parseLong(printed[3]), "what does not exist is missing, not 0");
    }
}
