package vn.sipas.core.estimate;

import java.util.Objects;

/**
 * One statistic of one question in one domain, as part of a joint estimate.
 *
 * @param domain the domain
 * @param item the code of the question
 * @param statistic the statistic
 */
public record ItemTarget(Domain domain, String item, Statistic statistic) {

    public ItemTarget {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(statistic, "statistic");
    }
}
