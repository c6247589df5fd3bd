package vn.sipas.io.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Problem;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.index.Contribution;
import vn.sipas.core.index.IndexBase;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.IndexScore;
import vn.sipas.core.index.NoValue;
import vn.sipas.core.index.NodeResult;

/** The tree of the whole, and the factors of every unit beside each other. */
final class IndexSheets {

    private static final String FACTOR_WEIGHT = "0.0000";

    private IndexSheets() {}

    static void index(Book book, List<LocalizedText> titles, Optional<IndexResult> whole) {
        Sheet sheet = new Sheet(
                book,
                "Chỉ số (Index)",
                titles,
                List.of(
                        Sheet.Column.of("Mã", "Code", 18),
                        Sheet.Column.of("Chỉ tiêu (tiếng Việt)", "Indicator (Vietnamese)", 44),
                        Sheet.Column.of("Chỉ tiêu (tiếng Anh)", "Indicator (English)", 44),
                        Sheet.Column.of("Chỉ số (%)", "Index (%)", 11),
                        Sheet.Column.of("Sai số chuẩn", "Standard error", 11),
                        Sheet.Column.of("Cận dưới", "Lower bound", 10),
                        Sheet.Column.of("Cận trên", "Upper bound", 10),
                        Sheet.Column.of("Trọng số", "Weight", 10),
                        Sheet.Column.of("Đóng góp (điểm)", "Adds (points)", 11),
                        Sheet.Column.of("Số trả lời ít nhất", "Fewest answers", 11),
                        Sheet.Column.of("Số trả lời nhiều nhất", "Most answers", 11),
                        Sheet.Column.of("Ghi chú", "Note (Vietnamese)", 36),
                        Sheet.Column.of("Ghi chú (tiếng Anh)", "Note (English)", 36)));
        whole.ifPresent(result -> node(sheet, result.root(), Optional.empty(), 0));
        sheet.finish();
    }

    private static void node(Sheet sheet, NodeResult node, Optional<Contribution> contribution, int depth) {
        sheet.next()
                .text(node.id())
                .indented(node.node().name().vi(), depth)
                .indented(node.node().name().en(), depth)
                .number(score(node), Sheet.PERCENT);
        error(sheet, node.estimate());
        sheet.number(
                        contribution
                                .map(part -> OptionalDouble.of(part.weight().doubleValue()))
                                .orElse(OptionalDouble.empty()),
                        FACTOR_WEIGHT)
                .number(
                        contribution
                                .map(part -> OptionalDouble.of(part.rounded().doubleValue()))
                                .orElse(OptionalDouble.empty()),
                        Sheet.PERCENT);
        Optional<IndexBase> base = node.base();
        if (base.isPresent()) {
            sheet.count(base.get().smallest()).count(base.get().largest());
        } else {
            sheet.text("").text("");
        }
        sheet.text(note(node, Language.VI)).text(note(node, Language.EN));
        if (depth == 0) {
            sheet.strong();
        }
        for (NodeResult child : node.children()) {
            node(sheet, child, node.contribution(child.id()), depth + 1);
        }
    }

    /** Standard error and both bounds. */
    static void error(Sheet sheet, Optional<Estimate> estimate) {
        if (estimate.isPresent()) {
            sheet.number(estimate.get().standardError(), Sheet.PERCENT)
                    .number(estimate.get().interval().lower(), Sheet.PERCENT)
                    .number(estimate.get().interval().upper(), Sheet.PERCENT);
        } else {
            sheet.text("").text("").text("");
        }
    }

    static OptionalDouble score(NodeResult node) {
        return node.value() instanceof IndexScore score ? OptionalDouble.of(score.value()) : OptionalDouble.empty();
    }

    static String note(NodeResult node, Language language) {
        List<String> notes = new ArrayList<>();
        if (node.value() instanceof NoValue none) {
            notes.add(none.explanation().in(language));
        }
        for (Problem warning : node.warnings()) {
            notes.add(warning.message(language));
        }
        node.estimate().ifPresent(estimate -> estimate.flags()
                .forEach(flag -> notes.add(flag.text().in(language))));
        return String.join("\n", notes);
    }

    static void factors(
            Book book,
            List<LocalizedText> titles,
            Optional<IndexResult> whole,
            List<IndexResult> units,
            Map<String, String> names) {
        List<NodeResult> factors = whole.or(() -> units.stream().findFirst())
                .map(result -> result.root().children())
                .orElse(List.of());
        List<Sheet.Column> columns = new ArrayList<>(List.of(
                Sheet.Column.of("Mã", "Code", 16),
                Sheet.Column.of("Đơn vị", "Unit", 34),
                Sheet.Column.of("Chỉ số (%)", "Index (%)", 11)));
        factors.forEach(factor -> columns.add(new Sheet.Column(factor.node().name(), 22)));
        Sheet sheet = new Sheet(book, "Nhân tố (Factors)", titles, columns);
        whole.ifPresent(result -> factorRow(sheet, result, factors, Optional.empty(), "Toàn bộ / The whole"));
        for (IndexResult unit : units) {
            factorRow(sheet, unit, factors, whole, names.getOrDefault(unit.group(), unit.group()));
        }
        sheet.finish();
    }

    private static void factorRow(
            Sheet sheet, IndexResult result, List<NodeResult> factors, Optional<IndexResult> whole, String name) {
        sheet.next()
                .text(result.group())
                .text(name)
                .number(score(result.root()), Sheet.PERCENT)
                .marked(direction(result.root(), whole.map(IndexResult::root)));
        for (NodeResult factor : factors) {
            Optional<NodeResult> own = result.node(factor.id());
            sheet.number(own.map(IndexSheets::score).orElse(OptionalDouble.empty()), Sheet.PERCENT);
            own.ifPresent(node -> sheet.marked(direction(node, whole.flatMap(all -> all.node(factor.id())))));
        }
        if (whole.isEmpty()) {
            sheet.strong();
        }
    }

    /** 1 if the whole interval lies above the value compared with, -1 if below, else 0. */
    static int direction(NodeResult node, Optional<NodeResult> compared) {
        OptionalDouble value = compared.map(IndexSheets::score).orElse(OptionalDouble.empty());
        if (node.estimate().isEmpty() || value.isEmpty()) {
            return 0;
        }
        if (node.estimate().get().interval().lower() > value.getAsDouble()) {
            return 1;
        }
        return node.estimate().get().interval().upper() < value.getAsDouble() ? -1 : 0;
    }
}
