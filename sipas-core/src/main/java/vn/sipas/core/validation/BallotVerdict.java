package vn.sipas.core.validation;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.response.BallotFault;

/**
 * Whether one ballot is valid, and the counts that decided it.
 *
 * @param fault why the ballot is not valid; absent if it is
 * @param asked the number of required questions that the routing asks, at least 0
 * @param answered how many of these were answered, in the closed interval [0, asked]
 * @param contradictions how often the answers contradict the routing, at least 0
 */
public record BallotVerdict(Optional<BallotFault> fault, int asked, int answered, int contradictions) {

    public BallotVerdict {
        Objects.requireNonNull(fault, "fault");
        if (answered < 0 || answered > asked || contradictions < 0) {
            throw new IllegalArgumentException("answered must be in [0, asked] and contradictions at least 0, were "
                    + answered + " of " + asked + " and " + contradictions);
        }
    }

    /**
     * Tells whether the ballot counts.
     *
     * @return whether there is no fault
     */
    public boolean isValid() {
        return fault.isEmpty();
    }
}
