package vn.sipas.core.validation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.sipas.core.validation.ValidationProblem.Code;

/**
 * The component of a document may be absent in the input, and its absence is a problem. It says what {@code @NotNull}
 * says, under a name that null checkers do not take for a promise.
 */
@Documented
@NotNull
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Present {

    /**
     * Returns the code of the problem.
     *
     * @return a code of {@link ValidationProblem}
     */
    String message() default Code.MISSING;

    /**
     * Returns the groups in which the constraint is checked.
     *
     * @return the groups
     */
    Class<?>[] groups() default {};

    /**
     * Returns what a host attaches to the constraint.
     *
     * @return the payload
     */
    Class<? extends Payload>[] payload() default {};
}
