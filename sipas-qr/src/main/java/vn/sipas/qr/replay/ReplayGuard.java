package vn.sipas.qr.replay;

import java.time.LocalDate;
import java.util.Optional;

/** Lets each code count once. Implementations are safe for use by many threads. */
public interface ReplayGuard {

    /**
     * Spends a code, atomically: of all calls for one key with different vote ids exactly one gets
     * {@link SpendOutcome#FIRST}.
     *
     * @param key what is spent
     * @param voteId the id of the submission
     * @param lastDay the last day on which the code verifies, after which the record may be purged; empty for never
     * @return the outcome; trouble with the store is {@link SpendOutcome#UNAVAILABLE}, never an exception
     */
    SpendOutcome spend(VoteKey key, VoteId voteId, Optional<LocalDate> lastDay);

    /**
     * Tells whether a code was spent, and changes nothing.
     *
     * @param key the code
     * @return {@code true} or {@code false}; empty if the guard could not decide
     */
    Optional<Boolean> isSpent(VoteKey key);
}
