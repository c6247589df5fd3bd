package vn.sipas.qr.reading;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds the symbol in an SVG file: the one path that is filled by the even-odd rule. */
final class SvgOutline {

    private static final int MAX_LENGTH = 16 * 1024 * 1024;
    private static final String COMMANDS = "MLHVhvzZ";

    private SvgOutline() {}

    /** The outline in the units of its path, which are modules; empty if there is none, or more than one. */
    static Optional<FilledOutline> read(String svg) {
        if (svg.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<String> paths = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(svg));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("path")
                        && "evenodd".equals(reader.getAttributeValue(null, "fill-rule"))) {
                    paths.add(reader.getAttributeValue(null, "d"));
                }
            }
        } catch (XMLStreamException malformed) {
            return Optional.empty();
        }
        return paths.size() == 1 ? outline(paths.get(0)) : Optional.empty();
    }

    private static Optional<FilledOutline> outline(String data) {
        List<double[]> lines = new ArrayList<>();
        List<Double> line = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(data, COMMANDS + " ,", true);
        char command = 'M';
        double x = 0;
        double y = 0;
        boolean abscissa = true;
        while (tokens.hasMoreTokens()) {
            String token = tokens.nextToken();
            if (token.equals(" ") || token.equals(",")) {
                continue;
            }
            if (COMMANDS.contains(token)) {
                command = token.charAt(0);
                if (command == 'z' || command == 'Z') {
                    lines.add(line.stream().mapToDouble(Double::doubleValue).toArray());
                    line.clear();
                }
                abscissa = true;
                continue;
            }
            double value;
            try {
                value = Double.parseDouble(token);
            } catch (NumberFormatException malformed) {
                return Optional.empty();
            }
            boolean corner = true;
            switch (command) {
                case 'h' -> x += value;
                case 'v' -> y += value;
                case 'H' -> x = value;
                case 'V' -> y = value;
                default -> {
                    x = abscissa ? value : x;
                    y = abscissa ? y : value;
                    corner = !abscissa;
                    abscissa = !abscissa;
                }
            }
            if (corner) {
                line.add(x);
                line.add(y);
            }
        }
        return lines.isEmpty() || !line.isEmpty() ? Optional.empty() : Optional.of(FilledOutline.of(lines));
    }
}
