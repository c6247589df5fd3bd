package vn.sipas.io.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.io.csv.MissingCode;

/** Tells whether a file is as plain as the fast readers of rating columns want it. */
final class PlainRatings {

    private PlainRatings() {}

    static boolean fit(SourceSample sample, Survey survey) {
        boolean plain = sample.format()
                .filter(format ->
                        format.charset().equals(StandardCharsets.UTF_8) && format.delimiter() == ',' && !format.hint())
                .isPresent();
        SheetSample sheet = sample.first();
        List<String> headings = sheet.headings().stream().map(Headings::normal).toList();
        if (!plain || headings.stream().distinct().count() != headings.size()) {
            return false;
        }
        for (RatingQuestion question : survey.ratingQuestions()) {
            int column = headings.indexOf(Headings.normal(question.code()));
            if (column < 0) {
                return false;
            }
            // A single odd cell is a problem of that row; labels in most rows are another way of writing.
            long filled = 0;
            long codes = 0;
            for (List<String> row : sheet.rows().subList(1, sheet.rows().size())) {
                String cell = column < row.size() ? Headings.normal(row.get(column)) : "";
                if (MissingCode.of(cell).isEmpty()) {
                    filled++;
                    codes += question.scale().levelOf(cell).isPresent() ? 1 : 0;
                }
            }
            if (filled > 0 && codes == 0) {
                return false;
            }
        }
        return true;
    }
}
