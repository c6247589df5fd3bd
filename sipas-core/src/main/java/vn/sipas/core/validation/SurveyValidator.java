package vn.sipas.core.validation;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.Severity;
import vn.sipas.core.survey.Survey;

/**
 * Turns survey definitions from outside into surveys, or says what is wrong with them.
 *
 * <p>Every problem found is reported in one go: the constraints on single fields first, then the rules between fields
 * (codes that repeat, scales that run the wrong way, routing that looks at later questions). Immutable and safe for use
 * by several threads. {@link #standalone()} starts the Jakarta Validation provider, which takes a noticeable fraction of
 * a second the first time: keep the instance.
 */
public final class SurveyValidator {

    private final ConstraintCheck constraints;

    private SurveyValidator(ConstraintCheck constraints) {
        this.constraints = constraints;
    }

    /**
     * Makes a validator on the Jakarta Validation provider found at run time. No expression-language implementation is
     * needed.
     *
     * @return the validator
     * @throws jakarta.validation.ValidationException if there is no provider
     */
    public static SurveyValidator standalone() {
        return new SurveyValidator(ConstraintCheck.standalone());
    }

    /**
     * Makes a validator on the host's own.
     *
     * @param validator the host's validator, with any message interpolator
     * @return the validator
     */
    public static SurveyValidator using(Validator validator) {
        return new SurveyValidator(ConstraintCheck.using(validator));
    }

    /**
     * Checks a definition.
     *
     * @param document the definition
     * @return the survey and any warnings, or everything that is wrong, with paths such as
     *     {@code sections[0].questions[2].code}
     */
    public Checked<Survey> check(SurveyDocument document) {
        Objects.requireNonNull(document, "document");
        List<Problem> problems = new ArrayList<>(constraints.problems(document));
        problems.addAll(SurveyRules.problems(document));
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            return Checked.refused(problems);
        }
        return Checked.of(SurveyAssembly.of(document), problems);
    }
}
