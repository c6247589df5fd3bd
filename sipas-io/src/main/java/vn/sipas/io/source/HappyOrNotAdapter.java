package vn.sipas.io.source;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sipas.core.Checked;
import vn.sipas.io.table.SourceFile;

/** HappyOrNot and terminals like it: counts per hour or day, which stay counts. */
final class HappyOrNotAdapter implements SourceAdapter {

    private static final Pattern ROW =
            Pattern.compile("\\{\\s*\"ts\"\\s*:\\s*\"[0-9T:.+Z -]{10,40}\"\\s*,\\s*\"data\"\\s*:\\s*\\[\\s*-?\\d");
    private static final Pattern SURVEY =
            Pattern.compile("\"(?:feedbackScale|surveyType|indexType|activePeriods)\"\\s*:");

    private static final Pattern SURVEYS = Pattern.compile(
            "\"(?:feedbackScale|timeZone)\"\\s*:[^{}]{0,4000}\"(?:surveyType|indexType|activePeriods|state)\"|"
                    + "\"(?:surveyType|indexType|activePeriods|state)\"\\s*:[^{}]{0,4000}\"(?:feedbackScale|timeZone)\"");

    @Override
    public SurveyTool tool() {
        return SurveyTool.HAPPYORNOT;
    }

    @Override
    public Recognition recognise(SourceSample sample) {
        Optional<CountLayout> layout = CountSigns.known(sample);
        if (CountSigns.own(sample).isPresent()) {
            return new RecognitionBuilder(tool())
                    .add(
                            true,
                            95,
                            "Các dòng số đếm theo định dạng " + CountsLinesWriter.FORMAT + " của thư viện này",
                            "Lines of counts in the format " + CountsLinesWriter.FORMAT + " of this library")
                    .build();
        }
        if (layout.isPresent()) {
            boolean press = layout.get().level().isPresent();
            return new RecognitionBuilder(tool())
                    .add(
                            press,
                            90,
                            "Mỗi dòng là một lần bấm (feedbackId, buttonIndex, localTime) theo dịch vụ của HappyOrNot",
                            "Each row is a press (feedbackId, buttonIndex, localTime) of HappyOrNot's web service")
                    .add(
                            !press,
                            75,
                            "Các cột mang tên nút bấm chứa số đếm theo ngày hoặc giờ",
                            "Columns called like buttons hold counts by day or hour")
                    .build();
        }
        if (sample.kind() != SourceKind.JSON && sample.kind() != SourceKind.JSON_LINES) {
            return Recognition.none(tool());
        }
        boolean survey = SURVEY.matcher(sample.text()).find();
        boolean rows = ROW.matcher(sample.text()).find();
        return new RecognitionBuilder(tool())
                .add(
                        rows,
                        70,
                        "Có các dòng số đếm theo thời điểm {\"ts\", \"data\"}",
                        "Rows of counts at a time, {\"ts\", \"data\"}")
                .add(
                        survey && sample.text().contains("\"results\""),
                        30,
                        "Có mô tả khảo sát của thiết bị (feedbackScale, surveyType)",
                        "Surveys of terminals (feedbackScale, surveyType)")
                .add(
                        survey && !rows && SURVEYS.matcher(sample.text()).find(),
                        55,
                        "Danh mục khảo sát của thiết bị (feedbackScale, surveyType, activePeriods)",
                        "A list of surveys of terminals (feedbackScale, surveyType, activePeriods)")
                .build();
    }

    @Override
    public Checked<SourceContent> open(SourceFile file, Detection detection, ImportOptions options) throws IOException {
        if (options.counts().isPresent()) {
            return TabularCounts.open(file, options.counts().get(), options, false);
        }
        Optional<CountLayout> known =
                SourceSampler.sample(file, options).value().flatMap(sampled -> CountSigns.known(sampled.sample()));
        return known.isPresent()
                ? TabularCounts.open(file, known.get(), options, true)
                : TerminalCounts.open(file, options);
    }
}
