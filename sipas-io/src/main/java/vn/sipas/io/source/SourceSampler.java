package vn.sipas.io.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;

/** Looks at the start of a file: container, encoding, delimiter, first rows. */
final class SourceSampler {

    private static final int HEAD_BYTES = 512 * 1024;
    private static final int ROWS = 200;
    private static final String HINT = "sep=";
    /** The start of HTML or XML, which some programs save under the name of a spreadsheet. */
    private static final Pattern MARKUP =
            Pattern.compile("\\s*<(?:!doctype|\\?xml|html|head|body|table|meta|style)\\b", Pattern.CASE_INSENSITIVE);
    /** The starts of documents and pictures that get the name of a table by mistake: PDF, RTF, PNG, GIF, JPEG. */
    private static final List<String> OTHER_KINDS =
            List.of("%PDF-", "{\\rtf", "\u0089PNG", "GIF8", "\u00ff\u00d8\u00ff");

    private static final int LONGEST_SIGN = 8;
    /** The start of a compound file, the container of workbooks before .xlsx. */
    private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    /**
     * A sample and how it was told.
     *
     * @param sample the sample
     * @param reasons why it is of that kind, encoding and delimiter
     */
    record Sampled(SourceSample sample, List<LocalizedText> reasons) {}

    private SourceSampler() {}

    static Checked<Sampled> sample(SourceFile file, ImportOptions options) throws IOException {
        byte[] head = file.head(HEAD_BYTES);
        boolean cut = head.length == HEAD_BYTES;
        if (head.length == 0) {
            return Checked.refused(Problem.of(SourceProblem.EMPTY, Place.in(file.name())));
        }
        String start = new String(head, 0, Math.min(head.length, LONGEST_SIGN), StandardCharsets.ISO_8859_1);
        if (OTHER_KINDS.stream().anyMatch(start::startsWith)) {
            return Checked.refused(Problem.of(SourceProblem.UNKNOWN_FILE, Place.in(file.name())));
        }
        boolean compound = Arrays.equals(Arrays.copyOf(head, COMPOUND.length), COMPOUND);
        boolean zipped = head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        if (compound || zipped) {
            return workbook(file, options);
        }
        Checked<Encodings.Decided> encoding = Encodings.decide(
                head, cut, options.charset().or(() -> options.mapping().flatMap(ColumnMapping::charset)), file.name());
        if (encoding.value().isEmpty()) {
            return Checked.refused(encoding.problems());
        }
        String text = Encodings.decode(head, encoding.value().get());
        List<LocalizedText> reasons =
                new ArrayList<>(List.of(encoding.value().get().reason()));
        if (MARKUP.matcher(text).lookingAt()) {
            return Checked.refused(Problem.of(SourceProblem.UNKNOWN_FILE, Place.in(file.name())));
        }
        Optional<SourceKind> json = json(text);
        if (json.isPresent()) {
            reasons.add(LocalizedText.of("Nội dung bắt đầu như JSON", "The content starts like JSON"));
            return Checked.of(
                    new Sampled(new SourceSample(file, json.get(), Optional.empty(), List.of(), text), reasons));
        }
        return delimited(file, options, encoding.value().get(), text, cut, reasons);
    }

    private static Checked<Sampled> workbook(SourceFile file, ImportOptions options) throws IOException {
        Checked<List<SheetSample>> sheets = WorkbookTables.sample(file, options.limits(), WorkbookTables.ROWS);
        LocalizedText reason = LocalizedText.of("Nội dung là bảng tính .xlsx", "The content is an .xlsx workbook");
        return sheets.map(found ->
                new Sampled(new SourceSample(file, SourceKind.WORKBOOK, Optional.empty(), found, ""), List.of(reason)));
    }

    private static Checked<Sampled> delimited(
            SourceFile file,
            ImportOptions options,
            Encodings.Decided encoding,
            String text,
            boolean cut,
            List<LocalizedText> reasons) {
        String body = text;
        boolean hint = text.length() > HINT.length() + 1
                && text.startsWith(HINT)
                && TextFormat.canDivide(text.charAt(HINT.length()))
                && (text.charAt(HINT.length() + 1) == '\r' || text.charAt(HINT.length() + 1) == '\n');
        char delimiter;
        Optional<Character> declared =
                options.delimiter().or(() -> options.mapping().flatMap(ColumnMapping::delimiter));
        if (hint) {
            delimiter = text.charAt(HINT.length());
            body = text.substring(HINT.length() + 1);
            reasons.add(LocalizedText.of(
                    "Dòng đầu \"sep=\" của Excel nêu dấu phân cách",
                    "The first line \"sep=\" of Excel names the delimiter"));
        } else if (declared.isPresent()) {
            delimiter = declared.get();
            reasons.add(LocalizedText.of("Dấu phân cách do người dùng khai báo", "Delimiter as declared"));
        } else {
            Checked<Delimiters.Decided> decided = Delimiters.decide(body, cut, file.name());
            if (decided.value().isEmpty()) {
                return Checked.refused(decided.problems());
            }
            delimiter = decided.value().get().delimiter();
            reasons.add(decided.value().get().reason());
        }
        List<List<String>> rows = SampleText.records(body, delimiter, cut, ROWS);
        if (rows.isEmpty()) {
            return Checked.refused(Problem.of(SourceProblem.EMPTY, Place.in(file.name())));
        }
        int titles = TitleRows.above(rows);
        TextFormat format = new TextFormat(encoding.charset(), encoding.markBytes() > 0, delimiter, hint, titles);
        return Checked.of(new Sampled(
                new SourceSample(
                        file,
                        SourceKind.DELIMITED,
                        Optional.of(format),
                        List.of(new SheetSample("", rows.subList(titles, rows.size()))),
                        text),
                reasons));
    }

    /** Objects one a line, or one value; a table whose first heading starts with a bracket is neither. */
    private static Optional<SourceKind> json(String text) {
        String start = text.stripLeading();
        if (start.startsWith("[")) {
            String rest = start.substring(1).stripLeading();
            return rest.isEmpty() || "{[]\"".indexOf(rest.charAt(0)) >= 0
                    ? Optional.of(SourceKind.JSON)
                    : Optional.empty();
        }
        if (!start.startsWith("{")) {
            return Optional.empty();
        }
        String rest = start.substring(1).stripLeading();
        if (!rest.isEmpty() && rest.charAt(0) != '"' && rest.charAt(0) != '}') {
            return Optional.empty();
        }
        int end = start.indexOf('\n');
        String first = (end < 0 ? start : start.substring(0, end)).strip();
        String next = end < 0 ? "" : start.substring(end).stripLeading();
        boolean lines = first.endsWith("}") && next.startsWith("{");
        return Optional.of(lines ? SourceKind.JSON_LINES : SourceKind.JSON);
    }
}
