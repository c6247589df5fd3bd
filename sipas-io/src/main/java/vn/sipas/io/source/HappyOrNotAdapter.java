package vn.sipas.io.source;

import java.io.IOException;
import java.util.regex.Pattern;
import vn.sipas.core.Checked;
import vn.sipas.io.table.SourceFile;

/** HappyOrNot and terminals like it: counts per hour or day, which stay counts. */
final class HappyOrNotAdapter implements SourceAdapter {

    private static final Pattern ROW =
            Pattern.compile("\\{\\s*\"ts\"\\s*:\\s*\"[0-9T:.+Z -]{10,40}\"\\s*,\\s*\"data\"\\s*:\\s*\\[\\s*-?\\d");
    private static final Pattern SURVEY =
            Pattern.compile("\"(?:feedbackScale|surveyType|indexType|activePeriods)\"\\s*:");

    @Override
    public SurveyTool tool() {
        return SurveyTool.HAPPYORNOT;
    }

    @Override
    public Recognition recognise(SourceSample sample) {
        if (sample.kind() != SourceKind.JSON && sample.kind() != SourceKind.JSON_LINES) {
            return Recognition.none(tool());
        }
        boolean rows = ROW.matcher(sample.text()).find();
        return new RecognitionBuilder(tool())
                .add(
                        rows,
                        70,
                        "Có các dòng số đếm theo thời điểm {\"ts\", \"data\"}",
                        "Rows of counts at a time, {\"ts\", \"data\"}")
                .add(
                        SURVEY.matcher(sample.text()).find() && sample.text().contains("\"results\""),
                        30,
                        "Có mô tả khảo sát của thiết bị (feedbackScale, surveyType)",
                        "Surveys of terminals (feedbackScale, surveyType)")
                .build();
    }

    @Override
    public Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        return TerminalCounts.open(file, options);
    }
}
