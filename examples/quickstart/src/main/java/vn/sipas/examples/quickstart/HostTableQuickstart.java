package vn.sipas.examples.quickstart;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.io.ReadReport;
import vn.sipas.io.jdbc.ResponseStore;
import vn.sipas.io.jdbc.ResponseTableReader;
import vn.sipas.io.jdbc.SipasDatabase;
import vn.sipas.io.jdbc.TableMapping;
import vn.sipas.io.jdbc.TableName;

/** For an integrator whose answers stand in tables of its own: what the columns mean, and the responses kept by this library. */
public final class HostTableQuickstart {

    private HostTableQuickstart() {}

    /**
     * Reads the host's table {@code DANH_GIA} and keeps the responses in the schema of this library.
     *
     * @param database the host's database
     * @return the account of the rows, and what was set aside
     * @throws SQLException if the database refuses
     */
    public static String run(DataSource database) throws SQLException {
        LocalizedText asked = LocalizedText.of("Mức độ hài lòng", "Satisfaction");
        Survey survey = Survey.ofRatings(
                SurveyKey.of("desk", 1), asked, List.of(RatingQuestion.of("q1", asked, RatingScale.likert5())));
        // Columns that are not named, such as that of the phone number, are not read at all.
        TableMapping mapping = TableMapping.wide()
                .column("MA_PHIEU", "id")
                .column("MA_DON_VI", "unit")
                .column("NGAY", "day")
                .column("HAI_LONG", "q1")
                .answer("q1", "Hài lòng", "4")
                .answer("q1", "Không hài lòng", "2")
                .always("wave", "2024-10");
        List<Response> responses = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        ReadReport report = ResponseTableReader.of(database, survey, mapping)
                .readTable(TableName.of("DANH_GIA"), responses::add, problems::add)
                .orThrow();

        SipasDatabase kept = SipasDatabase.detect(database);
        kept.migrate().orThrow();
        ResponseStore.in(kept, "desk").write(responses, problems::add);
        return report + "\n" + problems;
    }
}
