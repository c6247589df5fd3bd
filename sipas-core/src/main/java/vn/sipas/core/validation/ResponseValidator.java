package vn.sipas.core.validation;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.Severity;
import vn.sipas.core.response.Response;
import vn.sipas.core.survey.Survey;

/**
 * Turns responses from outside into responses of the model, or says what is wrong with them.
 *
 * <p>Against its survey, a response is refused if it answers another survey or revision, a question that the survey does
 * not have, a value outside the scale or an option that was not offered. Two things are kept and reported as warnings,
 * for {@link BallotRules} to judge: a question that was answered although the routing skips it, and one that is entered
 * as not asked although the routing asks it. A skipped question without an answer, or with
 * {@link vn.sipas.core.response.Answer.NoAnswer#BLANK}, becomes
 * {@link vn.sipas.core.response.Answer.NoAnswer#NOT_ASKED}; an answer to a skipped question selects nothing for later
 * routing.
 *
 * <p>Immutable and safe for use by several threads. {@link #standalone()} starts the Jakarta Validation provider, which
 * takes a noticeable fraction of a second the first time: keep the instance.
 */
public final class ResponseValidator {

    private final ConstraintCheck constraints;

    private ResponseValidator(ConstraintCheck constraints) {
        this.constraints = constraints;
    }

    /**
     * Makes a validator on the Jakarta Validation provider found at run time. No expression-language implementation is
     * needed.
     *
     * @return the validator
     * @throws jakarta.validation.ValidationException if there is no provider
     */
    public static ResponseValidator standalone() {
        return new ResponseValidator(ConstraintCheck.standalone());
    }

    /**
     * Makes a validator on the host's own.
     *
     * @param validator the host's validator, with any message interpolator
     * @return the validator
     */
    public static ResponseValidator using(Validator validator) {
        return new ResponseValidator(ConstraintCheck.using(validator));
    }

    /**
     * Checks the form of a response whose survey is not at hand.
     *
     * @param document the response
     * @return the response, or everything that is wrong
     */
    public Checked<Response> check(ResponseDocument document) {
        Objects.requireNonNull(document, "document");
        List<Problem> problems = new ArrayList<>(constraints.problems(document));
        problems.addAll(ResponseAssembly.problems(document));
        if (hasError(problems)) {
            return Checked.refused(problems);
        }
        return Checked.of(ResponseAssembly.of(document), problems);
    }

    /**
     * Checks a response against its survey.
     *
     * @param document the response
     * @param survey the survey in the revision that was answered
     * @return the response and any warnings, or everything that is wrong, with paths such as {@code answers[q3]}
     */
    public Checked<Response> check(ResponseDocument document, Survey survey) {
        Checked<Response> read = check(document);
        if (read.value().isEmpty()) {
            return read;
        }
        Checked<Response> judged = check(read.value().get(), survey);
        if (read.problems().isEmpty()) {
            return judged;
        }
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(judged.problems());
        return new Checked<>(judged.value(), problems);
    }

    /**
     * Checks a response that a host built in code.
     *
     * @param response the response
     * @param survey the survey in the revision that was answered
     * @return the response with skipped questions entered as not asked, and any warnings; or everything that is wrong
     */
    public Checked<Response> check(Response response, Survey survey) {
        ResponseRules rules = ResponseRules.of(response, survey);
        return hasError(rules.problems())
                ? Checked.refused(rules.problems())
                : Checked.of(rules.completed(), rules.problems());
    }

    private static boolean hasError(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
