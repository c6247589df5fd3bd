package vn.sipas.io.workbook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.Provenance;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.StarRating;
import vn.sipas.io.report.ResultText;

/** How the figures were computed and how firm the ground is. */
final class MethodSheet {

    private MethodSheet() {}

    static void write(Book book, List<LocalizedText> titles, ResultWorkbook content) {
        Sheet sheet = new Sheet(
                book,
                "Phương pháp (Method)",
                titles,
                List.of(
                        Sheet.Column.of("Mục", "Item (Vietnamese)", 26),
                        Sheet.Column.of("Mục (tiếng Anh)", "Item (English)", 26),
                        Sheet.Column.of("Nội dung", "Content (Vietnamese)", 70),
                        Sheet.Column.of("Nội dung (tiếng Anh)", "Content (English)", 70)));
        Optional<IndexResult> any =
                content.whole().or(() -> content.units().stream().findFirst());
        any.ifPresent(result -> index(sheet, result));
        content.ranking().ifPresent(ranking -> {
            String base = Long.toString(ranking.options().minimumBase());
            line(
                    sheet,
                    "Xếp hạng",
                    "Ranking",
                    "Cần ít nhất " + base + " câu trả lời; so sánh từng cặp theo Holm.",
                    "At least " + base + " answers are needed; pairs are compared after Holm.");
        });
        content.ratings().stream().map(StarRating::scheme).findFirst().ifPresent(scheme -> scheme(sheet, scheme));
        content.method().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<LocalizedText, LocalizedText> line) ->
                        line.getKey().en()))
                .forEach(line -> sheet.next().both(line.getKey()).both(line.getValue()));
        sheet.finish();
    }

    private static void index(Sheet sheet, IndexResult result) {
        IndexDefinition definition = result.definition();
        method(
                sheet,
                "Phương pháp tính chỉ số",
                "Index method",
                definition.title(),
                definition.method(),
                definition.standing());
        line(
                sheet,
                "Thống kê",
                "Statistic",
                definition.statistic().label().vi(),
                definition.statistic().label().en());
        line(sheet, "Làm tròn", "Rounding", ResultText.rounding(definition.rounding()));
        result.root()
                .estimate()
                .ifPresent(estimate -> line(sheet, "Khoảng tin cậy", "Interval", ResultText.interval(estimate)));
        for (Provenance part : definition.provenance()) {
            LocalizedText about = ResultText.about(part.about());
            LocalizedText standing = ResultText.standing(part.standing());
            String sources = part.sources().isEmpty() ? "" : "\n" + String.join("\n", part.sources());
            line(
                    sheet,
                    "Căn cứ: " + about.vi(),
                    "Basis: " + about.en(),
                    standing.vi() + ": " + part.statement().vi() + sources,
                    standing.en() + ": " + part.statement().en() + sources);
        }
    }

    private static void scheme(Sheet sheet, RatingScheme scheme) {
        method(
                sheet,
                "Bộ tiêu chí xếp sao",
                "Rating scheme",
                scheme.title(),
                scheme.method(),
                scheme.method().standing());
    }

    private static void method(
            Sheet sheet,
            String vi,
            String en,
            LocalizedText title,
            MethodVersion method,
            MethodVersion.Standing standing) {
        line(sheet, vi, en, title.vi() + " (" + method + ")", title.en() + " (" + method + ")");
        line(sheet, "Tính chất", "Standing", ResultText.standing(standing));
        method.legalBasis().ifPresent(basis -> line(sheet, "Căn cứ pháp lý", "Legal basis", basis));
    }

    private static void line(Sheet sheet, String viLabel, String enLabel, LocalizedText text) {
        line(sheet, viLabel, enLabel, text.vi(), text.en());
    }

    private static void line(Sheet sheet, String viLabel, String enLabel, String vi, String en) {
        sheet.next().text(viLabel).text(enLabel).text(vi).text(en);
    }
}
