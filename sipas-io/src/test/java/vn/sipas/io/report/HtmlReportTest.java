package vn.sipas.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import vn.sipas.core.LocalizedText;

class HtmlReportTest {

    private static final LocalizedText TEXT = LocalizedText.of("Tiếng Việt", "English");
    private static final String HOSTILE = "</style><script>alert('x')</script>\"&\u0000\u202e<img src=x onerror=y>";

    private static LocalizedText text(String vi, String en) {
        return LocalizedText.of(vi, en);
    }

    private static IndexValue value(double value) {
        return new IndexValue(
                value,
                Math.max(0, value - 3),
                Math.min(100, value + 3),
                120,
                Optional.of(text("mẫu nhỏ", "small base")));
    }

    /** A model with something in every section; all free text is {@code name}. */
    private static ReportModel full(String name, int units) {
        LocalizedText both = LocalizedText.same(name.isBlank() ? "x" : name);
        List<ReportModel.UnitRow> rows = IntStream.range(0, units)
                .mapToObj(i -> new ReportModel.UnitRow(
                        "u" + i, name + " " + i, name, value(50 + i % 40), OptionalInt.of(i % 5)))
                .toList();
        return ReportModel.builder(both, both)
                .simulated(both)
                .warnings(List.of(both))
                .keyFigures(List.of(new ReportModel.KeyFigure(both, both, Optional.of(both))))
                .overall(value(83.94))
                .items(List.of(
                        new ReportModel.ItemRow(
                                name,
                                both,
                                value(80),
                                List.of(
                                        new ReportModel.LevelShare(both, 0.2, false),
                                        new ReportModel.LevelShare(both, 0.8, true))),
                        new ReportModel.ItemRow("q2", both, value(81), List.of())))
                .units(rows)
                .unranked(List.of(new ReportModel.UnrankedUnit(name, name, 3, both)))
                .groups(List.of(new ReportModel.GroupRow(name, 21, value(84), name, name)))
                .trend(List.of(
                        new ReportModel.TrendPoint("2021" + name, value(87.16), Optional.empty()),
                        new ReportModel.TrendPoint("2022", value(80.08), Optional.of(both)),
                        new ReportModel.TrendPoint("2023", value(82.66), Optional.empty())))
                .funnel(List.of(
                        new ReportModel.FunnelStep(both, 12_300, List.of(new ReportModel.FunnelLoss(both, 61)))))
                .stars(List.of(
                        new ReportModel.StarRow(name, name, OptionalInt.of(4), name, List.of(both), Optional.of(both)),
                        new ReportModel.StarRow(name, "", OptionalInt.empty(), "", List.of(), Optional.empty())))
                .method(List.of(new ReportModel.MethodEntry(both, both)))
                .build();
    }

    private static Document parsed(String html) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    @Test
    void isWellFormedWhateverTheNames() throws IOException, SAXException, ParserConfigurationException {
        String html = HtmlReport.of(full(HOSTILE, 30)).toHtml();
        Document document = parsed(html);

        assertEquals(List.of(), elements(document, "script"));
        assertEquals(List.of(), elements(document, "img"));
        assertEquals(1, elements(document, "style").size());
        assertFalse(html.contains("\u202e"));
        assertFalse(html.contains("\u0000"));
    }

    @Property(tries = 60)
    void isWellFormedForAnyName(@ForAll String name) throws IOException, SAXException, ParserConfigurationException {
        Document document = parsed(HtmlReport.of(full(name, 3)).toHtml());
        assertEquals(List.of(), elements(document, "script"));
    }

    @Test
    void needsNothingFromOutside() {
        String html = HtmlReport.of(full("Xã", 30)).toHtml().replace("http://www.w3.org/", "");
        for (String reach : List.of("http:", "https:", "src=", "href=", "url(", "@import", "<script", "<link")) {
            assertFalse(html.contains(reach), reach);
        }
    }

    @Test
    void everyDrawingHasATitleAndIsAnImage() throws IOException, SAXException, ParserConfigurationException {
        Document document = parsed(HtmlReport.of(full("Xã", 30)).toHtml());
        List<Element> drawings = new ArrayList<>(elements(document, "svg"));
        assertTrue(drawings.size() > 30);
        long titled = drawings.stream()
                .filter(svg -> svg.getAttribute("role").equals("img"))
                .filter(svg -> svg.getElementsByTagName("title").getLength() > 0)
                .count();
        assertEquals(drawings.size(), titled);
    }

    @Test
    void everyTextStandsInBothLanguages() throws IOException, SAXException, ParserConfigurationException {
        ReportModel model = ReportModel.builder(TEXT, TEXT)
                .items(List.of(new ReportModel.ItemRow("q1", TEXT, value(81.25), List.of())))
                .build();
        Document document = parsed(HtmlReport.of(model).toHtml());
        List<String> vi = elements(document, "span").stream()
                .filter(span -> span.getAttribute("lang").equals("vi"))
                .map(Element::getTextContent)
                .toList();
        List<String> en = elements(document, "span").stream()
                .filter(span -> span.getAttribute("lang").equals("en"))
                .map(Element::getTextContent)
                .toList();
        assertEquals(vi.size(), en.size());
        assertTrue(vi.contains("Tiếng Việt") && en.contains("English"));
        assertTrue(vi.contains("81,3") && en.contains("81.3"));
    }

    @Test
    void aBrokenSeriesIsNotCompared() throws IOException, SAXException, ParserConfigurationException {
        Document document = parsed(HtmlReport.of(full("Xã", 3)).toHtml());
        // 2021 to 2022 is interrupted, 2022 to 2023 is a line of 82.66 - 80.08 = +2.6 points.
        assertEquals(
                1,
                elements(document, "line").stream()
                        .filter(line -> line.getAttribute("class").equals("trend"))
                        .count());
        String text = document.getDocumentElement().getTextContent();
        assertTrue(text.contains("not comparable"));
        assertTrue(text.contains("+2.6") && !text.contains("-7.1"));
    }

    @Test
    void unitsWithEqualValuesShareARank() {
        List<ReportModel.UnitRow> units = List.of(
                new ReportModel.UnitRow("a", "A", "", value(90), OptionalInt.empty()),
                new ReportModel.UnitRow("b", "B", "", value(80), OptionalInt.empty()),
                new ReportModel.UnitRow("c", "C", "", value(80), OptionalInt.empty()),
                new ReportModel.UnitRow("d", "D", "", value(70), OptionalInt.empty()));
        String html = HtmlReport.of(ReportModel.builder(TEXT, TEXT).units(units).build())
                .toHtml();
        List<String> ranks = html.lines()
                .filter(line -> line.contains("<td class=\"number\">"))
                .map(line -> line.replaceFirst(".*?<td class=\"number\">([0-9]+)</td>.*", "$1"))
                .toList();
        assertEquals(List.of("1", "2", "2", "4"), ranks);
    }

    @Test
    void intervalsStandInTextWhereChartsDoNotFit() {
        String html = HtmlReport.of(full("Xã", 3)).toHtml();
        // 83.94 is the whole; the item of 80 has an interval of 3 points on either side
        assertTrue(
                html.contains("<span class=\"sub narrow\"><span lang=\"vi\">77,0</span><span lang=\"en\">77.0</span>–"
                        + "<span lang=\"vi\">83,0</span><span lang=\"en\">83.0</span></span>"));
        assertTrue(ReportStyle.CSS.contains(".narrow { display: block; }"));
    }

    @Test
    void leavesOutEmptySections() throws IOException, SAXException, ParserConfigurationException {
        Document document =
                parsed(HtmlReport.of(ReportModel.builder(TEXT, TEXT).build()).toHtml());
        assertEquals(List.of(), elements(document, "h2"));
        assertEquals(List.of(), elements(document, "table"));
    }

    @Test
    void refusesValuesOutOfOrder() {
        assertThrows(IllegalArgumentException.class, () -> new IndexValue(50, 60, 70, 1, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new IndexValue(50, 40, 101, 1, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new IndexValue(Double.NaN, 0, 100, 1, Optional.empty()));
        assertEquals(12.5, IndexValue.ofShare(0.125, 0.1, 0.2, 8).value());
    }

    @Test
    void axesHoldTheirValuesAndSpanAtLeastTenPoints() {
        Axis narrow = Axis.around(Stream.of(new IndexValue(99.9, 99.8, 100, 1, Optional.empty())), 0, 100);
        assertEquals(90.0, narrow.low());
        assertEquals(100.0, narrow.high());
        Axis wide = Axis.around(Stream.of(new IndexValue(50, 0, 100, 1, Optional.empty())), 0, 100);
        assertEquals(List.of(0, 20, 40, 60, 80, 100), wide.ticks());
        assertEquals(50.0, wide.at(50));
    }
}
