package vn.sipas.io.workbook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.estimate.Estimate;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.Provenance;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.StarRating;
import vn.sipas.io.report.ResultText;

/** How the figures were computed and how firm the ground is. */
final class MethodSheet {

    private MethodSheet() {}

    static void write(Workbook workbook, List<LocalizedText> titles, ResultWorkbook content) {
        Sheet sheet = new Sheet(
                workbook,
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
        RoundingRule rounding = definition.rounding();
        line(
                sheet,
                "Làm tròn",
                "Rounding",
                rounding.decimals() + " chữ số thập phân, một lần ở cuối (" + rounding.mode() + ")",
                rounding.decimals() + " decimals, once at the end (" + rounding.mode() + ")");
        result.root().estimate().ifPresent(estimate -> interval(sheet, estimate));
        for (Provenance part : definition.provenance()) {
            LocalizedText standing = ResultText.standing(part.standing());
            String sources = part.sources().isEmpty() ? "" : "\n" + String.join("\n", part.sources());
            line(
                    sheet,
                    "Căn cứ: " + part.about(),
                    "Basis: " + part.about(),
                    standing.vi() + ": " + part.statement().vi() + sources,
                    standing.en() + ": " + part.statement().en() + sources);
        }
    }

    private static void interval(Sheet sheet, Estimate estimate) {
        line(
                sheet,
                "Khoảng tin cậy",
                "Interval",
                estimate.method() + ", mức " + estimate.level() + "; cụm đơn lẻ: " + estimate.lonelyPsu(),
                estimate.method() + ", level " + estimate.level() + "; lonely units: " + estimate.lonelyPsu());
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
        LocalizedText firmness = ResultText.standing(standing);
        line(sheet, "Tính chất", "Standing", firmness.vi(), firmness.en());
        method.legalBasis().ifPresent(basis -> line(sheet, "Căn cứ pháp lý", "Legal basis", basis.vi(), basis.en()));
    }

    private static void line(Sheet sheet, String viLabel, String enLabel, String vi, String en) {
        sheet.next().text(viLabel).text(enLabel).text(vi).text(en);
    }
}
