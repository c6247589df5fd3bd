/**
 * What a code means: the claims, their bytes, their text and their address.
 *
 * <p>A {@link vn.sipas.qr.payload.SurveyLink} says which unit, campaign and kind of code an answer came from. Together
 * with a key id and a tag it becomes a {@link vn.sipas.qr.payload.Token} of 23 to 88 bytes, whose layout is documented
 * in one place, {@link vn.sipas.qr.payload.TokenLayout}. A token is written in Crockford Base32
 * ({@link vn.sipas.qr.payload.CrockfordBase32}), which survives every URL and can be typed by someone who cannot scan,
 * and stands behind a {@link vn.sipas.qr.payload.LinkBase} as {@code https://host/path/TOKEN}.
 * {@link vn.sipas.qr.payload.ScannedText} takes whatever a scanner or a person delivers and finds the token in it, or
 * says whose code it is instead.
 *
 * <p>Issue days are counted from 2025-01-01 to 2069-11-09 (14 bits, day 0 is
 * {@link vn.sipas.qr.payload.SurveyLink#FIRST_ISSUE_DAY}). A code cannot say that it was issued before; answers of earlier
 * waves are imported without codes.
 *
 * <p>Nothing here is trusted: a decoded token says what it claims, {@code vn.sipas.qr.signing} says whether it is true.
 * No field holds or can hold anything about a citizen.
 */
@NullMarked
package vn.sipas.qr.payload;

import org.jspecify.annotations.NullMarked;
