/**
 * Is it acceptable: definitions and responses that come from outside are checked here before they enter the model, and
 * ballots are judged by a named rule set.
 *
 * <p>The story in three steps. A file or a request becomes a <em>document</em>
 * ({@link vn.sipas.core.validation.SurveyDocument}, {@link vn.sipas.core.validation.ResponseDocument}): a record of
 * boxed components, any of which may be absent, annotated with {@code jakarta.validation} constraints. A
 * <em>validator</em> ({@link vn.sipas.core.validation.SurveyValidator},
 * {@link vn.sipas.core.validation.ResponseValidator}) checks the constraints and the rules between fields and hands back
 * the model together with every {@link vn.sipas.core.Problem} found, each with a path, a stable code and a message in
 * Vietnamese and English that names the remedy. A response that is usable still has to be a valid ballot (phiếu hợp lệ):
 * {@link vn.sipas.core.validation.BallotRules} says what that means, and prints its parameters, because no readable
 * official text gives them.
 *
 * <p>These are the only types of the library whose components may be {@code null}.
 */
@NullMarked
package vn.sipas.core.validation;

import org.jspecify.annotations.NullMarked;
