package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceTable;

/** Any delimited text with one row a response. Fits everything, and yields to every tool that is recognised. */
final class CsvAdapter implements SourceAdapter {

    @Override
    public SurveyTool tool() {
        return SurveyTool.CSV;
    }

    @Override
    public Recognition recognise(SourceSample sample) {
        return sample.kind() == SourceKind.DELIMITED
                ? new Recognition(
                        SurveyTool.CSV,
                        10,
                        List.of(LocalizedText.of(
                                "Không có dấu hiệu của công cụ khảo sát nào; đọc như bảng thông thường",
                                "No mark of any survey tool; read as a plain table")))
                : Recognition.none(SurveyTool.CSV);
    }

    @Override
    public Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        return SourceTables.open(file, detection, options).map(table -> TableAnswers.of(table, columns(table)));
    }

    /** Columns about which only the headings are known. */
    static List<AnswerColumn> columns(SourceTable table) {
        List<String> headings = table.headings();
        int[] occurrences = Headings.occurrences(headings);
        List<AnswerColumn> columns = new ArrayList<>(headings.size());
        for (int i = 0; i < headings.size(); i++) {
            AnswerColumn column = AnswerColumn.of(headings.get(i), occurrences[i]);
            boolean named = !Headings.normal(headings.get(i)).isEmpty();
            columns.add(named ? column : column.asking("column-" + (i + 1), Optional.empty()));
        }
        return columns;
    }
}
