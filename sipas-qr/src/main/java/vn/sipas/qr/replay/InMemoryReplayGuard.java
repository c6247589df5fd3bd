package vn.sipas.qr.replay;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A guard for tests and for a single short session: it forgets everything when the process ends. */
public final class InMemoryReplayGuard implements ReplayGuard {

    private final ConcurrentMap<VoteKey, Spent> spent = new ConcurrentHashMap<>();

    private record Spent(long fingerprint, Optional<LocalDate> lastDay) {}

    /** Makes an empty guard. */
    public InMemoryReplayGuard() {}

    @Override
    public SpendOutcome spend(VoteKey key, VoteId voteId, Optional<LocalDate> lastDay) {
        long fingerprint = voteId.fingerprint(key);
        Spent before = spent.putIfAbsent(key, new Spent(fingerprint, lastDay));
        if (before == null) {
            return SpendOutcome.FIRST;
        }
        return before.fingerprint() == fingerprint ? SpendOutcome.SAME_VOTE : SpendOutcome.REPLAY;
    }

    @Override
    public Optional<Boolean> isSpent(VoteKey key) {
        return Optional.of(spent.containsKey(key));
    }

    /**
     * Forgets codes that no longer verify.
     *
     * @param today the day
     * @return how many were forgotten
     */
    public int purge(LocalDate today) {
        int before = spent.size();
        spent.values().removeIf(record -> record.lastDay().map(today::isAfter).orElse(false));
        return before - spent.size();
    }
}
