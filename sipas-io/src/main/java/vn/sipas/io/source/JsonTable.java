package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceLimits;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/**
 * JSON documents as a table whose columns are all the paths that any document has. The file is read once to find them and
 * a second time for the rows; documents with paths beyond the greatest number of columns are set aside.
 */
final class JsonTable implements SourceTable {

    private final SourceFile file;
    private final JsonDocuments documents;
    private final Map<String, PathFacts> paths;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final SourceLimits limits;
    private final UnaryOperator<String> naming;
    private long refused;
    private long cellsRefused;

    private JsonTable(
            SourceFile file,
            JsonDocuments documents,
            Map<String, PathFacts> paths,
            SourceLimits limits,
            UnaryOperator<String> naming) {
        this.file = file;
        this.documents = documents;
        this.paths = paths;
        this.limits = limits;
        this.naming = naming;
        paths.keySet().forEach(path -> indexes.put(path, indexes.size()));
    }

    /** What the first reading found about a path. */
    static final class PathFacts {

        private boolean list;
        private boolean inside;
        private boolean encoded;
        private final SpaceLists spaces = new SpaceLists();
        private final java.util.Set<String> listed = new java.util.LinkedHashSet<>();

        /** Whether a document had a list of plain values there. */
        boolean isList() {
            return list;
        }

        /** Whether it was reached through an object or list inside the document. */
        boolean isInside() {
            return inside;
        }

        /** Whether a value was a picture or file written as text. */
        boolean isEncoded() {
            return encoded;
        }

        /** What its values look like, for names of options with spaces between. */
        SpaceLists spaces() {
            return spaces;
        }

        /** The column as one that holds lists of the values seen. */
        AnswerColumn listing(AnswerColumn column) {
            Map<String, String> codes = new LinkedHashMap<>();
            CodeNames unique = new CodeNames();
            listed.forEach(value -> codes.put(value, unique.unique(CodeNames.option(value))));
            return column.writing(codes).listing(JsonDocument.BETWEEN);
        }

        private void accept(String text, boolean isList, int most) {
            list |= isList;
            encoded |= PersonalSigns.isEncodedFile(text);
            if (isList && listed.size() < most) {
                for (String value : text.split(java.util.regex.Pattern.quote(JsonDocument.BETWEEN), -1)) {
                    listed.add(value);
                }
            }
            spaces.accept(text);
        }
    }

    static Checked<JsonTable> open(SourceFile file, SourceKind kind, SourceLimits limits, UnaryOperator<String> naming)
            throws IOException {
        Map<String, PathFacts> paths = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        try (JsonDocuments first = JsonDocuments.open(file, kind, limits)) {
            for (Optional<JsonDocument> next = first.next(problem -> note(problems, problem));
                    next.isPresent();
                    next = first.next(problem -> note(problems, problem))) {
                learn(next.get(), paths, limits.columns(), naming);
            }
        }
        if (paths.isEmpty()) {
            problems.add(Problem.of(FormToolProblem.NO_DOCUMENTS, Place.in(file.name())));
            return Checked.refused(problems);
        }
        return Checked.of(new JsonTable(file, JsonDocuments.open(file, kind, limits), paths, limits, naming));
    }

    /** Problems are reported by the reading that counts; the first one keeps a few for a file without any document. */
    private static void note(List<Problem> problems, Problem problem) {
        if (problems.size() < 20) {
            problems.add(problem);
        }
    }

    private static void learn(
            JsonDocument document, Map<String, PathFacts> paths, int most, UnaryOperator<String> naming) {
        document.cells().forEach((written, text) -> {
            String path = naming.apply(written);
            PathFacts facts = paths.get(path);
            if (facts == null) {
                if (paths.size() == most) {
                    return;
                }
                facts = new PathFacts();
                paths.put(path, facts);
            }
            facts.inside |= document.grids().contains(written);
            facts.accept(text, document.lists().contains(written), 512);
        });
    }

    Map<String, PathFacts> paths() {
        return paths;
    }

    @Override
    public List<String> headings() {
        return List.copyOf(paths.keySet());
    }

    @Override
    public Place headerPlace() {
        return Place.in(file.name());
    }

    @Override
    public Optional<SourceRow> next(Consumer<Problem> problems) throws IOException {
        for (Optional<JsonDocument> next = documents.next(problems);
                next.isPresent();
                next = documents.next(problems)) {
            JsonDocument document = next.get();
            String[] cells = new String[indexes.size()];
            java.util.Arrays.fill(cells, "");
            boolean known = true;
            for (Map.Entry<String, String> cell : document.cells().entrySet()) {
                Integer index = indexes.get(naming.apply(cell.getKey()));
                known &= index != null;
                if (index != null) {
                    cells[index] = cell.getValue();
                }
            }
            if (known) {
                return Optional.of(SourceRow.of(document.place(), List.of(cells)));
            }
            refused++;
            cellsRefused += document.cells().size();
            problems.accept(
                    Problem.of(FormToolProblem.DOCUMENT_TOO_LARGE, document.place(), "limit", limits.columns()));
        }
        return Optional.empty();
    }

    @Override
    public long rowsRead() {
        return documents.read();
    }

    @Override
    public long rowsSetAside() {
        return documents.setAside() + refused;
    }

    @Override
    public long cellsSetAside() {
        return documents.setAside() + cellsRefused;
    }

    @Override
    public long bytesRead() {
        return documents.bytesRead();
    }

    @Override
    public void close() throws IOException {
        documents.close();
    }
}
