package vn.sipas.core.index;

import java.util.Objects;
import vn.sipas.core.LocalizedText;

/**
 * A group that is not in the ranking, and why.
 *
 * @param group the group
 * @param reason why: no value, or too few answers
 */
public record UnrankedGroup(String group, LocalizedText reason) {

    public UnrankedGroup {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(reason, "reason");
    }
}
