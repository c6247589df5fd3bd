package vn.sipas.io.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.rating.Advice;
import vn.sipas.core.rating.StarRating;
import vn.sipas.io.report.ResultText;

/** The ratings with their reasons. */
final class StarSheet {

    private StarSheet() {}

    static void write(
            Book book,
            List<LocalizedText> titles,
            List<StarRating> ratings,
            Map<String, String> names,
            Map<String, String> areas) {
        Sheet sheet = new Sheet(
                book,
                "Sao (Stars)",
                titles,
                List.of(
                        Sheet.Column.of("Mã", "Code", 14),
                        Sheet.Column.of("Đơn vị", "Unit", 34),
                        Sheet.Column.of("Địa bàn", "Area", 22),
                        Sheet.Column.of("Sao", "Stars", 8),
                        Sheet.Column.of("Kết quả", "Outcome (Vietnamese)", 24),
                        Sheet.Column.of("Kết quả (tiếng Anh)", "Outcome (English)", 24),
                        Sheet.Column.of("Tổng điểm", "Total points", 11),
                        Sheet.Column.of("Lý do", "Reasons (Vietnamese)", 44),
                        Sheet.Column.of("Lý do (tiếng Anh)", "Reasons (English)", 44),
                        Sheet.Column.of("Mức sao tiếp theo", "Next star", 10),
                        Sheet.Column.of("Còn thiếu (điểm)", "Points to next", 12)));
        for (StarRating rating : ratings) {
            String code = rating.unit().value();
            sheet.next().text(code).text(names.getOrDefault(code, code)).text(areas.getOrDefault(code, ""));
            if (rating.stars().isPresent()) {
                sheet.count(rating.stars().getAsInt());
            } else {
                sheet.text("");
            }
            sheet.both(ResultText.outcome(rating.outcome()));
            points(sheet, rating.printedTotal());
            List<LocalizedText> reasons = ResultText.reasons(rating);
            sheet.text(reasons.stream().map(LocalizedText::vi).collect(Collectors.joining("\n")))
                    .text(reasons.stream().map(LocalizedText::en).collect(Collectors.joining("\n")));
            Optional<Advice.StarDistance> next = Advice.distanceToNext(rating);
            if (next.isPresent()) {
                sheet.count(next.get().band().stars());
            } else {
                sheet.text("");
            }
            points(sheet, next.map(distance -> upwards(distance.points())));
        }
        colours(sheet, 3);
        sheet.finish();
    }

    /** Colours a column of stars. */
    static void colours(Sheet sheet, int column) {
        sheet.colour(column, "AND(ISNUMBER({cell}),{cell}>=4)", "A9D08E", "1E4620");
        sheet.colour(column, "AND(ISNUMBER({cell}),{cell}=3)", "E2EFDA", "1E4620");
        sheet.colour(column, "AND(ISNUMBER({cell}),{cell}=2)", "FFE699", "5F4700");
        sheet.colour(column, "AND(ISNUMBER({cell}),NOT({cell}>1))", "F8CBAD", "6E2A0C");
    }

    /** What is missing is rounded upwards, so that it never looks like nothing. */
    private static BigDecimal upwards(Fraction points) {
        return points.round(new RoundingRule(2, RoundingMode.UP));
    }

    private static void points(Sheet sheet, Optional<BigDecimal> points) {
        if (points.isPresent()) {
            sheet.number(points.get().doubleValue(), Sheet.PERCENT);
        } else {
            sheet.text("");
        }
    }
}
