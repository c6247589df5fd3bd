package vn.sipas.io.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.xml.BoundedXml;
import vn.sipas.io.xml.XmlDefectException;
import vn.sipas.io.xml.XmlLimits;

/**
 * An open workbook (tệp .xlsx): its sheets, each to be read from top to bottom. Several sheets may be read at the same time
 * by one thread; not safe for use by several threads.
 */
public final class XlsxWorkbook implements AutoCloseable {

    private static final int LEAST_TOKEN = 16 << 20;
    private static final int MOST_SHEETS = 1024;

    private final SourceFile file;
    private final SourceLimits limits;
    private final XmlLimits xmlLimits;
    private final PackageParts parts;
    private final List<XlsxSheet> sheets;
    private final SharedStrings strings;
    private final CellStyles styles;
    private final boolean from1904;

    private XlsxWorkbook(
            SourceFile file,
            SourceLimits limits,
            PackageParts parts,
            List<XlsxSheet> sheets,
            SharedStrings strings,
            CellStyles styles,
            boolean from1904) {
        this.file = file;
        this.limits = limits;
        this.xmlLimits = xmlLimits(limits);
        this.parts = parts;
        this.sheets = List.copyOf(sheets);
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
    }

    /**
     * Opens a workbook.
     *
     * @param file the file
     * @param limits what it may cost
     * @return the workbook, which the caller closes, with a warning for each hidden sheet; nothing but problems if the file
     *     is no workbook, is locked with a password, is damaged, or goes beyond a limit
     * @throws IOException if the file cannot be read
     */
    public static Checked<XlsxWorkbook> open(SourceFile file, SourceLimits limits) throws IOException {
        Objects.requireNonNull(limits, "limits");
        Checked<PackageParts> archive = PackageParts.open(file, limits);
        if (archive.value().isEmpty()) {
            return Checked.refused(archive.problems());
        }
        PackageParts parts = archive.value().get();
        Checked<XlsxWorkbook> workbook = Checked.refused(problem(file, XlsxProblem.NOT_A_WORKBOOK));
        try {
            workbook = new Opening(file, limits, parts).workbook();
        } finally {
            if (workbook.value().isEmpty()) {
                parts.close();
            }
        }
        return workbook;
    }

    /**
     * Returns the sheets of cells, without sheets that hold a chart only.
     *
     * @return at least one sheet, in the order of the workbook
     */
    public List<XlsxSheet> sheets() {
        return sheets;
    }

    /**
     * Finds a sheet.
     *
     * @param name its name, exactly
     * @return the first sheet of that name
     */
    public Optional<XlsxSheet> sheet(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }

    /**
     * Opens a sheet from its top.
     *
     * @param sheet one of the sheets of this workbook
     * @return its rows, which the caller closes before the workbook; nothing but problems if its part is missing or refused
     * @throws IOException if the file cannot be read
     */
    public Checked<XlsxRows> rows(XlsxSheet sheet) throws IOException {
        if (!sheets.contains(sheet)) {
            throw new IllegalArgumentException("sheet must be one of this workbook, was \"" + sheet.name() + "\"");
        }
        String source = file.name() + "!" + sheet.name();
        Place place = Place.in(source);
        Optional<InputStream> content = parts.stream(sheet.part());
        if (content.isEmpty()) {
            return Checked.refused(
                    Problem.of(XlsxProblem.MISSING_PART, place, "part", PackageParts.shown(sheet.part())));
        }
        try {
            BoundedXml xml = BoundedXml.open(content.get(), xmlLimits);
            return Checked.of(
                    new XlsxRows(xml, source, sheet.part(), limits, new CellReading(strings, styles, from1904)));
        } catch (XmlDefectException defect) {
            return Checked.refused(PartFault.of(defect, sheet.part(), place));
        } catch (IOException damage) {
            return Checked.refused(PartFault.of(damage, sheet.part(), place));
        }
    }

    /**
     * Returns how many bytes of the file have been read, about.
     *
     * @return at least 0 and at most the size of the file
     */
    public long bytesRead() {
        return parts.bytesRead();
    }

    @Override
    public void close() throws IOException {
        try {
            strings.close();
        } finally {
            parts.close();
        }
    }

    private static XmlLimits xmlLimits(SourceLimits limits) {
        return new XmlLimits(Math.max(LEAST_TOKEN, limits.fieldBytes() * 2), Math.max(32, limits.nesting()));
    }

    private static Problem problem(SourceFile file, XlsxProblem kind, Object... attributes) {
        return Problem.of(kind, Place.in(file.name()), attributes);
    }

    /** Reads the parts that say where everything is. */
    private static final class Opening {

        private final SourceFile file;
        private final SourceLimits limits;
        private final PackageParts parts;
        private final XmlLimits xmlLimits;
        private final List<XlsxSheet> sheets = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private boolean from1904;
        private String part = "";

        Opening(SourceFile file, SourceLimits limits, PackageParts parts) {
            this.file = file;
            this.limits = limits;
            this.parts = parts;
            this.xmlLimits = xmlLimits(limits);
        }

        Checked<XlsxWorkbook> workbook() throws IOException {
            try {
                return read();
            } catch (XmlDefectException defect) {
                return Checked.refused(PartFault.of(defect, PackageParts.shown(part), Place.in(file.name())));
            } catch (IOException damage) {
                return Checked.refused(PartFault.of(damage, PackageParts.shown(part), Place.in(file.name())));
            }
        }

        private Checked<XlsxWorkbook> read() throws IOException, XmlDefectException {
            String main = relations("_rels/.rels", "").first("officeDocument").orElse("xl/workbook.xml");
            if (main.endsWith(".bin")) {
                return Checked.refused(problem(file, XlsxProblem.OTHER_FORMAT, "format", ".xlsb"));
            }
            if (!parts.has(main)) {
                boolean other = parts.has("word/document.xml") || parts.has("ppt/presentation.xml");
                return Checked.refused(
                        other || !parts.has("[Content_Types].xml")
                                ? problem(file, XlsxProblem.NOT_A_WORKBOOK)
                                : problem(file, XlsxProblem.MISSING_PART, "part", PackageParts.shown(main)));
            }
            int slash = main.lastIndexOf('/') + 1;
            String folder = main.substring(0, slash);
            Relations relations = relations(folder + "_rels/" + main.substring(slash) + ".rels", folder);
            boolean workbook = sheets(main, relations);
            if (!workbook) {
                return Checked.refused(problem(file, XlsxProblem.NOT_A_WORKBOOK));
            }
            if (sheets.isEmpty()) {
                return Checked.refused(problem(file, XlsxProblem.NO_SHEET));
            }
            CellStyles styles = styles(relations);
            return Checked.of(
                    new XlsxWorkbook(file, limits, parts, sheets, strings(relations), styles, from1904), problems);
        }

        private Relations relations(String name, String folder) throws IOException, XmlDefectException {
            part = name;
            Optional<InputStream> content = parts.stream(name);
            if (content.isEmpty()) {
                return new Relations(java.util.Map.of());
            }
            try (BoundedXml xml = BoundedXml.open(content.get(), xmlLimits)) {
                return Relations.read(xml, folder);
            }
        }

        private boolean sheets(String main, Relations relations) throws IOException, XmlDefectException {
            part = main;
            boolean workbook = false;
            try (BoundedXml xml = BoundedXml.open(parts.stream(main).orElseThrow(), xmlLimits)) {
                for (BoundedXml.Event event = xml.next(); event != BoundedXml.Event.DONE; event = xml.next()) {
                    if (event != BoundedXml.Event.START) {
                        continue;
                    }
                    switch (xml.name()) {
                        case "workbook" -> workbook = true;
                        case "workbookPr" -> {
                            String start = xml.attribute("date1904");
                            from1904 = "1".equals(start) || "true".equals(start);
                        }
                        case "sheet" -> sheet(xml, relations);
                        default -> {}
                    }
                }
            }
            return workbook;
        }

        private void sheet(BoundedXml xml, Relations relations) {
            String name = xml.attribute("name");
            Optional<Relations.Relation> relation = relations.of(xml.attribute("id"));
            if (name == null || sheets.size() == MOST_SHEETS) {
                return;
            }
            if (relation.isEmpty()) {
                problems.add(problem(file, XlsxProblem.MISSING_PART, "part", PackageParts.shown(name)));
                return;
            }
            if (!relation.get().type().equals("worksheet")) {
                return;
            }
            String state = xml.attribute("state");
            boolean hidden = state != null && !state.equals("visible");
            sheets.add(new XlsxSheet(name, sheets.size(), hidden, relation.get().target()));
            if (hidden) {
                problems.add(
                        problem(file, XlsxProblem.HIDDEN_SHEET, "sheet", name).at(Place.in(file.name() + "!" + name)));
            }
        }

        private CellStyles styles(Relations relations) throws IOException, XmlDefectException {
            Optional<String> name = relations.first("styles");
            part = name.orElse("");
            Optional<InputStream> content = name.isEmpty() ? Optional.empty() : parts.stream(part);
            if (content.isEmpty()) {
                return CellStyles.none();
            }
            try (BoundedXml xml = BoundedXml.open(content.get(), xmlLimits)) {
                return CellStyles.read(xml);
            }
        }

        private SharedStrings strings(Relations relations) throws IOException {
            Optional<String> name = relations.first("sharedStrings");
            part = name.orElse("");
            Optional<InputStream> content = name.isEmpty() ? Optional.empty() : parts.stream(part);
            Place place = Place.in(file.name());
            return content.isEmpty()
                    ? SharedStrings.none(place)
                    : SharedStrings.open(content.get(), part, place, xmlLimits, limits.fieldBytes());
        }
    }
}
