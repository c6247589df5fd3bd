package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.io.table.SourceFile;

/** Any JSON with one object a response. Yields to every tool that is recognised. */
final class JsonAdapter implements SourceAdapter {

    @Override
    public SurveyTool tool() {
        return SurveyTool.JSON;
    }

    @Override
    public Recognition recognise(SourceSample sample) {
        return sample.kind() == SourceKind.JSON || sample.kind() == SourceKind.JSON_LINES
                ? new Recognition(
                        SurveyTool.JSON,
                        10,
                        List.of(LocalizedText.of(
                                "Không có dấu hiệu của công cụ khảo sát nào; mỗi đối tượng JSON là một phiếu",
                                "No mark of any survey tool; each JSON object is a response")))
                : Recognition.none(SurveyTool.JSON);
    }

    @Override
    public Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        return JsonTable.open(file, detection.kind(), options.limits(), UnaryOperator.identity())
                .map(table -> TableAnswers.of(table, columns(table)));
    }

    static List<AnswerColumn> columns(JsonTable table) {
        List<AnswerColumn> columns = new ArrayList<>();
        for (Map.Entry<String, JsonTable.PathFacts> path : table.paths().entrySet()) {
            AnswerColumn column = AnswerColumn.of(path.getKey(), 1);
            columns.add(path.getValue().isList() ? path.getValue().listing(column) : column);
        }
        return columns;
    }
}
