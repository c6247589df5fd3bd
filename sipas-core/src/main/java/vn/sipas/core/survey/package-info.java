/**
 * What is asked: surveys of sections and questions, rating scales with their declared favourable levels, and the
 * routing that decides who is asked what.
 *
 * <p>A {@link vn.sipas.core.survey.Survey} cannot exist in a bad state: codes are unique, routing looks only at earlier
 * questions, scales name at least one favourable level. Definitions that come from outside are checked by
 * {@code vn.sipas.core.validation} before they become surveys.
 */
@NullMarked
package vn.sipas.core.survey;

import org.jspecify.annotations.NullMarked;
