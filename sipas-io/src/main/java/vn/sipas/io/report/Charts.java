package vn.sipas.io.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;

/** Drawings as SVG inside the page. Colours come from the style sheet by class; each drawing has a title. */
final class Charts {

    private static final double CELL_WIDTH = 300;
    private static final double CELL_HEIGHT = 22;
    private static final double CELL_MARGIN = 8;
    private static final double WIDTH = 960;

    private Charts() {}

    static Axis cellAxis(List<IndexValue> values) {
        return Axis.around(values.stream(), CELL_MARGIN, CELL_WIDTH - CELL_MARGIN);
    }

    /** The scale above a column of intervals. */
    static void cellScale(Markup page, Axis axis) {
        openDrawing(page, CELL_WIDTH, 16, "cell");
        title(
                page,
                LocalizedText.of(
                        "Thang phần trăm từ " + axis.ticks().get(0),
                        "Scale in percent from " + axis.ticks().get(0)));
        for (int tick : axis.ticks()) {
            page.open("text", "x", axis.at(tick), "y", 12, "class", "tick", "text-anchor", "middle")
                    .text(Integer.toString(tick))
                    .close("text");
        }
        page.close("svg");
    }

    /** One interval in a cell of a table. */
    static void interval(Markup page, Axis axis, IndexValue value, Optional<IndexValue> reference) {
        double middle = CELL_HEIGHT / 2;
        openDrawing(page, CELL_WIDTH, CELL_HEIGHT, "cell");
        title(page, text(value));
        for (int tick : axis.ticks()) {
            line(page, "grid", axis.at(tick), 0, axis.at(tick), CELL_HEIGHT);
        }
        reference.ifPresent(
                whole -> line(page, "whole", axis.at(whole.value()), 0, axis.at(whole.value()), CELL_HEIGHT));
        page.empty(
                "rect",
                "class",
                "span",
                "x",
                axis.at(value.lower()),
                "y",
                middle - 3,
                "width",
                Math.max(1.0, axis.at(value.upper()) - axis.at(value.lower())),
                "height",
                6,
                "rx",
                3);
        page.empty("circle", "class", "dot", "cx", axis.at(value.value()), "cy", middle, "r", 5);
        page.close("svg");
    }

    /** The shares of the levels side by side, the least favourable on the left. */
    static void levels(Markup page, List<ReportModel.LevelShare> levels) {
        openDrawing(page, CELL_WIDTH, CELL_HEIGHT, "cell");
        StringBuilder vi = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (ReportModel.LevelShare level : levels) {
            vi.append(vi.isEmpty() ? "" : " · ")
                    .append(level.label().vi())
                    .append(' ')
                    .append(percent(level, Language.VI));
            en.append(en.isEmpty() ? "" : " · ")
                    .append(level.label().en())
                    .append(' ')
                    .append(percent(level, Language.EN));
        }
        title(page, LocalizedText.of(vi.toString(), en.toString()));
        int favourable =
                (int) levels.stream().filter(ReportModel.LevelShare::favourable).count();
        double x = 0;
        for (int i = 0; i < levels.size(); i++) {
            double width = levels.get(i).share() * CELL_WIDTH;
            page.empty(
                    "rect",
                    "class",
                    levelClass(i, levels.size(), favourable),
                    "x",
                    x,
                    "y",
                    3,
                    "width",
                    Math.max(0.0, width - 1),
                    "height",
                    CELL_HEIGHT - 6);
            if (width > 34) {
                page.both(
                        "text",
                        Math.round(100 * levels.get(i).share()) + "%",
                        Math.round(100 * levels.get(i).share()) + "%",
                        "class",
                        "inside " + levelClass(i, levels.size(), favourable) + "-ink",
                        "x",
                        x + width / 2,
                        "y",
                        CELL_HEIGHT / 2 + 4,
                        "text-anchor",
                        "middle");
            }
            x += width;
        }
        page.close("svg");
    }

    private static String percent(ReportModel.LevelShare level, Language language) {
        return Markup.number(100 * level.share(), 1, language) + "%";
    }

    /** Five colours from the least to the most favourable, whatever the number of levels. */
    static String levelClass(int index, int levels, int favourable) {
        int others = levels - favourable;
        if (index >= others) {
            return favourable == 1 || index == levels - 1 ? "level5" : "level4";
        }
        if (others >= 2 && index == others - 1) {
            return "level3";
        }
        return index == 0 ? "level1" : "level2";
    }

    /** All units from the lowest to the highest index, each with its interval. */
    static void caterpillar(Markup page, List<ReportModel.UnitRow> units, Optional<IndexValue> overall) {
        List<ReportModel.UnitRow> sorted = units.stream()
                .sorted(Comparator.comparingDouble(unit -> unit.value().value()))
                .toList();
        double height = 250;
        double bottom = height - 14;
        List<IndexValue> values =
                new ArrayList<>(sorted.stream().map(ReportModel.UnitRow::value).toList());
        overall.ifPresent(values::add);
        Axis axis = Axis.around(values.stream(), bottom, 12);
        openDrawing(page, WIDTH, height, "wide");
        title(
                page,
                LocalizedText.of(
                        "Chỉ số và khoảng tin cậy của " + sorted.size() + " đơn vị, từ thấp đến cao",
                        "Index and interval of " + sorted.size() + " units, from lowest to highest"));
        double left = 34;
        for (int tick : axis.ticks()) {
            line(page, "grid", left, axis.at(tick), WIDTH, axis.at(tick));
            page.open("text", "class", "tick", "x", left - 6, "y", axis.at(tick) + 4, "text-anchor", "end")
                    .text(Integer.toString(tick))
                    .close("text");
        }
        double step = (WIDTH - left - 8) / sorted.size();
        double radius = Math.max(0.8, Math.min(4.0, step * 0.42));
        for (int i = 0; i < sorted.size(); i++) {
            IndexValue value = sorted.get(i).value();
            double x = left + 4 + (i + 0.5) * step;
            boolean differs = overall.isPresent()
                    && (value.upper() < overall.get().value()
                            || value.lower() > overall.get().value());
            page.open("g", "class", differs ? "differs" : "same");
            title(
                    page,
                    LocalizedText.of(
                            named(sorted.get(i), text(value).vi()),
                            named(sorted.get(i), text(value).en())));
            line(page, "whisker", x, axis.at(value.lower()), x, axis.at(value.upper()));
            page.empty("circle", "class", "dot", "cx", x, "cy", axis.at(value.value()), "r", radius);
            page.close("g");
        }
        overall.ifPresent(whole -> {
            line(page, "whole", left, axis.at(whole.value()), WIDTH, axis.at(whole.value()));
        });
        page.close("svg");
    }

    private static String named(ReportModel.UnitRow unit, String value) {
        return unit.name() + (unit.group().isEmpty() ? "" : ", " + unit.group()) + ": " + value;
    }

    /** The waves of a series; the line is interrupted where the series is. */
    static void trend(Markup page, List<ReportModel.TrendPoint> points) {
        double height = 260;
        double left = 44;
        double bottom = height - 30;
        Axis axis = Axis.around(points.stream().map(ReportModel.TrendPoint::value), bottom, 30);
        double step = (WIDTH - left - 40) / Math.max(1, points.size() - 1);
        openDrawing(page, WIDTH, height, "wide");
        title(page, LocalizedText.of("Chỉ số qua " + points.size() + " đợt", "Index over " + points.size() + " waves"));
        for (int tick : axis.ticks()) {
            line(page, "grid", left, axis.at(tick), WIDTH, axis.at(tick));
            page.open("text", "class", "tick", "x", left - 6, "y", axis.at(tick) + 4, "text-anchor", "end")
                    .text(Integer.toString(tick))
                    .close("text");
        }
        for (int i = 0; i < points.size(); i++) {
            ReportModel.TrendPoint point = points.get(i);
            double x = left + 20 + i * step;
            if (i > 0 && point.breakBefore().isEmpty()) {
                line(
                        page,
                        "trend",
                        x - step,
                        axis.at(points.get(i - 1).value().value()),
                        x,
                        axis.at(point.value().value()));
            } else if (i > 0) {
                line(page, "break", x - step / 2, 22, x - step / 2, bottom);
                page.both(
                        "text",
                        "ngắt chuỗi",
                        "series break",
                        "class",
                        "tick",
                        "x",
                        x - step / 2,
                        "y",
                        16,
                        "text-anchor",
                        "middle");
            }
            page.open("g", "class", "same");
            title(
                    page,
                    LocalizedText.of(
                            point.label() + ": " + text(point.value()).vi(),
                            point.label() + ": " + text(point.value()).en()));
            line(
                    page,
                    "whisker",
                    x,
                    axis.at(point.value().lower()),
                    x,
                    axis.at(point.value().upper()));
            page.empty(
                    "circle",
                    "class",
                    "dot",
                    "cx",
                    x,
                    "cy",
                    axis.at(point.value().value()),
                    "r",
                    5);
            page.close("g");
            page.both(
                    "text",
                    Markup.number(point.value().value(), 1, Language.VI),
                    Markup.number(point.value().value(), 1, Language.EN),
                    "class",
                    "strong",
                    "x",
                    x,
                    "y",
                    axis.at(point.value().upper()) - 8,
                    "text-anchor",
                    "middle");
            page.open("text", "class", "tick", "x", x, "y", height - 8, "text-anchor", "middle")
                    .text(point.label())
                    .close("text");
        }
        page.close("svg");
    }

    /** A bar as wide as its share of the largest. */
    static void bar(Markup page, double share, String kind, LocalizedText title) {
        openDrawing(page, CELL_WIDTH, CELL_HEIGHT, "cell");
        title(page, title);
        page.empty(
                "rect",
                "class",
                kind,
                "x",
                0,
                "y",
                3,
                "width",
                Math.max(1.5, share * CELL_WIDTH),
                "height",
                CELL_HEIGHT - 6,
                "rx",
                2);
        page.close("svg");
    }

    static LocalizedText text(IndexValue value) {
        return LocalizedText.of(text(value, Language.VI), text(value, Language.EN));
    }

    private static String text(IndexValue value, Language language) {
        return Markup.number(value.value(), 1, language) + " (" + Markup.number(value.lower(), 1, language) + " – "
                + Markup.number(value.upper(), 1, language) + ")";
    }

    private static void openDrawing(Markup page, double width, double height, String kind) {
        page.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                kind,
                "viewBox",
                "0 0 " + Markup.coordinate(width) + " " + Markup.coordinate(height),
                "role",
                "img");
    }

    /** A title cannot switch its language; it gives both. */
    private static void title(Markup page, LocalizedText text) {
        String both = text.vi().equals(text.en()) ? text.vi() : text.vi() + " / " + text.en();
        page.open("title").text(both).close("title");
    }

    private static void line(Markup page, String kind, double x1, double y1, double x2, double y2) {
        page.empty("line", "class", kind, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }
}
