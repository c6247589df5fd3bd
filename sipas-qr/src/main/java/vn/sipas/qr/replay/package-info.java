/**
 * One code, one vote: spending codes atomically, and counting afterwards whether everything adds up.
 *
 * <p>A {@link vn.sipas.qr.replay.ReplayGuard} has one operation that changes something, {@code spend}; it is called when
 * the answers are stored, never when a page is shown, because link previews would use up codes. A vote id made by the
 * respondent's device lets a retry of the same submission succeed.
 *
 * <p>What keeps votes secret:
 *
 * <ul>
 *   <li>P0, a poster: no serial, nothing to spend; anonymous and not unique.
 *   <li>P1, a receipt: unique. The guard's store and the answers share no key: the guard keeps a fingerprint of the vote
 *       id, and the answers must not keep the vote id at all. The guard knows no time finer than a day. The host stores
 *       answers in shuffled batches, so that the order of rows does not join the two stores again.
 *   <li>P2, sealed slips drawn from a shuffled stack: the issuer logs the batch, not who got which; anonymous against the
 *       clerk too.
 * </ul>
 */
@NullMarked
package vn.sipas.qr.replay;

import org.jspecify.annotations.NullMarked;
