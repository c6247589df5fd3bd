package vn.sipas.io.sdmx;

import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.sipas.core.LocalizedText;

/** Writes the structure message: dataflow, codelists, concepts, data structure. */
final class SdmxStructure {

    private static final String BASE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";
    private static final String MESSAGE = BASE + "message";
    private static final String STRUCTURE = BASE + "structure";
    private static final String COMMON = BASE + "common";

    private static final Map<String, LocalizedText> CONCEPTS = concepts();

    private final SdmxSettings settings;
    private final SdmxNames names;
    private final StringWriter text = new StringWriter();

    SdmxStructure(SdmxSettings settings, SdmxNames names) {
        this.settings = settings;
        this.names = names;
    }

    private static Map<String, LocalizedText> concepts() {
        Map<String, LocalizedText> all = new LinkedHashMap<>();
        all.put("FREQ", LocalizedText.of("Tần suất", "Frequency"));
        all.put("GROUP", LocalizedText.of("Đơn vị hoặc nhóm", "Unit or group"));
        all.put("INDICATOR", LocalizedText.of("Chỉ tiêu", "Indicator"));
        all.put("STATISTIC", LocalizedText.of("Thống kê", "Statistic"));
        all.put("TIME_PERIOD", LocalizedText.of("Thời kỳ", "Time period"));
        all.put("OBS_VALUE", LocalizedText.of("Giá trị", "Observation value"));
        all.put("UNIT_MEASURE", LocalizedText.of("Đơn vị tính", "Unit of measure"));
        all.put("OBS_STATUS", LocalizedText.of("Trạng thái", "Observation status"));
        all.put("STD_ERROR", LocalizedText.of("Sai số chuẩn", "Standard error"));
        all.put("DF", LocalizedText.of("Bậc tự do", "Degrees of freedom"));
        all.put("LOWER", LocalizedText.of("Cận dưới của khoảng tin cậy", "Lower bound of the interval"));
        all.put("UPPER", LocalizedText.of("Cận trên của khoảng tin cậy", "Upper bound of the interval"));
        all.put("CONF_LEVEL", LocalizedText.of("Mức tin cậy", "Level of confidence"));
        all.put("INTERVAL_METHOD", LocalizedText.of("Phương pháp khoảng tin cậy", "Interval method"));
        all.put("N_OBS", LocalizedText.of("Số câu trả lời hợp lệ", "Number of valid answers"));
        all.put("N_EFF", LocalizedText.of("Cỡ mẫu hiệu dụng", "Effective sample size"));
        all.put("DEFF", LocalizedText.of("Hệ số thiết kế", "Design effect"));
        all.put("FLAGS", LocalizedText.of("Cờ", "Flags"));
        all.put("METHOD", LocalizedText.of("Phương pháp và phiên bản", "Method and version"));
        return all;
    }

    String message(SortedSet<String> groups, SortedSet<String> indicators, SortedSet<String> statistics) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml);
            xml.writeStartElement("mes", "Structure", MESSAGE);
            xml.writeNamespace("mes", MESSAGE);
            xml.writeNamespace("str", STRUCTURE);
            xml.writeNamespace("com", COMMON);
            header(xml);
            xml.writeStartElement(MESSAGE, "Structures");
            dataflow(xml);
            codelists(xml, groups, indicators, statistics);
            conceptScheme(xml);
            dataStructure(xml);
            xml.writeEndElement();
            xml.writeEndElement();
            line(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory cannot fail to be written", impossible);
        }
        return text.toString();
    }

    private static void line(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private void header(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(MESSAGE, "Header");
        element(xml, "ID", settings.dataflow());
        element(xml, "Test", "false");
        element(
                xml,
                "Prepared",
                settings.prepared().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.writeEmptyElement(MESSAGE, "Sender");
        xml.writeAttribute("id", settings.agency());
        xml.writeEndElement();
        line(xml);
    }

    private static void element(XMLStreamWriter xml, String name, String content) throws XMLStreamException {
        xml.writeStartElement(MESSAGE, name);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }

    private void dataflow(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(STRUCTURE, "Dataflows");
        maintainable(xml, "Dataflow", settings.dataflow());
        name(xml, settings.title());
        xml.writeStartElement(STRUCTURE, "Structure");
        reference(xml, "DSD_" + settings.dataflow(), "datastructure", "DataStructure");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        line(xml);
    }

    private void codelists(
            XMLStreamWriter xml, SortedSet<String> groups, SortedSet<String> indicators, SortedSet<String> statistics)
            throws XMLStreamException {
        xml.writeStartElement(STRUCTURE, "Codelists");
        Map<String, LocalizedText> codes = new LinkedHashMap<>();
        for (SdmxSettings.Frequency frequency : SdmxSettings.Frequency.values()) {
            codes.put(frequency.code(), frequency.text());
        }
        codelist(xml, "FREQ", codes);
        codes.clear();
        for (String group : groups) {
            boolean all = SdmxCodes.group(group).equals("_T");
            codes.put(
                    SdmxCodes.group(group),
                    names.group(group).orElseGet(() -> all ? LocalizedText.of("Tất cả", "All") : itself(group)));
        }
        codelist(xml, "GROUP", codes);
        codes.clear();
        for (String indicator : indicators) {
            codes.put(SdmxCodes.code(indicator), names.indicator(indicator).orElseGet(() -> itself(indicator)));
        }
        codelist(xml, "INDICATOR", codes);
        codes.clear();
        for (String statistic : statistics) {
            codes.put(SdmxCodes.code(statistic), itself(statistic));
        }
        codelist(xml, "STATISTIC", codes);
        codes.clear();
        for (SdmxUnit unit : SdmxUnit.values()) {
            codes.put(unit.code(), unit.text());
        }
        codelist(xml, "UNIT_MEASURE", codes);
        codes.clear();
        codes.put("A", LocalizedText.of("Giá trị thường", "Normal value"));
        codes.put("M", LocalizedText.of("Thiếu", "Missing"));
        codelist(xml, "OBS_STATUS", codes);
        xml.writeEndElement();
        line(xml);
    }

    private static LocalizedText itself(String code) {
        return LocalizedText.same(code.isBlank() ? "–" : code);
    }

    private void codelist(XMLStreamWriter xml, String component, Map<String, LocalizedText> codes)
            throws XMLStreamException {
        line(xml);
        maintainable(xml, "Codelist", codelistId(component));
        name(xml, CONCEPTS.getOrDefault(component, settings.title()));
        for (Map.Entry<String, LocalizedText> code : codes.entrySet()) {
            line(xml);
            xml.writeStartElement(STRUCTURE, "Code");
            xml.writeAttribute("id", code.getKey());
            name(xml, code.getValue());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private String codelistId(String component) {
        return "CL_" + settings.dataflow() + "_" + component;
    }

    private void conceptScheme(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(STRUCTURE, "Concepts");
        maintainable(xml, "ConceptScheme", "CS_" + settings.dataflow());
        name(xml, settings.title());
        for (Map.Entry<String, LocalizedText> concept : CONCEPTS.entrySet()) {
            line(xml);
            xml.writeStartElement(STRUCTURE, "Concept");
            xml.writeAttribute("id", concept.getKey());
            name(xml, concept.getValue());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        line(xml);
    }

    private void dataStructure(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(STRUCTURE, "DataStructures");
        maintainable(xml, "DataStructure", "DSD_" + settings.dataflow());
        name(xml, settings.title());
        xml.writeStartElement(STRUCTURE, "DataStructureComponents");
        xml.writeStartElement(STRUCTURE, "DimensionList");
        xml.writeAttribute("id", "DimensionDescriptor");
        int position = 1;
        for (String dimension : SdmxCsvWriter.DIMENSIONS) {
            line(xml);
            component(xml, "Dimension", dimension);
            xml.writeAttribute("position", Integer.toString(position++));
            concept(xml, dimension);
            enumeration(xml, dimension);
            xml.writeEndElement();
        }
        line(xml);
        component(xml, "TimeDimension", "TIME_PERIOD");
        xml.writeAttribute("position", Integer.toString(position));
        concept(xml, "TIME_PERIOD");
        format(xml, "ObservationalTimePeriod");
        xml.writeEndElement();
        xml.writeEndElement();
        line(xml);
        xml.writeStartElement(STRUCTURE, "AttributeList");
        xml.writeAttribute("id", "AttributeDescriptor");
        for (String attribute : SdmxCsvWriter.ATTRIBUTES) {
            line(xml);
            attribute(xml, attribute);
        }
        xml.writeEndElement();
        line(xml);
        xml.writeStartElement(STRUCTURE, "MeasureList");
        xml.writeAttribute("id", "MeasureDescriptor");
        component(xml, "PrimaryMeasure", "OBS_VALUE");
        concept(xml, "OBS_VALUE");
        format(xml, "Double");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        line(xml);
    }

    private void attribute(XMLStreamWriter xml, String id) throws XMLStreamException {
        component(xml, "Attribute", id);
        xml.writeAttribute("assignmentStatus", "Conditional");
        concept(xml, id);
        if (List.of("UNIT_MEASURE", "OBS_STATUS").contains(id)) {
            enumeration(xml, id);
        } else {
            format(
                    xml,
                    switch (id) {
                        case "INTERVAL_METHOD", "FLAGS", "METHOD" -> "String";
                        case "N_OBS" -> "Long";
                        default -> "Double";
                    });
        }
        xml.writeStartElement(STRUCTURE, "AttributeRelationship");
        xml.writeStartElement(STRUCTURE, "PrimaryMeasure");
        xml.writeEmptyElement("Ref");
        xml.writeAttribute("id", "OBS_VALUE");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void component(XMLStreamWriter xml, String element, String id) throws XMLStreamException {
        xml.writeStartElement(STRUCTURE, element);
        xml.writeAttribute("id", id);
    }

    private void concept(XMLStreamWriter xml, String id) throws XMLStreamException {
        xml.writeStartElement(STRUCTURE, "ConceptIdentity");
        xml.writeEmptyElement("Ref");
        xml.writeAttribute("id", id);
        xml.writeAttribute("maintainableParentID", "CS_" + settings.dataflow());
        xml.writeAttribute("maintainableParentVersion", settings.version());
        xml.writeAttribute("agencyID", settings.agency());
        xml.writeAttribute("package", "conceptscheme");
        xml.writeAttribute("class", "Concept");
        xml.writeEndElement();
    }

    private void enumeration(XMLStreamWriter xml, String component) throws XMLStreamException {
        xml.writeStartElement(STRUCTURE, "LocalRepresentation");
        xml.writeStartElement(STRUCTURE, "Enumeration");
        reference(xml, codelistId(component), "codelist", "Codelist");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void format(XMLStreamWriter xml, String type) throws XMLStreamException {
        xml.writeStartElement(STRUCTURE, "LocalRepresentation");
        xml.writeEmptyElement(STRUCTURE, "TextFormat");
        xml.writeAttribute("textType", type);
        xml.writeEndElement();
    }

    private void maintainable(XMLStreamWriter xml, String element, String id) throws XMLStreamException {
        xml.writeStartElement(STRUCTURE, element);
        xml.writeAttribute("id", id);
        xml.writeAttribute("agencyID", settings.agency());
        xml.writeAttribute("version", settings.version());
    }

    private void reference(XMLStreamWriter xml, String id, String kind, String type) throws XMLStreamException {
        xml.writeEmptyElement("Ref");
        xml.writeAttribute("id", id);
        xml.writeAttribute("version", settings.version());
        xml.writeAttribute("agencyID", settings.agency());
        xml.writeAttribute("package", kind);
        xml.writeAttribute("class", type);
    }

    private static void name(XMLStreamWriter xml, LocalizedText name) throws XMLStreamException {
        inLanguage(xml, "vi", name.vi());
        inLanguage(xml, "en", name.en());
    }

    private static void inLanguage(XMLStreamWriter xml, String language, String content) throws XMLStreamException {
        xml.writeStartElement(COMMON, "Name");
        xml.writeAttribute("xml:lang", language);
        xml.writeCharacters(allowed(content));
        xml.writeEndElement();
    }

    /** Makes characters that XML forbids visible. */
    private static String allowed(String content) {
        StringBuilder safe = new StringBuilder(content.length());
        content.codePoints().forEach(character -> {
            boolean control = character < 0x20 && character != '\t' && character != '\n' && character != '\r';
            boolean forbidden = control
                    || (character >= 0xd800 && character <= 0xdfff)
                    || character == 0xfffe
                    || character == 0xffff;
            safe.appendCodePoint(forbidden ? 0xfffd : character);
        });
        return safe.toString();
    }
}
