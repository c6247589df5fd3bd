package vn.sipas.io.source;

import java.io.IOException;
import java.util.List;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.io.table.SourceFile;

/** Any workbook with one row a response in its first visible sheet. Yields to every tool that is recognised. */
final class XlsxAdapter implements SourceAdapter {

    @Override
    public SurveyTool tool() {
        return SurveyTool.XLSX;
    }

    @Override
    public Recognition recognise(SourceSample sample) {
        return sample.kind() == SourceKind.WORKBOOK
                ? new Recognition(
                        SurveyTool.XLSX,
                        10,
                        List.of(LocalizedText.of(
                                "Không có dấu hiệu của công cụ khảo sát nào; đọc như bảng tính thông thường",
                                "No mark of any survey tool; read as a plain workbook")))
                : Recognition.none(SurveyTool.XLSX);
    }

    @Override
    public Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        return CsvAdapter.answers(file, detection, options);
    }
}
