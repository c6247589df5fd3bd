package vn.sipas.io.workbook;

import java.util.List;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Problem;
import vn.sipas.core.Severity;

/** What was wrong with the data, with its place. */
final class ProblemSheet {

    private ProblemSheet() {}

    static void write(Book book, List<LocalizedText> titles, List<Problem> problems) {
        Sheet sheet = new Sheet(
                book,
                "Vấn đề (Problems)",
                titles,
                List.of(
                        Sheet.Column.of("Mức", "Severity", 14),
                        Sheet.Column.of("Tệp", "File", 26),
                        Sheet.Column.of("Dòng", "Line", 9),
                        Sheet.Column.of("Cột", "Column", 9),
                        Sheet.Column.of("Vị trí", "Path", 18),
                        Sheet.Column.of("Mã vấn đề", "Code", 30),
                        Sheet.Column.of("Nội dung", "Message (Vietnamese)", 60),
                        Sheet.Column.of("Nội dung (tiếng Anh)", "Message (English)", 60)));
        for (Problem problem : problems) {
            sheet.next()
                    .text(problem.severity() == Severity.ERROR ? "Lỗi / Error" : "Cảnh báo / Warning")
                    .text(problem.place().source().orElse(""));
            if (problem.place().line().isPresent()) {
                sheet.count(problem.place().line().getAsLong());
            } else {
                sheet.text("");
            }
            if (problem.place().column().isPresent()) {
                sheet.count(problem.place().column().getAsInt());
            } else {
                sheet.text("");
            }
            sheet.text(problem.place().path())
                    .text(problem.code())
                    .text(problem.message(Language.VI))
                    .text(problem.message(Language.EN));
        }
        sheet.finish();
    }
}
