package vn.sipas.io.jdbc;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.Response;
import vn.sipas.io.json.ResponseJson;

/** How a response stands in the table {@code sipas_response}. */
final class ResponseRow {

    static final Table TABLE = new Table(
            "sipas_response",
            List.of(
                    Column.key("origin", 200),
                    Column.key("survey", 80),
                    Column.of("revision", Column.Type.WHOLE),
                    Column.key("id", 200),
                    Column.text("wave", 200),
                    Column.text("unit", 40),
                    Column.of("answer_day", Column.Type.DAY),
                    Column.text("mode_of_collection", 40),
                    Column.text("assurance", 40),
                    Column.of("weight", Column.Type.REAL),
                    Column.text("stratum", 200),
                    Column.text("psu", 200),
                    Column.of("document", Column.Type.LONG_TEXT)));

    private ResponseRow() {}

    /** The values of a row in the order of the columns. */
    static List<@Nullable Object> of(String origin, Response response, ResponseJson json) {
        return Arrays.asList(
                origin,
                response.survey().id(),
                response.survey().revision(),
                response.id(),
                response.wave(),
                response.unit().value(),
                response.day().orElse(null),
                response.mode().name(),
                response.assurance().name(),
                response.position().weight(),
                response.position().stratum().orElse(null),
                response.position().psu().orElse(null),
                json.write(response));
    }

    /** Which text of a row has a character that cannot be stored, if any. */
    static Optional<Problem> defect(List<@Nullable Object> row, Place where) {
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) instanceof String text && !isStorable(text)) {
                return Optional.of(Problem.of(
                        JdbcProblem.UNSTORABLE_TEXT,
                        where,
                        "field",
                        TABLE.columns().get(i).name()));
            }
        }
        return Optional.empty();
    }

    /** A response without the words that the respondent wrote. */
    static Response withoutWords(Response response) {
        if (response.answers().values().stream().noneMatch(answer -> answer instanceof Answer.Written)) {
            return response;
        }
        Map<String, Answer> answers = response.answers().entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof Answer.Written))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, java.util.LinkedHashMap::new));
        return new Response(
                response.id(),
                response.survey(),
                response.unit(),
                response.servicePoint(),
                response.wave(),
                response.day(),
                response.mode(),
                response.assurance(),
                response.transaction(),
                response.respondentGroups(),
                response.position(),
                answers);
    }

    /** No U+0000, which PostgreSQL refuses, and no half of a surrogate pair, which has no UTF-8. */
    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
