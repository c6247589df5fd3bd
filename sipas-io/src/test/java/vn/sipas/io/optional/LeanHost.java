package vn.sipas.io.optional;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.io.csv.TidyTable;
import vn.sipas.io.parquet.TidyParquet;
import vn.sipas.io.questionnaire.XlsForm;
import vn.sipas.io.source.ImportOptions;
import vn.sipas.io.source.SurveyImport;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.workbook.ResultWorkbook;

/** A host that has none of the optional libraries: prints what it could do and what it was told. */
final class LeanHost {

    private static final LocalizedText TITLE = LocalizedText.of("Hài lòng", "Satisfaction");

    private LeanHost() {}

    private interface Call {
        void make() throws Exception;
    }

    public static void main(String... arguments) throws Exception {
        SourceFile export = SourceFile.of("x.csv", "id,unit,q1\n1,07210,4\n".getBytes(StandardCharsets.UTF_8));
        System.out.println(SurveyImport.with(ImportOptions.detecting())
                .read(export, (response, row) -> {})
                .orThrow()
                .rows());
        Survey survey = Survey.ofRatings(
                SurveyKey.of("desk", 1), TITLE, List.of(RatingQuestion.of("q1", TITLE, RatingScale.likert5())));
        told(() -> XlsForm.write(survey, new ByteArrayOutputStream()));
        told(() -> ResultWorkbook.builder(TITLE).build().write(new ByteArrayOutputStream()));
        told(() -> TidyParquet.create().write(TidyTable.ofEstimates(List.of()), new ByteArrayOutputStream()));
    }

    private static void told(Call call) throws Exception {
        try {
            call.make();
            System.out.println("done");
        } catch (IllegalStateException missing) {
            System.out.println(missing.getMessage());
        }
    }
}
