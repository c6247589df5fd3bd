/**
 * What was answered: responses with four different ways of not answering, waves, modes of collection and the ballot
 * funnel.
 *
 * <p>No type of this package has room for a name, a phone number, a device identifier or a time finer than a day.
 */
@NullMarked
package vn.sipas.core.response;

import org.jspecify.annotations.NullMarked;
