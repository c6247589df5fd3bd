package vn.sipas.core.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.Problem;
import vn.sipas.core.estimate.EstimateTable;

/**
 * The index of one group: a tree of scores that explains itself.
 *
 * <p>Prints as an aligned table ({@link #toText}) and as HTML ({@link #toHtml}). Both name the method, its standing and
 * every warning. Immutable, safe for use by several threads.
 *
 * @param definition what was computed
 * @param group who it was computed for, such as the code of a unit
 * @param root the result of the overall node
 * @param warnings what a reader should know about the whole
 */
public record IndexResult(IndexDefinition definition, String group, NodeResult root, List<Problem> warnings) {

    private static final LocalizedText NODE = LocalizedText.of("Chỉ số", "Indicator");
    private static final LocalizedText SCORE = LocalizedText.of("Giá trị", "Score");
    private static final LocalizedText UNROUNDED = LocalizedText.of("Chưa làm tròn", "Unrounded");
    private static final LocalizedText WEIGHT = LocalizedText.of("Trọng số", "Weight");
    private static final LocalizedText CONTRIBUTION = LocalizedText.of("Đóng góp", "Adds");
    private static final LocalizedText BASE = LocalizedText.of("Số trả lời", "n");
    private static final LocalizedText ERROR = LocalizedText.of("Sai số chuẩn", "SE");
    private static final LocalizedText INTERVAL = LocalizedText.of("Khoảng tin cậy", "Interval");
    private static final LocalizedText METHOD = LocalizedText.of("Phương pháp", "Method");

    public IndexResult {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(root, "root");
        warnings = List.copyOf(warnings);
    }

    /**
     * Returns the overall value.
     *
     * @return the value of the root
     */
    public IndexValue value() {
        return root.value();
    }

    /**
     * Returns all results, a parent before its children.
     *
     * @return the results in the order of the tree
     */
    public List<NodeResult> nodes() {
        List<NodeResult> nodes = new ArrayList<>();
        collect(root, nodes);
        return List.copyOf(nodes);
    }

    /**
     * Finds the result of a node.
     *
     * @param id the id of the node
     * @return the result; absent if the tree has no such node or a node above it was given as a score
     */
    public Optional<NodeResult> node(String id) {
        return nodes().stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /**
     * Returns every warning, those about the whole first.
     *
     * @return the warnings in the order of the tree
     */
    public List<Problem> allWarnings() {
        List<Problem> all = new ArrayList<>(warnings);
        for (NodeResult node : nodes()) {
            all.addAll(node.warnings());
        }
        return List.copyOf(all);
    }

    /**
     * Returns the estimates of the nodes that have one, for tables and data frames.
     *
     * @return the estimates in the order of the tree, in points of 100
     */
    public EstimateTable estimates() {
        return EstimateTable.of(
                nodes().stream().flatMap(node -> node.estimate().stream()).toList());
    }

    /**
     * Prints an aligned table with its notes.
     *
     * @param language the language
     * @return lines, each ending in a line feed
     */
    public String toText(Language language) {
        StringBuilder text = new StringBuilder();
        text.append(heading(language)).append('\n').append(subheading(language)).append("\n\n");
        text.append(table(language).toText());
        notes(language).forEach(note -> text.append("! ").append(note).append('\n'));
        return text.toString();
    }

    /**
     * Prints an HTML fragment for reports and notebooks.
     *
     * @param language the language
     * @return one {@code section} element; every text in it is escaped
     */
    public String toHtml(Language language) {
        StringBuilder html = new StringBuilder();
        html.append("<section lang=\"").append(language.tag()).append("\">\n<h3>");
        html.append(TextTable.escaped(heading(language))).append("</h3>\n<p>");
        html.append(TextTable.escaped(subheading(language))).append("</p>\n");
        html.append(table(language).toHtml());
        List<String> notes = notes(language);
        if (!notes.isEmpty()) {
            html.append("<ul>\n");
            notes.forEach(
                    note -> html.append("<li>").append(TextTable.escaped(note)).append("</li>\n"));
            html.append("</ul>\n");
        }
        return html.append("</section>\n").toString();
    }

    /**
     * Returns the English table.
     *
     * @return the table of {@link #toText}
     */
    @Override
    public String toString() {
        return toText(Language.EN);
    }

    static LocalizedText standingLabel(MethodVersion.Standing standing) {
        return switch (standing) {
            case OFFICIAL -> LocalizedText.of("theo quy định", "official");
            case PUBLISHED -> LocalizedText.of("theo kết quả đã công bố", "as published");
            case ASSUMPTION -> LocalizedText.of("có giả định, không phải quy định", "assumed in part, not official");
        };
    }

    /** Prints a bound to two decimals. */
    static String bound(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private String heading(Language language) {
        return definition.title().in(language) + " – " + group;
    }

    private String subheading(Language language) {
        return METHOD.in(language) + ": " + definition.method() + " ("
                + standingLabel(definition.standing()).in(language) + "); "
                + definition.statistic().label().in(language);
    }

    private TextTable table(Language language) {
        boolean errors = nodes().stream().anyMatch(node -> node.estimate().isPresent());
        List<String> header = new ArrayList<>(List.of(NODE.in(language), SCORE.in(language)));
        header.addAll(errors ? List.of(ERROR.in(language), INTERVAL.in(language)) : List.of(UNROUNDED.in(language)));
        header.addAll(List.of(WEIGHT.in(language), CONTRIBUTION.in(language), BASE.in(language)));
        List<TextTable.Align> alignment = new ArrayList<>(Collections.nCopies(header.size(), TextTable.Align.RIGHT));
        alignment.set(0, TextTable.Align.LEFT);
        TextTable table = new TextTable(header, alignment);
        fill(table, root, Optional.empty(), 0, language, errors);
        return table;
    }

    private static void fill(
            TextTable table,
            NodeResult node,
            Optional<Contribution> contribution,
            int depth,
            Language language,
            boolean errors) {
        List<String> cells = new ArrayList<>();
        cells.add("  ".repeat(depth) + node.node().name().in(language));
        cells.add(node.value().score().map(IndexScore::toString).orElse("–"));
        if (errors) {
            cells.add(node.estimate()
                    .map(estimate -> bound(estimate.standardError()))
                    .orElse(""));
            cells.add(node.estimate()
                    .map(estimate -> bound(estimate.interval().lower()) + "–"
                            + bound(estimate.interval().upper()))
                    .orElse(""));
        } else {
            cells.add(node.value()
                    .score()
                    .map(score -> Double.toString(score.value()))
                    .orElse(""));
        }
        cells.add(contribution.map(IndexResult::weightText).orElse(""));
        cells.add(contribution.map(part -> part.rounded().toPlainString()).orElse(""));
        cells.add(node.base()
                .map(base -> base.smallest() == base.largest()
                        ? Long.toString(base.smallest())
                        : base.smallest() + "–" + base.largest())
                .orElse(""));
        table.row(cells.toArray(String[]::new));
        for (NodeResult child : node.children()) {
            fill(table, child, node.contribution(child.id()), depth + 1, language, errors);
        }
    }

    private static String weightText(Contribution part) {
        String exact = part.weight().toString();
        return exact.length() <= 9
                ? exact
                : Double.toString(Math.round(part.weight().doubleValue() * 1e6) / 1e6);
    }

    private List<String> notes(Language language) {
        List<String> notes = new ArrayList<>();
        for (NodeResult node : nodes()) {
            if (node.value() instanceof NoValue none) {
                notes.add(node.node().name().in(language) + ": "
                        + none.explanation().in(language));
            }
        }
        allWarnings().forEach(warning -> notes.add(warning.message(language)));
        return notes;
    }

    private static void collect(NodeResult node, List<NodeResult> nodes) {
        nodes.add(node);
        node.children().forEach(child -> collect(child, nodes));
    }
}
