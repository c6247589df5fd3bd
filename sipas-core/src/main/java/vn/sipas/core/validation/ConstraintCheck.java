package vn.sipas.core.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemKind;

/** Runs the constraints of a document and turns violations into problems, in the order of their paths. */
final class ConstraintCheck {

    /** What the reference implementation adds to a path for the entries of lists and maps. */
    private static final Pattern ELEMENT = Pattern.compile("\\.?<[a-z ]+>");

    private final Validator validator;

    private ConstraintCheck(Validator validator) {
        this.validator = Objects.requireNonNull(validator, "validator");
    }

    static ConstraintCheck using(Validator validator) {
        return new ConstraintCheck(validator);
    }

    static ConstraintCheck standalone() {
        return new ConstraintCheck(Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ConstraintMessages(Language.VI))
                .buildValidatorFactory()
                .getValidator());
    }

    <T> List<Problem> problems(T document) {
        List<Problem> problems = new ArrayList<>();
        for (ConstraintViolation<T> violation : validator.validate(document)) {
            String path =
                    ELEMENT.matcher(violation.getPropertyPath().toString()).replaceAll("");
            Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
            String code = violation.getMessageTemplate();
            problems.add(ValidationProblem.ofCode(code)
                    .map(kind -> ConstraintMessages.problem(kind, Place.path(path), attributes))
                    .orElseGet(() -> Problem.of(new HostConstraint(code, violation.getMessage()), Place.path(path))));
        }
        problems.sort(Comparator.comparing((Problem problem) -> problem.place().path(), PathOrder.NATURAL)
                .thenComparing(Problem::code));
        return problems;
    }

    /** A constraint that a host added by its own mapping; its message is the host's. */
    private record HostConstraint(String code, LocalizedText text) implements ProblemKind {

        HostConstraint(String template, String message) {
            this(
                    "document.host-constraint",
                    LocalizedText.same(message.isBlank() ? "document.host-constraint " + template : message));
        }
    }
}
