package vn.sipas.io.jdbc;

import java.util.Objects;
import vn.sipas.io.ReadReport;

/**
 * What an import did: {@code responses = before + written + refused}, always.
 *
 * @param rows what became of the rows of the content
 * @param responses the responses that the rows made
 * @param before those that earlier runs of this import had dealt with
 * @param written those written by this run
 * @param refused those that this run could not store, each with a problem
 * @param repeated whether the content had been imported completely before, so that it was not read again
 */
public record ImportOutcome(
        ReadReport rows, long responses, long before, long written, long refused, boolean repeated) {

    public ImportOutcome {
        Objects.requireNonNull(rows, "rows");
        if (before < 0 || written < 0 || refused < 0 || responses != before + written + refused) {
            throw new IllegalArgumentException("responses must be before + written + refused, were " + responses
                    + " and " + before + " + " + written + " + " + refused);
        }
    }

    /**
     * Returns the account in one line.
     *
     * @return rows, then responses
     */
    @Override
    public String toString() {
        return rows + "; " + responses + " responses = " + before + " before + " + written + " written + " + refused
                + " refused" + (repeated ? " (nothing new)" : "");
    }
}
