package vn.sipas.io.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.io.progress.WriteSteps;
import vn.sipas.io.table.ProgressListener;

/**
 * A report as one HTML file.
 *
 * <p>The file loads nothing: no script, no font, no picture from elsewhere. Two buttons at the top switch between Vietnamese
 * and English by style sheet alone; what is shown is what is printed. It follows the reader's light or dark setting and is
 * laid out for A4 on paper. It is HTML and at the same time well-formed XML. All texts and names are escaped; marks that turn
 * the direction of writing are made visible.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class HtmlReport {

    private static final int ENDS = 10;
    private static final int CATERPILLAR_FROM = 20;

    private final ReportModel model;

    private HtmlReport(ReportModel model) {
        this.model = model;
    }

    /**
     * Makes a report.
     *
     * @param model what it shows
     * @return the report
     */
    public static HtmlReport of(ReportModel model) {
        return new HtmlReport(Objects.requireNonNull(model, "model"));
    }

    /**
     * Writes the file in UTF-8.
     *
     * @param output where to write; flushed, not closed
     * @throws IOException if writing fails
     */
    public void write(OutputStream output) throws IOException {
        write(output, ProgressListener.none());
    }

    /**
     * Writes the file in UTF-8.
     *
     * @param output where to write; flushed, not closed
     * @param progress hears how many rows of units and how many bytes there are and may end the call
     * @throws IOException if writing fails
     * @throws CancellationException if {@code progress} ends the call; nothing was written then
     */
    public void write(OutputStream output, ProgressListener progress) throws IOException {
        WriteSteps steps = new WriteSteps(progress, output);
        steps.output().write(toHtml(steps).getBytes(StandardCharsets.UTF_8));
        output.flush();
        steps.end();
    }

    /**
     * Returns the whole file.
     *
     * @return an HTML document
     */
    public String toHtml() {
        return toHtml(new WriteSteps(ProgressListener.none(), OutputStream.nullOutputStream()));
    }

    private String toHtml(WriteSteps steps) {
        Markup page = new Markup(steps);
        page.verbatim("<!DOCTYPE html>\n")
                .open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "vi")
                .line()
                .open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .open("title")
                .text(
                        model.title().vi().equals(model.title().en())
                                ? model.title().vi()
                                : model.title().vi() + " / " + model.title().en())
                .close("title")
                .open("style")
                .verbatim(ReportStyle.CSS)
                .close("style")
                .close("head")
                .line()
                .open("body");
        languageSwitch(page);
        page.open("main");
        header(page);
        if (!model.items().isEmpty()) {
            items(page);
        }
        if (!model.groups().isEmpty()) {
            groups(page);
        }
        if (!model.units().isEmpty()) {
            units(page);
        }
        if (!model.stars().isEmpty()) {
            stars(page);
        }
        if (!model.trend().isEmpty()) {
            trend(page);
        }
        if (!model.funnel().isEmpty()) {
            funnel(page);
        }
        if (!model.method().isEmpty()) {
            method(page);
        }
        annex(page);
        page.close("main").close("body").close("html").line();
        return page.toString();
    }

    private static void languageSwitch(Markup page) {
        page.empty(
                "input",
                "class",
                "switch",
                "type",
                "radio",
                "name",
                "language",
                "id",
                "show-vi",
                "checked",
                "checked",
                "aria-label",
                "Tiếng Việt");
        page.empty(
                "input",
                "class",
                "switch",
                "type",
                "radio",
                "name",
                "language",
                "id",
                "show-en",
                "aria-label",
                "English");
        page.open("div", "class", "languages")
                .open("label", "class", "to-vi", "for", "show-vi")
                .text("Tiếng Việt")
                .close("label")
                .open("label", "class", "to-en", "for", "show-en")
                .text("English")
                .close("label")
                .close("div")
                .line();
    }

    private void header(Markup page) {
        page.open("header").open("h1").both(model.title()).close("h1");
        page.open("p", "class", "subtitle").both(model.subtitle()).close("p").close("header");
        model.simulatedNotice().ifPresent(notice -> page.open("div", "class", "banner", "role", "note")
                .both(notice)
                .close("div"));
        if (!model.warnings().isEmpty()) {
            page.open("ul", "class", "warnings");
            model.warnings().forEach(warning -> page.open("li").both(warning).close("li"));
            page.close("ul");
        }
        if (!model.keyFigures().isEmpty()) {
            page.open("div", "class", "cards");
            for (ReportModel.KeyFigure figure : model.keyFigures()) {
                page.open("dl", "class", "card").open("dt").both(figure.label()).close("dt");
                page.open("dd").both(figure.value()).close("dd");
                figure.note()
                        .ifPresent(note ->
                                page.open("dd", "class", "sub").both(note).close("dd"));
                page.close("dl");
            }
            page.close("div");
        }
        page.line();
    }

    private void items(Markup page) {
        heading(page, "Các câu hỏi", "Item profile");
        paragraph(
                page,
                "Chỉ số là tỷ lệ câu trả lời hài lòng trở lên. Chấm là ước lượng, dải là khoảng tin cậy, đường đứt là"
                        + " toàn bộ.",
                "The index is the share of satisfied answers. Dot: estimate; band: interval; dashed line: the whole.");
        List<IndexValue> values = withOverall(
                model.items().stream().map(ReportModel.ItemRow::value).toList());
        Axis axis = Charts.cellAxis(values);
        boolean levels = model.items().stream().anyMatch(item -> !item.levels().isEmpty());
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        headCell(page, "", "Nội dung", "Item");
        headCell(page, "number", "Chỉ số", "Index");
        page.open("th", "class", "chart");
        Charts.cellScale(page, axis);
        page.close("th");
        if (levels) {
            headCell(page, "chart", "Phân bố câu trả lời", "Answers");
        }
        headCell(page, "number", "Số trả lời", "Answers given");
        page.close("tr").close("thead").open("tbody");
        for (ReportModel.ItemRow item : model.items()) {
            page.open("tr").open("td").both(item.name());
            page.open("span", "class", "sub").text(item.code());
            item.value().note().ifPresent(note -> page.text(" · ").both(note));
            page.close("span").close("td");
            value(page, item.value());
            intervalCell(page, axis, item.value());
            if (levels) {
                page.open("td", "class", "chart");
                if (!item.levels().isEmpty()) {
                    Charts.levels(page, item.levels());
                }
                page.close("td");
            }
            page.open("td", "class", "number")
                    .count(item.value().base())
                    .close("td")
                    .close("tr")
                    .line();
        }
        page.close("tbody").close("table").close("div");
        model.items().stream()
                .map(ReportModel.ItemRow::levels)
                .filter(shares -> !shares.isEmpty())
                .findFirst()
                .ifPresent(shares -> legend(page, shares));
    }

    private static void legend(Markup page, List<ReportModel.LevelShare> levels) {
        int favourable =
                (int) levels.stream().filter(ReportModel.LevelShare::favourable).count();
        page.open("p", "class", "hint legend");
        for (int i = 0; i < levels.size(); i++) {
            page.open("span", "class", "key " + Charts.levelClass(i, levels.size(), favourable))
                    .close("span")
                    .both(levels.get(i).label());
        }
        page.close("p").line();
    }

    private void groups(Markup page) {
        heading(page, "Theo địa bàn", "By area");
        List<ReportModel.GroupRow> sorted = model.groups().stream()
                .sorted(Comparator.comparingDouble(
                                (ReportModel.GroupRow group) -> group.value().value())
                        .reversed())
                .toList();
        Axis axis = Charts.cellAxis(
                withOverall(sorted.stream().map(ReportModel.GroupRow::value).toList()));
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        headCell(page, "", "Địa bàn", "Area");
        headCell(page, "number", "Đơn vị", "Units");
        headCell(page, "number", "Số phiếu", "Ballots");
        headCell(page, "number", "Chỉ số", "Index");
        page.open("th", "class", "chart");
        Charts.cellScale(page, axis);
        page.close("th");
        headCell(page, "", "Thấp nhất – cao nhất", "Lowest – highest");
        page.close("tr").close("thead").open("tbody");
        for (ReportModel.GroupRow group : sorted) {
            page.open("tr").open("td").text(group.name());
            note(page, group.value());
            page.close("td").open("td", "class", "number").count(group.units()).close("td");
            page.open("td", "class", "number").count(group.value().base()).close("td");
            value(page, group.value());
            intervalCell(page, axis, group.value());
            page.open("td").text(group.lowest());
            if (!group.highest().isEmpty()) {
                page.open("span", "class", "sub").text(group.highest()).close("span");
            }
            page.close("td").close("tr").line();
        }
        page.close("tbody").close("table").close("div").line();
    }

    private List<ReportModel.UnitRow> ranked() {
        return model.units().stream()
                .sorted(Comparator.comparingDouble(
                                (ReportModel.UnitRow unit) -> -unit.value().value())
                        .thenComparing(ReportModel.UnitRow::code))
                .toList();
    }

    private void units(Markup page) {
        heading(page, "So sánh các đơn vị", "Comparing the units");
        paragraph(
                page,
                "Khi khoảng tin cậy của hai đơn vị chồng lên nhau, thứ hạng của chúng có thể chỉ là ngẫu nhiên.",
                "Where the intervals of two units overlap, their order may be chance alone.");
        List<ReportModel.UnitRow> ranked = ranked();
        if (ranked.size() >= CATERPILLAR_FROM) {
            page.open("div", "class", "scroll");
            Charts.caterpillar(page, ranked, model.overall());
            page.close("div");
            model.overall().ifPresent(overall -> {
                long above = ranked.stream()
                        .filter(unit -> unit.value().lower() > overall.value())
                        .count();
                long below = ranked.stream()
                        .filter(unit -> unit.value().upper() < overall.value())
                        .count();
                paragraph(
                        page,
                        "Trong " + ranked.size() + " đơn vị, " + above + " đơn vị cao hơn rõ rệt và " + below
                                + " đơn vị thấp hơn rõ rệt so với toàn bộ (đường đứt); phần còn lại (màu xám) không"
                                + " phân biệt được với toàn bộ.",
                        "Of " + ranked.size() + " units, " + above + " lie clearly above and " + below
                                + " clearly below the whole (dashed line); the others (grey) cannot be told from it.");
            });
        }
        if (ranked.size() <= 2 * ENDS) {
            unitTable(page, ranked);
        } else {
            subheading(page, "Cao nhất", "Highest");
            unitTable(page, ranked.subList(0, ENDS));
            subheading(page, "Thấp nhất", "Lowest");
            unitTable(page, ranked.subList(ranked.size() - ENDS, ranked.size()));
        }
        if (!model.unranked().isEmpty()) {
            subheading(page, "Không xếp hạng", "Not ranked");
            page.open("table").open("thead").open("tr");
            headCell(page, "", "Đơn vị", "Unit");
            headCell(page, "number", "Số phiếu", "Ballots");
            headCell(page, "", "Lý do", "Reason");
            page.close("tr").close("thead").open("tbody");
            for (ReportModel.UnrankedUnit unit : model.unranked()) {
                page.open("tr").open("td").text(unit.name());
                group(page, unit.group());
                page.close("td")
                        .open("td", "class", "number")
                        .count(unit.base())
                        .close("td");
                page.open("td", "class", "reason")
                        .both(unit.reason())
                        .close("td")
                        .close("tr");
            }
            page.close("tbody").close("table");
        }
    }

    private void unitTable(Markup page, List<ReportModel.UnitRow> units) {
        Axis axis = Charts.cellAxis(withOverall(
                model.units().stream().map(ReportModel.UnitRow::value).toList()));
        double[] values =
                model.units().stream().mapToDouble(unit -> unit.value().value()).toArray();
        boolean stars = model.units().stream().anyMatch(unit -> unit.stars().isPresent());
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        headCell(page, "number", "Hạng", "Rank");
        headCell(page, "", "Đơn vị", "Unit");
        headCell(page, "number", "Số phiếu", "Ballots");
        headCell(page, "number", "Chỉ số", "Index");
        page.open("th", "class", "chart");
        Charts.cellScale(page, axis);
        page.close("th");
        if (stars) {
            headCell(page, "", "Sao", "Stars");
        }
        page.close("tr").close("thead").open("tbody");
        for (ReportModel.UnitRow unit : units) {
            // Equal values share a rank.
            long rank = 1
                    + Arrays.stream(values)
                            .filter(value -> value > unit.value().value())
                            .count();
            page.open("tr").open("td", "class", "number").count(rank).close("td");
            page.open("td").text(unit.name());
            group(page, unit.group());
            note(page, unit.value());
            page.close("td")
                    .open("td", "class", "number")
                    .count(unit.value().base())
                    .close("td");
            value(page, unit.value());
            intervalCell(page, axis, unit.value());
            if (stars) {
                page.open("td", "class", "stars");
                unit.stars().ifPresent(count -> starText(page, count));
                page.close("td");
            }
            page.close("tr").line();
        }
        page.close("tbody").close("table").close("div").line();
    }

    private void stars(Markup page) {
        heading(page, "Xếp hạng sao", "Star ratings");
        Map<Integer, Long> counts = new TreeMap<>(Comparator.reverseOrder());
        model.stars().forEach(row -> counts.merge(row.stars().orElse(-1), 1L, Long::sum));
        long largest = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        page.open("table").open("thead").open("tr");
        headCell(page, "", "Sao", "Stars");
        headCell(page, "number", "Đơn vị", "Units");
        headCell(page, "chart", "", "");
        page.close("tr").close("thead").open("tbody");
        counts.forEach((stars, count) -> {
            page.open("tr");
            if (stars < 0) {
                page.open("td").both("Chưa xếp hạng", "Not rated").close("td");
            } else {
                page.open("td", "class", "stars");
                starText(page, stars);
                page.close("td");
            }
            page.open("td", "class", "number").count(count).close("td").open("td", "class", "chart");
            Charts.bar(
                    page,
                    (double) count / largest,
                    stars < 0 ? "bar-quiet" : "bar",
                    LocalizedText.of(count + " đơn vị", count + " units"));
            page.close("td").close("tr");
        });
        page.close("tbody").close("table").line();
    }

    private void trend(Markup page) {
        heading(page, "Qua các đợt", "Over time");
        if (model.trend().size() > 1) {
            page.open("div", "class", "scroll");
            Charts.trend(page, model.trend());
            page.close("div");
        }
        page.open("table").open("thead").open("tr");
        headCell(page, "", "Đợt", "Wave");
        headCell(page, "number", "Chỉ số", "Index");
        headCell(page, "number", "Khoảng", "Interval");
        headCell(page, "number", "Thay đổi (điểm)", "Change (points)");
        page.close("tr").close("thead").open("tbody");
        for (int i = 0; i < model.trend().size(); i++) {
            ReportModel.TrendPoint point = model.trend().get(i);
            page.open("tr").open("td").text(point.label());
            point.breakBefore().ifPresent(reason -> page.open("span", "class", "sub")
                    .both("Ngắt chuỗi: " + reason.vi(), "Series break: " + reason.en())
                    .close("span"));
            page.close("td");
            value(page, point.value());
            page.open("td", "class", "number").number(point.value().lower(), 1).text(" – ");
            page.number(point.value().upper(), 1).close("td").open("td", "class", "number");
            if (i == 0) {
                page.text("–");
            } else if (point.breakBefore().isPresent()) {
                page.both("không so sánh được", "not comparable");
            } else {
                double change =
                        point.value().value() - model.trend().get(i - 1).value().value();
                String sign = change > 0 ? "+" : "";
                page.both(sign + Markup.number(change, 1, Language.VI), sign + Markup.number(change, 1, Language.EN));
            }
            page.close("td").close("tr");
        }
        page.close("tbody").close("table").line();
    }

    private void funnel(Markup page) {
        heading(page, "Từ phiếu phát ra đến phiếu hợp lệ", "From ballots sent to ballots counted");
        long largest = Math.max(
                1,
                model.funnel().stream()
                        .mapToLong(ReportModel.FunnelStep::count)
                        .max()
                        .orElse(1));
        page.open("table").open("thead").open("tr");
        headCell(page, "", "Bước", "Step");
        headCell(page, "number", "Số phiếu", "Ballots");
        headCell(page, "chart", "", "");
        headCell(page, "", "Vì sao giảm", "Why fewer");
        page.close("tr").close("thead").open("tbody");
        for (ReportModel.FunnelStep step : model.funnel()) {
            page.open("tr").open("td").both(step.name()).close("td");
            page.open("td", "class", "number").count(step.count()).close("td").open("td", "class", "chart");
            Charts.bar(page, (double) step.count() / largest, "bar", step.name());
            page.close("td").open("td", "class", "reason");
            list(page, step.losses(), loss -> page.both(loss.reason())
                    .text(": ")
                    .count(loss.count()));
            page.close("td").close("tr");
        }
        page.close("tbody").close("table").line();
    }

    private void method(Markup page) {
        heading(page, "Phương pháp", "Method");
        page.open("div", "class", "method").open("dl");
        for (ReportModel.MethodEntry entry : model.method()) {
            page.open("dt")
                    .both(entry.label())
                    .close("dt")
                    .open("dd")
                    .both(entry.value())
                    .close("dd");
        }
        page.close("dl").close("div").line();
    }

    /** The long tables, at the end where they do not stand in the way. */
    private void annex(Markup page) {
        if (model.units().size() > 2 * ENDS) {
            heading(page, "Phụ lục: tất cả đơn vị", "Annex: all units");
            page.open("div", "class", "annex");
            unitTable(page, ranked());
            page.close("div");
        }
        if (model.stars().isEmpty()) {
            return;
        }
        heading(page, "Phụ lục: sao và lý do", "Annex: stars and reasons");
        page.open("div", "class", "scroll annex").open("table").open("thead").open("tr");
        headCell(page, "", "Đơn vị", "Unit");
        headCell(page, "", "Sao", "Stars");
        headCell(page, "number", "Điểm", "Points");
        headCell(page, "", "Lý do", "Reasons");
        headCell(page, "", "Để lên sao", "To the next star");
        page.close("tr").close("thead").open("tbody");
        List<ReportModel.StarRow> sorted = new ArrayList<>(model.stars());
        sorted.sort(Comparator.comparingInt(
                (ReportModel.StarRow row) -> -row.stars().orElse(-1)));
        for (ReportModel.StarRow row : sorted) {
            page.open("tr").open("td").text(row.name());
            group(page, row.group());
            page.close("td");
            if (row.stars().isPresent()) {
                page.open("td", "class", "stars");
                starText(page, row.stars().getAsInt());
            } else {
                page.open("td").both("Chưa xếp", "None");
            }
            page.close("td").open("td", "class", "number").text(row.total()).close("td");
            page.open("td", "class", "reason");
            list(page, row.reasons(), page::both);
            page.close("td").open("td", "class", "reason");
            row.next().ifPresent(page::both);
            page.close("td").close("tr").line();
        }
        page.close("tbody").close("table").close("div").line();
    }

    private List<IndexValue> withOverall(List<IndexValue> values) {
        List<IndexValue> all = new ArrayList<>(values);
        model.overall()
                .ifPresent(whole -> all.add(
                        new IndexValue(whole.value(), whole.value(), whole.value(), whole.base(), Optional.empty())));
        return all;
    }

    private void intervalCell(Markup page, Axis axis, IndexValue value) {
        page.open("td", "class", "chart");
        Charts.interval(page, axis, value, model.overall());
        page.close("td");
    }

    private static void value(Markup page, IndexValue value) {
        page.open("td", "class", "number").open("b").number(value.value(), 1).close("b");
        // the charts do not fit on a phone; the interval must not go with them
        page.open("span", "class", "sub narrow").number(value.lower(), 1).text("–");
        page.number(value.upper(), 1).close("span").close("td");
    }

    private static void note(Markup page, IndexValue value) {
        value.note()
                .ifPresent(note -> page.open("span", "class", "sub").both(note).close("span"));
    }

    private static void group(Markup page, String group) {
        if (!group.isEmpty()) {
            page.open("span", "class", "sub").text(group).close("span");
        }
    }

    private static void starText(Markup page, int count) {
        page.open("span", "role", "img", "aria-label", count + " sao / " + count + (count == 1 ? " star" : " stars"))
                .text(count == 0 ? "0" : "★".repeat(count))
                .close("span");
    }

    private static <T> void list(Markup page, List<T> entries, Consumer<T> writer) {
        if (entries.isEmpty()) {
            return;
        }
        page.open("ul");
        for (T entry : entries) {
            page.open("li");
            writer.accept(entry);
            page.close("li");
        }
        page.close("ul");
    }

    private static void heading(Markup page, String vi, String en) {
        page.line().open("h2").both(vi, en).close("h2").line();
    }

    private static void subheading(Markup page, String vi, String en) {
        page.open("h3").both(vi, en).close("h3");
    }

    private static void paragraph(Markup page, String vi, String en) {
        page.open("p", "class", "hint").both(vi, en).close("p");
    }

    private static void headCell(Markup page, String kind, String vi, String en) {
        page.open("th", "scope", "col", "class", kind).both(vi, en).close("th");
    }
}
