/**
 * One code, one vote: spending codes atomically, and counting afterwards whether everything adds up.
 *
 * <p>A {@link vn.sipas.qr.replay.ReplayGuard} has one operation that changes something, {@code spend}; it is called when
 * the answers are stored, never when a page is shown, because link previews would use up codes. A vote id made by the
 * respondent's device lets a retry of the same submission succeed.
 *
 * <p>Four guards keep the same contract. {@link vn.sipas.qr.replay.JdbcReplayGuard} is the authority where there is a
 * database. {@link vn.sipas.qr.replay.BitmapReplayGuard} is exact without one, in a memory-mapped file for each campaign
 * and unit, and merges what several machines spent. {@link vn.sipas.qr.replay.LedgerReplayGuard} is one text file for a
 * counter or a command line. {@link vn.sipas.qr.replay.InMemoryReplayGuard} is for tests. Each can forget codes that no
 * longer verify ({@code purge}); a code that is past its last day is rejected before any guard is asked.
 *
 * <p>Afterwards {@link vn.sipas.qr.replay.BallotAudit} counts whether issued = spent + unspent + void for every unit and
 * day, and how late and in what runs receipts were spent.
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
