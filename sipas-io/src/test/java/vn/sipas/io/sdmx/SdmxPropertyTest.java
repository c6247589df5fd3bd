package vn.sipas.io.sdmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vn.sipas.core.LocalizedText;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.csv.TidyTablePropertyTest;
import vn.sipas.io.outside.SampleResults;

class SdmxPropertyTest {

    private static final SdmxSettings SETTINGS = new SdmxSettings(
            "VN.PROVINCE",
            "SATISFACTION",
            "1.0",
            LocalizedText.of("Mức độ hài lòng", "Satisfaction"),
            SdmxSettings.Frequency.OTHER,
            "2024-10",
            Instant.parse("2024-12-01T08:00:00.5Z"),
            Optional.of(SampleResults.definition().method()));

    private record Message(String csv, String structure) {}

    private static Message message(TidyTable table, SdmxNames names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String structure;
        try (SdmxCsvWriter writer = SdmxCsvWriter.open(bytes, SETTINGS)) {
            writer.write(table);
            structure = writer.structure(names);
        }
        return new Message(bytes.toString(StandardCharsets.UTF_8), structure);
    }

    private static List<NamedCsvRecord> records(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    @Provide
    Arbitrary<TidyTable> tables() {
        return TidyTablePropertyTest.tables();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theMessageGivesBackTheTable(@ForAll("tables") TidyTable table) throws Exception {
        Message message = message(table, SdmxNames.none());
        List<List<String>> rows = new ArrayList<>();
        for (NamedCsvRecord record : records(message.csv())) {
            List<String> row = new ArrayList<>();
            row.add(SdmxCodes.groupText(record.getField("GROUP")));
            row.add(SdmxCodes.text(record.getField("INDICATOR")));
            row.add(SdmxCodes.text(record.getField("STATISTIC")));
            for (String name : List.of("OBS_VALUE", "STD_ERROR", "DF", "LOWER", "UPPER", "CONF_LEVEL")) {
                row.add(record.getField(name).replace("INF", "Inf"));
            }
            row.add(record.getField("INTERVAL_METHOD"));
            for (String name : List.of("N_OBS", "N_EFF", "DEFF")) {
                row.add(record.getField(name).replace("INF", "Inf"));
            }
            row.add(record.getField("FLAGS"));
            rows.add(row);
        }
        assertEquals(table.rows(), rows);
        parsed(message.structure());
    }

    @Property(tries = 500)
    void everyTextIsACodeAndComesBack(@ForAll String text) {
        String code = SdmxCodes.code(text);
        assertTrue(code.matches("[A-Za-z0-9_@$\\-]+"), code);
        assertEquals(text, SdmxCodes.text(code));
        assertEquals(text, SdmxCodes.groupText(SdmxCodes.group(text)));
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagNameNS("*", name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    @Example
    void theColumnsAreThoseOfSdmxCsvAndOfTheStructure() throws Exception {
        Message message = message(SampleResults.estimates(), SdmxNames.none().with(SampleResults.definition()));
        String header = message.csv().lines().findFirst().orElseThrow();
        assertEquals(
                "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,GROUP,INDICATOR,STATISTIC,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,"
                        + "OBS_STATUS,STD_ERROR,DF,LOWER,UPPER,CONF_LEVEL,INTERVAL_METHOD,N_OBS,N_EFF,DEFF,FLAGS,METHOD",
                header);
        Element root = parsed(message.structure()).getDocumentElement();
        Set<String> components = new TreeSet<>();
        for (String kind : List.of("Dimension", "TimeDimension", "PrimaryMeasure", "Attribute")) {
            for (Element component : elements(root, kind)) {
                if (component.hasAttribute("id")) {
                    components.add(component.getAttribute("id"));
                }
            }
        }
        Set<String> columns = new TreeSet<>(List.of(header.split(",", -1)));
        columns.removeAll(Set.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
        assertEquals(columns, components);
        Element dataflow = elements(root, "Dataflow").get(0);
        String id = dataflow.getAttribute("agencyID") + ":" + dataflow.getAttribute("id") + "("
                + dataflow.getAttribute("version") + ")";
        for (NamedCsvRecord record : records(message.csv())) {
            assertEquals("dataflow", record.getField("STRUCTURE"));
            assertEquals(id, record.getField("STRUCTURE_ID"));
            assertEquals("I", record.getField("ACTION"));
        }
    }

    @Example
    void everyReferenceResolvesAndEveryCodeIsListed() throws Exception {
        Message message = message(SampleResults.estimates(), SdmxNames.none().with(SampleResults.definition()));
        Element root = parsed(message.structure()).getDocumentElement();
        Set<String> ids = new TreeSet<>();
        for (String kind : List.of("Codelist", "ConceptScheme", "DataStructure", "Concept", "PrimaryMeasure")) {
            elements(root, kind).forEach(element -> ids.add(element.getAttribute("id")));
        }
        for (Element reference : elements(root, "Ref")) {
            assertTrue(ids.contains(reference.getAttribute("id")), reference.getAttribute("id"));
            if (reference.hasAttribute("maintainableParentID")) {
                assertTrue(ids.contains(reference.getAttribute("maintainableParentID")));
            }
        }
        for (Element codelist : elements(root, "Codelist")) {
            String column = codelist.getAttribute("id").replace("CL_SATISFACTION_", "");
            Set<String> codes = new TreeSet<>();
            elements(codelist, "Code").forEach(code -> codes.add(code.getAttribute("id")));
            for (NamedCsvRecord record : records(message.csv())) {
                assertTrue(codes.contains(record.getField(column)), column + " " + record.getField(column));
            }
        }
        Map<String, String> names = new HashMap<>();
        elements(root, "Code").forEach(code -> names.put(code.getAttribute("id"), code.getTextContent()));
        assertEquals("Tất cảAll", names.get("_T"));
        assertEquals("=1+2=1+2", names.get("$3d$1$2b$2"));
        assertTrue(names.get("overall").contains("Overall satisfaction"), names.get("overall"));
    }

    @Example
    void settingsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> settings("VN MOHA", "S", "1.0", "2024"));
        assertThrows(IllegalArgumentException.class, () -> settings("VN", "S/1", "1.0", "2024"));
        assertThrows(IllegalArgumentException.class, () -> settings("VN", "S", "1", "2024"));
        assertThrows(IllegalArgumentException.class, () -> settings("VN", "S", "1.0", "10/2024"));
        assertEquals("2024-S1", settings("VN", "S", "1.0", "2024-S1").period());
    }

    private static SdmxSettings settings(String agency, String flow, String version, String period) {
        return new SdmxSettings(
                agency,
                flow,
                version,
                SETTINGS.title(),
                SdmxSettings.Frequency.ANNUAL,
                period,
                SETTINGS.prepared(),
                Optional.empty());
    }
}
