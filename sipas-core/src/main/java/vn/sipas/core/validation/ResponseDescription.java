package vn.sipas.core.validation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.response.AssuranceClass;
import vn.sipas.core.response.CollectionMode;
import vn.sipas.core.response.Response;
import vn.sipas.core.unit.UnitCode;

/** From a response to its document. What has its default value is left out. */
final class ResponseDescription {

    private ResponseDescription() {}

    static ResponseDocument of(Response response) {
        Map<String, AnswerDocument> answers = new LinkedHashMap<>();
        response.answers().forEach((question, answer) -> answers.put(question, AnswerDocument.of(answer)));
        double weight = response.position().weight();
        return new ResponseDocument(
                response.id(),
                response.survey().id(),
                response.survey().revision(),
                response.unit().value(),
                orNull(response.servicePoint()),
                response.wave(),
                orNull(response.day().map(LocalDate::toString)),
                response.mode() == CollectionMode.UNSTATED ? null : Words.of(response.mode()),
                response.assurance() == AssuranceClass.UNBOUND ? null : Words.of(response.assurance()),
                orNull(response.transaction().procedure()),
                orNull(response.transaction().field()),
                orNull(response.transaction().receivingUnit().map(UnitCode::value)),
                orNull(response.transaction().competentUnit().map(UnitCode::value)),
                response.respondentGroups().isEmpty() ? null : response.respondentGroups(),
                weight == 1.0 ? null : (Double) weight,
                orNull(response.position().stratum()),
                orNull(response.position().psu()),
                answers);
    }

    private static @Nullable String orNull(Optional<String> value) {
        return value.orElse(null);
    }
}
